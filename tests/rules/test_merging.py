from __future__ import annotations

from datetime import date

import pytest

from boardroom.rules.lifecycle import Step
from boardroom.rules.merging import (
    Difference,
    differ,
    differing_keys,
    format_differences,
    format_steps,
    lifecycle_to_keep,
    merge_value,
    nicknames_of_both,
)


def _steps(*steps: tuple[str, str]) -> list[Step]:
    return [Step(date.fromisoformat(f"2026-{on}"), status) for on, status in steps]


@pytest.mark.parametrize(
    ("column", "first", "second", "merged"),
    [
        ("org", None, "Acme", "Acme"),
        ("org", "Acme", None, "Acme"),
        ("org", "Acme", "Initech", "Acme"),
        ("kind", "informal", "formal", "formal"),
        ("notes", "One", "Two", "One\n\nTwo"),
        ("notes", "One and two", "one", "One and two\n\none"),
        ("notes", "One\n\nTwo", "two\n\nThree\n\none", "One\n\nTwo\n\nThree"),
        ("boundaries", "No calls at night", "No calls", "No calls at night\n\nNo calls"),
        ("notes", "One", "one ", "One"),
        ("strengths", ["P&L"], ["p&l", "Pricing"], ["P&L", "Pricing"]),
        ("perspectives", {"industry": "food"}, {"industry": "retail", "age": "50"}, None),
    ],
)
def test_two_values_are_put_together(
    column: str, first: object, second: object, merged: object
) -> None:
    assert merge_value(column, first, second, default="informal") == (
        merged or {"industry": "food", "age": "50"}
    )


def test_only_two_values_of_one_field_differ() -> None:
    assert differ("org", "Acme", "Initech")
    assert not differ("org", "Acme", "Acme")
    assert not differ("org", None, "Acme")
    assert not differ("kind", "formal", "informal", default="informal")
    assert not differ("notes", "One", "Two")
    assert not differ("strengths", ["P&L"], ["Pricing"])
    assert differing_keys({"industry": "food", "age": "50"}, {"industry": "Food", "age": "40"}) == [
        "age"
    ]


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        # One leads to the other, in either order.
        ([("10-01", "prospect")], [("11-01", "active")], "both"),
        ([("11-01", "active")], [("01-10", "active"), ("06-01", "alumni")], "both"),
        ([("11-01", "prospect")], [("06-01", "declined")], "both"),
        # Of one status, who joined first.
        ([("01-10", "active")], [("11-26", "active")], "first"),
        ([("11-26", "active")], [("01-10", "active")], "second"),
        ([("01-01", "prospect")], [("02-01", "prospect")], "first"),
        # Neither: the user says which is right.
        ([("01-10", "active")], [("11-26", "prospect")], None),
        ([("01-10", "active"), ("06-01", "alumni")], [("03-01", "active")], None),
    ],
)
def test_the_lifecycle_kept_is_the_one_that_makes_sense(
    first: list[tuple[str, str]], second: list[tuple[str, str]], kept: str | None
) -> None:
    assert lifecycle_to_keep(_steps(*first), _steps(*second)) == kept


def test_differences_and_names_are_written_once() -> None:
    assert format_steps(_steps(("01-10", "active"))) == "on the board since Sat 10 Jan 2026"
    assert nicknames_of_both(["Marcus Ojo", "Mac"], ["marcus ojo", "Markus", "MAC"]) == [
        "Marcus Ojo",
        "Mac",
        "Markus",
    ]
    assert (
        format_differences([Difference("org", "org", "Acme", "Initech")]) == "org (Acme or Initech)"
    )
