"""The record of what was done, as the user reads it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from boardroom.render.page import Cell, Column, Page, Prose, Table
from boardroom.rules.spoken import spoken_day
from boardroom.store.oplog import Operation


def operations_json(operations: Sequence[Operation]) -> dict[str, Any]:
    """The record; `at` is the instant in UTC."""
    return {"schema": "boardroom.operations/1", "operations": [operation._asdict() for operation in operations]}


def history_page(operations: Sequence[Operation]) -> Page:
    """One line a change, newest first."""
    if not operations:
        return Page((Prose("Nothing was changed yet."),), ())
    columns = (Column("when", fixed=True, lead=True), Column("what"), Column("", fixed=True))
    rows = tuple((Cell(_local(each.at), "quiet"), Cell(_said(each)), Cell("undone" if each.undone else "", "soon")) for each in operations)
    return Page((Table(columns, rows),))


def _said(operation: Operation) -> str:
    return f"{operation.kind}: {operation.summary}" if operation.kind in ("undo", "redo") else operation.summary


def _local(at: str) -> str:
    moment = datetime.fromisoformat(at).astimezone()
    return spoken_day(moment.date(), moment.strftime("%H:%M"))
