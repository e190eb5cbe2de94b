from __future__ import annotations

import pytest

from boardroom.errors import BadInput
from boardroom.rules.advisor import PARSERS, parse_notes, parse_perspectives
from boardroom.rules.text import one_of, optional, several


@pytest.mark.parametrize(
    ("field", "given", "kept"),
    [
        ("seat", "  Finance ", "Finance"),
        ("seat", "", None),
        ("org", "Northgate\r\nFoods", "Northgate\nFoods"),
        ("how_met", "Alumni dinner", "Alumni dinner"),
        ("kind", " Formal ", "formal"),
        ("strengths", ["P&L", "", "pricing", "P&L"], ["P&L", "pricing"]),
        ("strengths", [""], []),
        ("perspectives", ["Industry = food ", "function="], {"industry": "food", "function": ""}),
        ("their_goals", "A second board seat", "A second board seat"),
        ("email", "marcus@example.com", "marcus@example.com"),
        ("phone", "+351 21 000", "+351 21 000"),
        ("link", "https://example.com/m", "https://example.com/m"),
        ("city", "Porto", "Porto"),
        ("way", "WALK", "walk"),
        ("way", "", None),
        ("window", "4 – 6 weeks", "4-6w"),
        ("window", "", None),
        ("minutes", "1h30", 90),
        ("minutes", "", None),
        ("nicknames", ["Aninha"], ["Aninha"]),
        ("notes", " two\r\nlines ", "two\nlines"),
        ("notes", "", None),
    ],
)
def test_a_field_is_kept_in_its_canonical_form(field: str, given: object, kept: object) -> None:
    assert PARSERS[field](given) == kept


@pytest.mark.parametrize(
    "field", ["seat", "org", "how_met", "their_goals", "email", "phone", "link", "city"]
)
def test_an_odd_text_is_kept_as_typed(field: str) -> None:
    text = "[/bold] \x1b[31mred O'Brien; DROP TABLE 王小明 👨‍👩‍👧‍👦"

    assert PARSERS[field](text) == text


@pytest.mark.parametrize(
    ("field", "given", "message", "hint"),
    [
        ("seat", " ", "The seat can't be empty.", "Write at least one word."),
        (
            "org",
            "a\0b",
            "The organisation can't contain a NUL character.",
            "Remove it; it often comes from a file that is not text.",
        ),
        (
            "email",
            "x" * 10_001,
            "The email address can't be longer than 10,000 characters; this has 10,001.",
            "Shorten or split it.",
        ),
        (
            "notes",
            "x" * 1_000_001,
            "The notes can't be longer than 1,000,000 characters; this has 1,000,001.",
            "Shorten or split it.",
        ),
        (
            "kind",
            "friend",
            "'friend' is not a kind of relationship.",
            "Use one of informal, formal.",
        ),
        (
            "way",
            "tea",
            "'tea' is not a way to meet.",
            "Use one of coffee, lunch, call, video, walk, other.",
        ),
        ("window", "6-4w", "'6-4w' is backwards.", "Write the shorter wait first: 4-6w."),
        ("minutes", "0", "'0' is no time at all.", "Write it like 45m, 90, 1h or 1h30."),
        (
            "strengths",
            ["P&L", "\0"],
            "The strength can't contain a NUL character.",
            "Remove it; it often comes from a file that is not text.",
        ),
        (
            "perspectives",
            ["retail"],
            "'retail' is not a perspective.",
            "Write it as DIMENSION=VALUE, like industry=retail.",
        ),
        (
            "perspectives",
            [" =retail"],
            "' =retail' is not a perspective.",
            "Write it as DIMENSION=VALUE, like industry=retail.",
        ),
    ],
)
def test_a_value_that_cannot_be_kept_is_refused(
    field: str, given: object, message: str, hint: str
) -> None:
    with pytest.raises(BadInput) as caught:
        PARSERS[field](given)

    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_notes_may_be_longer_than_other_texts() -> None:
    assert (parse_notes("x" * 1_000_000), optional("x" * 10_000, "seat")) == (
        "x" * 1_000_000,
        "x" * 10_000,
    )


def test_a_field_left_out_is_empty() -> None:
    assert (optional(None, "seat"), several([], "strength"), parse_perspectives([])) == (
        None,
        [],
        {},
    )


def test_a_choice_may_have_capitals() -> None:
    assert one_of(" Lunch", ("coffee", "lunch"), "way to meet") == "lunch"


def test_a_perspective_has_one_value() -> None:
    assert parse_perspectives(["industry=a=b", "Industry=a=b"]) == {"industry": "a=b"}
    with pytest.raises(BadInput, match="industry is given twice, as 'food' and 'a=b'"):
        parse_perspectives(["industry=food", "Industry=a=b"])
