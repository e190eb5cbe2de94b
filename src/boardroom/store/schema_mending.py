"""Removes what another program put into the schema of a board, and makes lost indexes again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date

from boardroom.record import Record
from boardroom.store.backup import keep_as_it_is
from boardroom.store.failed_commit import commit
from boardroom.store.file import connect, wait_seconds
from boardroom.store.file_errors import explained
from boardroom.store.schema_differences import (
    STATEMENTS,
    SchemaObject,
    has_rows,
    schema_differences,
)

_SCHEMA = "SELECT type, name, sql FROM sqlite_master ORDER BY rowid"


class SchemaMended(Record):
    """What was removed and made again, and where the board is kept as it was."""

    kept: str
    removed: tuple[SchemaObject, ...]
    made: tuple[str, ...]


def mend_schema(path: str, *, today: date) -> SchemaMended:
    """Removes every view, trigger, virtual table and index that is not ours, and empty tables.

    None of them is run. A table that holds rows stays, for somebody to look at. No record of the
    board changes.

    Raises:
        NotABoard, Locked, CannotWrite: see `boardroom.store.file_errors.explained`.
    """
    kept = keep_as_it_is(path, "before-doctor", today=today)
    with explained(path), closing(connect(path, "rw", wait_seconds())) as connection:
        connection.execute("PRAGMA synchronous = EXTRA")
        connection.execute("BEGIN IMMEDIATE")
        active = [one for one in schema_differences(connection).foreign if not one.is_passive]
        _forget(connection, active)
        differences = schema_differences(connection)
        passive = [one for one in differences.foreign if not has_rows(connection, one, differences)]
        for one in passive:
            connection.execute(f"DROP {one.kind} IF EXISTS {one.quoted_name}")
        made = sorted(differences.missing)
        for name in made:
            connection.execute(STATEMENTS[name])
        mended = connection.execute(_SCHEMA).fetchall()
        commit(connection, path, lambda board: board.execute(_SCHEMA).fetchall() == mended)
    return SchemaMended(kept, (*active, *passive), tuple(made))


def _forget(connection: sqlite3.Connection, objects: list[SchemaObject]) -> None:
    """Deletes objects that own no page of the file from its schema.

    To DROP a virtual table, SQLite would run the program that it belongs to.
    """
    if not objects:
        return
    connection.execute("PRAGMA writable_schema = ON")
    for one in objects:
        connection.execute("DELETE FROM sqlite_master WHERE sql = ?", (one.sql,))
    version = connection.execute("PRAGMA schema_version").fetchone()[0]
    connection.execute(f"PRAGMA schema_version = {version + 1}")  # other programs read it again
    connection.execute("PRAGMA writable_schema = RESET")
