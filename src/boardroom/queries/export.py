"""Every record of the board as raw rows, for `boardroom export`."""

from __future__ import annotations

import sqlite3

from boardroom.rules.board_file import KEYS, OF_ONE_MACHINE
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

COLUMN_TYPES: dict[str, dict[str, str]] = {
    table: dict(ROWS[table].__annotations__) for table in KEYS
}
"""The type of each column of each table, as it is annotated: `date | None`."""


def all_records(connection: sqlite3.Connection) -> dict[str, list[dict[str, Any]]]:
    """The rows of every table, in the order of ids: days as ISO text, flags as bools.

    Settings of this machine are left out.
    """
    rows = {table: _records(connection, ROWS[table]) for table in KEYS}
    rows["setting"] = [row for row in rows["setting"] if row["key"] not in OF_ONE_MACHINE]
    return rows


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
