"""The record of what was done, as the user reads it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from boardroom.render.formatting import short_day
from boardroom.render.page import Cell, Column, Page, Prose, Table, for_pipe
from boardroom.store.oplog import Operation


def operations_json(operations: Sequence[Operation]) -> dict[str, Any]:
    """The record; `at` is the instant in UTC."""
    return {
        "schema": "boardroom.operations/1",
        "operations": [operation._asdict() for operation in operations],
    }


def history_page(operations: Sequence[Operation], today: date) -> Page:
    """One line a change, newest first."""
    if not operations:
        return Page((Prose("Nothing was changed yet."),), ())
    columns = (
        Column("when", fixed=True, lead=True),
        Column("what", bare=True, least=24),
        Column("", fixed=True),
    )
    rows = tuple(
        (
            Cell(_spoken(each.at, today), "quiet"),
            Cell(_said(each)),
            Cell("undone" if each.undone else "", "soon"),
        )
        for each in operations
    )
    pipe = for_pipe(
        (_local(each.at).strftime("%Y-%m-%d %H:%M"), _said(each), "undone" if each.undone else "")
        for each in operations
    )
    return Page((Table(columns, rows),), (pipe,))


def _said(operation: Operation) -> str:
    return (
        f"{operation.kind}: {operation.summary}"
        if operation.kind in ("undo", "redo")
        else operation.summary
    )


def _spoken(at: str, today: date) -> str:
    moment = _local(at)
    return f"{short_day(moment.date(), today)} {moment:%H:%M}"


def _local(at: str) -> datetime:
    return datetime.fromisoformat(at).astimezone()
