"""The models, compared with the schema and with what the program refuses."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any, NamedTuple

import pytest
from pydantic import ValidationError
from sqlalchemy import Column, Table
from sqlalchemy.dialects import sqlite
from sqlmodel import SQLModel

from boardroom.rules.ids import new_uid
from boardroom.store.migrate import lay_schema
from tests.rows_source import MODELS

STORED_AS = {
    "INTEGER": "INTEGER",
    "BOOLEAN": "INTEGER",
    "VARCHAR": "TEXT",
    "DATE": "TEXT",
    "JSON": "TEXT",
}
TABLES = {made.__name__: SQLModel.metadata.tables[str(made.__tablename__)] for made in MODELS}

every_table = pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)

UID = "9f0d3c1e-0000-4000-8000-000000000001"
UIDS = ("uid", "origin_id", "row_uid", "header")
ROWS: dict[str, dict[str, Any]] = {
    "Setting": {"key": "soon", "value": "7d"},
    "Advisor": {"handle": "bo", "name": "Bo"},
    "Transition": {"advisor_id": 1, "changed_on": "2026-01-10", "status": "active"},
    "Goal": {"title": "Run a P&L", "horizon": "near", "added_on": "2026-01-10"},
    "GoalStep": {"goal_id": 1, "text": "Shadow it"},
    "GoalHelper": {"goal_id": 1, "advisor_id": 2},
    "Meeting": {
        "advisor_id": 1,
        "status": "held",
        "met_on": "2026-01-10",
        "way": "call",
        "minutes": 60,
    },
    "PlanDay": {"meeting_id": 1, "recorded_on": "2026-01-10"},
    "AgendaItem": {"advisor_id": 1, "kind": "topic", "text": "Budget", "added_on": "2026-01-10"},
    "Promise": {"advisor_id": 1, "by_whom": "me", "text": "Send it", "made_on": "2026-01-10"},
    "Advice": {"advisor_id": 1, "text": "Ask", "given_on": "2026-01-10"},
    "Exchange": {
        "advisor_id": 1,
        "direction": "given",
        "kind": "other",
        "text": "It",
        "exchanged_on": "2026-01-10",
    },
    "Snooze": {"subject": "review", "snoozed_on": "2026-01-10", "until_on": "2026-02-10"},
    "Criterion": {"text": "Has run a P&L"},
    "Rating": {"advisor_id": 1, "criterion_id": 1, "meets": 1},
    "Agreement": {"advisor_id": 1, "agreed_on": "2026-01-10"},
    "AgreementTerm": {"agreement_id": 1, "recorded_on": "2026-01-10"},
    "ConfidentialPeriod": {"advisor_id": 1, "from_on": "2026-01-10"},
    "Review": {"started_on": "2026-01-10"},
    "ReviewAnswer": {"review_id": 1, "handle": "ana", "name": "Ana"},
    "Occasion": {
        "advisor_id": 1,
        "text": "Board exam",
        "occurs_on": "2026-12-11",
        "added_on": "2026-01-10",
    },
    "Letter": {"advisor_id": 1, "kind": "thanks", "sent_on": "2026-01-10"},
    "Source": {
        "kind": "friends",
        "origin_id": UID,
        "table_name": "advisor",
        "row_uid": UID,
        "read_on": "2026-01-10",
    },
    "ColumnMapping": {"header": UID},
    "CalendarAnswer": {"event_uid": "1@x", "answer": "left", "answered_on": "2026-01-10"},
}
"""A valid record of each model, as a raw row of the file."""


class Try(NamedTuple):
    """A value for a field of a model, and whether it is valid."""

    model: str
    field: str
    value: object
    fits: bool


def _tries() -> Iterator[Try]:
    """Values at the declared limits of each field and past them."""
    for made in MODELS:
        for field, info in made.model_fields.items():
            kinds, name = str(info.annotation), made.__name__
            limits = {type(limit).__name__: limit for limit in info.metadata}
            optional = "None" in kinds
            if field != "id" and not (made.__name__ == "Snooze" and field == "advisor_id"):
                yield Try(name, field, None, optional)
            if "MaxLen" in limits and field not in (*UIDS, "handle", "window", "usual", "value"):
                longest = limits["MaxLen"].max_length
                yield Try(name, field, "x" * longest, fits=True)
                yield Try(name, field, "x" * (longest + 1), fits=False)
                yield Try(name, field, "", fits=False)
            for bound, past in (("Ge", -1), ("Le", 1)):
                if bound in limits:
                    limit = getattr(limits[bound], bound.lower())
                    yield Try(name, field, limit, fits=True)
                    yield Try(name, field, limit + past, fits=False)
            if "date" in kinds:
                yield from (
                    Try(name, field, day, fits=day == "2028-02-29")
                    for day in ("2028-02-29", "2027-02-29", "20280229", "2028-02-29T10:00", "now")
                )
            if "bool" in kinds:
                yield from (Try(name, field, flag, fits=flag < 2) for flag in (0, 1, 2))
            choices = (info.json_schema_extra or {}).get("enum", ())
            yield from (Try(name, field, word, fits=True) for word in choices if field != "key")
            if choices and field != "key":
                yield Try(name, field, "zzz", fits=False)


TRIES = [
    *_tries(),
    Try("Advisor", "handle", "x" * 40, fits=True),
    Try("Advisor", "handle", "x" * 41, fits=False),
    Try("Advisor", "uid", "x" * 35, fits=False),
    Try("Meeting", "start_time", "23:59", fits=True),
    Try("Meeting", "start_time", "24:00", fits=False),
    Try("Meeting", "start_time", "9:30", fits=False),
]


@pytest.fixture
def tables() -> Iterator[sqlite3.Connection]:
    """The current schema with the rows that `ROWS` refer to, in memory."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        lay_schema(connection)
        connection.execute("PRAGMA foreign_keys = ON")
        for name, fields in (
            ("Advisor", {"handle": "ana", "name": "Ana"}),
            ("Advisor", {"handle": "cy", "name": "Cy"}),
            ("Goal", ROWS["Goal"]),
            ("Meeting", ROWS["Meeting"]),
            ("Agreement", {**ROWS["Agreement"], "advisor_id": 2}),
            ("Criterion", ROWS["Criterion"]),
            ("Review", ROWS["Review"]),
        ):
            _insert(connection, name, fields)
        yield connection


