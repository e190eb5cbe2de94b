"""What every change of a board needs before its rows: the day's copy, and ids for new records."""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress
from datetime import date

from boardroom.store.backup import back_up_daily
from boardroom.store.oplog import forget_old_images
from boardroom.store.private_files import is_private, make_private


def prepare(connection: sqlite3.Connection, path: str, *, today: date) -> None:
    """Makes the day's copy of the board if there is none yet, and forgets old row images.

    A board that others can read, as after a download, becomes the user's alone. To be called before
    a transaction writes its first row.
    """
    if not _is_at(connection, path):
        return
    if not is_private(path):
        with suppress(PermissionError):  # another user's; `boardroom doctor` says so
            make_private(path)
    if back_up_daily(connection, path, today=today):
        forget_old_images(connection)


def _is_at(connection: sqlite3.Connection, path: str) -> bool:
    """Whether the connection is to the file at `path`, not to the draft of a new board."""
    file = connection.execute("PRAGMA database_list").fetchone()[2]
    return os.path.exists(path) and os.path.samefile(file, path)


def next_id(connection: sqlite3.Connection, table: str) -> int:
    """A new row id, which no row of the table has or ever had.

    The counter is not undone with a change. AUTOINCREMENT's own count covers rows that another
    program added.
    """
    row: tuple[int] = connection.execute(_NEXT_ID, {"table": table}).fetchone()
    return row[0]


_NEXT_ID = """
INSERT INTO counter (name, last_id)
VALUES (:table, coalesce((SELECT seq FROM sqlite_sequence WHERE name = :table), 0) + 1)
ON CONFLICT (name) DO UPDATE SET last_id =
    max(last_id, coalesce((SELECT seq FROM sqlite_sequence WHERE name = :table), 0)) + 1
RETURNING last_id"""
