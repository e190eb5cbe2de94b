"""What the schema refuses, whatever program writes to the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from boardroom.store.migrate import lay_schema

A_UID = "9f0d3c1e-0000-4000-8000-00000000000"
MEETING = "INSERT INTO meeting (uid, advisor_id, status, met_on, way, minutes) VALUES (?, 1, 'held', '2026-09-01', 'coffee', 60)"
ROWS = (
    ("INSERT INTO advisor (uid, handle, name) VALUES (?, 'marcus', 'Marcus Ojo')", f"{A_UID}1"),
    (
        "INSERT INTO transition (uid, advisor_id, changed_on, status) VALUES (?, 1, '2026-01-10', 'active')",
        f"{A_UID}2",
    ),
    (MEETING, f"{A_UID}3"),
    (MEETING, f"{A_UID}4"),
)


@pytest.fixture
def tables() -> Iterator[sqlite3.Connection]:
    """The current schema with a few rows, in memory."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        lay_schema(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        for statement, uid in ROWS:
            connection.execute(statement, (uid,))
        yield connection


def test_every_table_is_strict(tables: sqlite3.Connection) -> None:
    found = tables.execute(
        "SELECT DISTINCT strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'"
    )

    assert found.fetchall() == [(1,)]


def test_no_column_holds_a_floating_number(tables: sqlite3.Connection) -> None:
    found = tables.execute(
        "SELECT DISTINCT column.type FROM sqlite_master AS tbl JOIN pragma_table_info(tbl.name) AS column"
        " WHERE tbl.type = 'table' AND tbl.name NOT LIKE 'sqlite_%' ORDER BY 1"
    )

    assert found.fetchall() == [("INTEGER",), ("TEXT",)]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("meeting.met_on", "2026-02-30"),
        ("meeting.met_on", "2026-2-3"),
        ("meeting.met_on", "20260203"),
        ("meeting.met_on", "2026-02-03T10:00"),
        ("meeting.met_on", "now"),
        ("meeting.met_on", ""),
        ("meeting.met_on", None),
        ("meeting.start_time", "24:00"),
        ("meeting.start_time", "9:30"),
        ("meeting.start_time", "15:30:00"),
        ("meeting.start_time", "now"),
        ("meeting.status", "HELD"),
        ("meeting.way", "zoom"),
        ("meeting.minutes", 0),
        ("meeting.minutes", 1441),
        ("meeting.minutes", 37.5),
        ("meeting.minutes", "an hour"),
        ("meeting.private", 2),
        ("meeting.place", ""),
        ("meeting.place", "x" * 10_001),
        ("meeting.notes", "x" * 1_000_001),
        ("meeting.notes", b"bytes"),
        ("meeting.uid", "short"),
        ("meeting.uid", f"{A_UID}4"),
        ("meeting.advisor_id", 77),
        ("advisor.handle", "x" * 41),
        ("advisor.name", None),
        ("advisor.nicknames", "Mo"),
        ("advisor.nicknames", "{}"),
        ("advisor.perspectives", "[]"),
        ("transition.status", "retired"),
        ("transition.until_on", "2026-13-01"),
    ],
)
def test_an_invalid_value_is_refused(
    column: str, value: object, tables: sqlite3.Connection
) -> None:
    table, _, name = column.partition(".")

    with pytest.raises(sqlite3.DatabaseError):
        tables.execute(f"UPDATE {table} SET {name} = ? WHERE id = 1", (value,))  # noqa: S608  names written above


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("meeting.met_on", "2024-02-29"),
        ("meeting.start_time", "00:00"),
        ("meeting.start_time", "23:59"),
        ("meeting.start_time", None),
        ("meeting.minutes", 1440),
        ("meeting.notes", "x" * 1_000_000),
        ("meeting.place", "O'Brien; DROP TABLE [/bold] \x1b[31m 顾问"),
        ("advisor.handle", "x" * 40),
        ("advisor.nicknames", '["Mo"]'),
    ],
)
def test_a_valid_value_is_stored_unchanged(
    column: str, value: object, tables: sqlite3.Connection
) -> None:
    table, _, name = column.partition(".")

    tables.execute(f"UPDATE {table} SET {name} = ? WHERE id = 1", (value,))  # noqa: S608  names written above

    kept: list[tuple[Any, ...]] = tables.execute(
        f"SELECT {name} FROM {table} WHERE id = 1"  # noqa: S608  names written above
    ).fetchall()
    assert kept == [(value,)]
