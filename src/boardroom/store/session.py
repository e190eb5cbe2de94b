"""Opens the board as a SQLModel Session, for the user's own notebooks and scripts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn
from weakref import WeakSet

from sqlalchemy import event
from sqlalchemy.exc import DBAPIError, PendingRollbackError
from sqlalchemy.pool import StaticPool
from sqlmodel import Session, SQLModel, create_engine

from boardroom.clock import today
from boardroom.errors import BadInput, NotFound
from boardroom.rules.ids import REVIEW
from boardroom.store.before_change import next_id, prepare
from boardroom.store.file import is_there, reading, writing
from boardroom.store.file_errors import explained
from boardroom.store.oplog import Recording
from boardroom.store.place import board_path, name_of_path
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
        NotFound: there is no board at a path that was named, to read.
        BoardroomError: the board can't be opened, the block calls `session.commit()` or
            `rollback()`, or it changes a record without `write=True`.
        pydantic.ValidationError: a record is invalid.
    """
    file = board_path(path)
    if not write and name_of_path(path) and not is_there(file):
        raise NotFound(
            f"No board at {file} yet.", "Check the path, or begin a board there with write=True."
        )
    try:
        with _opened(file, write=write, summary=summary or _FROM_PYTHON) as session:
            yield session
    except _FromBlock as carried:
        raise carried.error from carried.error.__cause__


@contextmanager
def _opened(path: str, *, write: bool, summary: str) -> Iterator[Session]:
    opened = writing(path) if write else reading(path)
    with explained(path), opened as connection, _session(connection, write=write) as session:
        if not write:
            connection.execute("PRAGMA query_only = ON")
            event.listen(session, "before_flush", _refuse_changes)
            with _carried():
                yield session
            _refuse_changes(session)
            return
        # Now rather than at the first flush, since the user's own SQL needs none.
        prepare(connection, path, today=today())
        recording = Recording(connection, "python")
        recording.watch_all()
        connection.execute("PRAGMA recursive_triggers = ON")  # else REPLACE deletes unseen

        def before_flush(session: Session, *_: object) -> None:
            _validate(session)
            for record in session.new:
                if record.id is None:
                    record.id = next_id(connection, str(record.__tablename__))

        event.listen(session, "before_flush", before_flush)
        with _carried():
            yield session
        session.connection()  # raises if a flush failed and the block went on all the same
        session.flush()
        _check_whole(connection)
        recording.finish(summary)


class _FromBlock(Exception):
    """Carries an error of the user's own code past `explained`, which would blame the board."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error


@contextmanager
def _carried() -> Iterator[None]:
    # What goes wrong with the board itself arrives as an error of SQLAlchemy's.
    try:
        yield
    except (OSError, UnicodeDecodeError, sqlite3.Error) as error:
        raise _FromBlock(error) from error


def _check_whole(connection: sqlite3.Connection) -> None:
    """Checks what no single record can show: that everybody has a status, a review an answer.

    Raises:
        BadInput: a record lacks the other that belongs to it.
    """
    row = connection.execute(
        "SELECT name FROM advisor WHERE id NOT IN (SELECT advisor_id FROM transition)"
    ).fetchone()
    if row is not None:
        raise BadInput(
            f"{row[0]} has no status.",
            "Add a Transition for everybody: their status, and since when they have it.",
        )
    row = connection.execute(
        "SELECT id FROM review WHERE NOT of_board"
        " AND id NOT IN (SELECT review_id FROM review_answer)"
    ).fetchone()
    if row is not None:
        raise BadInput(f"{REVIEW.ref(row[0])} is about nobody.", "Add a ReviewAnswer to it.")


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
        self._cursors: WeakSet[sqlite3.Cursor] = WeakSet()

    def cursor(self) -> sqlite3.Cursor:
        """A cursor that ends with the block."""
        cursor = self._connection.cursor()
        self._cursors.add(cursor)
        return cursor

    def end(self) -> None:
        """Closes every cursor: a result not read to its end would keep the file locked."""
        for cursor in self._cursors:
            cursor.close()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  the connection's own
        return getattr(self._connection, name)

    def commit(self) -> None:
        """Does nothing; the block commits."""

    def rollback(self) -> None:
        """Does nothing; the block rolls back."""

    def close(self) -> None:
        """Does nothing; the block closes it."""


@contextmanager
def _session(connection: sqlite3.Connection, *, write: bool) -> Iterator[Session]:
    borrowed = _Borrowed(connection)
    engine = create_engine(
        "sqlite://",
        creator=lambda: borrowed,
        poolclass=StaticPool,
        hide_parameters=True,  # no error may quote a note
        json_serializer=to_json,
    )
    try:
        with _BoardSession(engine) as session:
            yield session
    except PendingRollbackError as error:
        raise BadInput(
            "A record could not be stored, so the block can't go on.",
            "Let the first error leave the block: it stores nothing then.",
        ) from error
    except DBAPIError as error:
        if not isinstance(error.orig, sqlite3.Error):
            raise
        if not write and error.orig.sqlite_errorname.startswith("SQLITE_READONLY"):
            raise _open_to_read() from error
        raise error.orig from error  # `explained` knows what SQLite's errors mean
    finally:
        borrowed.end()


def _validate(session: Session) -> None:
    """Validates every new and changed record, which a Session does not do by itself.

    Raises:
        pydantic.ValidationError: a record is invalid.
    """
    for record in (*session.new, *session.dirty):
        assert isinstance(record, SQLModel)  # the board's tables are
        valid = type(record).model_validate(record.model_dump())
        for name in type(record).model_fields:
            if getattr(record, name) != getattr(
                valid, name
            ):  # its canonical form: “6w” for “6 weeks”
                setattr(record, name, getattr(valid, name))


def _refuse_changes(session: Session, *_: object) -> None:
    changed = (record for record in session.dirty if session.is_modified(record))
    if session.new or session.deleted or any(True for _ in changed):
        raise _open_to_read()


def _open_to_read() -> BadInput:
    return BadInput("This board is open to read.", "Open it with write=True to change it.")
