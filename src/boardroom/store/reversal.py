"""Taking changes back, and bringing them back: rows are laid as they were, whatever they mean."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date

from boardroom.errors import Refused
from boardroom.store import oplog
from boardroom.store.file import writing
from boardroom.store.oplog import Operation
from boardroom.store.work import prepare


def undo(path: str, count: int, *, today: date) -> list[Operation]:
    """Takes back the newest `count` changes, all or none of them; returns them, newest first.

    Raises:
        Refused: there are fewer, or one can't be taken back.
    """
    return _reverse(path, count, oplog.undo, "undo", today=today)


def redo(path: str, count: int, *, today: date) -> list[Operation]:
    """Brings back the last `count` changes that were undone, all or none of them, oldest first.

    Raises:
        Refused: there are fewer, or one can't be brought back.
    """
    return _reverse(path, count, oplog.redo, "redo", today=today)


def _reverse(
    path: str,
    count: int,
    step: Callable[[sqlite3.Connection], Operation | None],
    verb: str,
    *,
    today: date,
) -> list[Operation]:
    # Without foreign keys: a cascade would run ahead of the images.
    with writing(path, foreign_keys=False) as connection:
        prepare(connection, path, today=today)
        operations: list[Operation] = []
        for _ in range(count):
            operation = step(connection)
            if operation is None:
                found = (
                    f"are only {len(operations)} of {count} changes" if operations else "is nothing"
                )
                raise Refused(
                    f"There {found} to {verb}.",
                    "Nothing was changed. `boardroom history` lists what was done.",
                )
            operations.append(operation)
        return operations
