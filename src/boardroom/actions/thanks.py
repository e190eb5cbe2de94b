"""The promise to thank somebody, made after a meeting; one is open per person."""

from __future__ import annotations

from datetime import date

from boardroom.actions.new_promises import make_promise
from boardroom.queries.settings import settings
from boardroom.rules.promises import thanks_due_on
from boardroom.rules.repetition import first_with_words
from boardroom.store.rows import Advisor, Promise
from boardroom.store.work import Done, Work


def promise_thanks(work: Work, advisor_id: int, *, meeting_id: int, met_on: date) -> Done | None:
    """Promises to thank an advisor for a meeting of the last 7 days.

    Returns None, and makes no promise, if the meeting is older, an earlier promise of thanks is
    open, the setting `thanks` is off, or it was with a mentee, whose hour it was.
    """
    span = settings(work.connection).thanks
    due_on = None if span is None else thanks_due_on(met_on, span, today=work.today)
    advisor = work.get(Advisor, advisor_id)
    if due_on is None or advisor.role == "mentee" or has_open_thanks(work, advisor_id):
        return None
    name = advisor.name
    return make_promise(
        work,
        advisor_id,
        f"Thank {name}",
        due_on=due_on,
        kind="thanks",
        meeting_id=meeting_id,
    )


def has_open_thanks(work: Work, advisor_id: int) -> bool:
    """Whether a promise to thank the advisor is open, made by the program or the user."""
    text = f"Thank {work.get(Advisor, advisor_id).name}"
    mine = work.find(Promise, advisor_id=advisor_id, by_whom="me", done_on=None)
    thanks = (promise for promise in mine if promise.kind == "thanks")
    return any(thanks) or first_with_words(text, mine) is not None
