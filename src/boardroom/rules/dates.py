"""Dates as people type them: `tue`, `next tue`, `in 3w`, `24 Nov 15:30`. Unclear ones are refused.

The grammar is our own because dateutil's parser guesses: it reads "10" and "may" as days of this
month. Full dates are in `calendar_dates`.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from boardroom.errors import BadInput
from boardroom.record import Record
from boardroom.rules.calendar_dates import (
    FIRST_YEAR,
    FORMS,
    LAST_YEAR,
    Toward,
    check_year,
    parse_written_out,
)
from boardroom.rules.day_format import WEEKDAYS, format_day
from boardroom.rules.text import quoted
from boardroom.rules.windows import UNITS

__all__ = ["Moment", "Toward", "parse_day", "parse_moment"]

_WEEKDAY_NUMBERS = {
    **{name.lower(): number for number, name in enumerate(WEEKDAYS)},
    **{name[:3].lower(): number for number, name in enumerate(WEEKDAYS)},
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}
_DAYS_AWAY = {"today": 0, "tomorrow": 1, "yesterday": -1}
_UNITS = UNITS | {"y": "y", "year": "y", "years": "y"}
# 300 years in days has six digits. int() raises an error of its own for thousands of digits.
_MOST_DIGITS = 6

_WEEKDAY = rf"(?P<weekday>{'|'.join(sorted(_WEEKDAY_NUMBERS, key=len, reverse=True))})\.?"
_LENGTH = rf"(?P<count>[0-9]+) ?(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
_A_WEEKDAY = re.compile(rf"(?:(?P<which>this|next|last) )?{_WEEKDAY}")
_WEEKDAY_FIRST = re.compile(rf"{_WEEKDAY} (?P<rest>.+)")
_AHEAD = re.compile(rf"(?:in |\+ ?){_LENGTH}")
_BEHIND = (re.compile(rf"{_LENGTH} ago"), re.compile(rf"- ?{_LENGTH}"))
_ONLY_A_LENGTH = re.compile(_LENGTH)

_WITH_TIME = (
    re.compile(r"(?P<day>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})t(?P<time>.+)"),
    re.compile(r"(?:(?P<day>.*\S) )?at (?P<time>.+)"),
    re.compile(r"(?:(?P<day>.*\S) )?(?P<time>[0-9]+:\S*(?: ?[ap]m)?|[0-9]+ ?[ap]m)"),
)
_CLOCK = re.compile(r"(?P<hour>[0-9]{1,2})(?::(?P<minute>[0-5][0-9]))? ?(?P<half>[ap]m)?")


class Moment(Record):
    """A day, and a time of that day as `15:30` if one was given."""

    on: date
    at: str | None


def parse_moment(
    text: str, *, today: date, toward: Toward, date_order: str | None = None
) -> Moment:
    """Parses a day, and a time if there is one.

    If the year or the week is left out, `forward` means the first such day from today on, and
    `back` the last one up to today. `date_order` (`dmy` or `mdy`) decides 03/04/2026.

    Raises:
        BadInput: the text is not a date, could be either of two, or is a day that does not exist or
            is outside 1900 to 2200.
    """
    as_typed = quoted(text.strip())
    words = " ".join(text.replace(",", " ").lower().split())
    if not text.strip():
        raise BadInput("The date is empty.", FORMS)
    day, time = _split_time(words)
    at = None if time is None else _clock(time)
    if not day:
        if at is None:
            raise BadInput(f"{as_typed} is not a date.", FORMS)
        raise BadInput(f"{as_typed} is a time without a day.", f"Add the day: today {at}.")
    on = _relative(day, today, toward)
    if on is None:
        on = _written_out(day, as_typed, today, toward, date_order)
    check_year(on.year)
    return Moment(on, at)


def parse_day(text: str, *, today: date, toward: Toward, date_order: str | None = None) -> date:
    """Parses a day without a time, as `parse_moment` does.

    Raises:
        BadInput: see `parse_moment`; or the text has a time.
    """
    moment = parse_moment(text, today=today, toward=toward, date_order=date_order)
    if moment.at is not None:
        raise BadInput(
            f"{quoted(text.strip())} has a time, but only a day is allowed.",
            f"Leave the time out: {moment.on.isoformat()}.",
        )
    return moment.on


def _split_time(words: str) -> tuple[str, str | None]:
    for with_time in _WITH_TIME:
        if shape := with_time.fullmatch(words):
            return shape["day"] or "", shape["time"]
    return words, None


def _clock(time: str) -> str:
    shape = _CLOCK.fullmatch(time)
    hour, minute, half = (
        (int(shape["hour"]), shape["minute"], shape["half"]) if shape else (24, None, None)
    )
    in_range = 1 <= hour <= 12 if half else hour <= 23 and minute is not None
    if not in_range:
        raise BadInput(
            f"{quoted(time)} is not a time of day.", "Write it like 15:30, 3pm or 3:30pm."
        )
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour:02}:{minute or '00'}"


def _relative(words: str, today: date, toward: Toward) -> date | None:
    if words in _DAYS_AWAY:
        return _away(today, _DAYS_AWAY[words], "d")
    if shape := _A_WEEKDAY.fullmatch(words):
        return _weekday(today, _WEEKDAY_NUMBERS[shape["weekday"]], shape["which"], toward)
    if shape := _AHEAD.fullmatch(words):
        return _away(today, _number(shape["count"]), _UNITS[shape["unit"]])
    for behind in _BEHIND:
        if shape := behind.fullmatch(words):
            return _away(today, -_number(shape["count"]), _UNITS[shape["unit"]])
    if _ONLY_A_LENGTH.fullmatch(words):
        raise BadInput(
            f"{quoted(words)} is a length of time, not a day.",
            f"Say which way: in {words}, or {words} ago.",
        )
    return None


def _weekday(today: date, number: int, which: str | None, toward: Toward) -> date:
    ahead = (number - today.weekday()) % 7
    behind = (today.weekday() - number) % 7
    if which == "next":
        return _away(today, ahead or 7, "d")
    if which == "last":
        return _away(today, -(behind or 7), "d")
    return _away(today, ahead if toward == "forward" else -behind, "d")


def _away(today: date, count: int, unit: str) -> date:
    try:
        if unit in ("m", "y"):
            return _months_away(today, count * 12 if unit == "y" else count)
        return today + timedelta(days=count * 7 if unit == "w" else count)
    except (ValueError, OverflowError):
        raise _too_far() from None


def _months_away(today: date, months: int) -> date:
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415  4 to 10 ms, seldom needed

    return today + relativedelta(months=months)


def _number(digits: str) -> int:
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
    prefixed = _WEEKDAY_FIRST.fullmatch(words)
    on = parse_written_out(
        prefixed["rest"] if prefixed else words, today=today, toward=toward, date_order=date_order
    )
    if on is None:
        raise BadInput(f"{as_typed} is not a date.", FORMS)
    if prefixed and on.weekday() != _WEEKDAY_NUMBERS[prefixed["weekday"]]:
        claimed = WEEKDAYS[_WEEKDAY_NUMBERS[prefixed["weekday"]]]
        raise BadInput(
            f"{format_day(on)} is not a {claimed}.",
            f"Write {format_day(on)}, or leave the weekday out.",
        )
    return on
