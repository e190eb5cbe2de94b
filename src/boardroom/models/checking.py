"""Checks raw rows of a board's file by the models, which a Session would load unchecked."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from pydantic import ValidationError

from boardroom import models
from boardroom.models.fields import Model
from boardroom.rules.ids import KINDS

_LETTERS = {kind.table: kind.letter for kind in KINDS.values()}
BY_TABLE: dict[str, type[Model]] = {
    str(getattr(models, name).__tablename__): getattr(models, name) for name in models.__all__
}
"""The model of each table."""


class InvalidRecord(NamedTuple):
    """A record that its model refuses: which (`m12`, or the table and row), and why."""

    ref: str
    problem: str


def invalid_records(connection: sqlite3.Connection) -> Iterator[InvalidRecord]:
    """Yields every record that its model refuses, with the first problem. Never the user's text."""
    for table, model in BY_TABLE.items():
        rows = connection.execute(f"SELECT * FROM {table} ORDER BY id")
        columns = [column[0] for column in rows.description]
        for row in rows:
            problem = problem_of(model, dict(zip(columns, row, strict=True)))
            if problem:
                letter = _LETTERS.get(table)
                ref = f"{letter}{row[0]}" if letter else f"{table} {row[0]}"
                yield InvalidRecord(ref, problem)


def first_problem(table: str, row: Mapping[str, Any]) -> str:
    """Why the model of a table refuses a row from a file; empty if it does not."""
    missing = next((name for name in _needed(table) if name not in row), None)
    return f"{missing}: it is missing" if missing else _refusal(BY_TABLE[table], row)


@cache
def _needed(table: str) -> tuple[str, ...]:
    fields = BY_TABLE[table].model_fields.items()
    return tuple(name for name, field in fields if field.is_required())


def problem_of(model: type[Model], row: Mapping[str, Any]) -> str:
    """Why the model refuses a raw row of the board; empty if it does not."""
    values = dict(row)
    for name, field in model.model_fields.items():
        if str(field.annotation).startswith(("list", "dict")) and isinstance(values.get(name), str):
            try:
                values[name] = json.loads(values[name])
            except (RecursionError, ValueError):
                return f"{name}: this is no JSON"
    return _refusal(model, values)


def _refusal(model: type[Model], values: Mapping[str, Any]) -> str:
    try:
        # As model_validate does, which then sets every attribute once more, for two thirds of its
        # time.
        model.__pydantic_validator__.validate_python(values, self_instance=model.__new__(model))
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        unknown = first["type"] == "extra_forbidden"
        why = "there is no such field" if unknown else first["msg"].removeprefix("Value error, ")
        return f"{where}: {why}"
    return ""
