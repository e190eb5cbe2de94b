"""Checked copies of the board, in a folder beside it.

One is made before the first change of a day, another before a migration.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from datetime import date

from boardroom.errors import NotABoard
from boardroom.store.file import WAIT_SECONDS
from boardroom.store.place import backup_folder, new_private_file

DAILY_COPIES = 14
"""How many daily copies are kept. Copies made for other reasons are never removed."""


def back_up_daily(connection: sqlite3.Connection, path: str, *, today: date) -> bool:
    """Copies the board if today has no copy yet, and removes the oldest beyond `DAILY_COPIES`.

    `connection` holds the write lock and has changed nothing yet. Returns whether it made a copy.

    Raises:
        NotABoard: the board is damaged.
    """
    folder = backup_folder(path)
    name = f"{_stem(path)}-{today.isoformat()}.db"
    if os.path.isfile(os.path.join(folder, name)):
        return False

    def copy(draft: str) -> None:
        # Through SQLite: on POSIX, closing a second descriptor of the file releases its locks.
        with open(draft, "wb") as file:
            file.write(connection.serialize())

    _back_up(path, name, copy, check="quick_check")
    prefix = f"{_stem(path)}-"
    daily = sorted(
        name
        for name in os.listdir(folder)
        if name.startswith(prefix) and _is_day(name[len(prefix) :].removesuffix(".db"))
    )
    for old in daily[:-DAILY_COPIES]:
        os.unlink(os.path.join(folder, old))
    return True


def back_up(path: str, label: str) -> str:
    """Copies the board at `path` to `backups/NAME-LABEL.db` beside it, and returns that path.

    Replaces an older copy of that name.

    Raises:
        NotABoard: the board is damaged.
    """

    def copy(draft: str) -> None:
        source = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None)
        try:
            source.execute("VACUUM INTO ?", (draft,))
        finally:
            source.close()

    return _back_up(path, f"{_stem(path)}-{label}.db", copy, check="integrity_check")


def _back_up(path: str, name: str, copy: Callable[[str], None], *, check: str) -> str:
    """Makes the copy under a temporary name, and renames it once it is checked and flushed."""
    folder = backup_folder(path)
    os.makedirs(folder, mode=0o700, exist_ok=True)
    target = os.path.join(folder, name)
    descriptor, draft = new_private_file(folder, ".copy-")
    try:
        copy(draft)
        _check(path, draft, check)
        os.fsync(descriptor)
    except BaseException:  # whatever it is; no draft may be left behind
        os.close(descriptor)
        os.unlink(draft)
        raise
    os.close(descriptor)
    os.replace(draft, target)
    _sync_folder(folder)
    return target


def _check(path: str, draft: str, check: str) -> None:
    copy = sqlite3.connect(draft, isolation_level=None)
    try:
        state = copy.execute(f"PRAGMA {check}").fetchone()[0]
    finally:
        copy.close()
    if state != "ok":
        raise NotABoard(
            f"{path} is damaged: {state}.", f"Earlier copies are in {backup_folder(path)}."
        )


def _sync_folder(folder: str) -> None:
    """Flushes a rename to the disk. Windows can't open a folder, and does not need it."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _stem(path: str) -> str:
    return os.path.splitext(os.path.basename(path))[0]


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
