"""Undo and redo: the rows of an operation are put back as their images have them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from boardroom.errors import Refused
from boardroom.store.before_change import prepare
from boardroom.store.file import writing
from boardroom.store.oplog import (
    KEPT_OPERATIONS,
    Operation,
    foreign_keys,
    record_operation,
    row_as_json,
    table_columns,
)
from boardroom.store.rows import REFERRING

TYPE_CHECKING = False
if TYPE_CHECKING:
    Then = Callable[[sqlite3.Connection], None]


def undo(path: str, count: int, *, today: date, then: Then | None = None) -> list[Operation]:
    """Undoes the newest `count` changes, all or none of them; returns them, newest first.

    `then` is called with the board before the commit.

    Raises:
        Refused: there are fewer, one is too old, or a row was changed since by something other
            than boardroom.
    """
    return _reverse_several(path, count, _newest_change, undone=True, today=today, then=then)


def redo(path: str, count: int, *, today: date, then: Then | None = None) -> list[Operation]:
    """Redoes the last `count` changes that were undone, all or none of them, oldest first.

    A change made after an undo leaves nothing to redo. `then` is as for `undo`.

    Raises:
        Refused: as for `undo`.
    """
    return _reverse_several(path, count, _last_undone, undone=False, today=today, then=then)


def _reverse_several(
    path: str,
    count: int,
    choose: Callable[[sqlite3.Connection], int | None],
    *,
    undone: bool,
    today: date,
    then: Then | None,
) -> list[Operation]:
    # Without foreign keys: a cascade would run ahead of the images.
    with writing(path, foreign_keys=False) as connection:
        prepare(connection, path, today=today)
        operations: list[Operation] = []
        for _ in range(count):
            operation_id = choose(connection)
            if operation_id is None:
                raise Refused(
                    f"There {_there_is(len(operations))} to {'undo' if undone else 'redo'}.",
                    "Nothing was changed. List the changes with: boardroom history",
                )
            operations.append(_reverse(connection, operation_id, undone=undone))
        if then is not None:
            then(connection)
        return operations


def _there_is(count: int) -> str:
    if count == 0:
        return "is nothing"
    return "is only 1 change" if count == 1 else f"are only {count} changes"


def _newest_change(connection: sqlite3.Connection) -> int | None:
    """The id of the newest change that is not undone."""
    row: tuple[int] | None = connection.execute(
        "SELECT id FROM operation WHERE kind = 'change' AND NOT undone AND id > ?"
        " ORDER BY id DESC LIMIT 1",
        (_last_barrier(connection),),
    ).fetchone()
    return row[0] if row else None


def _last_undone(connection: sqlite3.Connection) -> int | None:
    """The id of the change that was undone last, unless another change was made since."""
    row: tuple[int] | None = connection.execute(
        "SELECT change.id"
        " FROM operation AS undo JOIN operation AS change ON change.id = undo.reverses"
        " WHERE undo.kind = 'undo'"
        " AND undo.id > max(?, (SELECT max(id) FROM operation WHERE kind = 'change'))"
        " AND change.undone ORDER BY change.id LIMIT 1",
        (_last_barrier(connection),),
    ).fetchone()
    return row[0] if row else None


def _reverse(connection: sqlite3.Connection, operation_id: int, *, undone: bool) -> Operation:
    """Puts the rows of an operation back, marks it as undone or not, and records that."""
    row = connection.execute(
        "SELECT id, at, kind, command, summary FROM operation WHERE id = ?", (operation_id,)
    ).fetchone()
    operation = Operation._make((*row, undone))
    order = "DESC" if undone else "ASC"
    images = connection.execute(
        "SELECT table_name, row_id, before, after FROM row_image"
        f" WHERE operation_id = ? ORDER BY id {order}",
        (operation.id,),
    ).fetchall()
    if not images:
        raise Refused(
            f"“{operation.summary}” is too old to {'undo' if undone else 'redo'}.",
            f"The newest {KEPT_OPERATIONS} changes can be taken back; older copies of the board are"
            " in the folder backups beside it.",
        )
    for table, row_id, before, after in images:
        current, target = (after, before) if undone else (before, after)
        try:
            restored = _restore(connection, table, row_id, current=current, target=target)
        except sqlite3.IntegrityError:  # another row has taken its handle, say
            restored = False
        if not restored:
            raise _changed_outside(operation)
    connection.execute("UPDATE operation SET undone = ? WHERE id = ?", (int(undone), operation.id))
    if _has_loose_keys(connection, {(table, row_id) for table, row_id, *_ in images}):
        raise _changed_outside(operation)
    kind = "undo" if undone else "redo"
    record_operation(connection, kind, operation.command, operation.summary, operation.id)
    return operation


def _restore(
    connection: sqlite3.Connection,
    table: str,
    row_id: int,
    *,
    current: str | None,
    target: str | None,
) -> bool:
    """Makes a row match the image `target`; None means no row.

    Returns False, and changes nothing, if the row does not match the image `current`.
    """
    names = table_columns(connection, table)
    stored = connection.execute(
        f"SELECT {row_as_json(names, table)} FROM {table} WHERE id = ?",
        (row_id,),
    ).fetchone()
    row = json.loads(stored[0]) if stored else None
    without_value = dict.fromkeys(names) if current is None or target is None else {}
    if current is None:
        if row is not None:
            return False
    elif row is None or not (without_value | json.loads(current)).items() <= row.items():
        return False
    if target is None:
        connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))
        return True
    values: dict[str, str | int | None] = without_value | json.loads(target)
    columns, marks = ", ".join(values), ", ".join("?" * len(values))
    if current is None:
        connection.execute(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})", tuple(values.values())
        )
    else:
        connection.execute(
            f"UPDATE {table} SET ({columns}) = ({marks}) WHERE id = ?", (*values.values(), row_id)
        )
    return True


def _has_loose_keys(connection: sqlite3.Connection, rows: Iterable[tuple[str, int]]) -> bool:
    """Whether one of these rows refers to nothing, or is gone and still referred to.

    Only these rows are read: SQLite's own check reads whole tables.
    """
    return any(
        connection.execute(query, {"id": row_id}).fetchone() is not None
        for table, row_id in rows
        for query in _loose_keys(connection, table)
    )


def _loose_keys(connection: sqlite3.Connection, table: str) -> Iterator[str]:
    """The queries that find what a row of a table refers to in vain, or what refers to it so."""
    for key in foreign_keys(connection, table):
        yield (
            f"SELECT 1 FROM {table} WHERE id = :id AND {key.column} IS NOT NULL AND NOT EXISTS"
            f" (SELECT 1 FROM {key.parent} WHERE {key.parent}.id = {table}.{key.column})"
        )
    for child in REFERRING.get(table, ()):
        for key in foreign_keys(connection, child):
            if key.parent == table:
                yield (
                    f"SELECT 1 FROM {child} WHERE {key.column} = :id"
                    f" AND NOT EXISTS (SELECT 1 FROM {table} WHERE id = :id)"
                )


def _changed_outside(operation: Operation) -> Refused:
    return Refused(
        f"“{operation.summary}” can't be reversed: what it changed has been changed since,"
        " outside boardroom.",
        "Nothing was changed. List the changes with: boardroom history",
    )


def _last_barrier(connection: sqlite3.Connection) -> int:
    """The id of the newest migration or purge, or 0; no older change can be undone.

    A migration changed the columns, and a purge must not come back.
    """
    operation_id: int = connection.execute(
        "SELECT coalesce(max(id), 0) FROM operation WHERE kind IN ('migration', 'purge')"
    ).fetchone()[0]
    return operation_id
