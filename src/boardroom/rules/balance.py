"""The balance of give and take with an advisor: a count of each, never a score.

Source: a two-way street, where giving brings most back (articles 000, 001, 002, 004).
"""

from __future__ import annotations

from datetime import date

from boardroom.record import Record
from boardroom.rules.calendar import add_months

_MONTHS = 6


class Balance(Record):
    """Exchanges given and received in the last six months, and the day of the first, if any."""

    given: int
    received: int
    since: date | None


NOTHING = Balance(0, 0, None)


def counted_from(today: date) -> date:
    """The first day that counts: six calendar months before today."""
    return add_months(today, -_MONTHS)


def should_offer(balance: Balance, *, has_met: bool) -> bool:
    """Whether to think of something to offer: before a first meeting, or having got more."""
    return not has_met or balance.received > balance.given
