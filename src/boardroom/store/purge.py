"""Removes a record for good: from its table, from the operation log, and from copies."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from datetime import date

from boardroom.errors import BoardroomError
from boardroom.record import Record
from boardroom.store.backup import back_up
from boardroom.store.copies import copies, is_copy
from boardroom.store.failed_commit import commit
from boardroom.store.file import connect, wait_seconds, writing
from boardroom.store.file_errors import explained
from boardroom.store.oplog import foreign_keys, record_operation, table_columns
from boardroom.store.own_schema import check_schema

_IMPORTED = ("advisor", "meeting", "promise", "exchange", "occasion")
"""The tables that files of other programs are imported into."""
PURGED = "Changed something purged since"
"""What the history says instead of a change that named the record."""


class Purge(Record):
    """A record to purge: its table and uid, the `words` that name it in the history, and its name.

    The history is to say nothing of it but `noun`, such as “a meeting”; the user is asked by its
    `title`, with its words.
    """

    table: str
    uid: str
    words: tuple[str, ...]
    noun: str
    title: str


def purge(path: str, record: Purge, *, today: date, with_copy: bool) -> None:
    """Removes a record and all that depends on it, with every trace in the operation log.

    No change before it can be undone any more. The copy made first holds the record still.

    Raises:
        NotABoard, Locked, CannotWrite: see `boardroom.store.file.writing`.
    """
    if with_copy:
        back_up(path, "before-purge", today=today)
    with writing(path) as connection:
        _purge(connection, record)
        record_operation(connection, "purge", "purge", f"Purged {record.noun}")


def purge_copy(path: str, record: Purge) -> None:
    """Removes a record from a copy, or another old file of the board.

    Raises:
        NotABoard, Locked, CannotWrite: the copy can't be opened or written.
    """
    with explained(path), closing(connect(path, "rw", wait_seconds())) as connection:
        check_schema(connection, path)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        connection.execute("PRAGMA synchronous = EXTRA")
        connection.execute("BEGIN IMMEDIATE")
        _purge(connection, record)
        commit(connection, path, lambda board: not _is_in(board, record))


def copies_that_hold(path: str, record: Purge) -> list[str]:
    """The copies in the board's folder that hold a record, in its table or its operation log.

    Raises:
        CannotWrite: they can't be listed.
    """
    return [copy for copy in _sound_copies(path) if holds(copy, record)]


def find_in_copies(path: str, find: Callable[[sqlite3.Connection], Purge | None]) -> Purge | None:
    """What `find` finds in the newest copy that has it; None if no copy does.

    Raises:
        CannotWrite: they can't be listed.
    """
    for copy in reversed(_sound_copies(path)):
        with (
            suppress(BoardroomError),  # damaged, or it never was in this one
            explained(copy),
            closing(connect(copy, "ro", wait_seconds())) as connection,
        ):
            check_schema(connection, copy)
            if found := find(connection):
                return found
    return None


def holds(path: str, record: Purge) -> bool:
    """Whether a file of the board holds a record, in its table or its operation log."""
    try:
        with explained(path), closing(connect(path, "ro", wait_seconds())) as connection:
            check_schema(connection, path)
            return _is_in(connection, record)
    except BoardroomError:  # damaged: it may hold anything
        return True


def _sound_copies(path: str) -> list[str]:
    return [copy.path for copy in copies(path, must_list=True) if is_copy(copy.path)]


def _is_in(connection: sqlite3.Connection, record: Purge) -> bool:
    row = connection.execute(
        f"SELECT 1 FROM {record.table} WHERE uid = ?"
        " UNION SELECT 1 FROM row_image WHERE instr(before, ?) OR instr(after, ?)",
        (record.uid, record.uid, record.uid),
    ).fetchone()
    return row is not None


def _purge(connection: sqlite3.Connection, record: Purge) -> None:
    row = connection.execute(
        f"SELECT id FROM {record.table} WHERE uid = ?", (record.uid,)
    ).fetchone()
    gone = _with_dependents(connection, record.table, row[0]) if row else set()
    gone |= _removed_before(connection, record)
    _forget(connection, gone, record.words)
    if table_columns(connection, "calendar_answer"):  # not in a copy of an older version
        _forget_answers(connection, record.uid, gone)
    if row:
        connection.execute(f"DELETE FROM {record.table} WHERE id = ?", row)
    _forget_what_files_said(connection)


def _forget_answers(
    connection: sqlite3.Connection, uid: str, gone: Iterable[tuple[str, int]]
) -> None:
    """Removes what was answered about events with a person, and of what events meetings are."""
    meetings = [(row_id,) for table, row_id in gone if table == "meeting"]
    connection.execute("DELETE FROM calendar_answer WHERE event_uid = ?", (uid,))
    connection.executemany(
        "DELETE FROM calendar_answer WHERE event_uid = (SELECT uid FROM meeting WHERE id = ?)",
        meetings,
    )


def _forget_what_files_said(connection: sqlite3.Connection) -> None:
    """Removes the digests of imported records that are gone; that they were there stays known."""
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'source'").fetchone():
        uids = " UNION ".join(f"SELECT uid FROM {table}" for table in _IMPORTED)
        connection.execute(f"UPDATE source SET columns = '{{}}' WHERE row_uid NOT IN ({uids})")


def _with_dependents(
    connection: sqlite3.Connection, table: str, row_id: int
) -> set[tuple[str, int]]:
    """A row and all rows that are removed with it.

    By the keys of the file itself, since a copy may be of an older version.
    """
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    cascades = [
        (child, key)
        for (child,) in tables
        for key in foreign_keys(connection, child)
        if key.on_delete == "CASCADE"
    ]
    gone = {(table, row_id)}
    to_visit = [(table, row_id)]
    while to_visit:
        parent, parent_id = to_visit.pop()
        dependents = {
            (child, child_id)
            for child, key in cascades
            if key.parent == parent
            for (child_id,) in connection.execute(
                f"SELECT id FROM {child} WHERE {key.column} = ?", (parent_id,)
            )
        }
        to_visit += dependents - gone
        gone |= dependents
    return gone


def _removed_before(connection: sqlite3.Connection, record: Purge) -> set[tuple[str, int]]:
    """The row in the operation log, if the record was removed from its table already."""
    rows = connection.execute(
        "SELECT DISTINCT table_name, row_id FROM row_image"
        " WHERE instr(before, ?) OR instr(after, ?)",
        (record.uid, record.uid),
    )
    return {(table, row_id) for table, row_id in rows}


def _forget(
    connection: sqlite3.Connection, gone: Iterable[tuple[str, int]], words: Sequence[str]
) -> None:
    """Deletes the images of rows, and what the history says of them."""
    operations: set[int] = set()
    for table, row_id in gone:
        operations.update(
            operation_id
            for (operation_id,) in connection.execute(
                "SELECT operation_id FROM row_image WHERE table_name = ? AND row_id = ?",
                (table, row_id),
            )
        )
    named = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in words))
    operations.update(
        operation_id
        for operation_id, summary in connection.execute("SELECT id, summary FROM operation")
        if named.search(summary)
    )
    for operation_id in operations:
        connection.execute("DELETE FROM row_image WHERE operation_id = ?", (operation_id,))
        connection.execute("UPDATE operation SET summary = ? WHERE id = ?", (PURGED, operation_id))
