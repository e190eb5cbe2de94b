"""A board for a test, filled by the program's own actions with as few words as a test's sentence needs."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

from boardroom.actions.advisors import add_advisor
from boardroom.actions.steps import take_step
from boardroom.models import AgendaItem, Meeting
from boardroom.queries.due import DueView, due
from boardroom.rules.windows import Span
from boardroom.store.file import reading
from boardroom.store.work import change

TODAY = date(2026, 11, 21)
"""The fixed today of every test, a Saturday; also in `BOARDROOM_TODAY`."""


class Board:
    """A board file, and the ways a test fills and reads it. Days are ISO texts."""

    def __init__(self, path: Path) -> None:
        self.path = str(path)

    def advisor(self, name: str = "Marcus Ojo", *, joined: str = "2026-01-10", today: date = TODAY, **fields: Any) -> int:
        """Seats somebody (beyond the limit, if need be); returns the row id."""
        with change(self.path, "advisor add", today=today) as work:
            work.summary = f"Seated {name}"
            return add_advisor(work, name, dict(fields), since=date.fromisoformat(joined), beyond=True)

    def prospect(self, name: str) -> int:
        """Puts a prospect on file; returns the row id."""
        with change(self.path, "advisor add", today=TODAY) as work:
            work.summary = f"Noted {name}"
            return add_advisor(work, name, {}, prospect=True)

    def step(self, advisor_id: int, to: str, on: str, *, until: str | None = None) -> None:
        """Takes a dated step of the lifecycle."""
        with change(self.path, "advisor step", today=TODAY) as work:
            take_step(
                work, advisor_id, to, on=date.fromisoformat(on), until=None if until is None else date.fromisoformat(until), beyond=True
            )

    def meeting(self, advisor_id: int, on: str, status: str = "held", *, way: str = "coffee", minutes: int = 60, **fields: Any) -> int:
        """Puts a meeting on file, whatever its day; returns the row id."""
        with change(self.path, "meeting", today=TODAY) as work:
            work.summary = "Met"
            row = Meeting(advisor_id=advisor_id, status=status, met_on=date.fromisoformat(on), way=way, minutes=minutes, **fields)
            row_id = work.add(row).id
        assert row_id is not None
        return row_id

    def item(self, advisor_id: int, text: str = "How do I get P&L exposure?", *, added: str = "2026-11-01", **fields: Any) -> int:
        """Puts an item on the agenda; returns the row id."""
        with change(self.path, "agenda add", today=TODAY) as work:
            work.summary = "Added"
            row = AgendaItem(advisor_id=advisor_id, kind="topic", text=text, added_on=date.fromisoformat(added), **fields)
            row_id = work.add(row).id
        assert row_id is not None
        return row_id

    def due(self, *, today: date = TODAY, within: Span | None = None) -> DueView:
        """The morning list."""
        with reading(self.path) as connection:
            return due(connection, today=today, within=within)

    def sql(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """What a query gives, straight from the file."""
        connection = sqlite3.connect(self.path)
        try:
            return connection.execute(query, values).fetchall()
        finally:
            connection.close()

    def dump(self) -> dict[str, list[tuple[Any, ...]]]:
        """Every row of every table but the record of changes itself, for holding two states against each other."""
        tables = [name for (name,) in self.sql("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")]
        return {
            table: self.sql(f"SELECT * FROM {table} ORDER BY id")  # noqa: S608  the schema's own names
            for table in tables
            if table not in ("operation", "row_image")
        }
