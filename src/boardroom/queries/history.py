"""The record of what was done to the board."""

from __future__ import annotations

import sqlite3

from boardroom.store.oplog import Operation


def operations(connection: sqlite3.Connection, *, limit: int | None = None) -> list[Operation]:
    """What was done, newest first; an undone change says so, and undoing it is itself an entry."""
    rows = connection.execute(
        "SELECT id, at, kind, command, summary, undone FROM operation ORDER BY id DESC LIMIT ?",
        (-1 if limit is None else limit,),
    )
    return [Operation._make((*row[:5], bool(row[5]))) for row in rows]
