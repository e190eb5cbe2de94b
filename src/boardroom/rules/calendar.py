"""Calendar arithmetic: steps of whole months, and the check that a day is not in the future.

`due`, the board and the prompt line add months at every run, so `add_months` is our own:
dateutil's relativedelta takes 10 ms to import, half as long as sqlite3. A property test compares
the two, and `rules.dates` uses relativedelta for months that the user types.
"""

from __future__ import annotations

from datetime import date

from boardroom.errors import BadInput
from boardroom.rules.day_format import format_day

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def add_months(day: date, months: int) -> date:
    """The same day of the month, `months` later (or earlier): 31 Aug + 6 is 28 Feb.

    Always step from the first day: 31 Jan + 1 + 1 is not 31 Jan + 2.

    Raises:
        ValueError: the year is not between 1 and 9999.
    """
    year, index = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, index + 1, min(day.day, days_in_month(year, index + 1)))


def days_in_month(year: int, month: int) -> int:
    """The number of days in a month, 1 to 12."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _LENGTHS[month - 1]


def check_not_future(on: date, done: str, *, today: date) -> None:
    """Checks that something can have been `done` (“given”, “kept”) on a day.

    Raises:
        BadInput: the day is after today.
    """
    if on > today:
        raise BadInput(
            f"{format_day(on)} is in the future, so nothing was {done} then.",
            "Use today or an earlier day.",
        )
