"""Version 4: the board's own identity, by which a copy is known as its own."""

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
)
