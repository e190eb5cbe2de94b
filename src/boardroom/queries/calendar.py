"""What a calendar shows: meetings with their changes, and from when on people are due."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date, timedelta

from boardroom.queries.agenda import AgendaView, agenda
from boardroom.queries.due import due
from boardroom.queries.meetings import MeetingView, meetings_by_ids
from boardroom.queries.private import is_confidential_on
from boardroom.queries.sharing import Sharing
from boardroom.record import Record

CANCELLED_FOR = timedelta(days=60)
"""How long a cancelled meeting stays in a calendar, so that every subscriber learns of it."""
HELD_FOR = timedelta(days=365)


class Changes(Record):
    """How often a record was changed, and when last, as an instant in UTC."""

    times: int
    last_at: str


class CalendarMeeting(Record):
    """A meeting in a calendar, as it is shared, and the agenda of one to come.

    The name is None if it is private. What the history has forgotten is unchanged.
    """

    meeting: MeetingView
    name: str | None
    agenda: tuple[AgendaView, ...]
    changes: Changes


class DueDay(Record):
    """The days from which and until which to meet somebody; the name is None if it is private."""

    uid: str
    name: str | None
    from_on: date
    until_on: date


class CalendarView(Record):
    """What a calendar shows of the board with the uid `board`, begun at an instant in UTC."""

    board: str
    begun_at: str
    meetings: tuple[CalendarMeeting, ...]
    due: tuple[DueDay, ...] = ()


def calendar(
    connection: sqlite3.Connection,
    sharing: Sharing,
    *,
    today: date,
    with_agenda: bool = False,
    with_due: bool = False,
) -> CalendarView:
    """What is planned, was held in the last year, or cancelled or missed in the last 60 days."""
    since = {
        "held": (today - HELD_FOR).isoformat(),
        "cancelled": (today - CANCELLED_FOR).isoformat(),
    }
    return CalendarView(
        board_uid(connection),
        _begun_at(connection),
        _meetings(
            connection,
            sharing,
            connection.execute(_CURRENT, since),
            today=today if with_agenda else None,
        ),
        _due_days(connection, sharing, today=today) if with_due else (),
    )


def whole_calendar(connection: sqlite3.Connection, sharing: Sharing) -> CalendarView:
    """Every meeting on file."""
    ids = connection.execute("SELECT id FROM meeting")
    return CalendarView(
        board_uid(connection),
        _begun_at(connection),
        _meetings(connection, sharing, ids, today=None),
    )


def meeting_changes(connection: sqlite3.Connection) -> dict[int, Changes]:
    """The changes of meetings by their ids, as far as the history knows them."""
    return {
        meeting_id: Changes(times, last_at)
        for meeting_id, times, last_at in connection.execute(_CHANGES)
    }


def board_uid(connection: sqlite3.Connection) -> str:
    """The uid of a board, the same in its copies; empty for a new board without a file."""
    row = connection.execute("SELECT uid FROM board_identity").fetchone()
    return row[0] if row else ""


def _begun_at(connection: sqlite3.Connection) -> str:
    """When the first change of the board was made."""
    query = "SELECT coalesce(min(at), '2000-01-01T00:00:00Z') FROM operation"
    begun_at: str = connection.execute(query).fetchone()[0]
    return begun_at


def _meetings(
    connection: sqlite3.Connection,
    sharing: Sharing,
    ids: Iterable[tuple[int]],
    *,
    today: date | None,
) -> tuple[CalendarMeeting, ...]:
    """The meetings of these ids, the first day first; with the agenda of those from `today` on."""
    changes = meeting_changes(connection)
    unchanged = Changes(0, _begun_at(connection))
    has_agenda: set[str] = set()
    shown = []
    for view in meetings_by_ids(connection, [meeting_id for (meeting_id,) in ids]):
        items: tuple[AgendaView, ...] = ()
        is_next = today is not None and view.status == "planned" and view.on >= today
        if is_next and view.handle not in has_agenda:
            has_agenda.add(view.handle)
            items = sharing.agenda(agenda_of(connection, view.id))
        hidden = sharing.leaves_out("calendar_meeting", view.ref, private=view.private)
        shown.append(
            CalendarMeeting(
                view._replace(place=None, notes=None) if hidden else view,
                None if hidden else view.name,
                items,
                changes.get(view.id, unchanged),
            )
        )
    return tuple(shown)


def agenda_of(connection: sqlite3.Connection, meeting_id: int) -> tuple[AgendaView, ...]:
    """The open agenda items with the person whom a meeting is with."""
    (advisor_id,) = connection.execute(
        "SELECT advisor_id FROM meeting WHERE id = ?", (meeting_id,)
    ).fetchone()
    return tuple(agenda(connection, advisor_id=advisor_id).items)


def _due_days(
    connection: sqlite3.Connection, sharing: Sharing, *, today: date
) -> tuple[DueDay, ...]:
    """When to meet each active advisor who is not booked in time."""
    ids = {
        handle: (advisor_id, uid)
        for advisor_id, uid, handle in connection.execute("SELECT id, uid, handle FROM advisor")
    }
    days = []
    for advisor in due(connection, today=today).advisors:
        if advisor.booked_on is not None and not advisor.booking_delay:
            continue
        advisor_id, uid = ids[advisor.handle]
        private = is_confidential_on(connection, advisor_id, today)
        hidden = sharing.leaves_out("calendar_due", advisor.handle, private=private)
        clock = advisor.meeting_clock
        from_on = max(clock.due_from, advisor.snoozed_until or clock.due_from)
        days.append(DueDay(uid, None if hidden else advisor.name, from_on, clock.due_by))
    return tuple(sorted(days, key=lambda day: (day.from_on, day.uid)))


_CURRENT = """
SELECT id FROM meeting
WHERE status = 'planned' OR (status = 'held' AND met_on >= :held)
OR (status IN ('cancelled', 'missed') AND coalesce(
    (SELECT max(recorded_on) FROM plan_day WHERE meeting_id = meeting.id), met_on
) >= :cancelled)"""
# Making it is no change of it. An undo or redo is one, and has no images of its own.
_CHANGES = """
WITH touched AS (
    SELECT row_id, operation_id, max(before IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM row_image AS first
        WHERE first.operation_id = row_image.operation_id AND first.table_name = 'meeting'
        AND first.row_id = row_image.row_id AND first.before IS NULL
    )) AS is_change
    FROM row_image WHERE table_name = 'meeting' GROUP BY row_id, operation_id
)
SELECT row_id, sum(is_change), max(at) FROM (
    SELECT row_id, is_change, at FROM touched JOIN operation ON operation.id = operation_id
    UNION ALL
    SELECT row_id, 1, at FROM operation JOIN touched ON operation_id = reverses
) GROUP BY row_id"""
