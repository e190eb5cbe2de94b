"""Weekdays: `tue`, `next tue`, `last fri`, `thu next week`, `next week thursday`.

A part of the grammar in `dates`. Words are in lower case and single-spaced.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from boardroom.errors import BadInput
from boardroom.rules.calendar_dates import Toward
from boardroom.rules.day_format import format_day
from boardroom.rules.days_of_month import WEEKDAY, WEEKDAY_NUMBERS
from boardroom.rules.text import quoted

# Patterns are compiled by `re` when first used, as in `dates`.
_A_WEEKDAY = rf"(?:(?P<which>this|next|last) )?{WEEKDAY}"
_WEEK = r"(?:the )?(?P<week>this|next|last) week"
_OF_A_WEEK = (rf"{WEEKDAY} (?:(?:of|in) )?{_WEEK}", rf"{_WEEK}(?: on)? {WEEKDAY}")
_WEEKS_AWAY = {"last": -1, "this": 0, "next": 1}


def day_of_week(words: str, *, today: date, toward: Toward) -> date | None:
    """Parses a weekday, of a week that may be named; None if the words have another form.

    Raises:
        BadInput: the day depends on whether a week begins on Sunday or on Monday.
        OverflowError: it is outside the years of the calendar.
    """
    if shape := re.fullmatch(_A_WEEKDAY, words):
        return _nearest(today, WEEKDAY_NUMBERS[shape["weekday"]], shape["which"], toward)
    for form in _OF_A_WEEK:
        if shape := re.fullmatch(form, words):
            return _in_week(
                words, today, WEEKDAY_NUMBERS[shape["weekday"]], _WEEKS_AWAY[shape["week"]]
            )
    return None


def _nearest(today: date, number: int, which: str | None, toward: Toward) -> date:
    ahead = (number - today.weekday()) % 7
    behind = (today.weekday() - number) % 7
    if which == "next":
        return today + timedelta(days=ahead or 7)
    if which == "last":
        return today - timedelta(days=behind or 7)
    return today + timedelta(days=ahead if toward == "forward" else -behind)


def _in_week(words: str, today: date, number: int, weeks: int) -> date:
    from_monday = today + timedelta(days=7 * weeks + number - today.weekday())
    from_sunday = today + timedelta(days=7 * weeks + (number + 1) % 7 - (today.weekday() + 1) % 7)
    if from_monday != from_sunday:
        first, second = sorted((from_monday, from_sunday))
        raise BadInput(
            f"{quoted(words)} could be {format_day(first)} or {format_day(second)}:"
            " weeks begin on Monday or on Sunday.",
            f"Write the day itself, like {format_day(first)}.",
        )
    return from_monday
