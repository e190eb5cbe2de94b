"""The board file: opened to read, or to change in one transaction, and never mistaken for another.

Every way in which SQLite can fail gets its meaning here. The prompt lane loads this module, so
nothing slow is imported.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from boardroom.errors import BoardroomError, CannotWrite, Locked, NewerVersion, NotABoard
from boardroom.store.place import backup_folder

APPLICATION_ID = 0x626F6172
"""`boar` in ASCII, in the header of every board."""

VERSION = 2
"""`PRAGMA user_version` of the boards this program writes; a test holds it to the migrations."""

WAIT_SECONDS = 5.0
"""How long to wait for another boardroom to finish its change."""

PROMPT_WAIT_SECONDS = 0.2
"""The same for a shell prompt, which must not hang."""

_UNRELEASED = 1
_CANNOT_WRITE = (
    "SQLITE_FULL",
    "SQLITE_READONLY",
    "SQLITE_IOERR",
    "SQLITE_CANTOPEN",
    "SQLITE_PERM",
    "SQLITE_AUTH",
)
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
_LOCKED = ("SQLITE_BUSY", "SQLITE_LOCKED")
_MAGIC = b"SQLite format 3\0"


@contextmanager
def reading(path: str, *, wait: float = WAIT_SECONDS) -> Iterator[sqlite3.Connection]:
    """Opens the board at `path` to read; without a file there, an empty board in memory.

    Every query sees the same state, whatever is changed meanwhile. A board of an older version is
    migrated first, after a backup. `wait` is in seconds.

    Raises:
        NotABoard, NewerVersion, Locked, CannotWrite: see `explained`.
    """
    with explained(path):
        connection = _open(path, "ro", wait) if is_there(path) else _empty_board()
        try:
            connection.execute("BEGIN")
            yield connection
        finally:
            connection.close()


@contextmanager
def writing(path: str, *, foreign_keys: bool = True) -> Iterator[sqlite3.Connection]:
    """Opens the board at `path` for one transaction, which holds the write lock throughout.

    It is committed when the block ends, and rolled back when the block raises. A new board appears
    at `path` only with its first commit.

    Raises:
        NotABoard, NewerVersion, Locked, CannotWrite: see `explained`.
    """
    with explained(path):
        if is_there(path):
            opened = _open(path, "rw", WAIT_SECONDS)
            with _transaction(opened, path, foreign_keys=foreign_keys) as connection:
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
        CannotWrite: the folder is out of reach, or is no folder.
    """
    with explained(path):
        try:
            os.lstat(path)
        except FileNotFoundError:
            return False
    return True


@contextmanager
def explained(path: str) -> Iterator[None]:
    """Turns what SQLite and the file system say about the board at `path` into errors of ours.

    Raises:
        Locked: another process held the file for longer than we wait.
        NotABoard: damaged, or no board at all.
        CannotWrite: full, read-only, or out of reach.
    """
    try:
        yield
    except sqlite3.Error as error:
        meaning = meaning_of(error, path)
        if meaning is None:
            raise
        raise meaning from error
    except UnicodeDecodeError as error:  # SQLite quotes what is odd about a damaged schema
        raise _damaged(path) from error
    except OSError as error:
        raise CannotWrite(
            f"{path} can't be opened: {error.strerror or error}.",
            "Check the path, its permissions and the disk.",
        ) from error


def meaning_of(error: sqlite3.Error, path: str) -> BoardroomError | None:
    """What an error of SQLite's means for the board at `path`; None if it is a mistake of ours."""
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(_LOCKED):
        return Locked(
            f"{path} is locked: another program is changing it.",
            "Wait for it to finish, then try again.",
        )
    # An error without a name is about text that is not UTF-8.
    if name.startswith(_DAMAGED) or (not name and isinstance(error, sqlite3.OperationalError)):
        return _damaged(path)
    if name.startswith(_CANNOT_WRITE):
        return CannotWrite(
            f"{path} can't be written: {error}.",
            "Check the free space and the permissions; nothing was changed.",
        )
    return None


def connect(path: str, mode: str, wait: float) -> sqlite3.Connection:
    """One connection without a transaction; `mode` is SQLite's `ro` or `rw`, `wait` in seconds."""
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
        # The journal's mode is that of the file: another program may have put it into WAL.
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
        connection.close()  # what was not committed is rolled back


def begin(connection: sqlite3.Connection, path: str) -> None:
    """Takes the board's write lock, so that what is read from here on is true when it is written.

    Raises:
        NewerVersion: a newer boardroom has brought the file up to date since it was opened.
    """
    # By our own hand: pysqlite's own transactions begin too late and lose updates.
    connection.execute("BEGIN IMMEDIATE")
    version = _version(connection)
    if version > VERSION:
        raise _newer(path, version)


def _damaged(path: str) -> NotABoard:
    return NotABoard(
        f"{path} is damaged, or not a board.",
        f"Earlier copies are in {backup_folder(path)}, if it was one.",
    )


def _open(path: str, mode: str, wait: float) -> sqlite3.Connection:
    """Opens what is a board of our version, or of an older one, which is brought up to date."""
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
    except BaseException:  # whatever it is, the file is not left open; it is raised again
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
    """Refuses what is not a board by its first bytes.

    SQLite may roll back or move what another program left beside its file, so a file that is not
    ours is not even opened with SQLite.
    """
    if os.path.isdir(path):
        raise NotABoard(f"{path} is a folder, not a board.", "Name the file: --db FOLDER/board.db.")
    if os.path.getsize(path) == 0:
        raise NotABoard(
            f"{path} is an empty file, not a board.", "Remove it, or name another with --db."
        )
    with open(path, "rb") as file:
        header = file.read(72)
    if header.startswith(_MAGIC) and header[68:] != APPLICATION_ID.to_bytes(4):
        raise _foreign(path)


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
