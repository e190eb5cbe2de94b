"""Days in the cells of another program's table.

A year, a month or a number that is missing is never filled in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from boardroom.formats.incoming.month_names import month_of
from boardroom.formats.incoming.records import shown
from boardroom.record import Record
from boardroom.rules.calendar import days_in_month

_SEPARATOR = r"[/.\-]"
NUMERIC = re.compile(
    rf"(?P<first>\d{{1,2}})(?P<sep>{_SEPARATOR}) ?(?P<second>\d{{1,2}})(?P=sep) ?"
    r"(?P<year>\d{4}|\d{2})"
)
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})[/.\-年] ?(?P<month>\d{1,2})[/.\-月] ?(?P<day>\d{1,2})日?"
)
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})")
_WORD = r"(?P<month>[^\W\d_]{3,}\.?)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?"
_YEAR = r"(?P<year>\d{4}|'?\d{2})"
_NAMED = (
    re.compile(
        rf"{_DAY}[ \-/]*(?:of |de |di )?{_WORD}[ \-/,]*(?:of |de |del )?{_YEAR}", re.IGNORECASE
    ),
    re.compile(rf"{_WORD}[ \-/]*{_DAY}[ \-/,]+{_YEAR}", re.IGNORECASE),
)
NAMED_WITHOUT_YEAR = (
    re.compile(rf"{_DAY}[ \-/]*(?:of |de |di )?{_WORD}", re.IGNORECASE),
    re.compile(rf"{_WORD}[ \-/]*{_DAY}", re.IGNORECASE),
)
_WITHOUT_YEAR = re.compile(rf"(?:--)?(?P<first>\d{{1,2}}){_SEPARATOR}(?P<second>\d{{1,2}})\.?")
_INSTANT = re.compile(
    r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?"
)
_TIME = re.compile(
    r"[T, ]+(?:at |um |à )?(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::\d{2})?(?:\.\d+)?"
    r"\s*(?P<half>[ap]\.?m\.?)?$",
    re.IGNORECASE,
)
_SERIAL = re.compile(r"(?P<day>[1-9]\d{4})(?:[.,](?P<part>\d{1,12}))?")
WEEKDAY = re.compile(r"^[^\W\d_]{2,12}\.?,? +(?=\S)")
NO_DAY = re.compile(r"0{1,2}[/.\-]0{1,2}[/.\-]0{1,4}|0000-00-00")
_FIRST_SERIAL = date(1899, 12, 30)
_FIRST_OF_1904 = date(1904, 1, 1)
LONGEST = 60


class Day(Record):
    """A day and perhaps the time of it, HH:MM."""

    on: date
    at: str | None = None


def read_day(cell: str, order: str | None, *, since_1904: bool = False) -> Day:
    """The day in a cell of a column of that order, in which numbers may count `since_1904`.

    Raises:
        ValueError: it is no full date; the message says why.
    """
    text = " ".join(cell.split())
    if len(text) > LONGEST:
        raise ValueError(f"{shown(cell)} is no date")
    if NO_DAY.fullmatch(text):
        raise ValueError("it has no day")
    if _INSTANT.fullmatch(text):
        return _from_instant(text)
    text = text.partition("→")[0].strip()  # a range of Notion's begins on its first day
    serial = _SERIAL.fullmatch(text)
    if serial:
        return _from_serial(serial["day"], serial["part"] or "", since_1904=since_1904)
    at = None
    if time := _TIME.search(text):
        at = _clock(int(time["hour"]), int(time["minute"]), time["half"] or "")
        text = text[: time.start()].strip()
    on = _full(text, order) or _full(WEEKDAY.sub("", text, count=1), order)
    if on is None:
        raise ValueError(_why_not(text))
    return Day(on, at)


def serial_doubt(cells: Iterable[str], column: str, *, since_1904: bool | None) -> str:
    """What to say of a column with days as Excel counts them; empty if there are none.

    `since_1904` is None where it can't be said that they count from then.
    """
    serial = next((cell for cell in cells if _SERIAL.fullmatch(cell.strip())), "")
    if not serial:
        return ""
    on = read_day(serial, None, since_1904=bool(since_1904)).on
    if since_1904 is not False:
        since = 1904 if since_1904 else 1900
        return f"{column}: {serial} is {on}, as Excel counts days from {since}."
    other = read_day(serial, None, since_1904=True).on
    return (
        f"{column}: {serial} is {on}, as Excel counts days from 1900. From 1904 it would be"
        f" {other}: --map '{column}=date_1904'."
    )


def _full(text: str, order: str | None) -> date | None:
    """The day of a text that has day, month and year; None if it has not."""
    for shape in (_YEAR_FIRST.fullmatch(text), _COMPACT.fullmatch(text)):
        if shape:
            return _day(int(shape["year"]), int(shape["month"]), int(shape["day"]), text)
    if shape := NUMERIC.fullmatch(text):
        first, second = int(shape["first"]), int(shape["second"])
        day, month = (second, first) if order == "mdy" else (first, second)
        if order is None and day <= 12 and month > 12:
            day, month = month, day
        return _day(_year(shape["year"]), month, day, text)
    for named in _NAMED:
        shape = named.fullmatch(text)
        if shape and (number := month_of(shape["month"])):
            return _day(_year(shape["year"].lstrip("'")), number, int(shape["day"]), text)
    return None


def _day(year: int, month: int, day: int, text: str) -> date:
    if not (1900 <= year <= 2200 and 1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
        raise ValueError(f"there is no {shown(text)}")
    return date(year, month, day)


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _from_instant(text: str) -> Day:
    try:
        instant = datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(f"there is no {shown(text)}") from None
    if instant.tzinfo is not None:
        instant = instant.astimezone()
    return Day(instant.date(), f"{instant:%H:%M}")


def _from_serial(day: str, part: str, *, since_1904: bool) -> Day:
    """A day as Excel counts them from 1900 or 1904, with the time as a fraction of it."""
    on = (_FIRST_OF_1904 if since_1904 else _FIRST_SERIAL) + timedelta(days=int(day))
    if not part:
        return Day(on)
    minutes = round(float(f"0.{part}") * 24 * 60) % (24 * 60)
    return Day(on, f"{minutes // 60:02}:{minutes % 60:02}")


def _clock(hour: int, minute: int, half: str) -> str | None:
    if half:
        hour = hour % 12 + (12 if half.lower().startswith("p") else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


def _why_not(text: str) -> str:
    if text and not text.strip("#"):
        return "the column was too narrow when the table was saved, so its day is lost"
    if not text:
        return "it has no day"
    without_year = any(
        (shape := named.fullmatch(text)) and month_of(shape["month"])
        for named in NAMED_WITHOUT_YEAR
    )
    if without_year or _WITHOUT_YEAR.fullmatch(text):
        return f"{shown(text)} has no year"
    return f"{shown(text)} is no date like 2026-11-24"
