"""What came of a meeting: what was covered, said, promised and exchanged in it."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import NamedTuple

from boardroom.queries.advice import AdviceView, advice_of_meeting
from boardroom.queries.agenda import AgendaView, covered_in
from boardroom.queries.exchanges import ExchangeView, exchanges_of_meeting
from boardroom.queries.meetings import MeetingView, meeting
from boardroom.queries.promises import PromiseView, promises_of_meeting
from boardroom.rules.log_entry import (
    LogEntry,
    LoggedAdvice,
    LoggedExchange,
    LoggedItem,
    LoggedPromise,
    holds,
)


class MeetingContents(NamedTuple):
    """What came of one meeting, each in the order it was noted."""

    covered: tuple[AgendaView, ...] = ()
    advice: tuple[AdviceView, ...] = ()
    promises: tuple[PromiseView, ...] = ()
    exchanges: tuple[ExchangeView, ...] = ()


NOTHING = MeetingContents()
"""What came of a meeting of which nothing is said."""


def meeting_contents(connection: sqlite3.Connection, meeting_id: int) -> MeetingContents:
    """What came of a meeting."""
    return MeetingContents(
        covered_in(connection, meeting_id),
        advice_of_meeting(connection, meeting_id),
        promises_of_meeting(connection, meeting_id),
        exchanges_of_meeting(connection, meeting_id),
    )


def noted(view: MeetingView, within: MeetingContents) -> LogEntry:
    """What the user noted of a meeting, without the promises that the program made by itself."""
    return LogEntry(
        view.notes,
        tuple(
            LoggedItem(item.id, item.text, covered=True, answer=item.answer)
            for item in within.covered
        ),
        tuple(LoggedAdvice(piece.id, piece.text) for piece in within.advice),
        tuple(
            LoggedPromise(promise.id, promise.by_whom, promise.text, promise.due_on)
            for promise in within.promises
            if promise.kind == "promise"
        ),
        tuple(
            LoggedExchange(exchange.id, exchange.direction, exchange.text)
            for exchange in within.exchanges
        ),
    )


def holding(
    connection: sqlite3.Connection,
    advisor_id: int,
    said: LogEntry,
    *,
    on: date,
    or_else: int | None = None,
) -> int | None:
    """The newest held meeting of that day (or the one of the row id `or_else`) that has all that was said, and nothing else."""
    raised = [
        text
        for (text,) in connection.execute(
            "SELECT text FROM agenda_item WHERE advisor_id = ?", (advisor_id,)
        )
    ]
    held = connection.execute(_HELD, (advisor_id, on.isoformat(), or_else))
    return next(
        (row_id for (row_id,) in held if holds(_noted_in(connection, row_id), said, raised)), None
    )


def last_logged(connection: sqlite3.Connection, advisor_id: int) -> int | None:
    """The meeting with somebody that the newest change logged; None where it was about anything else."""
    row: tuple[int] | None = connection.execute(_LAST_LOGGED, (advisor_id,)).fetchone()
    return row[0] if row else None


def _noted_in(connection: sqlite3.Connection, meeting_id: int) -> LogEntry:
    return noted(meeting(connection, meeting_id), meeting_contents(connection, meeting_id))


_HELD = "SELECT id FROM meeting WHERE advisor_id = ? AND status = 'held' AND (met_on = ? OR id = ?) ORDER BY met_on DESC, id DESC"
_LAST_LOGGED = """
SELECT meeting.id FROM meeting JOIN row_image ON table_name = 'meeting' AND row_id = meeting.id
WHERE advisor_id = ? AND status = 'held'
    AND operation_id = (  -- the change at hand has no summary yet
        SELECT max(id) FROM operation WHERE kind = 'change' AND NOT undone AND summary <> ''
    )
"""
