"""The record of every change: an operation, and the rows it touched, before and after.

SQLite itself writes the row images, by triggers that live only as long as a change, so that
whatever a change does can be taken back, cascades included. Of a changed row the columns that
differ are kept, of a new or removed one all.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from boardroom.clock import now
from boardroom.errors import Refused
from boardroom.record import Record
from boardroom.store.rows import REFERRING

KEPT_OPERATIONS = 600
"""How many operations can be taken back; older ones keep their line in the history."""

_OWN_TABLES = ("operation", "row_image", "counter")


class Operation(Record):
    """One entry of the record."""

    id: int
    at: str
    kind: str
    command: str
    summary: str
    undone: bool


class Recording:
    """The operation that a change is recorded under, begun with its first row."""

    def __init__(self, connection: sqlite3.Connection, command: str) -> None:
        self._connection = connection
        self._command = command
        self._operation_id = 0
        self._watched: set[str] = set()

    def watch(self, table: str, *, deleting: bool = False) -> None:
        """Records every change of the table's rows, and of those that a deletion would touch."""
        for name in (table, *(_dependent(table) if deleting else ())):
            if name not in self._watched:
                self._watched.add(name)
                self._watch(name)

    def watch_all(self) -> None:
        """Records every change of the board."""
        for table in _tables(self._connection):
            self.watch(table)

    def finish(self, summary: str) -> bool:
        """Closes the operation with its summary. Returns whether it changed anything.

        An operation that changed nothing leaves no trace.
        """
        if not self._operation_id:
            return False
        self._connection.execute(_KEEP_DIFFERENCES, (self._operation_id,))
        self._connection.execute(
            "DELETE FROM row_image WHERE operation_id = ? AND before = '{}'", (self._operation_id,)
        )
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

    def _watch(self, table: str) -> None:
        if not self._operation_id:
            self._operation_id = _record(self._connection, "change", self._command, "")
        columns = _columns(self._connection, table)
        new, old = _image(columns, "NEW"), _image(columns, "OLD")
        for event, row, before, after in (
            ("INSERT", "NEW", "NULL", new),
            ("UPDATE", "NEW", old, new),
            ("DELETE", "OLD", old, "NULL"),
        ):
            self._connection.execute(
                f"CREATE TEMP TRIGGER record_{table}_{event} AFTER {event} ON main.{table} BEGIN "
                "INSERT INTO row_image (operation_id, table_name, row_id, before, after) VALUES"
                f" ({self._operation_id}, '{table}', {row}.id, {before}, {after}); END"
            )


def forget_old_images(connection: sqlite3.Connection) -> None:
    """Lets go of the row images of all but the newest `KEPT_OPERATIONS` operations."""
    connection.execute(
        "DELETE FROM row_image WHERE operation_id <="
        " (SELECT id FROM operation ORDER BY id DESC LIMIT 1 OFFSET ?)",
        (KEPT_OPERATIONS,),
    )


def undo(connection: sqlite3.Connection) -> Operation | None:
    """Takes back the newest change that still stands; None if there is none.

    Needs a transaction without foreign keys: a cascade would run ahead of the images.

    Raises:
        Refused: a row has changed since, by something other than boardroom, or the change is too
            old.
    """
    found = connection.execute(
        "SELECT id FROM operation WHERE kind = 'change' AND NOT undone AND id > ?"
        " ORDER BY id DESC LIMIT 1",
        (_barrier(connection),),
    ).fetchone()
    return _reverse(connection, found[0], undone=True) if found else None


