"""A WHO goes on with a handle, or with any word of a name, as it was typed."""

from __future__ import annotations

import pytest

from boardroom.rules.name_completion import name_completions
from boardroom.rules.names import Named

PEOPLE = [
    Named(1, "ana", "Ana Lima", ()),
    Named(2, "andy", "Anand (Andy) Rao", ()),
    Named(3, "marcus", "Marcus Ojo", ("Coach",)),
    Named(4, "marcus-webb", "Marcus Webb", ()),
    Named(5, "rm", "$(rm -rf ~) [/bold]", ()),
    Named(6, "ulo", "Ülo Tamm", ()),
    Named(7, "webb", "Jo Webb", ()),
]


@pytest.mark.parametrize(
    ("typed", "completions"),
    [
        ("", {person.handle: person.name for person in PEOPLE}),
        ("an", {"ana": "Ana Lima", "andy": "Anand (Andy) Rao", "anand": "Anand (Andy) Rao"}),
        ("oj", {"ojo": "Marcus Ojo"}),
        ("Oj", {"Ojo": "Marcus Ojo"}),
        ("coa", {"coach": "Marcus Ojo"}),
        ("ul", {"ulo": "Ülo Tamm"}),
        ("web", {"webb": "Jo Webb"}),
        (
            "r",
            {"rm": "$(rm -rf ~) [/bold]", "rao": "Anand (Andy) Rao", "rf": "$(rm -rf ~) [/bold]"},
        ),
        ("$", {}),
        ("x", {}),
    ],
)
def test_the_first_word_is_a_handle_or_a_word_of_a_name(
    typed: str, completions: dict[str, str]
) -> None:
    assert dict(name_completions([], typed, PEOPLE)) == completions


@pytest.mark.parametrize(
    ("before", "typed", "completions"),
    [
        (["marcus"], "o", {"ojo": "Marcus Ojo"}),
        (["Marcus"], "O", {"Ojo": "Marcus Ojo"}),
        (["marcus"], "", {}),
        (["ana"], "x", {}),
        (["marcus", "ojo"], "", {}),
        (["what"], "o", {}),
        (["marcus", "what"], "o", {}),
    ],
)
def test_a_later_word_goes_on_with_the_same_name(
    before: list[str], typed: str, completions: dict[str, str]
) -> None:
    assert dict(name_completions(before, typed, PEOPLE)) == completions


def test_where_the_words_leave_a_choice_the_next_is_offered_at_once() -> None:
    two = [Named(1, "al", "Ana Lima", ()), Named(2, "ac", "Ana Costa", ())]

    assert dict(name_completions(["ana"], "", two)) == {"lima": "Ana Lima", "costa": "Ana Costa"}


def test_a_word_of_several_names_says_whose() -> None:
    two = [Named(1, "marcus", "Marcus Ojo", ()), Named(2, "ada", "Ada Ojo", ())]

    assert dict(name_completions([], "o", two)) == {"ojo": "Ada Ojo and Marcus Ojo"}
