"""Makes checked copies of the board, in a folder beside it.

One is made before the first change of a day, others before anything risky. Which are kept is in
`copies`.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from datetime import date

from boardroom.errors import CannotWrite, NotABoard, Refused
from boardroom.store.copies import BY_HAND, free_name, has_copy, thin_out
from boardroom.store.file import WAIT_SECONDS
from boardroom.store.file_errors import explained
from boardroom.store.place import backup_folder
from boardroom.store.private_files import flush_file, move_to_new, private_draft, sync_folder


def back_up_daily(connection: sqlite3.Connection, path: str, *, today: date) -> bool:
    """Copies the board if today has no copy yet, then removes older copies that are not kept.

    `connection` holds the write lock and has changed nothing yet. Returns whether it made a copy.

    Raises:
        NotABoard: the board is damaged.
    """
    if has_copy(path, today):
        return False

    def copy(draft: str) -> None:
        # Through SQLite: on POSIX, closing a second descriptor of the file releases its locks.
        with open(draft, "wb") as file:
            file.write(connection.serialize())

    stopped = "Nothing was changed, since the first change of a day needs one."
    _back_up(path, lambda: free_name(path, today), copy, check="quick_check", stopped=stopped)
    thin_out(path, today=today)
    return True


def back_up(path: str, reason: str, *, today: date) -> str:
    """Copies the board at `path` for a reason, such as “before-import”. Returns the copy's path.

    Raises:
        NotABoard: the board is damaged.
    """

    def target() -> str:
        return free_name(path, today, reason)

    stopped = "" if reason == BY_HAND else "Nothing was changed, since this change needs one first."
    return _back_up(path, target, _vacuum_into(path), check="integrity_check", stopped=stopped)


def back_up_to(path: str, target: str) -> str:
    """Copies the board at `path` to a new file, and returns the path of that.

    Raises:
        Refused: there is something at that path already.
        NotABoard: the board is damaged.
        Locked, CannotWrite: see `boardroom.store.file_errors.explained`.
    """
    with explained(path):
        folder = os.path.dirname(target)
        with private_draft(folder, ".copy-") as draft:
            _vacuum_into(path)(draft)
            _check(path, draft, "integrity_check")
            flush_file(draft)
            try:
                move_to_new(draft, target)
            except FileExistsError:
                raise Refused(
                    f"{target} exists, so it was left alone.", "Name a file that does not exist."
                ) from None
        sync_folder(folder)
    return target


def _vacuum_into(path: str) -> Callable[[str], None]:
    """Returns a function that copies the board at `path`, without its free pages, to a draft."""

    def copy(draft: str) -> None:
        source = sqlite3.connect(path, timeout=WAIT_SECONDS, isolation_level=None)
        try:
            source.execute("VACUUM INTO ?", (draft,))
        finally:
            source.close()

    return copy


def _back_up(
    path: str,
    target: Callable[[], str],
    copy: Callable[[str], None],
    *,
    check: str,
    stopped: str,
) -> str:
    """Makes a copy at the path that `target` gives, and returns that path.

    If it fails, the hint begins with what that `stopped`.

    Raises:
        CannotWrite: the folder of backups can't be made or written.
    """
    folder = backup_folder(path)
    try:
        return _copy_into(folder, path, target, copy, check=check)
    except OSError as error:
        why = error.strerror or str(error)
        if os.path.islink(folder) and not os.path.exists(folder):
            why = "it is a link that leads nowhere"
        elif os.path.exists(folder) and not os.path.isdir(folder):
            why = "it is a file, not a folder"
        raise CannotWrite(
            f"No backup of the board can be made in {folder}: {why}.",
            f"{stopped} Check the folder, its permissions and the disk.".lstrip(),
        ) from error


def _copy_into(
    folder: str,
    path: str,
    target: Callable[[], str],
    copy: Callable[[str], None],
    *,
    check: str,
) -> str:
    """Makes the copy under a temporary name, and renames it once it is checked and flushed."""
    os.makedirs(folder, mode=0o700, exist_ok=True)
    with private_draft(folder, ".copy-") as draft:
        copy(draft)
        _check(path, draft, check)
        flush_file(draft)
        name = target()
        os.replace(draft, name)
    sync_folder(folder)
    return name


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