def redo(connection: sqlite3.Connection) -> Operation | None:
    """Brings back the change undone last, unless another was made since; None if there is none.

    Needs a transaction without foreign keys: a cascade would run ahead of the images.

    Raises:
        Refused: a row has changed since, by something other than boardroom, or the change is too
            old.
    """
    # A change made after an undo ends the way forward, so only what was undone since the newest
    # change counts, standing or not.
    found = connection.execute(
        "SELECT change.id"
        " FROM operation AS taken_back JOIN operation AS change ON change.id = taken_back.reverses"
        " WHERE taken_back.kind = 'undo'"
        " AND taken_back.id > max(?, (SELECT max(id) FROM operation WHERE kind = 'change'))"
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
        "SELECT table_name, row_id, before, after FROM row_image"
        f" WHERE operation_id = ? ORDER BY id {order}",
        (operation.id,),
    ).fetchall()
    if not images:
        raise Refused(
            f"“{operation.summary}” is too old to {'undo' if undone else 'redo'}.",
            f"The newest {KEPT_OPERATIONS} changes can be taken back; older copies of the board are"
            " in the folder backups beside it.",
        )
    for table, row_id, before, after in images:
        current, wanted = (after, before) if undone else (before, after)
        try:
            restored = _restore(connection, table, row_id, current=current, wanted=wanted)
        except sqlite3.IntegrityError:  # another row has taken its handle, say
            restored = False
        if not restored:
            raise _changed_outside(operation)
    connection.execute("UPDATE operation SET undone = ? WHERE id = ?", (int(undone), operation.id))
    if _has_loose_keys(connection, {table for table, *_ in images}):
        raise _changed_outside(operation)
    kind = "undo" if undone else "redo"
    _record(connection, kind, operation.command, operation.summary, operation.id)
    return operation


def _restore(
    connection: sqlite3.Connection,
    table: str,
    row_id: int,
    *,
    current: str | None,
    wanted: str | None,
) -> bool:
    """Makes a row what the image `wanted` says, unless it is other than `current` says."""
    import json  # noqa: PLC0415  undo alone reads images; every change would pay for it (3 ms)

    now_there = connection.execute(
        f"SELECT {_image(_columns(connection, table), table)} FROM {table} WHERE id = ?",
        (row_id,),
    ).fetchone()
    row = json.loads(now_there[0]) if now_there else None
    if current is None:
        if row is not None:
            return False
    elif row is None or not json.loads(current).items() <= row.items():
        return False
    if wanted is None:
        connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
        return True
    values: dict[str, str | int | None] = json.loads(wanted)
    columns, marks = ", ".join(values), ", ".join("?" * len(values))
    if current is None:
        connection.execute(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(values.values())
        )
    else:
        connection.execute(
            f"UPDATE {table} SET ({columns}) = ({marks}) WHERE id = ?", (*values.values(), row_id)
        )
    return True


def _has_loose_keys(connection: sqlite3.Connection, touched: Iterable[str]) -> bool:
    """Whether a row of a touched table, or of one that refers to it, refers to nothing."""
    tables = {*touched, *(other for table in touched for other in REFERRING.get(table, ()))}
    return any(
        connection.execute(f"PRAGMA foreign_key_check({table})").fetchone() is not None
        for table in sorted(tables)
    )


def _changed_outside(operation: Operation) -> Refused:
    return Refused(
        f"“{operation.summary}” can't be reversed: what it changed has been changed since,"
        " outside boardroom.",
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
    """The newest migration. Nothing before it can be reversed: rows have other columns now."""
    barrier: int = connection.execute(
        "SELECT coalesce(max(id), 0) FROM operation WHERE kind = 'migration'"
    ).fetchone()[0]
    return barrier


def _dependent(table: str) -> set[str]:
    """The tables whose rows may go or change with a row of this one."""
    found: set[str] = set()
    waiting = [table]
    while waiting:
        new = set(REFERRING.get(waiting.pop(), ())) - found
        found |= new
        waiting += new
    return found


def _tables(connection: sqlite3.Connection) -> list[str]:
    """The tables that are recorded."""
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return [name for (name,) in rows if name not in _OWN_TABLES]


def _columns(connection: sqlite3.Connection, table: str) -> list[str]:
    return [column[1] for column in connection.execute(f"PRAGMA table_info({table})")]


def _image(columns: list[str], row: str) -> str:
    """SQL that makes a row into JSON text."""
    return "json_object(" + ", ".join(f"'{column}', {row}.{column}" for column in columns) + ")"


_KEEP_DIFFERENCES = """
UPDATE row_image SET (before, after) = (
    SELECT json_group_object(was.key, was.value), json_group_object(became.key, became.value)
    FROM json_each(row_image.before) AS was JOIN json_each(row_image.after) AS became USING (key)
    WHERE was.value IS NOT became.value
)
WHERE operation_id = ? AND before IS NOT NULL AND after IS NOT NULL"""
