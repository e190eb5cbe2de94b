"""Makes checked copies of the board, in a folder beside it.

One is made before the first change of a day, others before anything risky. Which are kept is in
`copies`.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date

from boardroom.errors import CannotWrite, NotABoard, Refused
from boardroom.store.copies import BY_HAND, free_name, has_copy, thin_out
from boardroom.store.file import connect, wait_seconds
from boardroom.store.file_errors import explained
from boardroom.store.header import check_header
from boardroom.store.own_schema import check_schema
from boardroom.store.place import backup_folder
from boardroom.store.private_files import (
    check_own_folder,
    flush_file,
    make_private_folder,
    move_to_new,
    private_draft,
    sync_folder,
)

_NEEDS_ONE = "Nothing was changed, since this change needs one first."


def back_up_daily(connection: sqlite3.Connection, path: str, *, today: date) -> bool:
    """Copies the board if today has no copy yet, then removes older copies that are not kept.

    `connection` holds the write lock and has changed nothing yet. Returns whether it made a copy.

    Raises:
        NotABoard: the board is damaged.
    """
    if has_copy(path, today):
        return False
    # A write that changes nothing, so that a file that can't be written is refused, not copied.
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.execute(f"PRAGMA user_version = {version}")

    def copy(draft: str) -> None:
        # Through SQLite: on POSIX, closing a second descriptor of the file releases its locks.
        with open(draft, "wb") as file:
            file.write(_content(connection))

    stopped = "Nothing was changed, since the first change of a day needs one."
    _back_up(path, lambda: free_name(path, today), copy, check="quick_check", stopped=stopped)
    thin_out(path, today=today)
    return True


def back_up(
    path: str, reason: str, *, today: date, source: sqlite3.Connection | None = None
) -> str:
    """Copies the board at `path` for a reason, such as “before-import”. Returns the copy's path.

    It reads from `source` if given, a connection to the board without a transaction.

    Raises:
        NotABoard, Locked, CannotWrite: see `boardroom.store.file_errors.explained`.
    """

    def target() -> str:
        return free_name(path, today, reason)

    stopped = "" if reason == BY_HAND else _NEEDS_ONE
    copy = _vacuum_into(path) if source is None else _vacuum(source, path)
    with explained(path):
        return _back_up(path, target, copy, check="integrity_check", stopped=stopped)


def keep_as_it_is(path: str, reason: str, *, today: date) -> str:
    """Copies the board byte by byte and unchecked, to be kept though it is refused.

    Returns the copy's path.
    """

    def copy(draft: str) -> None:
        with closing(connect(path, "ro", wait_seconds())) as source, open(draft, "wb") as file:
            file.write(_content(source))

    with explained(path):
        return _back_up(
            path, lambda: free_name(path, today, reason), copy, check=None, stopped=_NEEDS_ONE
        )


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
        check_header(path)
        with closing(connect(path, "rw", wait_seconds())) as source:
            _vacuum(source, path)(draft)

    return copy


def _vacuum(source: sqlite3.Connection, path: str) -> Callable[[str], None]:
    def copy(draft: str) -> None:
        check_schema(source, path)
        source.execute("VACUUM INTO ?", (draft,))

    return copy


def _content(connection: sqlite3.Connection) -> bytes:
    """The bytes of a board as a file that needs no other beside it, whatever mode it is in.

    A file in write-ahead mode can't be opened where nothing can be written.
    """
    content = connection.serialize()
    return b"".join((content[:18], b"\1\1", content[20:]))


def _back_up(
    path: str,
    target: Callable[[], str],
    copy: Callable[[str], None],
    *,
    check: str | None,
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
    check: str | None,
) -> str:
    """Makes the copy under a temporary name, and renames it once it is checked and flushed."""
    make_private_folder(folder)
    check_own_folder(folder)
    with private_draft(folder, ".copy-") as draft:
        copy(draft)
        if check:
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
