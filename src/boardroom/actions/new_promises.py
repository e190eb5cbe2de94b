"""Making promises, both ways: those that the user enters, and those that follow from a record."""

from __future__ import annotations

from datetime import date

from boardroom.actions.on_file import promise_on_file
from boardroom.actions.privacy import set_private
from boardroom.rules import promises as rule
from boardroom.rules.day_format import format_day
from boardroom.rules.ids import PROMISE
from boardroom.rules.text import brief, clean
from boardroom.store.rows import Advisor, Meeting, Promise
from boardroom.store.work import Done, Work


def add_promise(
    work: Work,
    advisor_id: int,
    text: str,
    *,
    by_whom: str,
    due_on: date | None = None,
    meeting_id: int | None = None,
    private: bool | None = None,
) -> Done:
    """Adds a promise made by `me` or `them`, dated the day of its meeting (default: today).

    If an open one has the same words, no second one is made.

    Raises:
        BadInput: the text is not valid.
        Refused: an open promise with the same words has another day or privacy.
    """
    advisor = work.get(Advisor, advisor_id)
    text = clean(text, what=PROMISE.noun)
    known = promise_on_file(
        work,
        advisor,
        text,
        by_whom=by_whom,
        due_on=due_on,
        meeting_id=meeting_id,
        private=private,
        fields=rule.FIELDS,
    )
    if known is not None:
        return work.did(f"Promised {advisor.name} {known.ref} before", known.id)
    return make_promise(
        work,
        advisor_id,
        text,
        by_whom=by_whom,
        due_on=due_on,
        meeting_id=meeting_id,
        private=private,
    )


def make_promise(
    work: Work,
    advisor_id: int,
    text: str,
    *,
    by_whom: str = "me",
    due_on: date | None = None,
    kind: str = "promise",
    meeting_id: int | None = None,
    exchange_id: int | None = None,
    private: bool | None = None,
) -> Done:
    """Makes a promise even if another has the same words, for those that follow from a record."""
    advisor = work.get(Advisor, advisor_id)
    promise = work.add(
        Promise(
            advisor_id=advisor_id,
            by_whom=by_whom,
            text=clean(text, what=PROMISE.noun),
            kind=kind,
            made_on=work.today if meeting_id is None else work.get(Meeting, meeting_id).met_on,
            due_on=due_on,
            meeting_id=meeting_id,
            exchange_id=exchange_id,
        )
    )
    set_private(work, promise, private=private)
    promised = f"Promised {advisor.name}" if by_whom == "me" else f"{advisor.name} promised"
    by = f", by {format_day(due_on)}" if due_on else ""
    return work.did(f"{promised} {promise.ref}: {brief(promise.text)}{by}", promise.id)
