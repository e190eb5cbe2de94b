"""The unit of work: every change is one `BEGIN IMMEDIATE` transaction, recorded so that it can be taken back.

The only module of the store that knows SQLModel; taking changes back again (`reversal`) is the one write that needs none.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from typing import TypeVar

from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool
from sqlmodel import Session, SQLModel, create_engine

from boardroom.errors import NotFound
from boardroom.rules.ids import unknown
from boardroom.store import oplog
from boardroom.store.file import begin
from boardroom.store.writing import writing

Row = TypeVar("Row", bound=SQLModel)


class Work:
    """A change in progress: the `session` to make it with, `today`, and the `summary` that will stand in the history.

    `connection` is the same transaction as the queries read it. `changed` is known once the change is over.
    """

    def __init__(self, session: Session, connection: sqlite3.Connection, today: date) -> None:
        self.session = session
        self.connection = connection
        self.today = today
        self.summary = ""
        self.changed = False

    def get(self, table: type[Row], row_id: int) -> Row:
        """The row of that id.

        Raises:
            NotFound: it is gone, or never was.
        """
        row = self.session.get(table, row_id)
        if row is None:
            letter = _LETTERS.get(str(table.__tablename__))
            raise unknown(letter, row_id) if letter else NotFound("There is no such person.")
        return row

    def add(self, row: Row) -> Row:
        """Puts a new row into the change, and gives it its id."""
        self.session.add(row)
        self.session.flush()
        return row


@contextmanager
def change(path: str, command: str, *, today: date) -> Iterator[Work]:
    """One change of the board at `path`, made whole when the block ends and not at all when it raises.

    `command` is what the user typed first, for the history.

    Raises:
        NotABoard, NewerVersion, Locked, CannotWrite: see `boardroom.store.file.explained`.
    """
    with writing(path, today=today) as connection, _own_errors():
        _OPENED.append(connection)
        with Session(_ENGINE, expire_on_commit=False) as session, session.begin():
            session.connection()  # takes it; the first of a process it rolls back, so nothing may have begun
            # pysqlite's own transactions begin too late and lose updates, so the connection has none and this is the one.
            begin(connection, path)
            operation_id = oplog.begin(connection, command)
            work = Work(session, connection, today)
            yield work
            session.flush()
            work.changed = oplog.finish(connection, operation_id, work.summary)


_LETTERS = {
    "meeting": "m",
    "agenda_item": "a",
    "promise": "p",
    "advice": "v",
    "exchange": "x",
    "goal": "g",
    "goal_step": "s",
    "criterion": "c",
    "review": "r",
}


@contextmanager
def _own_errors() -> Iterator[None]:
    """SQLAlchemy's wrapping taken off, so that one place knows what SQLite's errors mean."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise error.orig from error
        raise


_OPENED: list[sqlite3.Connection] = []
"""The connection that the next session takes."""
# One for the process, because with it goes what SQLAlchemy has compiled: the second change and each after it then take half as long.
_ENGINE = create_engine(
    "sqlite://",
    creator=_OPENED.pop,
    poolclass=NullPool,
    hide_parameters=True,  # no error may quote a note
    json_serializer=partial(json.dumps, ensure_ascii=False),
)
