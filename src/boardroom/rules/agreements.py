"""Agreements with advisors: their fields, and the days they may run.

Source: agree on areas, time frame, confidentiality, boundaries and expected length, up front and
not open-ended (articles 000, 002, 003).
"""

from __future__ import annotations

from datetime import date

from boardroom.errors import BadInput, Refused
from boardroom.rules.calendar import check_not_future
from boardroom.rules.day_format import format_day
from boardroom.rules.fields import Field
from boardroom.rules.lifecycle import ENDED, format_status, next_steps

CONFIDENTIAL = Field("confidential", "confidential")
FIELDS = (
    Field("agreed_on", "on"),
    Field("until_on", "until"),
    CONFIDENTIAL,
    Field("window", "window"),
    Field("minutes", "minutes"),
    Field("focus", "focus", several=True),
    Field("programme", "programme"),
    Field("hopes", "Hopes", text=True),
    Field("outcome", "Outcome", text=True),
    Field("boundaries", "Boundaries", text=True),
)
"""The editable fields of an agreement.

Window and minutes are columns of the advisor, and an agreement is confidential while a period of
the advisor is open.
"""


def check_can_agree(name: str, handle: str, status: str) -> None:
    """Checks that a person with this status can have an agreement.

    Raises:
        Refused: the person declined or is a former advisor.
    """
    if status in ENDED:
        raise Refused(
            f"{format_status(name, status)}, so there is nothing to agree on.",
            next_steps(handle, status),
        )


def check_days(agreed_on: date, until_on: date | None, *, today: date) -> None:
    """Checks that an agreement is not dated in the future, and ends no earlier than it is made.

    Raises:
        BadInput: `agreed_on` is after today, or `until_on` before it.
    """
    check_not_future(agreed_on, "agreed", today=today)
    if until_on is not None and until_on < agreed_on:
        raise BadInput(
            f"The agreement was made on {format_day(agreed_on)},"
            f" so it can't end on {format_day(until_on)}.",
            "Use a later --until, or an earlier --on.",
        )
