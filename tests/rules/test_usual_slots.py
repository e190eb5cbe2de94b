"""Usual slots: words, recurrence rules, and the next ones."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from boardroom.errors import BadInput
from boardroom.rules.moments import Moment
from boardroom.rules.typed_slots import parse_usual
from boardroom.rules.usual_slots import (
    check_rule,
    habit_rule,
    is_beside,
    next_slots,
    slot_rule,
    usual_words,
)

THURSDAYS = "FREQ=WEEKLY;BYDAY=TH;BYHOUR=16;BYMINUTE=0"
TODAY = date(2026, 11, 29)  # a Sunday


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("thu 16:00", THURSDAYS, "thu 16:00"),
        ("Thursdays at 4pm", THURSDAYS, "thu 16:00"),
        ("every  Thu 16h", THURSDAYS, "thu 16:00"),
        ("thu", "FREQ=WEEKLY;BYDAY=TH", "thu"),
        ("first tue 16:00", "FREQ=MONTHLY;BYDAY=1TU;BYHOUR=16;BYMINUTE=0", "first tue 16:00"),
        ("the 3rd wed of the month", "FREQ=MONTHLY;BYDAY=3WE", "third wed"),
        ("last fri 9:30", "FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=9;BYMINUTE=30", "last fri 09:30"),
    ],
)
def test_a_slot_is_read_and_said(text: str, rule: str, words: str) -> None:
    assert (parse_usual(text), usual_words(rule)) == (rule, words)
    assert parse_usual(words) == rule


@pytest.mark.parametrize("text", ["", "16:00", "24 Nov", "fifth tue", "every day", "thu 25:00"])
def test_what_is_no_slot_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="is not a"):
        parse_usual(text)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY;COUNT=9",
        "FREQ=WEEKLY;BYDAY=2TH",
        "FREQ=WEEKLY;BYDAY=TH;BYHOUR=24;BYMINUTE=0",
        "",
    ],
)
def test_a_foreign_rule_is_refused(rule: str) -> None:
    with pytest.raises(BadInput, match="is not the recurrence rule"):
        check_rule(rule)


def test_the_commonest_weekday_and_the_newest_time_make_a_habit() -> None:
    met = [(date(2026, 11, 24), None), (date(2026, 10, 22), "16:00"), (date(2026, 9, 17), "9:00")]

    assert habit_rule(met) == THURSDAYS


def test_of_weekdays_alike_the_newest_is_the_habit() -> None:
    met = [(date(2026, 11, 24), None), (date(2026, 10, 22), None)]

    assert habit_rule(met) == "FREQ=WEEKLY;BYDAY=TU"


@pytest.mark.parametrize(
    ("met", "day"),
    [
        (["2026-11-21"], "FR"),
        (["2026-11-22", "2026-11-15"], "MO"),
        (["2026-11-21", "2026-11-14", "2026-11-05"], "TH"),
        (["2026-11-21", "2026-11-14", "2026-11-07"], "SA"),  # so often, it is a habit
    ],
)
def test_a_weekend_or_two_make_no_habit(met: list[str], day: str) -> None:
    days = [date.fromisoformat(on) for on in met]

    rule = habit_rule([(on, None) for on in days])

    assert rule == f"FREQ=WEEKLY;BYDAY={day}"
    assert is_beside(rule, days) == (day in ("FR", "MO"))


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        (date(2026, 12, 5), date(2026, 12, 20), ["2026-12-10"]),
        (date(2026, 12, 10), date(2026, 12, 10), ["2026-12-10"]),
        (date(2026, 12, 4), date(2026, 12, 9), ["2026-12-03"]),
        (date(2026, 12, 4), date(2026, 12, 8), ["2026-12-03"]),
        (date(2026, 11, 1), date(2026, 11, 20), ["2026-12-03"]),
        (date(2026, 11, 20), date(2026, 12, 1), ["2026-12-03"]),
    ],
)
def test_the_next_slot_of_a_window(first: date, last: date, days: list[str]) -> None:
    slots = next_slots(THURSDAYS, first, last, [], today=TODAY)

    assert [slot.on.isoformat() for slot in slots] == days


def test_three_slots_go_on_behind_the_window() -> None:
    rule = parse_usual("first tue 16:00")

    assert next_slots(rule, date(2026, 12, 5), date(2026, 12, 20), [], today=TODAY, count=3) == [
        Moment(date(2026, 12, 1), "16:00"),
        Moment(date(2027, 1, 5), "16:00"),
        Moment(date(2027, 2, 2), "16:00"),
    ]


def test_a_day_on_which_something_is_planned_is_left_out() -> None:
    taken = [date(2026, 12, 10)]

    assert next_slots(THURSDAYS, date(2026, 12, 5), date(2026, 12, 20), taken, today=TODAY) == [
        Moment(date(2026, 12, 17), "16:00")
    ]


def test_where_all_days_are_taken_nothing_is_proposed() -> None:
    taken = [TODAY + timedelta(days=days) for days in range(200)]

    assert next_slots(THURSDAYS, TODAY, TODAY, taken, today=TODAY) == []


@given(
    weekday=st.integers(0, 6),
    first=st.dates(date(2026, 1, 1), date(2030, 1, 1)),
    length=st.integers(0, 60),
)
def test_weekly_slots_are_those_of_dateutil(weekday: int, first: date, length: int) -> None:
    rule = slot_rule(weekday, None)
    start = datetime.combine(first, time())
    last = first + timedelta(days=length)

    slots = next_slots(rule, first, last, [], today=first, count=100)

    expected = [
        moment.date() for moment in rrulestr(rule, dtstart=start).xafter(start, 100, inc=True)
    ]
    assert [slot.on for slot in slots] == expected[: len(slots)]
    assert slots
