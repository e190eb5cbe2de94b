"""The records of the board as raw rows, for `boardroom export`: all, or what is not private."""

from __future__ import annotations

import sqlite3

from boardroom.queries import private
from boardroom.rules.board_file import KEYS
from boardroom.store import rows as tables
from boardroom.store.row import Row, from_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

ROWS: dict[str, type[Row]] = {
    row.TABLE: row
    for row in vars(tables).values()
    if isinstance(row, type) and issubclass(row, Row) and row is not Row
}
"""The class of each table's rows."""


def all_records(connection: sqlite3.Connection) -> dict[str, list[dict[str, Any]]]:
    """The rows of every table, in the order of ids: days as ISO text, flags as bools."""
    return {table: [*_records(connection, ROWS[table])] for table in KEYS}


def shared_records(
    connection: sqlite3.Connection,
) -> tuple[dict[str, list[dict[str, Any]]], dict[str, int]]:
    """The rows of every table without what is private, and how many of each kind were left out.

    Records made of words are left out, and references to them are null. Of a private meeting the
    day, the length and the way stay. An answer, an outcome or a note that is private alone is null.
    """
    records = all_records(connection)
    counts: dict[str, int] = {}
    gone: dict[str, set[int]] = {}
    for table, condition in _LEFT_OUT.items():
        gone[table] = _ids(connection, table, condition)
        counts[table] = len(gone[table])
    for table, kind, condition, columns in _BLANKED:
        hidden = _ids(connection, table, condition) - gone.get(table, set())
        for record in records[table]:
            if record["id"] in hidden and any(record[column] for column in columns):
                counts[kind] = counts.get(kind, 0) + 1
                record.update(dict.fromkeys(columns))
    for record in records["agreement"]:
        record["focus"] = record["focus"] or []
    shared = {
        table: [
            {**record, **_without_references(record, gone)}
            for record in rows
            if record["id"] not in gone.get(table, ()) and not _belongs_to(record, table, gone)
        ]
        for table, rows in records.items()
    }
    return shared, {kind: count for kind, count in counts.items() if count}


def _ids(connection: sqlite3.Connection, table: str, condition: str) -> set[int]:
    join = " JOIN review ON review.id = review_id" if table == "review_answer" else ""
    return {
        row_id
        for (row_id,) in connection.execute(
            f"SELECT {table}.id FROM {table}{join} WHERE {condition}"
        )
    }


def _belongs_to(record: dict[str, Any], table: str, gone: dict[str, set[int]]) -> bool:
    """Whether a record only exists with another that is left out: a step, a helper, a snooze."""
    owners = {"goal_step": "goal", "goal_helper": "goal", "snooze": "promise"}
    owner = owners.get(table)
    return owner is not None and record[f"{owner}_id"] in gone[owner]


def _without_references(record: dict[str, Any], gone: dict[str, set[int]]) -> dict[str, None]:
    return {
        column: None
        for column, value in record.items()
        if column.endswith("_id") and value in gone.get(column.removesuffix("_id"), ())
    }


def _records(connection: sqlite3.Connection, row: type[Row]) -> list[dict[str, Any]]:
    stored = connection.execute(
        f"SELECT {', '.join(row.COLUMNS)} FROM {row.TABLE} ORDER BY id"
    ).fetchall()
    return [
        {
            column: _value(row, column, value)
            for column, value in zip(row.COLUMNS, values, strict=True)
        }
        for values in stored
    ]


def _value(row: type[Row], column: str, value: Any) -> Any:  # noqa: ANN401  of any column
    if value is None:
        return None
    if column in row.FLAGS:
        return bool(value)
    return from_json(value) if column in row.JSON else value


_LEFT_OUT = {
    "goal": private.GOAL,
    "exchange": private.EXCHANGE,
    "promise": private.PROMISE,
    "agenda_item": private.AGENDA_ITEM,
    "advice": private.ADVICE,
}
"""What makes a record of a table private; such records are left out whole."""
_BLANKED = (
    ("meeting", "notes", private.MEETING, ("notes",)),
    ("meeting", "place", private.MEETING, ("place",)),
    ("promise", "promise_note", private.PROMISE_NOTE, ("note",)),
    ("agenda_item", "answer", private.AGENDA_ANSWER, ("answer",)),
    ("advice", "outcome", private.ADVICE_OUTCOME, ("outcome",)),
    ("agreement", "agreement", private.AGREEMENT, ("hopes", "focus", "boundaries")),
    (
        "review_answer",
        "review_answer",
        private.REVIEW_ANSWER,
        ("value", "chemistry", "trust", "fits_next", "note", "decision", "window", "until_on"),
    ),
)
"""The parts of records that can be private: table, kind, what makes them so, and their columns."""
