"""The history: one line per operation."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from boardroom.queries.long_list import convert
from boardroom.render.formatting import short_day
from boardroom.render.page import Cell, Column, Page, Prose, Table, for_pipe
from boardroom.rules.day_format import to_local
from boardroom.store.oplog import Operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def operations_json(operations: Collection[Operation]) -> dict[str, Any]:
    """The record of the operations; `at` is in UTC."""
    return {
        "schema": "boardroom.operations/1",
        "operations": convert(operations, Operation._asdict),
    }


def history_page(operations: Collection[Operation], today: date) -> Page:
    """One line per operation, newest first, in local time."""
    if not operations:
        return Page((Prose("Nothing has been changed yet."),), ())
    columns = (
        Column("when", fixed=True, lead=True),
        Column("what", bare=True, least=24),
        Column("state", fixed=True, bare=True),
    )
    rows = convert(
        operations,
        lambda operation: (
            Cell(_when(operation, today), "quiet"),
            Cell(operation.words),
            Cell(_state(operation), "soon"),
        ),
    )
    pipe = for_pipe(
        (f"{_local(operation):%Y-%m-%d %H:%M}", operation.words, _state(operation))
        for operation in operations
    )
    return Page((Table(columns, rows),), (pipe,))


def _state(operation: Operation) -> str:
    return "undone" if operation.undone else ""


def _when(operation: Operation, today: date) -> str:
    local = _local(operation)
    return f"{short_day(local.date(), today)} {local:%H:%M}"


def _local(operation: Operation) -> datetime:
    return to_local(datetime.fromisoformat(operation.at))
