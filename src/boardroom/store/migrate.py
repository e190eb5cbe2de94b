"""Makes a new board, and brings one of an older version up to date, after a backup."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from boardroom.clock import now
from boardroom.errors import Locked, NotABoard
from boardroom.store.backup import back_up
from boardroom.store.file import APPLICATION_ID, WAIT_SECONDS, connect
from boardroom.store.migrations import STEPS
from boardroom.store.place import new_private_file


@contextmanager
def new_board(path: str) -> Iterator[sqlite3.Connection]:
    """A new board for its first change, under another name in the same folder, private to the user.

    It appears at `path` in one step when the block ends, and not at all when it raises: a second
    process, a mistake in the first command or a power cut meets no board or a whole one. The block
    closes the connection.

    Raises:
        Locked: another process made a board there meanwhile; that one stands.
    """
    with _folder_of(path) as folder:
        descriptor, draft = new_private_file(folder, ".board-")
        os.close(descriptor)
        try:
            connection = connect(draft, "rw", WAIT_SECONDS)
            try:
                # The first change is flushed to disk, and with it this.
                connection.execute("PRAGMA synchronous = OFF")
                lay_schema(connection)
            except BaseException:  # whatever it is, the file is not left open; it is raised again
                connection.close()
                raise
            yield connection
            _appear(draft, path)
        finally:
            if os.path.exists(draft):
                os.unlink(draft)


def lay_schema(connection: sqlite3.Connection) -> None:
    """Lays the newest schema out in an empty database."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    _climb(connection, 0)
    connection.execute("COMMIT")


def bring_up_to_date(path: str) -> None:
    """Migrates the board at `path`, after a backup; an error leaves it at its old version.

    Raises:
        NotABoard: the migrated board would break its own rules, which a sound one can't.
    """
    back_up(path, "before-migration")
    connection = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous = EXTRA")
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN IMMEDIATE")
        # Again, for another process may have been faster.
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        _climb(connection, version)
        _verify(connection, path)
        newest = max(STEPS)
        if version < newest:
            connection.execute(
                "INSERT INTO operation (at, kind, command, summary) VALUES (?, 'migration', '', ?)",
                (now(), f"Brought the board from version {version} to {newest}"),
            )
        connection.execute("COMMIT")
    finally:
        connection.close()


@contextmanager
def _folder_of(path: str) -> Iterator[str]:
    """The folder of a file about to be made; made too, and removed again if the file is not."""
    folder = os.path.dirname(path)
    missing = []
    ancestor = folder
    while not os.path.lexists(ancestor):
        missing.append(ancestor)
        ancestor = os.path.dirname(ancestor)
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        yield folder
    except BaseException:  # whatever it is, nothing stays of it; it is raised again
        with suppress(OSError):  # what somebody has put something into meanwhile stays
            for made in missing:
                os.rmdir(made)
        raise


def _climb(connection: sqlite3.Connection, version: int) -> None:
    for step in sorted(STEPS):
        if step > version:
            for statement in STEPS[step]:
                connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {max(version, *STEPS)}")


def _verify(connection: sqlite3.Connection, path: str) -> None:
    loose = connection.execute("PRAGMA foreign_key_check").fetchone()
    state = connection.execute("PRAGMA integrity_check").fetchone()[0]
    if loose is not None or state != "ok":
        raise NotABoard(
            f"{path} is damaged, so it was not brought up to date.",
            "It was left as it is; earlier copies are in backups.",
        )


def _appear(draft: str, path: str) -> None:
    try:
        os.link(draft, path)
    except FileExistsError:
        raise Locked(
            f"{path} was made by another program just now, so nothing was written.",
            "Run the command again.",
        ) from None
    except OSError:
        # A file system without links; the moment between looking and renaming is the price.
        if os.path.exists(path):
            raise Locked(
                f"{path} was made by another program just now, so nothing was written.",
                "Run the command again.",
            ) from None
        os.replace(draft, path)
