"""Makes new boards, and migrates those of an older version."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress

from boardroom.clock import now, today
from boardroom.errors import CannotWrite, MadeMeanwhile, NotABoard
from boardroom.rules.ids import new_uid
from boardroom.store.backup import back_up
from boardroom.store.failed_commit import commit
from boardroom.store.file import board_version, connect, wait_seconds
from boardroom.store.header import APPLICATION_ID
from boardroom.store.migrations import STEPS
from boardroom.store.place import default_path
from boardroom.store.private_files import (
    COMPANIONS,
    make_private_folder,
    move_to_new,
    private_draft,
    sync_folder_of,
)
from boardroom.store.schema import SQL, VERSION


@contextmanager
def new_board(path: str) -> Iterator[sqlite3.Connection]:
    """Makes a board under a temporary name in its folder, readable by the user alone.

    It is moved to `path` in one step when the block ends, and removed if the block raises. So
    neither another process nor a power cut leaves half a board. The block closes the connection.

    Raises:
        MadeMeanwhile: another process made a board there, which is kept.
        CannotWrite: the folder can't be written.
    """
    with _folder_of(path) as folder, ExitStack() as stack:
        try:
            draft = stack.enter_context(private_draft(folder, ".board-"))
        except OSError as error:
            raise CannotWrite(
                f"No board can be made in {folder}: {error.strerror or error}.",
                "Check the folder, its permissions and the disk, or name another path with --db.",
            ) from error
        connection = connect(draft, "rw", wait_seconds())
        try:
            # The first change is flushed to disk, and the schema with it.
            connection.execute("PRAGMA synchronous = OFF")
            lay_schema(connection)
        except BaseException:  # whatever it is; the file must not stay open
            connection.close()
            raise
        yield connection
        _appear(draft, path)
    sync_folder_of(path)


def lay_schema(connection: sqlite3.Connection) -> None:
    """Creates the current schema in an empty database, and gives the board its identity."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in SQL:
        connection.execute(statement)
    connection.execute("INSERT INTO board_identity (id, uid) VALUES (1, ?)", (new_uid(),))
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")


def bring_up_to_date(path: str) -> None:
    """Backs up and migrates the board at `path`; an error leaves it at its old version.

    Raises:
        NotABoard: the board was damaged, so the migrated one fails SQLite's checks.
    """
    back_up(path, "before-migration", today=today())
    connection = connect(path, "rw", wait_seconds())
    try:
        connection.execute("PRAGMA synchronous = EXTRA")
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN IMMEDIATE")
        # Another process may have migrated it since it was opened.
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        climb(connection, version, STEPS)
        _verify(connection, path)
        newest = max(STEPS)
        if version < newest:
            connection.execute(
                "INSERT INTO operation (at, kind, command, summary) VALUES (?, 'migration', '', ?)",
                (now(), f"Brought the board from version {version} to {newest}"),
            )
        commit(connection, path, lambda board: board_version(board) == newest, by_user=False)
    finally:
        connection.close()


def climb(connection: sqlite3.Connection, version: int, steps: Mapping[int, Sequence[str]]) -> None:
    """Takes the steps that come after a version, in their order."""
    for step in sorted(steps):
        if step > version:
            for statement in steps[step]:
                connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {max(version, *steps)}")


@contextmanager
def _folder_of(path: str) -> Iterator[str]:
    """Makes the folder of a new file, and removes it again if the block raises.

    Only at the default path: a folder that the user named may be on a disk that is not there now.

    Raises:
        CannotWrite: the folder does not exist, and is not the default one.
    """
    folder = os.path.dirname(path)
    if path != default_path() and not os.path.lexists(folder):
        raise CannotWrite(
            f"{folder} does not exist, so no board can be made in it.",
            "Connect the disk, make the folder, or name another path with --db.",
        )
    made = make_private_folder(folder)
    try:
        yield folder
    except BaseException:  # whatever it is; no new folder may be left behind
        with suppress(OSError):  # another process may have put a file there
            for new_folder in reversed(made):
                os.rmdir(new_folder)
        raise


def _verify(connection: sqlite3.Connection, path: str) -> None:
    loose_key = connection.execute("PRAGMA foreign_key_check").fetchone()
    state = connection.execute("PRAGMA integrity_check").fetchone()[0]
    if loose_key is not None or state != "ok":
        raise NotABoard(
            f"{path} is damaged, so it was not brought up to date.",
            "It was left as it is; earlier copies are in backups.",
        )


def _appear(draft: str, path: str) -> None:
    stray = next((path + name for name in COMPANIONS if os.path.lexists(path + name)), None)
    if stray is not None and not os.path.lexists(path):
        raise CannotWrite(
            f"{stray} is there without its board, and SQLite would write it into a new one.",
            "Nothing was changed. Put the board back beside it, or move it away.",
        )
    try:
        move_to_new(draft, path)
    except FileExistsError:
        raise MadeMeanwhile(
            f"{path} was made by another program just now, so nothing was written.",
            "Run the command again.",
        ) from None
