"""Snoozes: what can be hidden from the morning list, and until when.

Source: be flexible as needs change (articles 001, 002).
"""

from __future__ import annotations

from datetime import date

from boardroom.errors import BadInput, Refused
from boardroom.rules.day_format import format_day
from boardroom.rules.lifecycle import format_status

SUBJECTS = ("meeting", "promise", "review")
"""What can be snoozed: an advisor's window, a promise, or every review."""


def check_until(until: date, *, today: date) -> None:
    """Checks the last day of a snooze; today ends it.

    Raises:
        BadInput: the day has passed.
    """
    if until < today:
        raise BadInput(
            f"{format_day(until)} has passed, so nothing can be snoozed until then.",
            "Use a later day, or today to end the snooze.",
        )


def asleep_until(until: date | None, done_on: date | None, *, today: date) -> date | None:
    """The day until which a promise is snoozed; None if it was kept, or is not snoozed today."""
    return None if until is None or done_on is not None or until <= today else until


def check_active(handle: str, name: str, status: str) -> None:
    """Checks that an advisor is active, so that their window can be snoozed.

    Raises:
        Refused: the advisor is not active.
    """
    if status != "active":
        raise Refused(
            f"{format_status(name, status)}, so there is no window to snooze.",
            f"See their status with: boardroom advisor show {handle}",
        )
