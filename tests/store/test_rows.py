"""The rows that daily commands use, compared with the models and the schema."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date

import pytest

from boardroom.store import rows
from boardroom.store.migrate import lay_schema
from boardroom.store.row import Row
from boardroom.store.rows import REFERRING, Advisor, Meeting
from tests.rows_source import PATH, source

ROWS: list[type[Row]] = [
    made for made in vars(rows).values() if isinstance(made, type) and made.__base__ is Row
]
UNMODELLED = {"operation", "row_image", "counter", "board_identity"}


def test_the_rows_are_what_make_rows_would_write() -> None:
    assert PATH.read_text(encoding="utf-8") == source()


def test_every_table_has_its_rows() -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        lay_schema(connection)
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()

    assert sorted(made.TABLE for made in ROWS) == sorted(
        name for (name,) in tables if name not in UNMODELLED
    )


@pytest.mark.parametrize("made", ROWS)
def test_a_row_has_the_files_columns(made: type[Row]) -> None:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        lay_schema(connection)
        columns = connection.execute(f"PRAGMA table_info({made.TABLE})").fetchall()

    assert list(made.COLUMNS) == [name for _, name, *_ in columns]


def test_referring_is_as_in_the_schema() -> None:
    found: dict[str, set[str]] = {}
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        lay_schema(connection)
        for made in ROWS:
            for key in connection.execute(f"PRAGMA foreign_key_list({made.TABLE})"):
                found.setdefault(key[2], set()).add(made.TABLE)

    assert {table: set(others) for table, others in REFERRING.items()} == found


def test_values_survive_storing() -> None:
    met = Meeting(
        id=3,
        uid="u",
        advisor_id=1,
        status="held",
        met_on=date(2026, 11, 21),
        way="call",
        minutes=45,
        private=True,
    )
    person = Advisor(handle="ana", name="Ana", nicknames=["Änn"], perspectives={"industry": "art"})

    assert met.to_sql() == (3, "u", 1, "held", "2026-11-21", None, "call", None, 45, None, 1, None)
    assert vars(Meeting.from_sql(met.to_sql())) == vars(met)
    assert vars(Advisor.from_sql(person.to_sql())) == vars(person)


def test_rows_share_no_list() -> None:
    first, second = Advisor(handle="ana", name="Ana"), Advisor(handle="bo", name="Bo")

    first.nicknames.append("Annie")

    assert second.nicknames == []


def test_a_rows_repr_has_no_text() -> None:
    assert repr(Advisor(id=4, handle="ana", name="Ana", notes="secret")) == "<Advisor 4>"
