"""Asks and meetings that come to nothing, one after the other.

Source: somebody who is always busy means: look elsewhere (articles 003, 004).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from boardroom.rules.lifecycle import Standing

REPEATEDLY = 2
"""How often in a row is too often."""


def called_off_count(days: Iterable[date], standing: Standing) -> int:
    """How many of these meetings, cancelled or missed since the last held one, still count.

    Those before somebody joined, or came back, do not.
    """
    since = standing.returned_on or standing.joined_on or date.min
    return sum(on >= since for on in days)
