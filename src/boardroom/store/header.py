"""Tells a board from any other file by its first bytes, before SQLite opens it.

The prompt lane loads this module, so it imports nothing slow.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager

from boardroom.errors import NotABoard

APPLICATION_ID = 0x626F6172
"""`boar` in ASCII, in the header of every board."""

_MAGIC = b"SQLite format 3\0"
_OPEN: list[tuple[int, int]] = []
"""The boards that this process has open, each as often as it does."""


def check_header(path: str) -> None:
    """Refuses a file whose first bytes are not those of a board.

    SQLite may roll back or move what another program left beside its own file, so such a file is
    never opened with SQLite.
    """
    status = os.stat(path)
    if stat.S_ISDIR(status.st_mode):
        raise NotABoard(f"{path} is a folder, not a board.", "Name the file: --db FOLDER/board.db.")
    if not stat.S_ISREG(status.st_mode):  # to open a pipe would wait for its other end
        raise NotABoard(f"{path} is a device or a pipe, not a board.", "Name a file with --db.")
    if status.st_size == 0:
        raise NotABoard(
            f"{path} is an empty file, not a board.", "Remove it, or name another with --db."
        )
    if _file_id(path) in _OPEN:
        return  # checked before; and closing the file here would let go of SQLite's locks on it
    header = _read_header(path)
    if header.startswith(_MAGIC) and not _is_ours(header):
        raise not_ours(path)


def has_header(path: str) -> bool:
    """Whether a file begins as a board does. Not for a board that this process has open.

    Raises:
        OSError: the file can't be read.
    """
    header = _read_header(path)
    return header.startswith(_MAGIC) and _is_ours(header)


def is_write_ahead(path: str) -> bool:
    """Whether the file is in SQLite's write-ahead mode (WAL), which needs files beside it."""
    if _file_id(path) in _OPEN:
        return False  # it was opened; see `check_header`
    with open(path, "rb") as file:
        return file.read(20)[18:] == b"\2\2"


@contextmanager
def open_in_this_process(path: str) -> Iterator[None]:
    """Remembers that the board is open, for `check_header`.

    POSIX has a process lose every lock on a file when it closes any descriptor of that file.
    """
    file_id = _file_id(path)
    _OPEN.append(file_id)
    try:
        yield
    finally:
        _OPEN.remove(file_id)


def not_ours(path: str) -> NotABoard:
    """The error for another program's file."""
    return NotABoard(
        f"{path} is not a board: another program made it.",
        "Name another file with --db; this one was left as it is.",
    )


def _read_header(path: str) -> bytes:
    with open(path, "rb") as file:
        return file.read(72)


def _is_ours(header: bytes) -> bool:
    return header[68:] == APPLICATION_ID.to_bytes(4)


def _file_id(path: str) -> tuple[int, int]:
    status = os.stat(path)
    return status.st_dev, status.st_ino
