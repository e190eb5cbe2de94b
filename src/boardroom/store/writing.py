"""The way in for every write: the board made where there is none, checked, copied once a day, and opened."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from boardroom.store.backup import back_up_daily
from boardroom.store.file import explained, is_there, open_for_writing
from boardroom.store.migrate import new_board


@contextmanager
def writing(path: str, *, today: date) -> Iterator[sqlite3.Connection]:
    """The board at `path`, open for one change, which the caller begins and commits.

    A new board is there only once its first change has been made.

    Raises:
        NotABoard, NewerVersion, Locked, CannotWrite: see `boardroom.store.file.explained`.
    """
    with explained(path):
        if is_there(path):
            with _opened(path) as connection:
                back_up_daily(path, today=today)
                yield connection
        else:
            with new_board(path) as draft, _opened(draft) as connection:
                yield connection


@contextmanager
def _opened(path: str) -> Iterator[sqlite3.Connection]:
    connection = open_for_writing(path)
    try:
        yield connection
    finally:
        connection.close()  # what was not committed is rolled back
