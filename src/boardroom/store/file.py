"""Opens the board file, to read or to change in one transaction, and refuses any other file.

The prompt lane loads this module, so it imports nothing slow.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager

from boardroom.errors import BoardroomError, CannotWrite, NewerVersion, NotABoard
from boardroom.store.file_errors import explained
from boardroom.store.header import check_header, is_write_ahead, not_ours, open_in_this_process
from boardroom.store.own_schema import check_schema

VERSION = 7
"""`PRAGMA user_version` of the boards this program writes; a test compares the schema's."""

WAIT_SECONDS = 5.0
"""How long to wait for another process to finish its change; see `wait_seconds`."""

PROMPT_WAIT_SECONDS = 0.2
"""How long a shell's prompt and its Tab key wait for it; neither must hang."""

_UNRELEASED = 1
_LONGEST_START_SECONDS = 2.0
_STARTED = time.monotonic()


def wait_seconds() -> float:
    """How long to wait for another process now.

    On a busy machine the start of the program takes its time too, and a user waits for both. So it
    counts, up to two seconds.
    """
    since_start = time.monotonic() - _STARTED
    return max(0.0, WAIT_SECONDS - min(since_start, _LONGEST_START_SECONDS))


@contextmanager
def reading(path: str, *, wait: float | None = None) -> Iterator[sqlite3.Connection]:
    """Opens the board at `path` to read, or an empty board in memory if there is no file.

    Every query sees the same state, whatever another process changes. An older board is backed up
    and migrated first. `wait` is in seconds (default: `wait_seconds`).

    Raises:
        NewerVersion: a newer boardroom made it.
        NotABoard, Locked, CannotWrite: see `boardroom.store.file_errors.explained`.
    """
    with explained(path):
        if not is_there(path):
            with closing(_empty_board()) as connection:
                connection.execute("BEGIN")
                yield connection
            return
        with (
            closing(_open(path, "ro", wait_seconds() if wait is None else wait)) as connection,
            open_in_this_process(path),
        ):
            connection.execute("BEGIN")
            yield connection


@contextmanager
def writing(path: str, *, foreign_keys: bool = True) -> Iterator[sqlite3.Connection]:
    """Opens the board at `path` for one transaction, which holds the write lock throughout.

    It is committed when the block ends, and rolled back if the block raises. A new board appears at
    `path` with its first commit.

    Raises:
        NewerVersion: a newer boardroom made it.
        NotABoard, Locked, CannotWrite: see `boardroom.store.file_errors.explained`.
    """
    from boardroom.store.transaction import transaction  # noqa: PLC0415  reads need none of it

    with explained(path):
        if is_there(path):
            opened = _open(path, "rw", wait_seconds())
            with (
                transaction(opened, path, foreign_keys=foreign_keys) as changing,
                open_in_this_process(path),
            ):
                yield changing
        else:
            from boardroom.store.migrate import new_board  # noqa: PLC0415  only for a first change

            with (
                new_board(path) as draft,
                transaction(draft, path, foreign_keys=foreign_keys) as changing,
            ):
                yield changing


def is_there(path: str) -> bool:
    """Whether there is anything at `path`, a board or not.

    Raises:
        CannotWrite: the folder is out of reach, or is not a folder.
    """
    with explained(path):
        try:
            os.lstat(path)
        except FileNotFoundError:
            return False
    return True


def connect(path: str, mode: str, wait: float) -> sqlite3.Connection:
    """Opens a connection. `mode` is SQLite's `ro` or `rw`, `wait` is in seconds."""
    # Not pathlib's as_uri: importing pathlib would cost the prompt lane a quarter of its time.
    quoted = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23").replace(os.sep, "/")
    address = f"file://{'' if quoted.startswith('/') else '/'}{quoted}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, timeout=wait, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    if mode == "rw":
        # A large change is written at its commit alone. To write earlier, SQLite would wait for
        # readers at page after page.
        connection.execute("PRAGMA cache_spill = OFF")
    return connection


def _open(path: str, mode: str, wait: float) -> sqlite3.Connection:
    """Opens a board of the current version, or migrates an older one first."""
    check_header(path)
    connection, version = connect_and_roll_back(path, mode, wait)
    try:
        if version > VERSION:
            raise newer_version(path, version)
        if version == _UNRELEASED:
            raise NotABoard(
                f"{path} was made by an unreleased boardroom.",
                "Begin a new board: name another file with --db.",
            )
        if version < 1:
            raise not_ours(path)
        check_schema(connection, path)
    except (BoardroomError, sqlite3.Error, UnicodeDecodeError):  # the file must not stay open
        connection.close()
        raise
    if version < VERSION:
        from boardroom.store.migrate import bring_up_to_date  # noqa: PLC0415  only when behind

        connection.close()
        bring_up_to_date(path)
        connection = connect(path, mode, wait)
    return connection


def connect_and_roll_back(path: str, mode: str, wait: float) -> tuple[sqlite3.Connection, int]:
    """A connection, and the version of the board.

    A kill in the middle of a write leaves a journal that only a writer may roll back. So a reader
    opens the file to write once, if it must.
    """
    connection = connect(path, mode, wait)
    try:
        return connection, board_version(connection)
    except sqlite3.OperationalError as error:
        connection.close()
        if mode == "ro" and _is_unwritable(error):
            writer, _ = connect_and_roll_back(path, "rw", wait)
            writer.close()
            connection = connect(path, mode, wait)
            return connection, board_version(connection)
        if _is_unwritable(error) and is_write_ahead(path):
            raise CannotWrite(
                f"{path} was put into write-ahead mode (WAL) by another program, and can't be"
                " opened where nothing can be written.",
                "Copy it to a folder of your own, and name that file with --db.",
            ) from error
        raise
    except BaseException:  # whatever it is; the file must not stay open
        connection.close()
        raise


def _is_unwritable(error: sqlite3.OperationalError) -> bool:
    return error.sqlite_errorname.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN"))


def newer_version(path: str, version: int) -> NewerVersion:
    """The error for a board that a newer boardroom made."""
    return NewerVersion(
        f"{path} was made by a newer boardroom (its version is {version},"
        f" this program knows {VERSION}).",
        "Upgrade boardroom-cli.",
    )


def board_version(connection: sqlite3.Connection) -> int:
    """The version of the board that a connection is to."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _empty_board() -> sqlite3.Connection:
    from boardroom.store.migrate import lay_schema  # noqa: PLC0415  only without a board

    connection = sqlite3.connect(":memory:", isolation_level=None)
    lay_schema(connection)
    return connection
