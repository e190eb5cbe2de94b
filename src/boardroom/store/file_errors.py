"""What an error of SQLite or the file system means for a board, as an error of ours."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from boardroom.errors import BoardroomError, CannotWrite, Locked, NotABoard, NotSynced
from boardroom.store.place import backup_folder

_READ_ONLY = "SQLITE_READONLY"
_CANNOT_WRITE = (
    "SQLITE_FULL",
    "SQLITE_IOERR",
    "SQLITE_CANTOPEN",
    "SQLITE_PERM",
    "SQLITE_AUTH",
)
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
_LOCKED = ("SQLITE_BUSY", "SQLITE_LOCKED")


@contextmanager
def explained(path: str) -> Iterator[None]:
    """Turns errors of SQLite and the file system about the board at `path` into errors of ours.

    Raises:
        Locked: another process held the file for longer than the wait.
        NotABoard: the file is damaged, or is not a board.
        CannotWrite: the disk is full, or the file is read-only or out of reach.
    """
    try:
        yield
    except sqlite3.Error as error:
        meaning = _meaning_of(error, path)
        if meaning is None:
            raise
        raise meaning from error
    except UnicodeDecodeError as error:  # SQLite quotes a damaged schema
        raise _not_a_board(path) from error
    except OSError as error:
        raise _out_of_reach(error, path) from error


def is_locked(error: Exception) -> bool:
    """Whether another process held the file for longer than the wait."""
    return getattr(error, "sqlite_errorname", "").startswith(_LOCKED)


def _meaning_of(error: sqlite3.Error, path: str) -> BoardroomError | None:
    """The error to raise for one of SQLite's; None if it is a bug of ours."""
    name = getattr(error, "sqlite_errorname", "")
    if is_locked(error):
        return locked_error(path)
    # An error without a name is about text that is not UTF-8.
    if name.startswith(_DAMAGED) or (not name and isinstance(error, sqlite3.OperationalError)):
        return _not_a_board(path)
    if name.startswith(_READ_ONLY):
        return CannotWrite(
            f"{path} can't be changed: the file, its folder or its disk is read-only.",
            "Nothing was changed. Check the permissions, or copy the board elsewhere.",
        )
    if name.startswith(_CANNOT_WRITE):
        return CannotWrite(
            f"{path} can't be written: {error}.",
            "Check the free space and the permissions; nothing was changed.",
        )
    return None


def _out_of_reach(error: OSError, path: str) -> CannotWrite:
    """The error for a file that the system does not open."""
    name = os.fsdecode(error.filename or path)
    if isinstance(error, FileNotFoundError) and os.path.islink(path):
        return CannotWrite(
            f"{path} is a link to {os.readlink(path)}, which does not exist.",
            "Connect its disk or mend the link, or name another file with --db.",
        )
    if isinstance(error, PermissionError):
        folder = os.path.dirname(name)
        what = f"The folder {folder}" if _is_closed(folder) else name
        return CannotWrite(
            f"{what} can't be opened: you have no permission.",
            "Check its owner and its permissions.",
        )
    return CannotWrite(
        f"{name} can't be opened: {error.strerror or error}.",
        "Check the path, its permissions and the disk.",
    )


def locked_error(path: str) -> Locked:
    """The error for a board that another program holds."""
    return Locked(
        f"{path} is locked: another program is changing it.",
        "Wait for it to finish, then try again.",
    )


def not_synced(path: str, why: str) -> NotSynced:
    """The error for a change that is in the file, but perhaps not on the disk yet."""
    return NotSynced(
        f"The change is stored, but {path} can't be flushed to the disk: {why}. A power cut could"
        " undo it.",
        "Don't repeat it. Check the disk, then see: boardroom history",
    )


def _is_closed(folder: str) -> bool:
    """Whether files in the folder can't be reached."""
    try:
        os.stat(os.path.join(folder, "."))
    except PermissionError:
        return True
    except OSError:
        return False
    return False


def _not_a_board(path: str) -> NotABoard:
    return NotABoard(
        f"{path} is damaged, or not a board.",
        f"Earlier copies are in {backup_folder(path)}, if it was one.",
    )
