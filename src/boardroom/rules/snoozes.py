"""What may be left off the morning list for a while, and until when.

Source: be flexible as needs change (articles 001, 002).
"""

from __future__ import annotations

from datetime import date

from boardroom.errors import BadInput, Refused
from boardroom.rules.day_format import format_day
from boardroom.rules.lifecycle import STATUS_WORDS

SUBJECTS = ("meeting", "promise", "review")
"""What can be snoozed: an advisor's window, a promise, or every review."""


def check_until(until: date, *, today: date) -> None:
    """Checks that a snooze may last until that day; today ends it.

    Raises:
        BadInput: it has passed.
    """
    if until < today:
        raise BadInput(
            f"{format_day(until)} has passed, so nothing can sleep until then.",
            "Give a day to come, or today to end a snooze.",
        )


def asleep_until(until: date | None, done_on: date | None, *, today: date) -> date | None:
    """The day that a promise sleeps until; None if it is awake, was kept, or was never snoozed."""
    return None if until is None or done_on is not None or until <= today else until


def check_active(handle: str, name: str, status: str) -> None:
    """Checks that an advisor is active, so that their window can be snoozed.

    Raises:
        Refused: they are not.
    """
    if status != "active":
        raise Refused(
            f"{name} is {STATUS_WORDS[status]}, so no window runs that could be snoozed.",
            f"See them with: boardroom advisor show {handle}",
        )
