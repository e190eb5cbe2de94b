"""Everybody by name, for finding who is meant."""

from __future__ import annotations

import json
import sqlite3

from boardroom.rules.names import Named


def people(connection: sqlite3.Connection) -> list[Named]:
    """Everybody on file, whatever their status, in the order of handles."""
    rows = connection.execute("SELECT id, handle, name, nicknames FROM advisor ORDER BY handle")
    return [
        Named(row_id, handle, name, tuple(json.loads(nicknames)))
        for row_id, handle, name, nicknames in rows
    ]
