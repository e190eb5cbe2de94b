"""What a logged meeting and its advisor's records said before they were edited.

A form that is read again holds the words that it was logged with, and is still known by them. The
row images tell; those of the oldest changes are gone.
"""

from __future__ import annotations

import json
import sqlite3
from datetime import date

from boardroom.queries.logged_forms import records_with
from boardroom.queries.meetings import MeetingView, meeting
from boardroom.queries.views import day
from boardroom.record import Record
from boardroom.rules.log_entry import (
    LogEntry,
    LoggedAdvice,
    LoggedExchange,
    LoggedItem,
    LoggedPromise,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_TABLES = {
    LoggedItem: "agenda_item",
    LoggedAdvice: "advice",
    LoggedPromise: "promise",
    LoggedExchange: "exchange",
}


class Earlier(Record):
    """The states of a meeting, and of the advisor's records by their ids, before later edits.

    Both are the newest first, and go back to when the meeting was logged.
    """

    meetings: tuple[MeetingView, ...] = ()
    records: LogEntry = LogEntry()

    @property
    def notes(self) -> tuple[str, ...]:
        """The notes that the meeting had."""
        return tuple(view.notes for view in self.meetings if view.notes)


def earlier_records(connection: sqlite3.Connection, meeting_id: int, advisor_id: int) -> Earlier:
    """What a meeting and its advisor's records said since it was logged, undone edits left out.

    Raises:
        NotFound: there is no such meeting.
    """
    state: dict[tuple[str, int | None], Any] = {
        ("meeting", meeting_id): meeting(connection, meeting_id)
    }
    known = records_with(connection, advisor_id)
    for records in (known.agenda, known.advice, known.promises, known.exchanges):
        for record in records:
            state[_TABLES[type(record)], record.id] = record
    states: dict[str, list[Any]] = {"meeting": []} | {table: [] for table in _TABLES.values()}
    for table, row_id, before in connection.execute(_EDITS, {"meeting_id": meeting_id}):
        current = state.get((table, row_id))
        if current is not None:
            earlier = current._replace(**_values(table, current._fields, json.loads(before)))
            if earlier != current:
                state[table, row_id] = earlier
                states[table].append(earlier)
    lists = (tuple(states[table]) for table in _TABLES.values())
    return Earlier(tuple(states["meeting"]), LogEntry(None, *lists))


def _values(table: str, fields: tuple[str, ...], columns: dict[str, Any]) -> dict[str, Any]:
    """The columns of a row image as the fields of a record or view."""
    values: dict[str, Any] = {}
    for column, value in columns.items():
        if table == "meeting" and column == "met_on":
            values["on"] = date.fromisoformat(value)
        elif table == "meeting" and column == "start_time":
            values["at"] = value
        elif column == "private":
            values["private"] = bool(value)
        elif column == "due_on":
            values["due_on"] = day(value)
        elif column == "status" and table == "agenda_item":
            values["covered"] = value == "covered"
        elif column == "status" and table == "advice":
            values["status"] = "" if value == "new" else value
        else:
            values[column] = value
    return {field: value for field, value in values.items() if field in fields}


_EDITS = """
SELECT table_name, row_id, before FROM row_image JOIN operation ON operation.id = operation_id
WHERE NOT undone AND before IS NOT NULL AND after IS NOT NULL
    AND table_name IN ('meeting', 'agenda_item', 'advice', 'promise', 'exchange')
    AND operation_id > (
        SELECT max(operation_id) FROM row_image JOIN operation ON operation.id = operation_id
        WHERE NOT undone AND table_name = 'meeting' AND row_id = :meeting_id
            AND json_extract(after, '$.status') = 'held'
    )
ORDER BY row_image.id DESC"""
