from __future__ import annotations

from datetime import date

import pytest

from boardroom.errors import BadInput
from boardroom.rules.fields import (
    Change,
    Field,
    change_of,
    format_changes,
    format_edit,
    parse_flag,
)

SEAT = Field("seat", "Seat")
TEXT = Field("text", "Text", text=True)
LONG = "Ask Dana before the autumn round"


@pytest.mark.parametrize(
    ("field", "old", "new", "shown"),
    [
        (SEAT, "Truth-teller", "Mirror", "seat Truth-teller → Mirror"),
        (SEAT, None, "Mirror", "seat none → Mirror"),
        (SEAT, "Mirror", "", "seat Mirror → none"),
        (SEAT, "x" * 40, "Mirror", f"seat {'x' * 30}… → Mirror"),
        (TEXT, "Budget", "Which\nround?", "text “Budget” → “Which…”"),
        (TEXT, "", LONG, "text none → “Ask Dana before the autumn…”"),
        (TEXT, f"{LONG} of talks", f"{LONG} of votes", "text “… of talks” → “… of votes”"),
        (Field("due_on", "by"), date(2026, 12, 1), None, "by Tue 1 Dec 2026 → none"),
        (Field("goal_id", "goal", letter="g"), None, 12, "goal none → g12"),
        (Field("minutes", "minutes"), 60, 90, "minutes 60 → 90"),
        (Field("private", "private"), False, True, "private no → yes"),
        (Field("must", "rank", flag=("nice", "must")), True, False, "rank must → nice"),
        (
            Field("strengths", "strength", several=True),
            [],
            ["P&L", "HR"],
            "strength none → P&L, HR",
        ),
        (
            Field("perspectives", "perspective", several=True),
            {"age": "50s"},
            {},
            "perspective age=50s → none",
        ),
    ],
)
def test_a_change_shows_both_values(field: Field, old: object, new: object, shown: str) -> None:
    change = change_of(field, old, new)

    assert change is not None
    assert format_changes([change]) == shown


def test_a_silent_field_is_shown_on_the_screen_alone() -> None:
    change = change_of(Field("notes", "Notes", text=True, silent=True), "Tea", f"{LONG} of talks")

    assert change is not None
    assert format_changes([change]) == "notes"
    assert change.on_screen == "“Tea” → “Ask Dana before the autumn…” (1 word → 8)"


def test_a_default_stands_in_for_no_value() -> None:
    assert change_of(SEAT, None, "Mirror", default="any") == Change("seat", "any", "Mirror")


def test_the_same_value_is_no_change() -> None:
    assert change_of(SEAT, "Mirror", "Mirror", default="any") is None


def test_several_changes_are_listed_in_order() -> None:
    changes = [Change("seat", "none", "Mirror"), Change("window", "4-6w", "6-8w")]

    assert format_changes(changes) == "seat none → Mirror, window 4-6w → 6-8w"
    assert format_changes([]) == ""


def test_an_edit_names_the_record_by_its_own_words() -> None:
    changes = [Change("by", "none", "Tue 1 Dec 2026")]

    assert format_edit("p1", "Thank Ana Lima", ", your promise to Ana Lima", changes) == (
        "Changed p1 (Thank Ana Lima), your promise to Ana Lima: by none → Tue 1 Dec 2026"
    )


def test_an_edit_of_the_words_does_not_repeat_them() -> None:
    changes = [Change("text", "“Deck”", "“The deck”")]

    assert format_edit("v1", "The deck", " from Ana Lima", changes) == (
        "Changed v1 from Ana Lima: text “Deck” → “The deck”"
    )


def test_long_words_are_cut_in_an_edit() -> None:
    text = "Ask to be in the room when the round is decided with them"

    assert format_edit("c1", text, "", [Change("kind", "must-have", "nice-to-have")]) == (
        "Changed c1 (Ask to be in the room when the round is decided…):"
        " kind must-have → nice-to-have"
    )


def test_a_flag_is_yes_no_or_empty() -> None:
    assert [parse_flag(word) for word in ("yes", "No", "")] == [True, False, False]
    with pytest.raises(BadInput, match=r"'perhaps' is not a yes or no\."):
        parse_flag("perhaps")
