"""Version 4: the board's own identity, by which a copy is known as its own, and purges."""

from __future__ import annotations

_RANDOM_UID = (
    "lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2)"
    " || '-8' || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6)))"
)

SQL = (
    """CREATE TABLE board_identity (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        uid TEXT NOT NULL CHECK (length(uid) = 36)
    ) STRICT""",
    f"INSERT INTO board_identity (id, uid) SELECT 1, {_RANDOM_UID}",
    # A purge is in the history too, and like a migration nothing before it can be undone.
    """CREATE TABLE new_operation (
        id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('change', 'undo', 'redo', 'migration', 'purge')),
        command TEXT NOT NULL, summary TEXT NOT NULL, reverses INTEGER REFERENCES operation (id),
        undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
    ) STRICT""",
    """INSERT INTO new_operation
        SELECT id, at, kind, command, summary, reverses, undone FROM operation""",
    "DROP TABLE operation",
    "ALTER TABLE new_operation RENAME TO operation",
    "CREATE INDEX operation_undoable ON operation (kind, undone, id)",
)
