"""Turns the rows of a query into views, matching columns to fields by name."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date

from boardroom.store.row import from_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    View = TypeVar("View", bound=tuple[Any, ...])


def views(view: type[View], rows: sqlite3.Cursor) -> Iterator[View]:
    """Yields every row as a view; days become dates, flags bools, and JSON lists tuples.

    The query needs a column for every field; its other columns are ignored.
    """
    return map(view_reader(view, rows), rows)


def view_reader(view: type[View], rows: sqlite3.Cursor) -> Callable[[tuple[Any, ...]], View]:
    """Returns a function that makes a view of a row, for rows that hold several views."""
    columns = {description[0]: index for index, description in enumerate(rows.description)}
    kinds: dict[str, str] = view.__annotations__
    places = [(columns[name], _READERS.get(kind)) for name, kind in kinds.items()]
    make: Callable[[list[Any]], View] = view._make  # type: ignore[attr-defined]  # of a named tuple
    return lambda row: make([read(row[index]) if read else row[index] for index, read in places])


def day(text: str | None) -> date | None:
    """A column's ISO text as a date."""
    return None if text is None else date.fromisoformat(text)


def _flag(value: int | None) -> bool | None:
    return None if value is None else bool(value)


def _texts(text: str) -> tuple[str, ...]:
    return tuple(from_json(text))


_READERS: dict[str, Callable[[Any], Any]] = {
    "date": day,
    "date | None": day,
    "bool": bool,
    "bool | None": _flag,
    "tuple[str, ...]": _texts,
}
"""How to read a field, by its annotation. Any other is used as SQLite returns it."""
