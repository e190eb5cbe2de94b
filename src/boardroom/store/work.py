"""The unit of work: one change of the board is one transaction, recorded so that it can be undone.

It loads rows, stores the changed ones, and assigns ids to new ones.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date

from boardroom.errors import NotFound
from boardroom.rules.fields import Change, Field, change_of
from boardroom.rules.ids import KINDS, new_uid, not_found
from boardroom.store.before_change import next_id, prepare
from boardroom.store.done import Done, Rows
from boardroom.store.file import writing
from boardroom.store.oplog import Recording, dependent_tables

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    from boardroom.store.row import Row

    R = TypeVar("R", bound=Row)

__all__ = ["Done", "Work", "change"]


class Work:
    """A change in progress.

    Each row is one object, however often it is looked up. `flush` stores what was set on rows;
    every method that reads or writes calls it first. `changed` is known after the change.
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
        self._notes: list[str] = []
        self._has_written = False

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection, for queries, after a flush."""
        self.flush()
        return self._connection

    def get(self, table: type[R], row_id: int) -> R:
        """The row of that id.

        Raises:
            NotFound: there is none.
        """
        loaded = self._rows.get((table, row_id))
        if loaded is not None:
            assert isinstance(loaded, table)  # by its key
            return loaded
        row = self.first(table, id=row_id)
        if row is None:
            kind = KINDS.get(table.LETTER)
            raise not_found(kind, row_id) if kind else NotFound("There is no such person.")
        return row

    def find(self, table: type[R], **columns: Any) -> list[R]:
        """The rows whose columns have these values (None is NULL), in the order of ids."""
        self.flush()
        # Not IS for every value: a partial index is used for `=` only.
        where = " AND ".join(
            f"{column} IS NULL" if value is None else f"{column} = ?"
            for column, value in columns.items()
        )
        stored = self._connection.execute(
            f"SELECT {', '.join(table.COLUMNS)} FROM {table.TABLE}"
            f" WHERE {where or 'TRUE'} ORDER BY id",
            [
                value.isoformat() if isinstance(value, date) else value
                for value in columns.values()
                if value is not None
            ],
        ).fetchall()
        return [self._loaded(table, values) for values in stored]

    def first(self, table: type[R], **columns: Any) -> R | None:
        """The first row whose columns have these values; None if there is none."""
        return next(iter(self.find(table, **columns)), None)

    def add(self, row: R) -> R:
        """Stores a new row, and sets its id and uid unless it has them.

        Does nothing if it is stored already.

        Raises:
            sqlite3.IntegrityError: the schema refuses it.
        """
        if (type(row), row.id) in self._rows:
            return row
        self.flush()
        self._before_writing(row.TABLE)
        if not getattr(row, "uid", "set"):
            row.uid = new_uid()  # type: ignore[attr-defined]  # it has the column
        row.id = row.id or next_id(self._connection, row.TABLE)
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
        """Removes a row and all that cascades from it, and updates the loaded rows."""
        self.flush()
        if (type(row), row.id) not in self._rows:
            return
        self._before_writing(row.TABLE, deleting=True)
        self._connection.execute(f"DELETE FROM {row.TABLE} WHERE id = ?", (row.id,))
        self._refresh(row.TABLE)

    def flush(self) -> None:
        """Stores what was set on the loaded rows, in the order in which they were loaded.

        A unique value that moves from one row to another needs a flush in between.

        Raises:
            sqlite3.IntegrityError: the schema refuses a value. The row keeps it, and the next flush
                tries again.
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
            self._connection.execute(
                f"UPDATE {row.TABLE} SET {', '.join(f'{column} = ?' for column in columns)}"
                " WHERE id = ?",
                (*(values[row.COLUMNS.index(column)] for column in columns), row.id),
            )
            self._stored[key] = values

    def setting(self, key: str) -> str | None:
        """The stored text of a setting; None for its default."""
        row = self.connection.execute("SELECT value FROM setting WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def watch_all(self) -> None:
        """Records changes of every table, for SQL that bypasses rows."""
        self._before_writing("setting")
        self._recording.watch_all()

    def did(
        self, summary: str, *ids: int, changes: tuple[Change, ...] = (), rows: Rows = ()
    ) -> Done:
        """Says what the change did, for the user and the history. The last call counts."""
        self.done = Done(summary, ids, changes, tuple(self._notes), rows)
        return self.done

    def finish(self) -> None:
        """Ends one change of the history. What follows in the transaction is another."""
        self.flush()
        self.changed = self._recording.finish(self.done.summary) or self.changed
        self._recording = self._recording.next()

    def note(self, sentence: str) -> None:
        """Adds a sentence for the user to what the change did; the history leaves it out."""
        if sentence not in self._notes:
            self._notes.append(sentence)

    def before(self, row: R) -> R:
        """The row as it was before the change, or as it was added."""
        return row.from_sql(self._before[type(row), row.id])

    def changes(
        self, row: Row, fields: Iterable[Field], *, defaults: Mapping[str, object] | None = None
    ) -> tuple[Change, ...]:
        """The fields of a row whose values differ from those before the change.

        A field without a value counts as its value in `defaults`.
        """
        before = self.before(row)
        changes = (
            change_of(
                field,
                getattr(before, field.name),
                getattr(row, field.name),
                default=(defaults or {}).get(field.name),
            )
            for field in fields
        )
        return tuple(change for change in changes if change is not None)

    def _loaded(self, table: type[R], values: tuple[Any, ...]) -> R:
        key = (table, values[0])
        row = self._rows.get(key)
        if row is None:
            row = self._rows[key] = table.from_sql(values)
            self._stored[key] = self._before[key] = values
        assert isinstance(row, table)  # by its key
        return row

    def _refresh(self, table: str) -> None:
        """Reads loaded rows again after a deletion, and forgets those that are gone."""
        tables = {table, *dependent_tables(table)}
        for key, row in list(self._rows.items()):
            if row.TABLE not in tables:
                continue
            values = self._connection.execute(
                f"SELECT {', '.join(row.COLUMNS)} FROM {row.TABLE} WHERE id = ?", (row.id,)
            ).fetchone()
            if values is None:
                del self._rows[key], self._stored[key]
            elif values != self._stored[key]:
                row.load(values)
                self._stored[key] = values

    def _before_writing(self, table: str, *, deleting: bool = False) -> None:
        if not self._has_written:
            self._has_written = True
            prepare(self._connection, self._path, today=self.today)
        self._recording.watch(table, deleting=deleting)


@contextmanager
def change(path: str, command: str, *, today: date) -> Iterator[Work]:
    """Changes the board at `path`: committed when the block ends, rolled back if it raises.

    `command` is the name of the command, for the history.

    Raises:
        NotABoard, NewerVersion, Locked, CannotWrite: see `boardroom.store.file.writing`.
    """
    with writing(path) as connection:
        work = Work(connection, path, Recording(connection, command), today=today)
        yield work
        work.finish()
