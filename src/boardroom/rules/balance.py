"""How give and take stand with an advisor, as a count of both and never as a score.

Source: a two-way street, what you give gives most back (articles 000, 001, 002, 004).
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from boardroom.rules.calendar import add_months

_MONTHS = 6


class Balance(NamedTuple):
    """How often something was given and received in the last six months, and the day of the first of them (None: nothing was)."""

    given: int
    received: int
    since: date | None


NOTHING = Balance(0, 0, None)


def counted_from(today: date) -> date:
    """The first day that counts: today, six calendar months ago."""
    return add_months(today, -_MONTHS)
