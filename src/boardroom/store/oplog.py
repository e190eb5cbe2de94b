"""The record of every change: an operation, and images of its rows before and after.

Triggers that exist only during a change write the images, so that all it does can be undone,
cascades included. A changed row's images keep the columns that differ, a new or removed row's those
that have a value. They are written so at once: a file keeps the space of what is shortened later.
"""

from __future__ import annotations

import sqlite3

from boardroom.clock import now
from boardroom.record import Record
from boardroom.store.rows import REFERRING

KEPT_OPERATIONS = 600
"""How many operations can be undone; older ones only stay in the history."""

_EVENTS = ("INSERT", "UPDATE", "DELETE")
_OWN_TABLES = ("operation", "row_image", "counter", "board_identity")


class Operation(Record):
    """A change, an undo, a redo or a migration, as the history lists it."""

    id: int
    at: str
    kind: str
    command: str
    summary: str
    undone: bool

    @property
    def words(self) -> str:
        """What it did: “undo: Added g1” for one that reversed another."""
        return f"{self.kind}: {self.summary}" if self.kind in ("undo", "redo") else self.summary


class ForeignKey(Record):
    """A column that refers to the rows of `parent`, and what their deletion does: “CASCADE”."""

    column: str
    parent: str
    on_delete: str


class Recording:
    """Records one change as an operation, which starts with the first table to watch."""

    def __init__(self, connection: sqlite3.Connection, command: str) -> None:
        self._connection = connection
        self._command = command
        self._operation_id = 0
        self._watched: set[str] = set()

    def watch(self, table: str, *, deleting: bool = False) -> None:
        """Records every change of a table; if `deleting`, also of those that cascades may reach."""
        for name in (table, *(dependent_tables(table) if deleting else ())):
            if name not in self._watched:
                self._watched.add(name)
                self._watch(name)

    def watch_all(self) -> None:
        """Records every change of every table."""
        for table in _tables(self._connection):
            self.watch(table)

    def finish(self, summary: str) -> bool:
        """Closes the operation with its summary. Returns whether it changed anything.

        An operation that changed nothing leaves no trace.
        """
        if not self._operation_id:
            return False
        changed = self._connection.execute(
            "SELECT 1 FROM row_image WHERE operation_id = ? LIMIT 1", (self._operation_id,)
        ).fetchone()
        if changed is None:
            self._connection.execute("DELETE FROM operation WHERE id = ?", (self._operation_id,))
            return False
        self._connection.execute(
            "UPDATE operation SET summary = ? WHERE id = ?", (summary, self._operation_id)
        )
        return True

    def next(self) -> Recording:
        """A recording of a further change in the same transaction, after this one is finished."""
        for table in self._watched:
            for event in _EVENTS:
                self._connection.execute(f"DROP TRIGGER record_{table}_{event}")
        return Recording(self._connection, self._command)

    def _watch(self, table: str) -> None:
        if not self._operation_id:
            self._operation_id = record_operation(self._connection, "change", self._command, "")
        columns = table_columns(self._connection, table)
        images = (
            f"NEW.id, NULL, {_image(columns, 'NEW')}",
            _differences(columns),
            f"OLD.id, {_image(columns, 'OLD')}, NULL",
        )
        for event, image in zip(_EVENTS, images, strict=True):
            self._connection.execute(
                f"CREATE TEMP TRIGGER record_{table}_{event} AFTER {event} ON main.{table} BEGIN "
                "INSERT INTO row_image (operation_id, table_name, row_id, before, after)"
                f" SELECT {self._operation_id}, '{table}', {image}; END"
            )


def forget_old_images(connection: sqlite3.Connection) -> None:
    """Deletes the row images of all but the newest `KEPT_OPERATIONS` changes."""
    connection.execute(
        "DELETE FROM row_image WHERE operation_id <="
        " (SELECT id FROM operation WHERE kind = 'change' ORDER BY id DESC LIMIT 1 OFFSET ?)",
        (KEPT_OPERATIONS,),
    )


def record_operation(
    connection: sqlite3.Connection,
    kind: str,
    command: str,
    summary: str,
    reverses: int | None = None,
) -> int:
    """Adds an entry to the history and returns its id."""
    cursor = connection.execute(
        "INSERT INTO operation (at, kind, command, summary, reverses) VALUES (?, ?, ?, ?, ?)",
        (now(), kind, command, summary, reverses),
    )
    assert cursor.lastrowid is not None  # an INSERT has one
    return cursor.lastrowid


def table_columns(connection: sqlite3.Connection, table: str) -> list[str]:
    """The names of a table's columns."""
    return [column[1] for column in connection.execute(f"PRAGMA table_info({table})")]


def foreign_keys(connection: sqlite3.Connection, table: str) -> list[ForeignKey]:
    """The columns of a table that refer to other tables."""
    keys = connection.execute(f"PRAGMA foreign_key_list({table})").fetchall()
    return [ForeignKey(key[3], key[2], key[6]) for key in keys]


def row_as_json(columns: list[str], row: str) -> str:
    """SQL for a row as a JSON object; `row` is a table, or a trigger's NEW or OLD."""
    return "json_object(" + ", ".join(f"'{column}', {row}.{column}" for column in columns) + ")"


def dependent_tables(table: str) -> set[str]:
    """The tables that a cascade from this one may reach."""
    dependent: set[str] = set()
    to_visit = [table]
    while to_visit:
        new = set(REFERRING.get(to_visit.pop(), ())) - dependent
        dependent |= new
        to_visit += new
    return dependent


def _tables(connection: sqlite3.Connection) -> list[str]:
    """The tables that are recorded."""
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return [name for (name,) in rows if name not in _OWN_TABLES]


def _image(columns: list[str], row: str) -> str:
    """SQL for the columns of a row that have a value, as a JSON object."""
    return f"json_patch('{{}}', {row_as_json(columns, row)})"


def _differences(columns: list[str]) -> str:
    """SQL for the columns that an UPDATE changes, before and after; no row if it changes none."""
    values = " UNION ALL ".join(
        f"SELECT '{column}' AS name, OLD.{column} AS was, NEW.{column} AS became"
        for column in columns
    )
    return (
        "NEW.id, json_group_object(name, was), json_group_object(name, became)"
        f" FROM ({values}) WHERE was IS NOT became GROUP BY NEW.id"
    )
