"""Rows of a board as an export has them, for the writers of other formats."""

from __future__ import annotations

from typing import Any

from boardroom.formats.board_content import BoardContent
from boardroom.queries.export import ROWS

UID = "9f0d3c1e-0000-4000-8000-{:012d}"


def row(table: str, number: int = 1, **values: object) -> dict[str, Any]:
    """A row of a table, with the defaults of its other columns."""
    kind = ROWS[table]
    made = kind(**{"id": number, "uid": UID.format(number), **values})
    return {
        column: value.isoformat() if column in kind.DAYS and value else value
        for column, value in vars(made).items()
    }


def content(**tables: list[dict[str, Any]]) -> BoardContent:
    """A board of these rows."""
    return BoardContent(tables, has_private=True)
