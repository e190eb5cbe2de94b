"""Days that something is said to have happened on: they must have come."""

from __future__ import annotations

from datetime import date

from boardroom.errors import BadInput
from boardroom.rules.day_format import format_day


def check_come(on: date, done: str, *, today: date) -> None:
    """Whether a day on which something was `done` (“given”, “said”) is today or has passed.

    Raises:
        BadInput: it is ahead.
    """
    if on > today:
        raise BadInput(
            f"{format_day(on)} is still to come, so nothing was {done} then.",
            "Give a day up to today.",
        )
