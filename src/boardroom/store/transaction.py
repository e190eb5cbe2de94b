"""The one transaction of a change: takes the write lock, and commits."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager

from boardroom.store import file
from boardroom.store.failed_commit import commit
from boardroom.store.file_errors import is_locked

_LONGEST_PAUSE_SECONDS = 0.04
_MOST_WAITS = 6
"""How often the wait may begin anew, since others go on; no program is to hang for ever."""
_NEWEST_CHANGE = "SELECT id, at, command, summary FROM operation ORDER BY id DESC LIMIT 1"


@contextmanager
def transaction(
    connection: sqlite3.Connection, path: str, *, foreign_keys: bool
) -> Iterator[sqlite3.Connection]:
    """One transaction with the write lock; it is committed when the block ends, then closed.

    An error in the block rolls it back.

    Raises:
        NewerVersion: a newer boardroom has migrated the file since it was opened.
        NotSynced, CannotWrite: see `boardroom.store.failed_commit`.
        sqlite3.Error: nothing was changed.
    """
    try:
        # The file keeps its journal mode: another program may have put it into WAL.
        for pragma in (
            "synchronous = EXTRA",
            f"foreign_keys = {'ON' if foreign_keys else 'OFF'}",
            "secure_delete = ON",
        ):
            connection.execute(f"PRAGMA {pragma}")
        begin(connection, path)
        yield connection
        newest = connection.execute(_NEWEST_CHANGE).fetchone()
        commit(
            connection,
            path,
            lambda board: bool(board.execute(_NEWEST_CHANGE).fetchone() == newest),
        )
    finally:
        connection.close()  # rolls back what was not committed


def begin(connection: sqlite3.Connection, path: str) -> None:
    """Begins a transaction with the write lock, so that no other process writes until it ends.

    Raises:
        NewerVersion: a newer boardroom has migrated the file since it was opened.
    """
    _lock(connection)
    version = file.board_version(connection)
    if version > file.VERSION:
        raise file.newer_version(path, version)


def _lock(connection: sqlite3.Connection) -> None:
    """Takes the write lock, trying at random moments.

    It gives up once nobody else has finished a change for `file.WAIT_SECONDS`. SQLite itself would
    try ten times a second, and lose each time to processes that came later.
    """
    connection.execute("PRAGMA busy_timeout = 0")
    began, wait = time.monotonic(), file.WAIT_SECONDS
    until, version = began + file.wait_seconds(), 0
    while True:
        try:
            # pysqlite's own transactions begin too late and lose updates.
            connection.execute("BEGIN IMMEDIATE")
            break
        except sqlite3.OperationalError as error:
            if not is_locked(error) or time.monotonic() >= until:
                raise
        newer = _data_version(connection) or version
        if version and newer != version:
            until = min(time.monotonic(), began + _MOST_WAITS * wait) + wait
        version = newer
        time.sleep(os.urandom(1)[0] / 255 * _LONGEST_PAUSE_SECONDS)
    connection.execute(f"PRAGMA busy_timeout = {round(file.wait_seconds() * 1000)}")


def _data_version(connection: sqlite3.Connection) -> int:
    """A number that differs after another process has changed the file; 0 if it is locked."""
    try:
        version: int = connection.execute("PRAGMA data_version").fetchone()[0]
    except sqlite3.OperationalError as error:
        if not is_locked(error):
            raise
        return 0
    return version
