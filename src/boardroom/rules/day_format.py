"""Days as text, the same in every locale: “Tue 24 Nov 2026 15:30”, “in 3 days”."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def to_local(instant: datetime) -> datetime:
    """A time with an offset as that of this computer's zone, without an offset.

    Unlike `astimezone`, it takes whatever zone TZ names, even one more than a day from UTC.

    Raises:
        ValueError, OverflowError, OSError: it leaves the calendar, or what the system knows.
    """
    return datetime(*time.localtime(instant.timestamp())[:6])  # noqa: DTZ001  local, as it says


def to_utc(on: date, at: str) -> datetime:
    """A local time of day, like `15:30`, as that of UTC.

    Raises:
        ValueError, OverflowError, OSError: it leaves the calendar, or what the system knows.
    """
    local = datetime.fromisoformat(f"{on.isoformat()}T{at}")
    return datetime.fromtimestamp(local.timestamp(), UTC)


def format_day(on: date, at: str | None = None) -> str:
    """“Tue 24 Nov 2026”, with the time of day if `at` is given."""
    day = f"{WEEKDAYS[on.weekday()][:3]} {day_and_month(on)} {on.year}"
    return f"{day} {at}" if at else day


def day_and_month(on: date) -> str:
    """“24 Nov”."""
    return f"{on.day} {MONTHS[on.month - 1][:3]}"


def long_day(on: date) -> str:
    """“Saturday 21 November 2026”, for the heading of a page."""
    return f"{WEEKDAYS[on.weekday()]} {on.day} {MONTHS[on.month - 1]} {on.year}"


def long_month(on: date) -> str:
    """“November”."""
    return MONTHS[on.month - 1]


def from_today(on: date, today: date) -> str:
    """The distance of a day from today: “in 3 days”, “yesterday”."""
    days = (on - today).days
    if abs(days) <= 1:
        return ("yesterday", "today", "tomorrow")[days + 1]
    return f"in {days} days" if days > 0 else f"{-days} days ago"


def long_ago(on: date, today: date) -> str:
    """How long ago a day was, in round numbers: “9 days ago”, “6 weeks ago”, “7 months ago”."""
    days = (today - on).days
    if days < _TWO_WEEKS:
        return from_today(on, today)
    if days < _HALF_A_YEAR:
        return f"{days // 7} weeks ago"
    return f"{days * 12 // 365} months ago"


_TWO_WEEKS, _HALF_A_YEAR = 14, 183  # days
