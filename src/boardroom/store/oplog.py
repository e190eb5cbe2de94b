"""The record of every change: an operation, and the rows it touched as they were before and after.

SQLite itself writes the row images, by triggers that live only as long as a change: whatever a change does, by whichever
way, cascades included, can be taken back.
"""

from __future__ import annotations

import json
import sqlite3
from typing import NamedTuple

from boardroom.clock import now
from boardroom.errors import Refused

_OWN_TABLES = ("operation", "row_image")


class Operation(NamedTuple):
    """One entry of the record."""

    id: int
    at: str
    kind: str
    command: str
    summary: str
    undone: bool


def begin(connection: sqlite3.Connection, command: str) -> int:
    """Opens an operation inside the current transaction: every row changed from here on is recorded under it. Returns its id."""
    operation_id = _record(connection, "change", command, "")
    for table, columns in _tables(connection):
        new, old = _image(columns, "NEW"), _image(columns, "OLD")
        for event, row, before, after in (
            ("INSERT", "NEW", "NULL", new),
            ("UPDATE", "NEW", old, new),
            ("DELETE", "OLD", old, "NULL"),
        ):
            connection.execute(
                f"CREATE TEMP TRIGGER record_{table}_{event} AFTER {event} ON main.{table} BEGIN "
                f"INSERT INTO row_image (operation_id, table_name, row_id, before, after) "
                f"VALUES ({operation_id}, '{table}', {row}.id, {before}, {after}); END"
            )
    return operation_id


def finish(connection: sqlite3.Connection, operation_id: int, summary: str) -> bool:
    """Closes the operation with its summary; one that changed no row leaves no trace. Returns whether it changed any."""
    changed = (
        connection.execute(
            "SELECT 1 FROM row_image WHERE operation_id = ? LIMIT 1", (operation_id,)
        ).fetchone()
        is not None
    )
    if changed:
        connection.execute("UPDATE operation SET summary = ? WHERE id = ?", (summary, operation_id))
    else:
        connection.execute("DELETE FROM operation WHERE id = ?", (operation_id,))
    return changed


def undo(connection: sqlite3.Connection) -> Operation | None:
    """Takes back the newest change that still stands; None where there is none.

    Needs a transaction without foreign keys: a cascade would run ahead of the images.

    Raises:
        Refused: a row has changed since, by something other than boardroom.
    """
    found = connection.execute(
        "SELECT id FROM operation WHERE kind = 'change' AND NOT undone AND id > ? ORDER BY id DESC LIMIT 1",
        (_barrier(connection),),
    ).fetchone()
    return _reverse(connection, found[0], undone=True) if found else None


def redo(connection: sqlite3.Connection) -> Operation | None:
    """Brings back the change undone last, unless another was made since; None where there is none.

    Needs a transaction without foreign keys: a cascade would run ahead of the images.

    Raises:
        Refused: a row has changed since, by something other than boardroom.
    """
    # A change made after an undo ends the way forward, so only what was undone since the newest change counts, standing or not.
    found = connection.execute(
        "SELECT change.id"
        " FROM operation AS taken_back JOIN operation AS change ON change.id = taken_back.reverses"
        " WHERE taken_back.kind = 'undo' AND taken_back.id > max(?, (SELECT max(id) FROM operation WHERE kind = 'change'))"
        " AND change.undone ORDER BY change.id LIMIT 1",
        (_barrier(connection),),
    ).fetchone()
    return _reverse(connection, found[0], undone=False) if found else None


def _reverse(connection: sqlite3.Connection, operation_id: int, *, undone: bool) -> Operation:
    row = connection.execute(
        "SELECT id, at, kind, command, summary FROM operation WHERE id = ?", (operation_id,)
    ).fetchone()
    operation = Operation._make((*row, undone))
    order = "DESC" if undone else "ASC"
    images = connection.execute(
        f"SELECT table_name, row_id, before, after FROM row_image WHERE operation_id = ? ORDER BY id {order}",
        (operation.id,),
    ).fetchall()
    for table, row_id, before, after in images:
        expected, wanted = (after, before) if undone else (before, after)
        try:
            restored = _restore(connection, table, row_id, expected=expected, wanted=wanted)
        except sqlite3.IntegrityError:  # another row has taken its handle, say
            restored = False
        if not restored:
            raise _changed_outside(operation)
    connection.execute("UPDATE operation SET undone = ? WHERE id = ?", (int(undone), operation.id))
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise _changed_outside(operation)
    _record(
        connection, "undo" if undone else "redo", operation.command, operation.summary, operation.id
    )
    return operation


def _restore(
    connection: sqlite3.Connection,
    table: str,
    row_id: int,
    *,
    expected: str | None,
    wanted: str | None,
) -> bool:
    """Makes a row what it is wanted to be, unless it is other than expected."""
    found = connection.execute(
        f"SELECT {_image(_columns(connection, table), table)} FROM {table} WHERE id = ?", (row_id,)
    ).fetchone()
    if (found[0] if found else None) != expected:
        return False
    if wanted is None:
        connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
        return True
    values: dict[str, str | int | None] = json.loads(wanted)
    columns = ", ".join(values)
    marks = ", ".join("?" * len(values))
    if expected is None:
        connection.execute(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(values.values())
        )
    else:
        connection.execute(
            f"UPDATE {table} SET ({columns}) = ({marks}) WHERE id = ?", (*values.values(), row_id)
        )
    return True


def _changed_outside(operation: Operation) -> Refused:
    return Refused(
        f"“{operation.summary}” can't be reversed: what it changed has been changed since, outside boardroom.",
        "Nothing was changed. `boardroom history` lists what was done.",
    )


def _record(
    connection: sqlite3.Connection,
    kind: str,
    command: str,
    summary: str,
    reverses: int | None = None,
) -> int:
    cursor = connection.execute(
        "INSERT INTO operation (at, kind, command, summary, reverses) VALUES (?, ?, ?, ?, ?)",
        (now(), kind, command, summary, reverses),
    )
    assert cursor.lastrowid is not None  # an INSERT has one
    return cursor.lastrowid


def _barrier(connection: sqlite3.Connection) -> int:
    """The newest migration: its row images fit no earlier schema, so nothing before it can be reversed."""
    barrier: int = connection.execute(
        "SELECT coalesce(max(id), 0) FROM operation WHERE kind = 'migration'"
    ).fetchone()[0]
    return barrier


def _tables(connection: sqlite3.Connection) -> list[tuple[str, list[str]]]:
    """The tables that are recorded, with their columns in the schema's order."""
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return [(name, _columns(connection, name)) for (name,) in rows if name not in _OWN_TABLES]


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [column[1] for column in connection.execute(f"PRAGMA table_info({table})")]


def _image(columns: list[str], row: str) -> str:
    """SQL that makes a row into JSON text."""
    return "json_object(" + ", ".join(f"'{column}', {row}.{column}" for column in columns) + ")"
