"""`boardroom plan WHO next`, and the slots that `boardroom plan WHO` offers on a terminal.

Loaded only for these: slots of a month need a slow library.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from boardroom.actions.meetings import plan_meeting
from boardroom.cli.call import Call
from boardroom.cli.meeting_changes import meeting_reply
from boardroom.cli.printer import Reply
from boardroom.errors import BadInput
from boardroom.queries.meetings import planned_meetings
from boardroom.queries.proposals import proposal
from boardroom.render.clashes import unlogged_notices
from boardroom.render.proposals import offer_lines, why_words
from boardroom.rules.moments import Moment
from boardroom.rules.names import Named
from boardroom.store.work import Work

_OFFERED = 3


def plan_next(
    call: Call,
    work: Work,
    person: Named,
    *,
    another: bool,
    private: bool | None,
    way: str | None,
    place: str | None,
    minutes: str | None,
) -> Reply:
    """Plans the next usual slot with a person, unless a plan stands and this is not `another`.

    Raises:
        BadInput: no usual slot is on file, and no meeting either.
        Refused: a plan stands, and a field differs from it.
    """
    plans = planned_meetings(work.connection, person.id)
    standing = [plan for plan in plans if plan.on >= call.today]
    is_planned = bool(standing) and not another
    if is_planned:
        when, why = Moment(standing[0].on, standing[0].at), ""
    else:
        proposed = proposal(work.connection, person.id, today=call.today)
        if not proposed.slots:
            raise BadInput(
                f"There is no usual slot of {person.name} on file, and no meeting to tell one by.",
                f"Set it: boardroom advisor edit {person.handle} --usual 'thu 16:00'",
            )
        when, why = proposed.slots[0], f" · {why_words(proposed, call.today)}"
    done = plan_meeting(
        work,
        person.id,
        when,
        way=way,
        place=place,
        minutes=minutes,
        another=another,
        private=private,
    )
    if is_planned:
        work.note("To plan a second meeting, add --another.")
        done = work.did(done.summary, *done.ids)
    notices = unlogged_notices([plan for plan in plans if plan.on < call.today])
    return meeting_reply(call, work, done, has_length=minutes is not None, why=why, notices=notices)


def ask_for_slot(
    call: Call, board: sqlite3.Connection, person: Named, read: Callable[[str], Moment]
) -> Moment | None:
    """Asks which of the next three slots to take; None if there are none to offer.

    An answer that is not the number of one is read as a day by `read`.
    """
    proposed = proposal(board, person.id, today=call.today, count=_OFFERED)
    slots = proposed.slots
    if not slots:
        return None

    def choice(answer: str) -> Moment:
        if not answer:
            raise BadInput("Nothing was typed.", "Ctrl-D cancels.")
        if answer.isascii() and answer.isdigit() and 1 <= int(answer[:9]) <= len(slots):
            return slots[int(answer) - 1]
        return read(answer)

    numbers = f"1-{len(slots)}" if len(slots) > 1 else "1"
    return call.ask_until(
        f"When do you meet {person.name}? [{numbers}, or a day like next tue 15:30]",
        choice,
        about=offer_lines(proposed, call.today),
    )
