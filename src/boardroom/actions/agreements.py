"""Agreeing with an advisor, and seating one with an agreement."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from boardroom.actions.lifecycle import take_step
from boardroom.actions.privacy import close_period, open_period
from boardroom.queries.people import standings
from boardroom.queries.settings import settings
from boardroom.rules.advisor import PARSERS
from boardroom.rules.agreements import CONFIDENTIAL, FIELDS, check_can_agree, check_days
from boardroom.rules.day_format import format_day
from boardroom.rules.fields import Change, Field, change_of, format_changes
from boardroom.rules.text import optional, several
from boardroom.store.rows import Advisor, Agreement, AgreementTerm, ConfidentialPeriod
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal

_PARSERS: dict[str, Callable[[Any], Any]] = {
    "hopes": lambda text: optional(text, "text of your hopes"),
    "focus": lambda texts: several(texts, "focus area"),
    "boundaries": lambda text: optional(text, "text of the boundaries"),
    "programme": lambda text: optional(text, "name of the programme"),
    "outcome": lambda text: optional(text, "text of the outcome"),
}
"""The parsers of the texts. An empty text clears the field; each raises BadInput."""


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
    programme: str | None = None,
    outcome: str | None = None,
    window: str | None = None,
    minutes: str | None = None,
) -> Done:
    """Changes the given fields of an agreement, or makes a new one (default: today).

    An empty text or day clears the field. `confidential` makes what happens with the advisor
    private, from the given `agreed_on` or today on; False ends that today, and releases nothing.

    Raises:
        NotFound: there is no such person.
        Refused: the person declined or is a former advisor.
        BadInput: a text is not valid, the day is after today, or the end is before it.
    """
    advisor = work.get(Advisor, advisor_id)
    check_can_agree(advisor.name, advisor.handle, standings(work.connection)[advisor_id].status)
    existing = work.first(Agreement, advisor_id=advisor_id)
    agreement = existing or Agreement(advisor_id=advisor_id, agreed_on=work.today)
    for field, text in (
        ("hopes", hopes),
        ("focus", focus),
        ("boundaries", boundaries),
        ("programme", programme),
        ("outcome", outcome),
    ):
        if text is not None:
            setattr(agreement, field, _PARSERS[field](text))
    agreement.agreed_on = agreed_on or agreement.agreed_on
    if until_on is not None:
        agreement.until_on = until_on or None
    check_days(agreement.agreed_on, agreement.until_on, today=work.today)
    for field, text in (("window", window), ("minutes", minutes)):
        if text is not None:
            setattr(advisor, field, PARSERS[field](text))
    work.add(agreement)
    record_term(work, agreement)
    changed_confidentiality = _set_confidential(
        work, advisor_id, confidential=confidential, agreed_on=agreed_on
    )
    if existing is not None:
        changes = _changes(work, advisor, agreement, changed_confidentiality)
        sentence = f"Changed what you agreed with {advisor.name}: {format_changes(changes)}"
        return work.did(sentence, agreement.id, changes=changes)
    private = ", confidential" if confidential else ""
    end = "" if until_on is None else ", open-ended"
    end = f", until {format_day(until_on)}" if until_on else end
    return work.did(f"Agreed with {advisor.name}{private}{end}", agreement.id)


def seat(
    work: Work,
    advisor_id: int,
    *,
    on: date | None = None,
    seat: str | None = None,
    note: str | None = None,
    beyond: bool = False,
    agreed: dict[str, Any] | None = None,
) -> Done:
    """Seats a person (default: today), and makes an agreement if it has any `agreed` fields.

    Raises:
        NotFound: there is no such person.
        Refused: their status does not allow it, or the board is full.
        BadInput: a day is after today, or before the last step; or a text is not valid.
    """
    day = on or work.today
    seating = take_step(
        work, advisor_id, "active", on=day, seat=seat, note=note, beyond=beyond, verb="seat"
    )
    if not agreed:
        return seating
    agree(work, advisor_id, **{"agreed_on": day, **agreed})
    name = work.get(Advisor, advisor_id).name
    return work.did(f"Seated {name} with an agreement, {format_day(day)}", advisor_id)


def record_term(work: Work, agreement: Agreement) -> None:
    """Records when an agreement ends as of today, so that `due --as-of` knows it."""
    terms = work.find(AgreementTerm, agreement_id=agreement.id)
    last = max(terms, key=lambda row: row.recorded_on, default=None)
    if last is not None and last.until_on == agreement.until_on:
        return
    row = next((row for row in terms if row.recorded_on == work.today), None)
    if row is None:
        row = AgreementTerm(agreement_id=agreement.id, recorded_on=work.today)
    row.until_on = agreement.until_on
    work.add(row)


def _set_confidential(
    work: Work, advisor_id: int, *, confidential: bool | None, agreed_on: date | None
) -> Change | None:
    """Opens or closes the confidential period. Returns the change of that field, if any."""
    was = _confidential_since(work, advisor_id)
    if confidential:
        open_period(work, advisor_id, agreed_on or work.today)
    elif confidential is False:
        close_period(work, advisor_id)
    now = _confidential_since(work, advisor_id)
    if was is not None and now is not None:
        return change_of(Field("from_on", "confidential since"), was, now)
    return change_of(CONFIDENTIAL, was is not None, now is not None)


def _confidential_since(work: Work, advisor_id: int) -> date | None:
    period = work.first(ConfidentialPeriod, advisor_id=advisor_id, until_on=None)
    return None if period is None else period.from_on


def _changes(
    work: Work, advisor: Advisor, agreement: Agreement, confidential: Change | None
) -> tuple[Change, ...]:
    """The changes of the rows, the end day last, so that its distance can follow it."""
    board_settings = settings(work.connection)
    defaults = {
        "window": str(board_settings.window),
        "minutes": board_settings.minutes,
        "until_on": "open-ended",
    }
    ordered = sorted(FIELDS, key=lambda field: field.name == "until_on")
    changes = []
    for field in ordered:
        if field == CONFIDENTIAL:
            changes += [confidential] if confidential else []
            continue
        row = agreement if field.name in Agreement.COLUMNS else advisor
        changes += work.changes(row, [field], defaults=defaults)
    return tuple(changes)
