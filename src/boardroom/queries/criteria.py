"""What is looked for in the next advisor, and how somebody was rated against it."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from boardroom.rules.ids import unknown


class CriterionView(NamedTuple):
    """One criterion; `must` is whether it is a must-have."""

    id: int
    uid: str
    text: str
    must: bool


class RatingView(NamedTuple):
    """A criterion, and whether somebody meets it; None where that is unknown."""

    criterion: CriterionView
    meets: bool | None


def criteria(connection: sqlite3.Connection) -> list[CriterionView]:
    """Every criterion, the must-haves first, in the order of adding."""
    rows = connection.execute("SELECT id, uid, text, must FROM criterion ORDER BY must DESC, id")
    return [CriterionView(row_id, uid, text, bool(must)) for row_id, uid, text, must in rows]


def criterion(connection: sqlite3.Connection, criterion_id: int) -> CriterionView:
    """One criterion.

    Raises:
        NotFound: it is gone, or never was.
    """
    found = next((view for view in criteria(connection) if view.id == criterion_id), None)
    if found is None:
        raise unknown("c", criterion_id)
    return found


def ratings_count(connection: sqlite3.Connection, criterion_id: int) -> int:
    """How many people were rated against a criterion."""
    count: int = connection.execute(
        "SELECT count(*) FROM rating WHERE criterion_id = ?", (criterion_id,)
    ).fetchone()[0]
    return count


def ratings(connection: sqlite3.Connection, advisor_id: int) -> tuple[RatingView, ...]:
    """How somebody was rated, criterion by criterion."""
    said = dict(
        connection.execute(
            "SELECT criterion_id, meets FROM rating WHERE advisor_id = ?", (advisor_id,)
        ).fetchall()
    )
    return tuple(
        RatingView(view, bool(said[view.id]) if view.id in said else None)
        for view in criteria(connection)
    )
