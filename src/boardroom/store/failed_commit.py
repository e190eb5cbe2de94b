"""Commits, and after an error in that finds out whether the change is stored.

SQLite may report an error of the disk when the change is in the file already, and all that failed
is the flush of its folder. To say then that nothing was changed would have the user repeat it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing

from boardroom.errors import BoardroomError, CannotWrite
from boardroom.store import committed
from boardroom.store.file import connect_and_roll_back, wait_seconds
from boardroom.store.file_errors import explained, not_synced


def commit(
    connection: sqlite3.Connection,
    path: str,
    is_stored: Callable[[sqlite3.Connection], bool],
    *,
    by_user: bool = True,
) -> None:
    """Commits the transaction of a connection to the board at `path`.

    `is_stored` tells from a new connection whether the change is in the file. A change `by_user`
    is counted; see `boardroom.store.committed`.

    Raises:
        NotSynced, CannotWrite: see `raise_if_stored`.
        sqlite3.Error: nothing was changed.
    """
    try:
        connection.execute("COMMIT")
    except KeyboardInterrupt:  # raised when COMMIT has returned
        committed.count += by_user and not connection.in_transaction
        raise
    except sqlite3.Error as error:
        # Locked, it was not tried. In the draft of a new board it does not count.
        if not connection.in_transaction:
            connection.close()
            raise_if_stored(
                error,
                path,
                is_stored,
                lambda: connect_and_roll_back(path, "ro", wait_seconds())[0],
            )
        raise
    committed.count += by_user


def raise_if_stored(
    error: sqlite3.Error,
    path: str,
    is_stored: Callable[[sqlite3.Connection], bool],
    reopen: Callable[[], sqlite3.Connection],
) -> None:
    """Looks at the board at `path`, after `error` in a commit and with its connection closed.

    Does nothing if the change is not stored.

    Raises:
        NotSynced: it is stored, but a power cut could undo it.
        CannotWrite: the board can't be read.
    """
    if not os.path.lexists(path):  # a new board appears only after its first commit
        return
    try:
        with explained(path), closing(reopen()) as board:
            stored = is_stored(board)
    except BoardroomError as unreadable:
        raise CannotWrite(
            f"The disk failed while the change was being stored ({error}), and {path} can't be"
            " read to see if it is.",
            "Check the disk, and look before you repeat it: boardroom history",
        ) from unreadable
    if stored:
        raise not_synced(path, str(error)) from error
