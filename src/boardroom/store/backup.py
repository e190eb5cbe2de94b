"""Whole, checked copies of the board in a folder beside it: before the first change of a day and before anything risky."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from datetime import date

from boardroom.errors import NotABoard
from boardroom.store.place import backup_folder
from boardroom.store.waiting import WAIT_SECONDS

DAILY_COPIES = 14
"""How many daily copies are kept; copies made for any other reason stay until the user removes them."""


def back_up_daily(path: str, *, today: date) -> None:
    """Copies the board once a day, and lets go of the oldest daily copy beyond `DAILY_COPIES`."""
    folder = backup_folder(path)
    stem = f"{_stem(path)}-{today.isoformat()}"
    if os.path.exists(os.path.join(folder, f"{stem}.db")):
        return
    back_up(path, today.isoformat())
    prefix = f"{_stem(path)}-"
    daily = sorted(
        name
        for name in os.listdir(folder)
        if name.startswith(prefix) and _is_day(name[len(prefix) :].removesuffix(".db"))
    )
    for name in daily[:-DAILY_COPIES]:
        os.unlink(os.path.join(folder, name))


def back_up(path: str, label: str) -> str:
    """Copies the board at `path` to `backups/NAME-LABEL.db` beside it and returns where; an older copy of that name is replaced.

    The copy is made under another name, checked and flushed to disk before it takes its place.

    Raises:
        NotABoard: the board is damaged, so that no sound copy can be made.
    """
    folder = backup_folder(path)
    os.makedirs(folder, mode=0o700, exist_ok=True)
    target = os.path.join(folder, f"{_stem(path)}-{label}.db")
    descriptor, draft = tempfile.mkstemp(prefix=".copy-", dir=folder)  # new, no link, and 0600
    try:
        _copy(path, draft)
        os.fsync(descriptor)
    except BaseException:  # whatever it is, no draft is left behind; it is raised again
        os.close(descriptor)
        os.unlink(draft)
        raise
    os.close(descriptor)
    os.replace(draft, target)
    return target


def _copy(path: str, draft: str) -> None:
    source = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None)
    try:
        source.execute("VACUUM INTO ?", (draft,))
    finally:
        source.close()
    copy = sqlite3.connect(draft, isolation_level=None)
    try:
        state = copy.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        copy.close()
    if state != "ok":
        raise NotABoard(
            f"{path} is damaged: {state}.", f"Earlier copies are in {backup_folder(path)}."
        )


def _stem(path: str) -> str:
    return os.path.splitext(os.path.basename(path))[0]


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
