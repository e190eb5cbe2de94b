"""The names of everybody on file, to find the person that a WHO means."""

from __future__ import annotations

import sqlite3

from boardroom.queries.views import views
from boardroom.rules.names import Named


def people(connection: sqlite3.Connection) -> list[Named]:
    """Everybody on file, whatever their status, in the order of handles."""
    rows = connection.execute("SELECT id, handle, name, nicknames FROM advisor ORDER BY handle")
    return [*views(Named, rows)]
