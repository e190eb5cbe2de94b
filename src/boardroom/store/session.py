"""Opens the board as a SQLModel Session, for the user's own notebooks and scripts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

from sqlalchemy import event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, SQLModel, create_engine

from boardroom.clock import today
from boardroom.errors import BadInput
from boardroom.store.before_change import next_id, prepare
from boardroom.store.file import reading, writing
from boardroom.store.file_errors import explained
from boardroom.store.oplog import Recording
from boardroom.store.place import board_path
from boardroom.store.row import to_json

_FROM_PYTHON = "changed from Python"


@contextmanager
def open_board(
    path: str | None = None, *, write: bool = False, summary: str = ""
) -> Iterator[Session]:
    """Opens a board as a SQLModel `Session`, to read or, with `write=True`, to change.

    `path` defaults to BOARDROOM_DB or the user's own board. A block that writes is one transaction:
    it is committed when the block ends, and rolled back if the block raises. `boardroom history`
    lists it with `summary`, and `boardroom undo` undoes it. Every record is validated by its model
    before it is stored.

    Raises:
        BoardroomError: the board can't be opened, the block calls `session.commit()` or
            `rollback()`, or it changes a record without `write=True`.
        pydantic.ValidationError: a record is invalid.
    """
    file = board_path(path)
    opened = writing(file) if write else reading(file)
    with explained(file), opened as connection, _session(connection) as session:
        if not write:
            event.listen(session, "before_flush", _refuse_changes)
            yield session
            return
        # Now rather than at the first flush, since the user's own SQL needs none.
        prepare(connection, file, today=today())
        recording = Recording(connection, "python")
        recording.watch_all()

        def before_flush(session: Session, *_: object) -> None:
            _validate(session)
            for record in session.new:
                if record.id is None:
                    record.id = next_id(connection, str(record.__tablename__))

        event.listen(session, "before_flush", before_flush)
        yield session
        session.flush()
        recording.finish(summary or _FROM_PYTHON)


class _BoardSession(Session):
    """A Session that can't end the transaction of its block."""

    def commit(self) -> NoReturn:
        raise BadInput(
            "The block is the transaction: it is stored when it ends.", "Leave out commit()."
        )

    def rollback(self) -> NoReturn:
        raise BadInput(
            "The block is the transaction: it is stored whole or not at all.",
            "Leave it with an exception to take everything back.",
        )


class _Borrowed:
    """The block's connection, which SQLAlchemy can neither commit nor close."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  the connection's own
        return getattr(self._connection, name)

    def commit(self) -> None:
        """Does nothing; the block commits."""

    def rollback(self) -> None:
        """Does nothing; the block rolls back."""

    def close(self) -> None:
        """Does nothing; the block closes it."""


@contextmanager
def _session(connection: sqlite3.Connection) -> Iterator[Session]:
    engine = create_engine(
        "sqlite://",
        creator=lambda: _Borrowed(connection),
        poolclass=StaticPool,
        hide_parameters=True,  # no error may quote a note
        json_serializer=to_json,
    )
    try:
        with _BoardSession(engine) as session:
            yield session
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise error.orig from error  # `explained` knows what SQLite's errors mean
        raise


def _validate(session: Session) -> None:
    """Validates every new and changed record, which a Session does not do by itself.

    Raises:
        pydantic.ValidationError: a record is invalid.
    """
    for record in (*session.new, *session.dirty):
        assert isinstance(record, SQLModel)  # the board's tables are
        type(record).model_validate(record.model_dump())


def _refuse_changes(session: Session, *_: object) -> None:
    if session.new or session.dirty or session.deleted:
        raise BadInput("This board is open to read.", "Open it with write=True to change it.")
