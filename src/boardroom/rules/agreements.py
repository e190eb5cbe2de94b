"""What may be agreed with an advisor, and on which days.

Source: agree on areas, time frame, confidentiality, boundaries and expected length, up front and
not open-ended (articles 000, 002, 003).
"""

from __future__ import annotations

from datetime import date

from boardroom.errors import BadInput, Refused
from boardroom.rules.calendar import check_not_future
from boardroom.rules.day_format import format_day
from boardroom.rules.fields import Field
from boardroom.rules.lifecycle import ENDED, STATUS_WORDS, next_steps
from boardroom.rules.text import one_of

FIELDS = (
    Field("agreed_on", "on"),
    Field("until_on", "until"),
    Field("confidential", "confidential"),
    Field("window", "window"),
    Field("minutes", "minutes"),
    Field("focus", "focus", several=True),
    Field("hopes", "Hopes", text=True),
    Field("boundaries", "Boundaries", text=True),
)
"""What can be edited of an agreement; the window and the minutes are the advisor's columns."""


def check_can_agree(name: str, handle: str, status: str) -> None:
    """Checks that somebody of that status can have an agreement.

    Raises:
        Refused: they declined, or were parted with.
    """
    if status in ENDED:
        raise Refused(
            f"{name} is {STATUS_WORDS[status]}, so there is nothing to agree on.",
            next_steps(handle, status),
        )


def check_days(agreed_on: date, until_on: date | None, *, today: date) -> None:
    """Checks that an agreement is not made ahead, and does not end before it is made.

    Raises:
        BadInput: `agreed_on` is after today, or `until_on` before it.
    """
    check_not_future(agreed_on, "agreed", today=today)
    if until_on is not None and until_on < agreed_on:
        raise BadInput(
            f"The agreement would end on {format_day(until_on)},"
            f" before it was made on {format_day(agreed_on)}.",
            "Give a later day with --until, or the day of agreeing with --on.",
        )


def parse_confidential(word: str) -> bool:
    """The `yes` or `no` of the form as a flag; empty is no.

    Raises:
        BadInput: it is another word.
    """
    return one_of(word or "no", ("yes", "no"), "yes or no") == "yes"
