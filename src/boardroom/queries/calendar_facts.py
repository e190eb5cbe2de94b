"""What a calendar is compared with: people with their addresses, meetings, and earlier answers."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.queries.people import people
from boardroom.record import Record
from boardroom.rules.calendar_comparison import Known
from boardroom.rules.calendar_events import Contact
from boardroom.rules.ids import MEETING


class CalendarFacts(Record):
    """Everybody on file, their meetings, and what was answered about events before."""

    contacts: tuple[Contact, ...]
    meetings: tuple[Known, ...]
    answers: frozenset[tuple[str, str | None]]


def calendar_facts(connection: sqlite3.Connection, *, since: date) -> CalendarFacts:
    """The facts; the meetings are those of `since` and later, and all plans."""
    details = {
        advisor_id: (uid, email)
        for advisor_id, uid, email in connection.execute("SELECT id, uid, email FROM advisor")
    }
    rows = connection.execute(
        "SELECT id, uid, advisor_id, status, met_on, start_time FROM meeting"
        " WHERE status = 'planned' OR met_on >= ? ORDER BY id",
        (since.isoformat(),),
    )
    return CalendarFacts(
        tuple(Contact(named, *details[named.id]) for named in people(connection)),
        tuple(
            Known(
                meeting_id,
                MEETING.ref(meeting_id),
                uid,
                advisor_id,
                status,
                date.fromisoformat(met_on),
                start_time,
            )
            for meeting_id, uid, advisor_id, status, met_on, start_time in rows
        ),
        frozenset(connection.execute("SELECT event_uid, recurrence FROM calendar_answer")),
    )
