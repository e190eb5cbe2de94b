"""Whether a calendar is kept, and which state of the board it has to show.

`undo` asks this whether or not there is a calendar, so nothing slow is imported.
"""

from __future__ import annotations

import sqlite3


def keeps_calendar(connection: sqlite3.Connection) -> bool:
    """Whether the setting `calendar` is set."""
    query = "SELECT 1 FROM setting WHERE key = 'calendar'"
    return connection.execute(query).fetchone() is not None


def newest_operation_id(connection: sqlite3.Connection) -> int:
    """The id of the last change, undo or redo; 0 before the first."""
    newest: int = connection.execute("SELECT coalesce(max(id), 0) FROM operation").fetchone()[0]
    return newest
