"""What was agreed with an advisor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Literal

from sqlmodel import select

from boardroom.models import Advisor, Agreement
from boardroom.queries.lifecycle import standings
from boardroom.rules.advisor import FIELDS, optional, several
from boardroom.rules.agreements import check_days, check_with
from boardroom.rules.day_format import format_day
from boardroom.store.work import Work


def agree(
    work: Work,
    advisor_id: int,
    *,
    agreed_on: date | None = None,
    hopes: str | None = None,
    focus: Sequence[str] | None = None,
    until_on: date | Literal[""] | None = None,
    confidential: bool | None = None,
    boundaries: str | None = None,
    window: str | None = None,
    minutes: str | None = None,
) -> None:
    """Lays what is given over what was agreed before, or notes it as agreed today; an empty text or day takes one away.

    While an agreement is confidential, meetings are logged as private ones; those stay so, whatever is agreed later.

    Raises:
        NotFound: the person is gone.
        Refused: they said no, or were parted with.
        BadInput: a text can't be kept, or a day can't be so.
    """
    advisor = work.get(Advisor, advisor_id)
    check_with(advisor.name, advisor.handle, standings(work.connection)[advisor_id].status)
    found = work.session.exec(select(Agreement).where(Agreement.advisor_id == advisor_id)).first()
    agreement = found or Agreement(advisor_id=advisor_id, agreed_on=work.today)
    was_confidential = agreement.confidential
    for field, value in (("hopes", hopes), ("focus", focus), ("boundaries", boundaries)):
        if value is not None:
            setattr(agreement, field, _KEPT[field](value))
    agreement.agreed_on = agreed_on or agreement.agreed_on
    agreement.until_on = agreement.until_on if until_on is None else until_on or None
    agreement.confidential = was_confidential if confidential is None else confidential
    check_days(agreement.agreed_on, agreement.until_on, today=work.today)
    for field, value in (("window", window), ("minutes", minutes)):
        if value is not None:
            setattr(advisor, field, FIELDS[field](value))
    work.add(agreement)
    saying = "Agreed with" if found is None else "Changed what you agreed with"
    private = (
        ""
        if agreement.confidential == was_confidential
        else ", confidential"
        if confidential
        else ", no longer confidential"
    )
    until = (
        ""
        if until_on is None
        else f", until {format_day(until_on)}"
        if until_on
        else ", open-ended"
    )
    work.summary = f"{saying} {advisor.name}{private}{until}"


_KEPT: dict[str, Callable[[Any], Any]] = {
    "hopes": lambda text: optional(text, "text of your hopes"),
    "focus": lambda texts: several(texts, "focus area"),
    "boundaries": lambda text: optional(text, "text of the boundaries"),
}
"""The texts of an agreement: from what was given to what is kept, or BadInput. An empty one is taken away."""
