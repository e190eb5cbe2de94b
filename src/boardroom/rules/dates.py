"""Days as people write them: `tue`, `next tue`, `in 3w`, `24 Nov 15:30`. What leaves room for doubt is refused, never guessed.

dateutil guesses (it reads "10" and "may" as days of this month), so the whole grammar is our own; days written out are in `absolute`.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from boardroom.errors import BadInput
from boardroom.rules.calendar import add_months
from boardroom.rules.calendar_dates import (
    FIRST_YEAR,
    FORMS,
    LAST_YEAR,
    Toward,
    in_reach,
    parse_absolute,
)
from boardroom.rules.day_format import format_day
from boardroom.rules.text import quoted

__all__ = ["Moment", "Toward", "on_day", "parse"]

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY_NUMBERS = {
    **{name.lower(): number for number, name in enumerate(_WEEKDAYS)},
    **{name[:3].lower(): number for number, name in enumerate(_WEEKDAYS)},
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}
_DAYS_AWAY = {"today": 0, "tomorrow": 1, "yesterday": -1}
_UNITS = {
    "d": "d",
    "day": "d",
    "days": "d",
    "w": "w",
    "week": "w",
    "weeks": "w",
    "m": "m",
    "month": "m",
    "months": "m",
}
_UNITS |= {"y": "y", "year": "y", "years": "y"}
# 300 years in days have six digits; more digits than that can't be in reach, and int() refuses thousands of them.
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


class Moment(NamedTuple):
    """A day, and a time of that day where one was given, as `15:30`."""

    on: date
    at: str | None


def parse(text: str, *, today: date, toward: Toward, date_order: str | None = None) -> Moment:
    """The day, and perhaps the time, that the text means.

    Where a year or a week is missing, `forward` takes the first such day from today on, `back` the last one up to today.
    `date_order` (`dmy` or `mdy`) decides 03/04/2026.

    Raises:
        BadInput: it is no date, leaves doubt which one, names a day that does not exist, or one outside 1900 to 2200.
    """
    said = quoted(text.strip())
    words = " ".join(text.replace(",", " ").lower().split())
    if not text.strip():
        raise BadInput("The date is empty.", FORMS)
    day, time = _split_time(words)
    at = None if time is None else _clock(time)
    if not day:
        if at is None:
            raise BadInput(f"{said} is not a date.", FORMS)
        raise BadInput(f"{said} is a time without a day.", f"Say the day too: today {at}.")
    on = _relative(day, today, toward)
    if on is None:
        on = _written_out(day, said, today, toward, date_order)
    return Moment(in_reach(on), at)


def on_day(text: str, *, today: date, toward: Toward, date_order: str | None = None) -> date:
    """The day that the text means, as `parse` reads it.

    Raises:
        BadInput: as `parse`, or a time is given too.
    """
    moment = parse(text, today=today, toward=toward, date_order=date_order)
    if moment.at is not None:
        raise BadInput(
            f"{quoted(text.strip())} has a time, where only a day is wanted.",
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
            return add_months(today, count * 12 if unit == "y" else count)
        return today + timedelta(days=count * 7 if unit == "w" else count)
    except (ValueError, OverflowError):
        raise _too_far() from None


def _number(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise _too_far()
    return int(digits)


def _too_far() -> BadInput:
    return BadInput(
        f"That is out of reach: dates go from {FIRST_YEAR} to {LAST_YEAR}.",
        "Choose a nearer day, like in 3w.",
    )


def _written_out(
    words: str, said: str, today: date, toward: Toward, date_order: str | None
) -> date:
    prefixed = _WEEKDAY_FIRST.fullmatch(words)
    on = parse_absolute(
        prefixed["rest"] if prefixed else words, today=today, toward=toward, date_order=date_order
    )
    if on is None:
        raise BadInput(f"{said} is not a date.", FORMS)
    if prefixed and on.weekday() != _WEEKDAY_NUMBERS[prefixed["weekday"]]:
        claimed = _WEEKDAYS[_WEEKDAY_NUMBERS[prefixed["weekday"]]]
        raise BadInput(
            f"{format_day(on)} is not a {claimed}.",
            f"Write {format_day(on)}, or leave the weekday out.",
        )
    return on
