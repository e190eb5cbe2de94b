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

CONFIDENTIAL = Field(
    "confidential", "confidential", about="yes keeps what happens between you out of what you share"
)
FIELDS = (
    Field("agreed_on", "on", about="the day you agreed"),
    Field("until_on", "until", about="the last day; due asks you then whether to renew it"),
    CONFIDENTIAL,
    Field("window", "window", about="how often to meet, like 4-6w"),
    Field("minutes", "minutes", about="how long to meet, like 60m"),
    Field("focus", "focus", several=True, about="an area to work on; a line for each"),
    Field("programme", "programme", about="of a formal relationship, the programme it belongs to"),
    Field("hopes", "Hopes", text=True, about="what you hope for from it"),
    Field("outcome", "Outcome", text=True, about="of a formal one, what it is measured by"),
    Field("boundaries", "Boundaries", text=True, about="what not to ask, and when not to call"),
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
