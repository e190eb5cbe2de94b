"""Parting with an advisor: frees the seat, keeps the history, and promises to thank them."""

from __future__ import annotations

from datetime import date

from boardroom.actions.lifecycle import take_step
from boardroom.actions.new_promises import make_promise
from boardroom.actions.thanks import has_open_thanks
from boardroom.queries.sent_letters import was_thanked_at_parting
from boardroom.queries.settings import settings
from boardroom.queries.shared_history import shared_history
from boardroom.rules.shared_history import thanks_due_on, thanks_text
from boardroom.store.rows import Advisor
from boardroom.store.work import Done, Work


def part(
    work: Work,
    advisor_id: int,
    *,
    on: date | None = None,
    note: str | None = None,
    by_whom: str | None = None,
) -> Done:
    """Parts with an advisor (default: today), and promises to thank them.

    `by_whom` is who decided it, `me` (default) or `them`.

    Returns the advisor's id and that of the promise. No promise is made if thanks are off, an
    earlier promise to thank them is open, the letter that thanks them was sent, or they are a
    mentee.

    Raises:
        Refused: they are not on the board.
        BadInput: the day is after today, or before the last step; or the note is not valid.
        NotFound: there is no such person.
    """
    day = on or work.today
    parting = take_step(work, advisor_id, "alumni", on=day, note=note, by_whom=by_whom)
    due_on = thanks_due_on(day, settings(work.connection).thanks, today=work.today)
    is_mentee = work.get(Advisor, advisor_id).role == "mentee"
    thanked = was_thanked_at_parting(work.connection, advisor_id, today=work.today)
    if due_on is None or is_mentee or thanked or has_open_thanks(work, advisor_id):
        return parting
    history = shared_history(work.connection, advisor_id, until=day)
    text = thanks_text(work.get(Advisor, advisor_id).name, history)
    promise = make_promise(work, advisor_id, text, due_on=due_on, kind="thanks")
    return work.did(parting.summary, advisor_id, promise.id)
