"""SQLModel's view of the tables, held against the schema itself, which is written by hand."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import Any

import pytest
from sqlalchemy import Column, Table
from sqlalchemy.dialects import sqlite
from sqlmodel import SQLModel

from boardroom import models
from boardroom.store.migrate import lay_schema

STORED_AS = {
    "INTEGER": "INTEGER",
    "BOOLEAN": "INTEGER",
    "VARCHAR": "TEXT",
    "DATE": "TEXT",
    "JSON": "TEXT",
}
MODELS = [
    found
    for found in vars(models).values()
    if isinstance(found, type) and issubclass(found, SQLModel) and found is not SQLModel
]
TABLES = {found.__name__: SQLModel.metadata.tables[str(found.__tablename__)] for found in MODELS}

every_table = pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)


def _schema(query: str, table: Table) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        lay_schema(connection)
        return connection.execute(query, (table.name,)).fetchall()


def _described(column: Column[Any]) -> tuple[str, str, bool, bool]:
    required = not column.nullable and not column.primary_key  # a new row's key comes from SQLite
    return (
        column.name,
        STORED_AS[column.type.compile(dialect=sqlite.dialect())],
        required,
        column.primary_key,
    )


@every_table
def test_a_table_has_the_schemas_columns(table: Table) -> None:
    rows = _schema('SELECT name, type, "notnull", pk FROM pragma_table_info(?) ORDER BY cid', table)

    assert [_described(column) for column in table.columns] == [
        (name, kind, bool(needed), bool(key)) for name, kind, needed, key in rows
    ]


@every_table
def test_a_table_refers_to_other_tables_as_the_schema_does(table: Table) -> None:
    rows = _schema('SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)', table)

    found = {
        (key.parent.name, key.column.table.name, key.column.name) for key in table.foreign_keys
    }
    assert found == {
        (column, other, key) for column, other, key in rows if other in SQLModel.metadata.tables
    }


@pytest.mark.parametrize("model", [found for found in MODELS if "uid" in found.model_fields])
def test_each_row_gets_a_uid_of_its_own(model: type[Any]) -> None:
    first, second = model().uid, model().uid

    assert (len(first), len(second), first != second) == (36, 36, True)
