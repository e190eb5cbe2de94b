"""The unit of work: a change is one transaction, recorded so that it can be taken back.

It holds rows on the transaction's connection, writes those that were changed, and gives new ones
their ids.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from boardroom.errors import NotFound
from boardroom.record import Record
from boardroom.rules.fields import Change, Field, change_of
from boardroom.rules.ids import KINDS, new_uid, not_found
from boardroom.store import oplog
from boardroom.store.backup import back_up_daily
from boardroom.store.file import writing
from boardroom.store.oplog import Recording
from boardroom.store.rows import REFERRING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    from boardroom.store.row import Row

    R = TypeVar("R", bound=Row)


class Done(Record):
    """What an action did: a sentence, the ids of the records it was done to, and what it changed.

    `changes` are the fields of an edited record, old and new.
    """

    summary: str
    ids: tuple[int, ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def id(self) -> int:
        """The first of the ids."""
        return self.ids[0]


class Work:
    """A change in progress, on the board as it is on `today`.

    The same row is one object however often it is asked for. What was set on a row is written by
    `flush`, which everything that reads or writes does first. `changed` is known once the change
    is over.
    """

    def __init__(
        self, connection: sqlite3.Connection, path: str, recording: Recording, *, today: date
    ) -> None:
        self.today = today
        self.done = Done("")
        self.changed = False
        self._connection = connection
        self._path = path
        self._recording = recording
        self._rows: dict[tuple[type[Row], int], Row] = {}
        self._stored: dict[tuple[type[Row], int], tuple[Any, ...]] = {}
        self._before: dict[tuple[type[Row], int], tuple[Any, ...]] = {}
        self._has_written = False

    @property
    def connection(self) -> sqlite3.Connection:
        """The transaction, for queries; everything changed so far has been written."""
        self.flush()
        return self._connection

    def get(self, table: type[R], row_id: int) -> R:
        """The row of that id.

        Raises:
            NotFound: it is gone, or never was.
        """
        held = self._rows.get((table, row_id))
        if held is not None:
            assert isinstance(held, table)  # that is its key
            return held
        found = self.find(table, id=row_id)
        if not found:
            kind = KINDS.get(table.LETTER)
            raise not_found(kind, row_id) if kind else NotFound("There is no such person.")
        return found[0]

    def find(self, table: type[R], **columns: Any) -> list[R]:
        """The rows whose columns have these values (None: no value), in the order of their ids."""
        self.flush()
        # Not IS for both: a partial index serves `=` alone.
        where = " AND ".join(
            f"{column} IS NULL" if value is None else f"{column} = ?"
            for column, value in columns.items()
        )
        stored = self._connection.execute(
            f"SELECT {', '.join(table.COLUMNS)} FROM {table.TABLE}"
            f" WHERE {where or 'TRUE'} ORDER BY id",
            [_stored(value) for value in columns.values() if value is not None],
        ).fetchall()
        return [self._hold(table, values) for values in stored]

    def first(self, table: type[R], **columns: Any) -> R | None:
        """The first such row; None if there is none."""
        return next(iter(self.find(table, **columns)), None)

    def add(self, row: R) -> R:
        """Puts a new row on the board, with its id and uid; a row that is there stays as it is.

        Raises:
            sqlite3.IntegrityError: the schema refuses it.
        """
        if (type(row), row.id) in self._rows:
            return row
        self.flush()
        self._before_writing(row.TABLE)
        if not getattr(row, "uid", "set"):
            row.uid = new_uid()  # type: ignore[attr-defined]  # it has the column
        row.id = next_id(self._connection, row.TABLE)
        values = row.to_sql()
        marks = ", ".join("?" * len(values))
        try:
            self._connection.execute(
                f"INSERT INTO {row.TABLE} ({', '.join(row.COLUMNS)}) VALUES ({marks})", values
            )
        except sqlite3.Error:
            row.id = 0
            raise
        key = (type(row), row.id)
        self._rows[key] = row
        self._stored[key] = self._before[key] = values
        return row

    def delete(self, row: Row) -> None:
        """Removes a row and, as the schema has it, what depends on it; rows held follow suit."""
        self.flush()
        if (type(row), row.id) not in self._rows:
            return
        self._before_writing(row.TABLE, deleting=True)
        self._connection.execute(f"DELETE FROM {row.TABLE} WHERE id = ?", (row.id,))
        self._refresh(row.TABLE)

    def flush(self) -> None:
        """Writes what was set on the rows held, in the order in which they were first asked for.

        A unique value that moves from one row to another needs a flush in between.

        Raises:
            sqlite3.IntegrityError: the schema refuses a value. The row keeps what was set on it,
                and the next flush tries again.
        """
        for key, row in self._rows.items():
            stored, values = self._stored[key], row.to_sql()
            if values == stored:
                continue
            columns = [
                column
                for column, old, new in zip(row.COLUMNS, stored, values, strict=True)
                if old != new
            ]
            self._before_writing(row.TABLE)
            new = [values[row.COLUMNS.index(column)] for column in columns]
            self._connection.execute(
                f"UPDATE {row.TABLE} SET {', '.join(f'{column} = ?' for column in columns)}"
                " WHERE id = ?",
                (*new, row.id),
            )
            self._stored[key] = values

    def watch_all(self) -> None:
        """Records every table, for SQL that bypasses the rows of this work."""
        self._before_writing("setting")
        self._recording.watch_all()

    def did(self, summary: str, *ids: int, changes: tuple[Change, ...] = ()) -> Done:
        """Reports what the change did, for the user and the history; the last report counts."""
        self.done = Done(summary, ids, changes)
        return self.done

    def changes(
        self, row: Row, fields: Iterable[Field], *, defaults: Mapping[str, object] | None = None
    ) -> tuple[Change, ...]:
        """The fields of a row that are other than when the change began.

        `defaults` are what holds where a column has no value.
        """
        before = row.from_sql(self._before[type(row), row.id])
        defaults = defaults or {}
        found = (
            change_of(
                field,
                getattr(before, field.name),
                getattr(row, field.name),
                default=defaults.get(field.name),
            )
            for field in fields
        )
        return tuple(change for change in found if change is not None)

    def _hold(self, table: type[R], values: tuple[Any, ...]) -> R:
        key = (table, values[0])
        held = self._rows.get(key)
        if held is None:
            held = self._rows[key] = table.from_sql(values)
            self._stored[key] = self._before[key] = values
        assert isinstance(held, table)  # that is its key
        return held

    def _refresh(self, table: str) -> None:
        """Reads again what a deletion may have taken or changed; rows that are gone are let go."""
        may_differ = {table, *REFERRING.get(table, ())}
        while (
            more := {other for name in may_differ for other in REFERRING.get(name, ())} - may_differ
        ):
            may_differ |= more
        for key, row in list(self._rows.items()):
            if row.TABLE not in may_differ:
                continue
            values = self._connection.execute(
                f"SELECT {', '.join(row.COLUMNS)} FROM {row.TABLE} WHERE id = ?", (row.id,)
            ).fetchone()
            if values is None:
                del self._rows[key], self._stored[key]
            elif values != self._stored[key]:
                row.take(values)
                self._stored[key] = values

    def _before_writing(self, table: str, *, deleting: bool = False) -> None:
        if not self._has_written:
            self._has_written = True
            prepare(self._connection, self._path, today=self.today)
        self._recording.watch(table, deleting=deleting)


@contextmanager
def change(path: str, command: str, *, today: date) -> Iterator[Work]:
    """One change of the board at `path`, made whole when the block ends, not at all when it raises.

    `command` is what the user typed first, for the history.

    Raises:
        NotABoard, NewerVersion, Locked, CannotWrite: see `boardroom.store.file.explained`.
    """
    with writing(path) as connection:
        recording = Recording(connection, command)
        work = Work(connection, path, recording, today=today)
        yield work
        work.flush()
        work.changed = recording.finish(work.done.summary)


def prepare(connection: sqlite3.Connection, path: str, *, today: date) -> None:
    """What comes before the first row that a change writes: the day's copy of the board.

    With the copy, what is too old to be taken back is let go.
    """
    if os.path.exists(path) and back_up_daily(connection, path, today=today):
        oplog.forget_old_images(connection)


def next_id(connection: sqlite3.Connection, table: str) -> int:
    """A number that no record of the table has or ever had.

    The counter is no part of what undo takes back. AUTOINCREMENT is the net below it: it knows of
    rows that another program added.
    """
    row: tuple[int] = connection.execute(_NEXT_ID, {"table": table}).fetchone()
    return row[0]


_NEXT_ID = """
INSERT INTO counter (name, last_id)
VALUES (:table, coalesce((SELECT seq FROM sqlite_sequence WHERE name = :table), 0) + 1)
ON CONFLICT (name) DO UPDATE SET last_id =
    max(last_id, coalesce((SELECT seq FROM sqlite_sequence WHERE name = :table), 0)) + 1
RETURNING last_id"""


def _stored(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
