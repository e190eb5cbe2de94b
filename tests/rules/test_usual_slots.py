"""Usual slots: words, recurrence rules, and the next ones."""

from datetime import date

import pytest

from boardroom.errors import BadInput
from boardroom.rules.moments import Moment
from boardroom.rules.usual_slots import (
    check_rule,
    next_slots,
    parse_usual,
    usual_words,
    weekly_slot,
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


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY;COUNT=1000000000", "FREQ=DAILY", "thu 16:00", ""])
def test_a_foreign_rule_is_refused(rule: str) -> None:
    with pytest.raises(BadInput, match="is not the recurrence rule"):
        check_rule(rule)


def test_a_weekly_slot_is_made_of_a_weekday_and_a_time() -> None:
    assert weekly_slot(3, "16:00") == THURSDAYS


def test_slots_inside_the_window_are_proposed() -> None:
    assert next_slots(THURSDAYS, date(2026, 12, 5), date(2026, 12, 20), [], today=TODAY) == [
        Moment(date(2026, 12, 10), "16:00"),
        Moment(date(2026, 12, 17), "16:00"),
    ]


def test_a_day_on_which_something_is_planned_is_left_out() -> None:
    taken = [date(2026, 12, 10)]
    assert next_slots(THURSDAYS, date(2026, 12, 5), date(2026, 12, 20), taken, today=TODAY) == [
        Moment(date(2026, 12, 17), "16:00")
    ]


def test_without_a_slot_inside_the_last_one_before_its_end_is_proposed() -> None:
    rule = parse_usual("first tue 16:00")
    assert next_slots(rule, date(2026, 12, 5), date(2026, 12, 20), [], today=TODAY) == [
        Moment(date(2026, 12, 1), "16:00")
    ]


def test_an_overdue_meeting_is_proposed_for_the_first_slot_ahead() -> None:
    assert next_slots(
        "FREQ=WEEKLY;BYDAY=TH", date(2026, 9, 5), date(2026, 9, 20), [], today=TODAY
    ) == [Moment(date(2026, 12, 3), None)]
