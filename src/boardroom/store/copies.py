"""The copies of a board in the folder beside it: their names, and which of them are kept.

A copy is named for its board and its day: `board.db-2026-11-26.db` is that of the day's first
change, `board.db-2026-11-26-before-import.db` one made for a reason. A number follows where a name
is taken: `board.db-2026-11-26.2.db`.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from boardroom.errors import CannotWrite
from boardroom.record import Record
from boardroom.rules.thinning import DAILY_COPIES, days_to_keep
from boardroom.store.header import has_header
from boardroom.store.place import backup_folder, file_name
from boardroom.store.private_files import abandoned_drafts

BY_HAND = "by-hand"
"""The reason of a copy that the user asked for, which is never removed."""

_SUFFIX = ".db"


class Copy(Record):
    """A copy of the board as it was on a day; `reason` is empty for that of the first change."""

    path: str
    day: date
    reason: str = ""
    number: int = 1


def copies(path: str, *, must_list: bool = False) -> list[Copy]:
    """The copies of the board at `path`, oldest first, sound or not.

    A folder that can't be read has none, since making the next one will fail for the same reason,
    unless it `must_list` them.

    Raises:
        CannotWrite: it must list them, and can't.
    """
    folder = backup_folder(path)
    try:
        names = os.listdir(folder)
    except OSError as error:
        if must_list and not isinstance(error, FileNotFoundError):
            raise CannotWrite(
                f"The copies in {folder} can't be listed, and may still hold it: {error.strerror}.",
                "Check the permissions of that folder.",
            ) from error
        return []
    found = (_parse(os.path.join(folder, name), file_name(path)) for name in names)
    return sorted(
        (copy for copy in found if copy is not None),
        key=lambda copy: (copy.day, copy.reason, copy.number),
    )


def has_copy(path: str, day: date, reason: str = "") -> bool:
    """Whether the board has a copy of that day; any other file of its name does not count."""
    return any(is_copy(name) for name in _taken(path, day, reason))


def free_name(path: str, day: date, reason: str = "") -> str:
    """The path of the next copy of a day, which does not exist."""
    number = sum(1 for _ in _taken(path, day, reason)) + 1
    return _path(path, day, reason, number)


def is_copy(path: str) -> bool:
    """Whether there is a board at `path`, as far as its first bytes tell; links do not count."""
    try:
        return stat.S_ISREG(os.lstat(path).st_mode) and has_header(path)
    except OSError:
        return False


def thin_out(path: str, *, today: date) -> None:
    """Removes the copies that are no longer kept, and drafts of copies that a kill left behind.

    Only to be called after a new copy was checked, so that a sound one is always kept.
    """
    all_copies = [copy for copy in copies(path) if copy.reason != BY_HAND]
    kept = days_to_keep({copy.day for copy in all_copies}, today=today)
    recent = sorted(day for day in kept if day <= today)[-DAILY_COPIES:]
    seen: set[date] = set()
    for copy in all_copies:
        # Of an older day one copy is enough, the first.
        is_kept = copy.day in kept and (
            copy.day in recent or copy.day > today or copy.day not in seen
        )
        seen.add(copy.day)
        if not is_kept and is_copy(copy.path):
            with suppress(FileNotFoundError):  # another process thins them as well
                os.unlink(copy.path)
    for draft in leftovers(path):
        with suppress(OSError):  # another process may remove it as well
            os.unlink(draft)


def leftovers(path: str) -> Iterator[str]:
    """Yields drafts of copies and of new boards that a kill left, over a day ago."""
    yield from abandoned_drafts(backup_folder(path), ".copy-")
    for folder in {os.path.dirname(path), os.path.dirname(os.path.realpath(path))}:
        yield from abandoned_drafts(folder, ".board-")


def _taken(path: str, day: date, reason: str) -> Iterator[str]:
    number = 1
    while os.path.lexists(name := _path(path, day, reason, number)):
        yield name
        number += 1


def _path(path: str, day: date, reason: str, number: int) -> str:
    return os.path.join(backup_folder(path), _name(file_name(path), day, reason, number))


def _name(board_name: str, day: date, reason: str, number: int) -> str:
    counted = f".{number}" if number > 1 else ""
    return f"{board_name}-{day.isoformat()}{reason and f'-{reason}'}{counted}{_SUFFIX}"


def _parse(copy_path: str, board_name: str) -> Copy | None:
    name = os.path.basename(copy_path)
    prefix = f"{board_name}-"
    if not (name.startswith(prefix) and name.endswith(_SUFFIX)):
        return None
    label, _, number = name.removeprefix(prefix).removesuffix(_SUFFIX).partition(".")
    day, reason = label[:10], label[10:]
    try:
        copy = Copy(copy_path, date.fromisoformat(day), reason.removeprefix("-"), int(number or 1))
    except ValueError:
        return None
    is_ours = name == _name(board_name, copy.day, copy.reason, copy.number)
    return copy if is_ours else None
