"""Calendar months, the one step of time that is not a number of days.

Written out, because dateutil's relativedelta costs the prompt lane more than sqlite3 does; a property test holds the two together.
"""

from __future__ import annotations

from datetime import date

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def add_months(day: date, months: int) -> date:
    """The same day of the month that many calendar months on (or back, where negative), clamped: 31 Aug + 6 is 28 Feb.

    Always step from the anchor: 31 Jan + 1 + 1 is not 31 Jan + 2.

    Raises:
        ValueError: the year leaves 1 to 9999.
    """
    year, index = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, index + 1, min(day.day, days_in_month(year, index + 1)))


def days_in_month(year: int, month: int) -> int:
    """How many days that month of 1 to 12 has in that year."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _LENGTHS[month - 1]
