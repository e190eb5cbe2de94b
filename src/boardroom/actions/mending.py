"""Mending what an examination found, where only one thing can have been meant."""

from __future__ import annotations

from boardroom.queries.invariants import broken_rules
from boardroom.rules.ids import parse
from boardroom.store.rows import AgendaItem, Goal, Meeting, Promise
from boardroom.store.work import Done, Work


def mend_records(work: Work) -> Done:
    """Makes the closing days of records agree with their status.

    A promise with a closing day was kept. Of any other record the status counts: the day of an open
    one is cleared, and that of a closed one is the day of its meeting, or today.
    """
    mended = []
    for finding in list(broken_rules(work.connection, today=work.today)):
        if not finding.is_fixable:
            continue
        letter, number = parse(finding.subject)
        _MENDERS[letter](work, number)
        mended.append(finding.subject)
    return work.did(f"Mended {', '.join(mended)}" if mended else "", *range(len(mended)))


def _mend_item(work: Work, row_id: int) -> None:
    item = work.get(AgendaItem, row_id)
    if item.status == "open":
        item.closed_on = None
    else:
        meeting = item.meeting_id and work.get(Meeting, item.meeting_id)
        item.closed_on = meeting.met_on if meeting else work.today


def _mend_promise(work: Work, row_id: int) -> None:
    promise = work.get(Promise, row_id)
    if promise.done_on is None:
        promise.done_on = work.today
    else:
        promise.status = "kept"


def _mend_goal(work: Work, row_id: int) -> None:
    goal = work.get(Goal, row_id)
    goal.closed_on = None if goal.status == "open" else work.today


_MENDERS = {"a": _mend_item, "p": _mend_promise, "g": _mend_goal}
