"""What the columns of spreadsheets are to the board, as the user said once."""

from __future__ import annotations

import sqlite3

from boardroom.store.row import from_json


def column_mappings(connection: sqlite3.Connection) -> dict[str, dict[str, str]]:
    """Every mapping by the id of its header: the field of each column."""
    rows = connection.execute("SELECT header, columns FROM column_mapping ORDER BY id")
    return {header: from_json(columns) for header, columns in rows}
