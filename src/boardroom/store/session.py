"""The board from Python: a SQLModel Session on it, for a notebook or a script of the user's own."""

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
from boardroom.store.file import explained, reading, writing
from boardroom.store.oplog import Recording
from boardroom.store.place import board_path
from boardroom.store.row import to_json
from boardroom.store.work import next_id, prepare

_FROM_PYTHON = "changed from Python"


@contextmanager
def open_board(
    path: str | None = None, *, write: bool = False, summary: str = ""
) -> Iterator[Session]:
    """Opens a board as a SQLModel `Session`, to read or, with `write=True`, to change.

    `path` defaults to BOARDROOM_DB or the user's own board. A block that writes is one transaction:
    it is stored when the block ends, as one change that `boardroom undo` takes back and
    `boardroom history` lists with `summary`; an exception takes all of it back. Every record is
    checked by its model before it is stored.

    Raises:
        BoardroomError: the board can't be opened; `session.commit()` or `rollback()` is called;
            or a record is changed in a block that only reads.
        pydantic.ValidationError: a record can't be so.
    """
    where = board_path(path)
    opened = writing(where) if write else reading(where)
    with explained(where), opened as connection, _session(connection) as session:
        if not write:
            event.listen(session, "before_flush", _refuse)
            yield session
            return
        # At once, since statements of the user's own SQL come without a flush.
        prepare(connection, where, today=today())
        recording = Recording(connection, "python")
        recording.watch_all()

        def before_flush(session: Session, *_: object) -> None:
            _check(session)
            for record in session.new:
                if record.id is None:
                    record.id = next_id(connection, str(record.__tablename__))

        event.listen(session, "before_flush", before_flush)
        yield session
        session.flush()
        recording.finish(summary or _FROM_PYTHON)


class _BoardSession(Session):
    """A Session whose transaction is that of the block."""

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
    """The block's connection, which SQLAlchemy uses and neither commits nor closes."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  the connection's own
        return getattr(self._connection, name)

    def commit(self) -> None:
        """Leaves the transaction to the block."""

    def rollback(self) -> None:
        """Leaves the transaction to the block."""

    def close(self) -> None:
        """Leaves the connection to the block."""


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
            raise error.orig from error  # one place knows what SQLite's errors mean
        raise


def _check(session: Session) -> None:
    """Checks every new and changed record by its model, which a Session does not.

    Raises:
        pydantic.ValidationError: one can't be so.
    """
    for record in (*session.new, *session.dirty):
        assert isinstance(record, SQLModel)  # the board's tables are
        type(record).model_validate(record.model_dump())


def _refuse(session: Session, *_: object) -> None:
    if session.new or session.dirty or session.deleted:
        raise BadInput("This board is open to read.", "Open it with write=True to change it.")
