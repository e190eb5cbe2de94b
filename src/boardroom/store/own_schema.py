"""Refuses a board into whose schema another program has put or changed something.

A trigger, a view or a virtual table can change records, or keep a query busy for ever; so can a
table of ours that was altered. None of them is run here: their text is compared. The prompt lane
loads this module, so it imports nothing slow.
"""

from __future__ import annotations

import sqlite3

from boardroom.errors import NotABoard
from boardroom.store.schema import SQL, VERSION

_OURS = frozenset((*SQL, "CREATE TABLE sqlite_sequence(name,seq)"))
_SEE = "Nothing was changed. See what is wrong and what to do: boardroom doctor"


def check_schema(connection: sqlite3.Connection, path: str) -> None:
    """Refuses a board whose schema is not that of its version.

    Raises:
        NotABoard: the file at `path` holds what boardroom did not make, or lacks a table.
    """
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    rows = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")
    if version == VERSION and {sql for (sql,) in rows} == _OURS:
        return
    # Only for an older board, and for one that another program has touched.
    from boardroom.store.schema_differences import schema_differences  # noqa: PLC0415

    differences = schema_differences(connection)
    if differences.foreign:
        found = differences.foreign[0]
        raise NotABoard(f"{path} holds {found.words} that boardroom did not make.", _SEE)
    if differences.altered:
        raise NotABoard(
            f"{path} is damaged: another program has altered {min(differences.altered)}.", _SEE
        )
    if differences.missing:
        raise NotABoard(f"{path} is damaged: {min(differences.missing)} is missing.", _SEE)
