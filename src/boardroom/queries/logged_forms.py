"""Forms and the meetings they were logged as, and the records that a form can name by id."""

from __future__ import annotations

import os
import sqlite3

from boardroom.queries.agenda import agenda
from boardroom.queries.views import day
from boardroom.rules.log_entry import (
    LogEntry,
    LoggedAdvice,
    LoggedExchange,
    LoggedItem,
    LoggedPromise,
)

_MOST_ADVICE = 5
"""How much advice without an outcome a form lists; the rest can be named by its ids."""


def new_form_id(connection: sqlite3.Connection) -> str:
    """A random id for a new form: none that a form logged so far had, undone ones included."""
    while True:
        form_id = os.urandom(4).hex()
        seen = connection.execute(_SEEN, {"form_id": form_id, "image": f'%"{form_id}"%'})
        if seen.fetchone() is None:
            return form_id


def meeting_of_form(connection: sqlite3.Connection, form_id: str | None) -> int | None:
    """The meeting that a form was logged as; None if it was not logged, or that was undone."""
    row: tuple[int] | None = connection.execute(
        "SELECT id FROM meeting WHERE form_id = ? AND status = 'held'", (form_id,)
    ).fetchone()
    return None if row is None else row[0]


def records_with(connection: sqlite3.Connection, advisor_id: int) -> LogEntry:
    """All records with an advisor that a form can name by id, whatever their status."""
    return LogEntry(
        None,
        tuple(
            LoggedItem(row_id, text, status == "covered", answer)
            for row_id, text, status, answer in connection.execute(
                "SELECT id, text, status, answer FROM agenda_item WHERE advisor_id = ? ORDER BY id",
                (advisor_id,),
            )
        ),
        tuple(
            LoggedAdvice(row_id, text, "" if status == "new" else status, outcome)
            for row_id, text, status, outcome in connection.execute(
                "SELECT id, text, status, outcome FROM advice WHERE advisor_id = ? ORDER BY id",
                (advisor_id,),
            )
        ),
        tuple(
            LoggedPromise(row_id, by_whom, text, day(due_on))
            for row_id, by_whom, text, due_on in connection.execute(
                "SELECT id, by_whom, text, due_on FROM promise WHERE advisor_id = ? ORDER BY id",
                (advisor_id,),
            )
        ),
        tuple(
            LoggedExchange(row_id, direction, text)
            for row_id, direction, text in connection.execute(
                "SELECT id, direction, text FROM exchange WHERE advisor_id = ? ORDER BY id",
                (advisor_id,),
            )
        ),
    )


def open_items(board: sqlite3.Connection, advisor_id: int) -> LogEntry:
    """The open agenda items with an advisor, as an entry."""
    return LogEntry(
        agenda=tuple(
            LoggedItem(item.id, item.text, covered=False, answer=item.answer)
            for item in agenda(board, advisor_id=advisor_id).items
        )
    )


def open_advice(board: sqlite3.Connection, advisor_id: int) -> LogEntry:
    """The latest advice of an advisor whose outcome is still open, as an entry."""
    given = records_with(board, advisor_id).advice
    without_outcome = [piece for piece in given if piece.status in ("", "trying")]
    return LogEntry(advice=tuple(without_outcome[-_MOST_ADVICE:]))


_SEEN = """
SELECT 1 FROM meeting WHERE form_id = :form_id
UNION ALL
SELECT 1 FROM row_image
WHERE table_name = 'meeting' AND (before LIKE :image OR after LIKE :image)
LIMIT 1"""
