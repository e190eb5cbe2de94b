from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.errors import BadInput
from boardroom.rules.handles import check_handle, handle_for
from boardroom.rules.ids import looks_like_id


@pytest.mark.parametrize(
    ("name", "handle"),
    [
        ("Marcus Ojo", "marcus"),
        ("Ülo Tamm", "ulo"),
        ("Dr. Emmett Brown", "emmett"),
        ("Prof. Dr. Ada Lovelace", "ada"),
        ("Dr", "dr"),
        ("Sir", "sir"),
        ("O'Brien; DROP TABLE", "obrien"),
        ("Jean-Luc Picard", "jean-luc"),
        ("Anne‐Marie", "anne-marie"),
        ("Андрей Сёмин", "андрей"),
        ("Νίκος", "νίκος"),
        ("ΝΙΚΟΣ", "νικος"),
        ("Łukasz Nowak", "lukasz"),
        ("İzmir", "izmir"),
        ("が", "が"),
        ("Lang,Georg", "lang"),
        ("Schröder, Mark", "schroder"),
        ("Anand (Andy) Rao", "anand"),
        ('Robert "Bob" Smith', "robert"),
        ("(Andy) Rao", "andy"),
        ("[/bold]", "bold"),
        ("--help", "help"),
        ("\x1b[31mRed", "31mred"),
        ("🦊 Fox", "fox"),
        ("🦊", "advisor"),
        ("李小龙", "李小龙"),
        ("हिन्दी नाम", "हिन्दी"),
        ("42", "42"),
        ("M12", "m12-2"),
        ("m12 Smith", "m12-smith"),
        ("Review", "review-2"),
        ("All Right", "all-right"),
        ("x" * 100, "x" * 40),
        ("Dr. " + "x" * 39 + "-y", "x" * 39),
    ],
)
def test_a_handle_is_the_folded_first_name(name: str, handle: str) -> None:
    assert handle_for(name, ()) == handle


@pytest.mark.parametrize(
    ("name", "taken", "handle"),
    [
        ("Marcus Ojo", {"marcus"}, "marcus-ojo"),
        ("Marcus Ojo", {"marcus", "marcus-ojo"}, "marcus-ojo-2"),
        ("Marcus Ojo", {"marcus", "marcus-ojo", "marcus-ojo-2"}, "marcus-ojo-3"),
        ("Marcus", {"marcus"}, "marcus-2"),
        ("Marcus", {"marcus", "marcus-2"}, "marcus-3"),
        ("🦊", {"advisor"}, "advisor-2"),
        ("x" * 100, {"x" * 40}, "x" * 38 + "-2"),
        (f"{'x' * 36} yy", {"x" * 36, f"{'x' * 36}-yy"}, f"{'x' * 36}-y-2"),
        (f"{'x' * 37} yy", {"x" * 37, f"{'x' * 37}-yy"}, f"{'x' * 37}-2"),
    ],
)
def test_a_taken_handle_gets_a_second_word_or_a_number(
    name: str, taken: set[str], handle: str
) -> None:
    assert handle_for(name, taken) == handle


@given(st.lists(st.text(min_size=1), max_size=5))
def test_every_name_gets_a_valid_handle_of_its_own(names: list[str]) -> None:
    taken: set[str] = set()
    for name in names:
        handle = handle_for(name, taken)
        assert check_handle(handle) == handle
        assert not looks_like_id(handle)
        assert handle not in taken
        taken.add(handle)


@pytest.mark.parametrize(
    ("typed", "handle"),
    [
        ("marcus", "marcus"),
        (" Ülo ", "ulo"),
        ("Marcus-OJO", "marcus-ojo"),
        ("ojo2", "ojo2"),
        ("李", "李"),
        ("Андрей", "андрей"),
        ("x" * 40, "x" * 40),
    ],
)
def test_a_chosen_handle_is_kept_folded(typed: str, handle: str) -> None:
    assert check_handle(typed) == handle


@pytest.mark.parametrize(
    ("typed", "message", "hint"),
    [
        ("", "A handle can't be empty.", "Use a short name, like marcus."),
        ("  ", "A handle can't be empty.", "Use a short name, like marcus."),
        (
            "x" * 41,
            "A handle can't be longer than 40 characters; this has 41.",
            "Use a short name, like marcus.",
        ),
        (
            "Review",
            "The handle 'Review' is reserved.",
            "Choose another, like marcus.",
        ),
        ("all", "The handle 'all' is reserved.", "Choose another, like marcus."),
        ("M12", "The handle 'M12' looks like an id.", "Choose another, like marcus."),
        (
            "-m",
            "The handle '-m' starts with a dash, as options do.",
            "Start with a letter or a digit.",
        ),
        (
            "-",
            "The handle '-' starts with a dash, as options do.",
            "Start with a letter or a digit.",
        ),
        (
            "Marcus Ojo",
            "The handle 'Marcus Ojo' contains more than letters, digits and dashes.",
            "Write it like marcus-ojo.",
        ),
        (
            "o'brien",
            'The handle "o\'brien" contains more than letters, digits and dashes.',
            "Write it like obrien.",
        ),
        (
            "🦊",
            "The handle '🦊' contains more than letters, digits and dashes.",
            "Write it like advisor.",
        ),
        (
            "a\x1b[1m",
            r"The handle 'a\x1b[1m' contains more than letters, digits and dashes.",
            "Write it like a.",
        ),
    ],
)
def test_a_confusing_handle_is_refused(typed: str, message: str, hint: str) -> None:
    with pytest.raises(BadInput) as caught:
        check_handle(typed)

    assert (caught.value.message, caught.value.hint) == (message, hint)
