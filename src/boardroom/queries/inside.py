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
from boardroom.rules.noted import Noted, NotedAdvice, NotedExchange, NotedItem, NotedPromise, holds


class Inside(NamedTuple):
    """What came of one meeting, each in the order it was noted."""

    covered: tuple[AgendaView, ...] = ()
    advice: tuple[AdviceView, ...] = ()
    promises: tuple[PromiseView, ...] = ()
    exchanges: tuple[ExchangeView, ...] = ()


NOTHING = Inside()
"""What came of a meeting of which nothing is said."""


def inside(connection: sqlite3.Connection, meeting_id: int) -> Inside:
    """What came of a meeting."""
    return Inside(
        covered_in(connection, meeting_id),
        advice_of_meeting(connection, meeting_id),
        promises_of_meeting(connection, meeting_id),
        exchanges_of_meeting(connection, meeting_id),
    )


def noted(view: MeetingView, within: Inside) -> Noted:
    """What the user noted of a meeting, without the promises that the program made by itself."""
    return Noted(
        view.notes,
        tuple(NotedItem(item.id, item.text, covered=True, answer=item.answer or "") for item in within.covered),
        tuple(NotedAdvice(piece.id, piece.text) for piece in within.advice),
        tuple(
            NotedPromise(promise.id, promise.by_whom, promise.text, promise.due_on)
            for promise in within.promises
            if promise.kind == "promise"
        ),
        tuple(NotedExchange(exchange.id, exchange.direction, exchange.text) for exchange in within.exchanges),
    )


def holding(connection: sqlite3.Connection, advisor_id: int, said: Noted, *, since: date, until: date) -> int | None:
    """The newest held meeting of those days that has all that was said, and nothing else; None where none has."""
    raised = [text for (text,) in connection.execute("SELECT text FROM agenda_item WHERE advisor_id = ?", (advisor_id,))]
    held = connection.execute(_HELD, (advisor_id, since.isoformat(), until.isoformat()))
    return next((row_id for (row_id,) in held if holds(_noted_in(connection, row_id), said, raised)), None)


def _noted_in(connection: sqlite3.Connection, meeting_id: int) -> Noted:
    return noted(meeting(connection, meeting_id), inside(connection, meeting_id))


_HELD = "SELECT id FROM meeting WHERE advisor_id = ? AND status = 'held' AND met_on BETWEEN ? AND ? ORDER BY met_on DESC, id DESC"
