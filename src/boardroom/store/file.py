"""Opens the board file, to read or to change in one transaction, and refuses any other file.

The prompt lane loads this module, so it imports nothing slow.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from boardroom.errors import BoardroomError, NewerVersion, NotABoard
from boardroom.store.file_errors import explained

APPLICATION_ID = 0x626F6172
"""`boar` in ASCII, in the header of every board."""

VERSION = 2
"""`PRAGMA user_version` of the boards this program writes; a test compares the migrations."""

WAIT_SECONDS = 5.0
"""How long to wait for another process to finish its change."""

PROMPT_WAIT_SECONDS = 0.2
"""How long a shell prompt waits for it; a prompt must not hang."""

_UNRELEASED = 1
_MAGIC = b"SQLite format 3\0"


@contextmanager
def reading(path: str, *, wait: float = WAIT_SECONDS) -> Iterator[sqlite3.Connection]:
    """Opens the board at `path` to read, or an empty board in memory if there is no file.

    Every query sees the same state, whatever another process changes. An older board is backed up
    and migrated first. `wait` is in seconds.

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
        with closing(_open(path, "ro", wait)) as connection, _open_in_this_process(path):
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
    with explained(path):
        if is_there(path):
            opened = _open(path, "rw", WAIT_SECONDS)
            with (
                _transaction(opened, path, foreign_keys=foreign_keys) as connection,
                _open_in_this_process(path),
            ):
                yield connection
        else:
            from boardroom.store.migrate import new_board  # noqa: PLC0415  only for a first change

            with (
                new_board(path) as draft,
                _transaction(draft, path, foreign_keys=foreign_keys) as connection,
            ):
                yield connection


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
    return connection


@contextmanager
def _transaction(
    connection: sqlite3.Connection, path: str, *, foreign_keys: bool
) -> Iterator[sqlite3.Connection]:
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
        connection.execute("COMMIT")
    finally:
        connection.close()  # rolls back what was not committed


def begin(connection: sqlite3.Connection, path: str) -> None:
    """Begins a transaction with the write lock, so that no other process writes until it ends.

    Raises:
        NewerVersion: a newer boardroom has migrated the file since it was opened.
    """
    # pysqlite's own transactions begin too late and lose updates.
    connection.execute("BEGIN IMMEDIATE")
    version = _version(connection)
    if version > VERSION:
        raise _newer(path, version)


def _open(path: str, mode: str, wait: float) -> sqlite3.Connection:
    """Opens a board of the current version, or migrates an older one first."""
    _check_header(path)
    connection = connect(path, mode, wait)
    try:
        version = _version(connection)
    except sqlite3.OperationalError as error:
        connection.close()
        # A kill in the middle of a write leaves a journal that only a writer may roll back.
        if mode == "rw" or not error.sqlite_errorname.startswith(
            ("SQLITE_READONLY", "SQLITE_CANTOPEN")
        ):
            raise
        writer = connect(path, "rw", wait)
        try:
            _version(writer)
        finally:
            writer.close()
        connection = connect(path, mode, wait)
        version = _version(connection)
    except BaseException:  # whatever it is; the file must not stay open
        connection.close()
        raise
    try:
        if version > VERSION:
            raise _newer(path, version)
        if version == _UNRELEASED:
            raise NotABoard(
                f"{path} was made by an unreleased boardroom.",
                "Begin a new board: name another file with --db.",
            )
        if version < 1:
            raise _foreign(path)
    except BoardroomError:
        connection.close()
        raise
    if version < VERSION:
        from boardroom.store.migrate import bring_up_to_date  # noqa: PLC0415  only when behind

        connection.close()
        bring_up_to_date(path)
        connection = connect(path, mode, wait)
    return connection


def _newer(path: str, version: int) -> NewerVersion:
    return NewerVersion(
        f"{path} was made by a newer boardroom (its version is {version},"
        f" this program knows {VERSION}).",
        "Upgrade boardroom-cli.",
    )


def _check_header(path: str) -> None:
    """Refuses a file whose first bytes are not those of a board.

    SQLite may roll back or move what another program left beside its own file, so such a file is
    never opened with SQLite.
    """
    if os.path.isdir(path):
        raise NotABoard(f"{path} is a folder, not a board.", "Name the file: --db FOLDER/board.db.")
    if os.path.getsize(path) == 0:
        raise NotABoard(
            f"{path} is an empty file, not a board.", "Remove it, or name another with --db."
        )
    if _file_id(path) in _OPEN:
        return  # checked before; and closing the file here would let go of SQLite's locks on it
    with open(path, "rb") as file:
        header = file.read(72)
    if header.startswith(_MAGIC) and header[68:] != APPLICATION_ID.to_bytes(4):
        raise _foreign(path)


_OPEN: list[tuple[int, int]] = []
"""The boards that this process has open, each as often as it does."""


@contextmanager
def _open_in_this_process(path: str) -> Iterator[None]:
    """Remembers that the board is open, for `_check_header`.

    POSIX has a process lose every lock on a file when it closes any descriptor of that file.
    """
    file_id = _file_id(path)
    _OPEN.append(file_id)
    try:
        yield
    finally:
        _OPEN.remove(file_id)


def _file_id(path: str) -> tuple[int, int]:
    status = os.stat(path)
    return status.st_dev, status.st_ino


def _version(connection: sqlite3.Connection) -> int:
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def _foreign(path: str) -> NotABoard:
    return NotABoard(
        f"{path} is not a board: another program made it.",
        "Name another file with --db; this one was left as it is.",
    )


def _empty_board() -> sqlite3.Connection:
    from boardroom.store.migrate import lay_schema  # noqa: PLC0415  only without a board

    connection = sqlite3.connect(":memory:", isolation_level=None)
    lay_schema(connection)
    return connection
