"""The contents of a meeting: agenda items covered, advice, promises and exchanges."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from datetime import date

from boardroom.queries.advice import AdviceView, advice_of_meeting
from boardroom.queries.agenda import AgendaView, covered_in
from boardroom.queries.exchanges import ExchangeView, exchanges_of_meeting
from boardroom.queries.meetings import meeting
from boardroom.queries.promises import PromiseView, promises_of_meeting
from boardroom.record import Record
from boardroom.rules.log_entry import (
    LogEntry,
    LoggedAdvice,
    LoggedExchange,
    LoggedItem,
    LoggedPromise,
    is_stored_as,
)
from boardroom.rules.meetings import LOOK_BACK


class MeetingContents(Record):
    """The contents of one meeting, each kind of record oldest first."""

    covered: tuple[AgendaView, ...] = ()
    advice: tuple[AdviceView, ...] = ()
    promises: tuple[PromiseView, ...] = ()
    exchanges: tuple[ExchangeView, ...] = ()


NO_CONTENTS = MeetingContents()


def meeting_contents(connection: sqlite3.Connection, meeting_id: int) -> MeetingContents:
    """The contents of a meeting."""
    return MeetingContents(
        covered_in(connection, meeting_id),
        advice_of_meeting(connection, meeting_id),
        promises_of_meeting(connection, meeting_id),
        exchanges_of_meeting(connection, meeting_id),
    )


def stored_entry(
    connection: sqlite3.Connection, meeting_id: int, *, with_dropped: bool = True
) -> LogEntry:
    """The log entry of a meeting, without thank-yous and the like that the program added.

    `with_dropped` includes the promises that were dropped since.

    Raises:
        NotFound: there is no such meeting.
    """
    notes = meeting(connection, meeting_id).notes
    contents = meeting_contents(connection, meeting_id)
    return LogEntry(
        notes,
        tuple(
            LoggedItem(item.id, item.text, covered=True, answer=item.answer)
            for item in contents.covered
        ),
        tuple(
            LoggedAdvice(
                piece.id, piece.text, "" if piece.status == "new" else piece.status, piece.outcome
            )
            for piece in contents.advice
        ),
        tuple(
            LoggedPromise(promise.id, promise.by_whom, promise.text, promise.due_on)
            for promise in contents.promises
            if promise.kind == "promise" and (with_dropped or promise.status != "dropped")
        ),
        tuple(
            LoggedExchange(exchange.id, exchange.direction, exchange.text)
            for exchange in contents.exchanges
        ),
    )


def meeting_with_entry(
    connection: sqlite3.Connection,
    advisor_id: int,
    entry: LogEntry,
    *,
    on: date,
    or_ids: Collection[int] = (),
) -> int | None:
    """The newest meeting held `on` a day, else that of `or_ids`, whose entry is exactly that."""
    agenda_texts = [
        text
        for (text,) in connection.execute(
            "SELECT text FROM agenda_item WHERE advisor_id = ?", (advisor_id,)
        )
    ]
    held = connection.execute(_HELD, (advisor_id, on.isoformat())).fetchall()
    return next(
        (
            meeting_id
            for meeting_id in (*(meeting_id for (meeting_id,) in held), *or_ids)
            if is_stored_as(entry, stored_entry(connection, meeting_id), agenda_texts)
        ),
        None,
    )


def plans_logged_today(
    connection: sqlite3.Connection, advisor_id: int, *, today: date
) -> list[int]:
    """The plans of earlier days that were logged today, newest first.

    Plans older than a log looks back are left out.
    """
    rows = connection.execute(
        _PLANS_LOGGED, (advisor_id, today.isoformat(), (today - LOOK_BACK).isoformat())
    )
    return [meeting_id for (meeting_id,) in rows]


_HELD = """
SELECT id FROM meeting WHERE advisor_id = ? AND status = 'held' AND met_on = ?
ORDER BY id DESC"""
_PLANS_LOGGED = """
SELECT meeting.id FROM meeting JOIN plan_day ON meeting_id = meeting.id
WHERE advisor_id = ? AND status = 'held' AND recorded_on = ? AND plan_day.met_on IS NULL
    AND meeting.met_on >= ?
ORDER BY meeting.id DESC"""
