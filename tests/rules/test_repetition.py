from __future__ import annotations

from datetime import date
from typing import NamedTuple

import pytest

from boardroom.errors import Refused
from boardroom.rules.fields import Field
from boardroom.rules.ids import GOAL
from boardroom.rules.repetition import (
    OnFile,
    check_nothing_new,
    first_with_words,
    option_of,
    same_words,
)


class _Record(NamedTuple):
    text: str = "Budget?"
    kind: str = "topic"
    due_on: date | None = None


FIELDS = (Field("kind", "kind"), Field("due_on", "by"), Field("text", "Text", text=True))
ON_FILE = OnFile("a3", "on the agenda with Ana", "Budget?", "agenda edit a3")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Send the deck", "  send THE\n deck "),
        ("Straße", "STRASSE"),
        ("Café", "Cafe\u0301"),
        ('What\'s "next" - then?', "What\u2019s \u201cnext\u201d \u2013 then?"),
        ("Deck", "De\u00adck\u200b"),
    ],
)
def test_case_blanks_and_typography_make_no_other_words(one: str, other: str) -> None:
    assert same_words(one) == same_words(other)


@pytest.mark.parametrize("other", ["Send the decks", "Send the deck!", "Sénd the deck", ""])
def test_anything_else_makes_other_words(other: str) -> None:
    assert same_words("Send the deck") != same_words(other)


def test_the_first_record_of_those_words_is_found() -> None:
    records = [_Record("Deck"), _Record("budget?", "question"), _Record()]

    assert first_with_words("BUDGET?", records) is records[1]
    assert first_with_words("Budget", records) is None


def test_a_repetition_that_says_nothing_new_passes() -> None:
    check_nothing_new(ON_FILE, _Record(), {"kind": "topic", "due_on": None}, FIELDS)


def test_what_a_repetition_says_anew_is_named_with_the_command() -> None:
    record = _Record(due_on=date(2026, 12, 1))
    given = {"kind": "update", "due_on": date(2026, 12, 4)}

    with pytest.raises(Refused) as refused:
        check_nothing_new(
            ON_FILE,
            record,
            given,
            FIELDS,
            more=[("helped by Bo", "goal link g1 bo")],
            another="; or else.",
        )

    assert (refused.value.message, refused.value.hint) == (
        (
            "a3 is on file already: on the agenda with Ana. New would be: kind topic → update,"
            " by Tue 1 Dec 2026 → Fri 4 Dec 2026 and helped by Bo."
        ),
        (
            "To add that: boardroom agenda edit a3 --kind update --by 'Fri 4 Dec 2026'"
            " && boardroom goal link g1 bo; or else."
        ),
    )


@pytest.mark.parametrize(
    ("field", "value", "option"),
    [
        (Field("goal_id", "goal", letter=GOAL.letter), 3, "--goal g3"),
        (Field("minutes", "minutes"), 45, "--for 45m"),
        (Field("start_time", "time"), "15:30", "--at 15:30"),
        (Field("horizon", "term"), "long", "--long"),
        (Field("must", "kind", flag=("nice-to-have", "must-have")), False, "--nice"),
        (Field("private", "private"), True, "--private"),
        (Field("private", "private"), False, "--no-private"),
        (Field("why", "Why", text=True), "it's time", "--why 'it'\"'\"'s time'"),
        (Field("why", "Why", text=True), "two\nlines", "--why -"),
        (Field("why", "Why", text=True), "l" * 201, "--why -"),
    ],
)
def test_an_option_is_written_as_it_is_typed(field: Field, value: object, option: str) -> None:
    assert option_of(field, value) == option