def _insert(connection: sqlite3.Connection, model: str, fields: dict[str, Any]) -> None:
    table = TABLES[model]
    if "uid" in table.columns:
        fields = {"uid": new_uid(), **fields}
    if "status" in table.columns and model != "Promise":
        fields = {"status": "open" if model != "Advice" else "new", **fields}
    marks = ", ".join("?" * len(fields))
    connection.execute(
        f"INSERT INTO {table.name} ({', '.join(fields)}) VALUES ({marks})",  # noqa: S608  the schema's own names
        tuple(fields.values()),
    )


def _model(name: str) -> type[Any]:
    return next(made for made in MODELS if made.__name__ == name)


@pytest.mark.parametrize("name", ROWS)
def test_a_sound_record_fits_the_model_and_the_file(name: str, tables: sqlite3.Connection) -> None:
    _model(name).model_validate(ROWS[name])
    _insert(tables, name, ROWS[name])


def test_the_model_refuses_what_the_file_refuses(tables: sqlite3.Connection) -> None:
    """Tries some 400 values at and past the limits in both the model and the file."""
    wrong = []
    for tried in TRIES:
        fields = {**ROWS[tried.model], tried.field: tried.value}
        tables.execute("SAVEPOINT tried")
        for keep in (
            lambda fields=fields, tried=tried: _model(tried.model).model_validate(fields),
            lambda fields=fields, tried=tried: _insert(tables, tried.model, fields),
        ):
            try:
                keep()
                kept = True
            except (ValidationError, sqlite3.Error):
                kept = False
            if kept != tried.fits:
                wrong.append(tried)
        tables.execute("ROLLBACK TO tried")

    assert len(TRIES) > 300
    assert wrong == []


@pytest.mark.parametrize(
    ("model", "field", "value"),
    [
        ("Meeting", "met_on", 0),
        ("Meeting", "met_on", 1764547200.0),
        ("Meeting", "private", "yes"),
        ("Meeting", "minutes", "60"),
        ("Meeting", "minutes", True),
        ("Meeting", "minutes", 45.5),
        ("Meeting", "notes", "a NUL \0 inside"),
        ("Meeting", "notes", "half a pair \ud800"),
        ("Meeting", "place", "   "),
        ("Meeting", "shoe_size", 44),
        ("Advisor", "handle", "all"),
        ("Advisor", "handle", "m12"),
        ("Advisor", "nicknames", "Mo"),
        ("Advisor", "nicknames", [1]),
        ("Advisor", "perspectives", ["industry"]),
        ("Advisor", "window", "now and then"),
        ("Advisor", "usual", "FREQ=SECONDLY"),
        ("Setting", "value", "now and then"),
    ],
)
def test_the_model_refuses_what_the_program_refuses(model: str, field: str, value: object) -> None:
    with pytest.raises(ValidationError) as refused:
        _model(model).model_validate({**ROWS[model], field: value})

    assert [error["loc"][0] for error in refused.value.errors()] == [field]


def _schema(query: str, table: Table) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        lay_schema(connection)
        return connection.execute(query, (table.name,)).fetchall()


def _described(column: Column[Any]) -> tuple[str, str, bool, bool]:
    required = not column.nullable and not column.primary_key  # a new row's key comes from SQLite
    kind = STORED_AS[column.type.compile(dialect=sqlite.dialect()).partition("(")[0]]
    return column.name, kind, required, column.primary_key


@every_table
def test_a_table_has_the_schemas_columns(table: Table) -> None:
    rows = _schema('SELECT name, type, "notnull", pk FROM pragma_table_info(?) ORDER BY cid', table)

    assert [_described(column) for column in table.columns] == [
        (name, kind, bool(needed), bool(key)) for name, kind, needed, key in rows
    ]


@every_table
def test_a_table_refers_to_others_as_the_schema_does(table: Table) -> None:
    rows = _schema('SELECT "from", "table", "to", on_delete FROM pragma_foreign_key_list(?)', table)

    found = {
        (key.parent.name, key.column.table.name, key.column.name, key.ondelete)
        for key in table.foreign_keys
    }
    assert found == set(rows)


@pytest.mark.parametrize("model", [made for made in MODELS if "uid" in made.model_fields])
def test_each_record_gets_a_uid_of_its_own(model: type[Any]) -> None:
    first, second = model().uid, model().uid

    assert (len(first), len(second), first != second) == (36, 36, True)
