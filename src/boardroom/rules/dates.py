"""Dates as people type them: `tue`, `next tue`, `in 3w`, `24 Nov 15:30`. Unclear ones are refused.

The grammar is our own because dateutil's parser guesses: it reads "10" and "may" as days of this
month. Full dates are in `calendar_dates`.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from boardroom.errors import BadInput
from boardroom.rules.calendar_dates import (
    FIRST_YEAR,
    FORMS,
    LAST_YEAR,
    Toward,
    check_year,
    parse_written_out,
)
from boardroom.rules.clock_times import parse_clock_time, split_time
from boardroom.rules.day_format import WEEKDAYS, format_day
from boardroom.rules.days_of_month import WEEKDAY, WEEKDAY_NUMBERS, day_of_month
from boardroom.rules.days_of_week import day_of_week
from boardroom.rules.instants import parse_instant
from boardroom.rules.moments import JustPassed, Moment, StillAhead, TimeAlone
from boardroom.rules.text import quoted
from boardroom.rules.vague_dates import refuse_vague
from boardroom.rules.windows import NUMBER_WORDS, UNITS

__all__ = [
    "MOST_WORDS",
    "JustPassed",
    "Moment",
    "StillAhead",
    "Toward",
    "parse_day",
    "parse_moment",
]

MOST_WORDS = 12
"""The most words that a day with a time may have, with some to spare."""
_DAYS_AWAY = {
    "today": 0,
    "tomorrow": 1,
    "tmrw": 1,
    "tmr": 1,
    "day after tomorrow": 2,
    "the day after tomorrow": 2,
    "yesterday": -1,
    "day before yesterday": -2,
    "the day before yesterday": -2,
}
_UNITS = UNITS | {"y": "y", "year": "y", "years": "y", "fortnight": "f", "fortnights": "f"}
_DAYS_IN = {"d": 1, "w": 7, "f": 14}
# 300 years in days has six digits. int() raises an error of its own for thousands of digits.
_MOST_DIGITS = 6

_UNIT = rf"(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
_LENGTH = rf"(?P<count>[0-9]+ ?|(?:{'|'.join(NUMBER_WORDS)}) ){_UNIT}"
# Patterns are compiled by `re` when first used: all of these at once would take 1.4 ms.
_WEEKDAY_FIRST = rf"{WEEKDAY} (?P<rest>.+)"
_AHEAD = (
    rf"(?:in |\+ ?){_LENGTH}",
    rf"in {_LENGTH}(?:['’]?s|['’])? time",
    rf"{_LENGTH} from (?:now|today)",
)
_BEHIND = (rf"{_LENGTH} ago", rf"- ?{_LENGTH}")

_PREPOSITION = r"^(?:on|by) "
_HALF_A_YEAR = r"\b(?:half a|a half|half) year\b"
_NEAR = timedelta(days=14)
_MOST_OF_A_YEAR = timedelta(days=300)


def parse_moment(
    text: str,
    *,
    today: date,
    toward: Toward,
    date_order: str | None = None,
    bare_length: bool = False,
) -> Moment:
    """Parses a day, and a time if there is one.

    If the year or the week is left out, `forward` means the first such day from today on, and
    `back` the last one up to today. `date_order` (`dmy` or `mdy`) decides 03/04/2026. A
    `bare_length` such as `3w` goes in that direction too; otherwise it is refused. A time with an
    offset becomes local.

    Raises:
        BadInput: the text is not a date, could be either of two, or is a day that does not exist or
            is outside 1900 to 2200.
        JustPassed: `forward` would take a day of the last 14 days for that of next year.
        StillAhead: `back` would take a day of the next 14 days for that of last year.
    """
    if days := _near_day_on_other_side(text, today, toward, date_order):
        error = JustPassed if toward == "forward" else StillAhead
        raise error(*days, today=today)
    return _parse(text, today, toward, date_order, bare_length=bare_length)


def _parse(
    text: str, today: date, toward: Toward, date_order: str | None, *, bare_length: bool = False
) -> Moment:
    as_typed = quoted(text.strip())
    words = re.sub(_HALF_A_YEAR, "6 months", " ".join(text.replace(",", " ").lower().split()))
    if not text.strip():
        raise BadInput("The date is empty.", FORMS)
    if instant := parse_instant(words):
        return Moment(*instant)
    words = re.sub(_PREPOSITION, "", words)
    day, time = split_time(words)
    clock = None if time is None else parse_clock_time(time)
    day = re.sub(_PREPOSITION, "", day)
    if not day:
        if clock is None:
            raise BadInput(f"{as_typed} is not a date.", FORMS)
        raise TimeAlone(as_typed, clock.at, clock.minutes)
    on = _relative(day, today, toward, bare_length=bare_length)
    if on is None:
        on = _written_out(day, as_typed, today, toward, date_order)
    check_year(on.year)
    return Moment(on, None) if clock is None else Moment(on, clock.at, clock.minutes)


def parse_day(
    text: str,
    *,
    today: date,
    toward: Toward,
    date_order: str | None = None,
    bare_length: bool = False,
) -> date:
    """Parses a day without a time, as `parse_moment` does.

    Raises:
        BadInput: see `parse_moment`; or the text has a time.
    """
    moment = parse_moment(
        text, today=today, toward=toward, date_order=date_order, bare_length=bare_length
    )
    if moment.at is not None:
        raise BadInput(
            f"{quoted(text.strip())} has a time, but only a day is allowed.",
            f"Leave the time out: {moment.on.isoformat()}.",
        )
    return moment.on


def _near_day_on_other_side(
    text: str, today: date, toward: Toward, date_order: str | None
) -> tuple[Moment, Moment | None] | None:
    """The day within 14 days that a text without a year names, if it is on the other side of today.

    The second is the one it names in another year, if any. None if it names no such day.
    """
    other: Toward = "back" if toward == "forward" else "forward"
    try:
        near = _parse(text, today, other, date_order)
    except BadInput:
        return None
    distance = (today - near.on) * (1 if toward == "forward" else -1)
    if not timedelta() < distance <= _NEAR:
        return None
    try:
        far = _parse(text, today, toward, date_order)
    except BadInput:
        return near, None  # “fri 20 Nov” fits no other year
    same_month = far.on.month == near.on.month
    in_other_year = same_month and abs(far.on - near.on) > _MOST_OF_A_YEAR
    return (near, far) if in_other_year else None


def _relative(words: str, today: date, toward: Toward, *, bare_length: bool) -> date | None:
    if words in _DAYS_AWAY:
        return _away(today, _DAYS_AWAY[words], "d")
    try:
        if on := day_of_week(words, today=today, toward=toward):
            return on
    except OverflowError:
        raise _too_far() from None
    for sign, forms in ((1, _AHEAD), (-1, _BEHIND)):
        for form in forms:
            if shape := re.fullmatch(form, words):
                return _away(today, sign * _number(shape["count"]), _UNITS[shape["unit"]])
    if on := day_of_month(words, today=today, toward=toward):
        return on
    shape = re.fullmatch(_LENGTH, words)
    if shape and bare_length:
        count = _number(shape["count"]) * (1 if toward == "forward" else -1)
        return _away(today, count, _UNITS[shape["unit"]])
    if shape:
        raise BadInput(
            f"{quoted(words)} is a length of time, not a day.",
            f"Say which way: in {words}, or {words} ago.",
        )
    return None


def _away(today: date, count: int, unit: str) -> date:
    try:
        if unit in ("m", "y"):
            return _months_away(today, count * 12 if unit == "y" else count)
        return today + timedelta(days=count * _DAYS_IN[unit])
    except (ValueError, OverflowError):
        raise _too_far() from None


def _months_away(today: date, months: int) -> date:
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415  4 to 10 ms, seldom needed

    return today + relativedelta(months=months)


def _number(count: str) -> int:
    digits = count.strip()
    if digits in NUMBER_WORDS:
        return NUMBER_WORDS[digits]
    if len(digits) > _MOST_DIGITS:
        raise _too_far()
    return int(digits)


def _too_far() -> BadInput:
    return BadInput(
        f"That is out of range: dates go from {FIRST_YEAR} to {LAST_YEAR}.",
        "Use a nearer day, like in 3w.",
    )


def _written_out(
    words: str, as_typed: str, today: date, toward: Toward, date_order: str | None
) -> date:
    refuse_vague(words, today=today)
    prefixed = re.fullmatch(_WEEKDAY_FIRST, words)
    on = parse_written_out(
        prefixed["rest"] if prefixed else words, today=today, toward=toward, date_order=date_order
    )
    if on is None:
        raise BadInput(f"{as_typed} is not a date.", FORMS)
    if prefixed and on.weekday() != WEEKDAY_NUMBERS[prefixed["weekday"]]:
        claimed = WEEKDAYS[WEEKDAY_NUMBERS[prefixed["weekday"]]]
        raise BadInput(
            f"{format_day(on)} is not a {claimed}.",
            f"Write {format_day(on)}, or leave the weekday out.",
        )
    return on
