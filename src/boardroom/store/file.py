"""The board file: opened read-only to show something, read-write to change something, and never mistaken for another file.

Here too every way in which SQLite can fail gets its meaning. Loaded by the prompt lane, so nothing slow is imported.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from boardroom.errors import BoardroomError, CannotWrite, Locked, NewerVersion, NotABoard
from boardroom.store.place import backup_folder
from boardroom.store.schema import APPLICATION_ID, VERSION
from boardroom.store.waiting import WAIT_SECONDS

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
    """The board at `path`, open for reading; where there is no file yet, an empty board in memory.

    Every query sees it in the same state, whatever is changed meanwhile. A board of an older version is migrated first, after a
    backup.

    Raises:
        NotABoard, NewerVersion, Locked, CannotWrite: see `explained`.
    """
    with explained(path):
        connection = _open_for_reading(path, wait) if is_there(path) else _empty_board()
        try:
            connection.execute("BEGIN")
            yield connection
        finally:
            connection.close()


def open_for_writing(path: str) -> sqlite3.Connection:
    """The board at `path`, open for changing it in transactions that the caller begins. See `boardroom.store.writing`."""
    _check(path, WAIT_SECONDS)
    connection = _connect(path, "rw", WAIT_SECONDS)
    try:
        for pragma in (
            "journal_mode = DELETE",
            "synchronous = EXTRA",
            "foreign_keys = ON",
            "secure_delete = ON",
        ):
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:  # whatever it is, the file is not left open; it is raised again
        connection.close()
        raise
    return connection


def begin(connection: sqlite3.Connection, path: str) -> None:
    """Takes the board's write lock, so that what is read from here on is still true when it is written.

    Raises:
        NewerVersion: a newer boardroom brought the file up to date since it was opened.
    """
    connection.execute("BEGIN IMMEDIATE")
    _refuse_newer(path, connection.execute("PRAGMA user_version").fetchone()[0])


def is_there(path: str) -> bool:
    """Whether there is anything at `path`, a board or not.

    Raises:
        CannotWrite: it can't be known: the folder is out of reach, or no folder.
    """
    with explained(path):
        try:
            os.lstat(path)
        except FileNotFoundError:
            return False
    return True


@contextmanager
def explained(path: str) -> Iterator[None]:
    """Turns what SQLite and the file system say about the board at `path` into what it means to the user.

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
    """What an error of SQLite's means for the board at `path`; None where it is a mistake of ours."""
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(_LOCKED):
        return Locked(
            f"{path} is locked: another program is changing it.",
            "Wait for it to finish, then try again.",
        )
    if name.startswith(_DAMAGED) or (
        not name and isinstance(error, sqlite3.OperationalError)
    ):  # nameless: text that is no UTF-8
        return _damaged(path)
    if name.startswith(_CANNOT_WRITE):
        return CannotWrite(
            f"{path} can't be written: {error}.",
            "Check the free space and the permissions; nothing was changed.",
        )
    return None


def _damaged(path: str) -> NotABoard:
    return NotABoard(
        f"{path} is damaged, or not a board.",
        f"Earlier copies are in {backup_folder(path)}, if it was one.",
    )


def _open_for_reading(path: str, wait: float) -> sqlite3.Connection:
    _check(path, wait)
    return _connect(path, "ro", wait)


def _check(path: str, wait: float) -> None:
    """Refuses what is no board of a version that we know, and brings an older one up to date."""
    version = _version(path, wait)
    _refuse_newer(path, version)
    if version < VERSION:
        from boardroom.store.migrate import bring_up_to_date  # noqa: PLC0415  only when behind

        bring_up_to_date(path)


def _refuse_newer(path: str, version: int) -> None:
    if version > VERSION:
        raise NewerVersion(
            f"{path} was made by a newer boardroom (its version is {version}, this program knows {VERSION}).",
            "Upgrade boardroom-cli.",
        )


def _version(path: str, wait: float) -> int:
    if os.path.isdir(path):
        raise NotABoard(f"{path} is a folder, not a board.", "Name the file: --db FOLDER/board.db.")
    if os.path.getsize(path) == 0:
        raise NotABoard(
            f"{path} is an empty file, not a board.", "Remove it, or name another with --db."
        )
    # SQLite may roll back or move what another program left beside its file, so it is not even opened with SQLite.
    with open(path, "rb") as file:
        header = file.read(72)
    if header.startswith(_MAGIC) and header[68:] != APPLICATION_ID.to_bytes(4):
        raise _foreign(path)
    try:
        version = _user_version(path, "ro", wait)
    except sqlite3.OperationalError as error:
        # A kill in the middle of a write leaves a journal that only a writer may roll back.
        if not error.sqlite_errorname.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")):
            raise
        version = _user_version(path, "rw", wait)
    if version < 1:
        raise _foreign(path)
    return version


def _user_version(path: str, mode: str, wait: float) -> int:
    connection = _connect(path, mode, wait)
    try:
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        return version
    finally:
        connection.close()


def _foreign(path: str) -> NotABoard:
    return NotABoard(
        f"{path} is not a board: another program made it.",
        "Name another file with --db; this one was left as it is.",
    )


def _connect(path: str, mode: str, wait: float) -> sqlite3.Connection:
    # Not pathlib's as_uri: importing pathlib would cost the prompt lane a quarter of its time.
    quoted = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23").replace(os.sep, "/")
    address = f"file://{'' if quoted.startswith('/') else '/'}{quoted}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, timeout=wait, isolation_level=None)
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _empty_board() -> sqlite3.Connection:
    from boardroom.store.migrate import lay_schema  # noqa: PLC0415  only where there is no board yet

    connection = sqlite3.connect(":memory:", isolation_level=None)
    lay_schema(connection)
    return connection
