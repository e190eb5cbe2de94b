"""Occasions: dated things in other people's lives, and when each comes next.

Source: a mentor's life is not only the mentee's agenda; remember what matters to them, and ask how
it went (articles 000, 002).
"""

from __future__ import annotations

from datetime import date, timedelta

from boardroom.rules.calendar import days_in_month
from boardroom.rules.fields import PRIVATE, Field

NOTICE = timedelta(days=7)
"""How long before its day an occasion comes into sight."""

YEARLY = Field("yearly", "yearly", unset="no")
FIELDS = (
    Field("occurs_on", "on"),
    YEARLY,
    Field("done_on", "asked-after"),
    PRIVATE,
    Field("text", "Text", text=True),
)
"""The editable fields of an occasion."""


def next_on(occurs_on: date, yearly: bool, today: date) -> date | None:  # noqa: FBT001  a column
    """The day of an occasion from today on; None if it is over.

    A yearly one of 29 February is on 28 February in other years.
    """
    if occurs_on >= today:
        return occurs_on
    if not yearly:
        return None
    this_year = in_year(occurs_on, today.year)
    return this_year if this_year >= today else in_year(occurs_on, today.year + 1)


def last_on(occurs_on: date, yearly: bool, today: date) -> date | None:  # noqa: FBT001  a column
    """The last day of an occasion before today; None if it has not been yet."""
    if occurs_on >= today:
        return None
    if not yearly:
        return occurs_on
    this_year = in_year(occurs_on, today.year)
    return this_year if this_year < today else in_year(occurs_on, today.year - 1)


def is_done(day: date, done_on: date | None) -> bool:
    """Whether the user asked after an occasion of that `day`, or wished them well just before."""
    return done_on is not None and done_on >= day - NOTICE


def in_year(day: date, year: int) -> date:
    """The same day of another year; 29 February becomes 28 February."""
    return date(year, day.month, min(day.day, days_in_month(year, day.month)))
