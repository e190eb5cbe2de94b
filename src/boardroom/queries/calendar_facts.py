"""What a calendar is compared with: people with their addresses, meetings, and earlier answers."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from datetime import date

from boardroom.queries.calendar import meeting_changes
from boardroom.queries.people import people
from boardroom.record import Record
from boardroom.rules.calendar_differences import Known
from boardroom.rules.calendar_events import Contact
from boardroom.rules.calendar_uids import event_uid
from boardroom.rules.ids import MEETING

_Place = tuple[date, "str | None"]


class CalendarFacts(Record):
    """Everybody on file, their meetings, and the answers about events before, by their keys."""

    contacts: tuple[Contact, ...]
    meetings: tuple[Known, ...]
    answers: Mapping[tuple[str, str | None], str]

    @property
    def own_events(self) -> dict[str, Contact]:
        """Whom each meeting is with, by the UID of its event."""
        by_id = {contact.named.id: contact for contact in self.contacts}
        return {event_uid(known.uid): by_id[known.advisor_id] for known in self.meetings}


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
    ).fetchall()
    places = _earlier_places(connection)
    changes = meeting_changes(connection)
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
                frozenset(places.get(meeting_id, ())),
                changes[meeting_id].times if meeting_id in changes else 0,
            )
            for meeting_id, uid, advisor_id, status, met_on, start_time in rows
        ),
        {
            (event_uid, recurrence): answer
            for event_uid, recurrence, answer in connection.execute(
                "SELECT event_uid, recurrence, answer FROM calendar_answer"
            )
        },
    )


def _earlier_places(connection: sqlite3.Connection) -> dict[int, set[_Place]]:
    """The days and times that meetings had before their last change, as far as is known."""
    current = {
        meeting_id: (met_on, start_time)
        for meeting_id, met_on, start_time in connection.execute(
            "SELECT id, met_on, start_time FROM meeting"
        )
    }
    earlier = {meeting_id: {place} for meeting_id, place in current.items()}
    places = dict(current)
    # An image has the columns that a change replaced, so the changes are taken back one by one.
    for meeting_id, before in connection.execute(_REPLACED):
        if meeting_id in places:
            columns = json.loads(before)
            met_on, start_time = places[meeting_id]
            places[meeting_id] = (
                columns.get("met_on", met_on),
                columns.get("start_time", start_time),
            )
            earlier[meeting_id].add(places[meeting_id])
    for meeting_id, met_on, start_time in connection.execute(_PLANNED):
        earlier[meeting_id].add((met_on, start_time))
    return {
        meeting_id: {
            (date.fromisoformat(met_on), start_time)
            for met_on, start_time in found - {current[meeting_id]}
        }
        for meeting_id, found in earlier.items()
    }


_REPLACED = """
SELECT row_id, before FROM row_image
WHERE table_name = 'meeting' AND before IS NOT NULL
AND (instr(before, '"met_on"') OR instr(before, '"start_time"'))
ORDER BY id DESC"""
_PLANNED = "SELECT meeting_id, met_on, start_time FROM plan_day WHERE met_on IS NOT NULL"
