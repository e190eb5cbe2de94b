"""Files that only the user can read, which appear whole or not at all, and never through a link."""

from __future__ import annotations

import errno
import os
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from boardroom.errors import CannotWrite
from boardroom.store.file_errors import not_synced

_TOKEN_LENGTH = 12
_HEX_DIGITS = frozenset("0123456789abcdef")
_ABANDONED_SECONDS = 24 * 60 * 60

COMPANIONS = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a file that it writes; after a kill, what it needs to mend it."""


def make_private_folder(folder: str) -> list[str]:
    """Makes a folder that only the user can open, and those above it that do not exist.

    Returns the folders that it made, the outermost first.

    Raises:
        OSError: it can't be made, or there is a file.
    """
    missing: list[str] = []
    made: list[str] = []
    while not os.path.isdir(folder):
        missing.append(folder)
        folder = os.path.dirname(folder)
    for new in reversed(missing):
        try:
            os.mkdir(new, 0o700)
            made.append(new)
            with suppress(OSError):  # the folder is there all the same
                sync_folder(os.path.dirname(new))
        except FileExistsError:
            if not os.path.isdir(new):  # else another process made it
                raise
    return made


def check_own_folder(folder: str) -> None:
    """Checks that a folder for private files is the user's own, and no link.

    Somebody else may have made it in a folder that others can write, to read what comes into it.

    Raises:
        PermissionError: it is a link, or belongs to another user.
    """
    status = os.lstat(folder)
    if stat.S_ISLNK(status.st_mode):
        raise PermissionError(errno.EPERM, "it is a link", folder)
    if os.name != "nt" and status.st_uid != os.geteuid():
        raise PermissionError(errno.EPERM, "it belongs to another user", folder)


def make_private(path: str) -> None:
    """Lets only the user read and write a file, or a folder.

    Raises:
        OSError: it is another user's.
    """
    os.chmod(path, 0o700 if os.path.isdir(path) else 0o600)


def is_private(path: str) -> bool:
    """Whether only its owner can read or write a file or folder. Windows keeps that elsewhere."""
    return os.name == "nt" or not os.stat(path).st_mode & 0o077


def write_private_file(path: str, content: bytes) -> None:
    """Writes a file that only the user can read; a file that exists is replaced in one step.

    Raises:
        CannotWrite: the disk is full, or the folder can't be written. Unless it says that the new
            file is written, an old one is left as it is.
    """
    folder = os.path.dirname(os.path.abspath(path))
    try:
        with private_draft(folder, ".boardroom-") as draft:
            with open(draft, "wb") as file:
                file.write(content)
            flush_file(draft)
            os.replace(draft, path)
    except OSError as error:
        raise CannotWrite(
            f"{path} can't be written: {error.strerror or error}.",
            "Check the path, its permissions and the free space.",
        ) from error
    try:
        sync_folder(folder)
    except OSError as error:
        raise CannotWrite(
            f"{path} is written, but can't be flushed to the disk: {error.strerror or error}.",
            "A power cut could undo that. Check the disk.",
        ) from error


@contextmanager
def private_draft(folder: str, prefix: str) -> Iterator[str]:
    """Makes an empty file that only the user can read, and removes it unless it was moved.

    Drafts of that prefix which a kill left in the folder are removed too.

    Raises:
        OSError: the folder can't be written.
    """
    for abandoned in abandoned_drafts(folder, prefix):
        with suppress(OSError):  # another process may remove it as well
            os.unlink(abandoned)
    descriptor, draft = new_private_file(folder, prefix)
    os.close(descriptor)
    try:
        yield draft
    finally:
        # It was moved, or else it is removed later as abandoned. SQLite leaves the journal of a
        # copy that it could not finish.
        for path in (draft, f"{draft}-journal"):
            with suppress(OSError):
                os.unlink(path)


def abandoned_drafts(folder: str, prefix: str) -> Iterator[str]:
    """Yields the user's private drafts in a folder that are over a day old: a kill left them."""
    try:
        names = os.listdir(folder)
    except OSError:
        return
    for name in names:
        # The file itself, or what SQLite left beside it.
        token = name.removeprefix(prefix).partition("-")[0]
        if not name.startswith(prefix) or len(token) != _TOKEN_LENGTH or set(token) - _HEX_DIGITS:
            continue
        draft = os.path.join(folder, name)
        try:
            status = os.lstat(draft)
        except FileNotFoundError:  # another process has finished with it
            continue
        if (
            stat.S_ISREG(status.st_mode)
            and (os.name == "nt" or (not status.st_mode & 0o077 and status.st_uid == os.geteuid()))
            and time.time() - status.st_mtime > _ABANDONED_SECONDS
        ):
            yield draft


def move_to_new(draft: str, path: str) -> None:
    """Moves a file to a path where nothing is.

    Raises:
        FileExistsError: something is there, or appeared there meanwhile.
        OSError: the folder can't be written.
    """
    try:
        os.link(draft, path)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links: another process may still come between check and rename.
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        os.replace(draft, path)


def flush_file(path: str) -> None:
    """Flushes the content of a file to the disk."""
    with open(path, "rb+") as file:
        os.fsync(file.fileno())


def new_private_file(folder: str, prefix: str) -> tuple[int, str]:
    """Makes a new, empty file that only the user can read; returns its descriptor and its path.

    Like tempfile.mkstemp, whose import would cost the first change of a day 5 ms.

    Raises:
        OSError: the folder can't be written.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
    while True:
        path = os.path.join(folder, f"{prefix}{os.urandom(_TOKEN_LENGTH // 2).hex()}")
        try:
            return os.open(path, flags | getattr(os, "O_BINARY", 0), 0o600), path
        except FileExistsError:  # one chance in 2 ** 48
            continue


def sync_folder_of(path: str) -> None:
    """Flushes the folder of a board that has just appeared there.

    Raises:
        NotSynced: the disk failed. The board is there, but a power cut could undo that.
    """
    try:
        sync_folder(os.path.dirname(path))
    except OSError as error:
        raise not_synced(path, error.strerror or str(error)) from error


def sync_folder(folder: str) -> None:
    """Flushes a new or renamed file to the disk. Windows can't open a folder, and need not."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
