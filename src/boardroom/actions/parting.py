"""Parting with an advisor: the history stays, the seat is free, and thanks are promised."""

from __future__ import annotations

from datetime import date

from boardroom.actions.lifecycle import take_step
from boardroom.actions.promises import add_promise, thanks_wait
from boardroom.models import Advisor
from boardroom.queries.settings import settings
from boardroom.queries.shared_history import shared_history
from boardroom.rules.shared_history import thanking, thanks_due_on
from boardroom.store.work import Work


def part(
    work: Work, advisor_id: int, *, on: date | None = None, note: str | None = None
) -> int | None:
    """Parts with an advisor, today where `on` is None, and promises to thank them; returns the promise's row id.

    None is promised where thanks are off, or where a promise to thank them is still open.

    Raises:
        Refused: they are not on the board.
        BadInput: the day is ahead, or before the step taken last; or the note can't be kept.
        NotFound: the person is gone.
    """
    day = on or work.today
    take_step(work, advisor_id, "alumni", on=day, note=note)
    parted = work.summary
    due_on = thanks_due_on(day, settings(work.connection).thanks, today=work.today)
    if due_on is None or thanks_wait(work, advisor_id):
        return None
    text = thanking(
        work.get(Advisor, advisor_id).name, shared_history(work.connection, advisor_id, until=day)
    )
    promise_id = add_promise(work, advisor_id, text, by_whom="me", due_on=due_on, kind="thanks")
    work.summary = parted  # the rest of the line says what is promised
    return promise_id
