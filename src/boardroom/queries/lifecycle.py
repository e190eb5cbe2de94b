"""Where every advisor stands in the lifecycle, from their dated steps."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.rules.lifecycle import Standing, Step, standing


def standings(connection: sqlite3.Connection, *, as_of: date | None = None) -> dict[int, Standing]:
    """By the advisor's row id; whoever had taken no step by `as_of` is left out."""
    found = {
        advisor_id: standing(taken, as_of=as_of) for advisor_id, taken in steps(connection).items()
    }
    return {advisor_id: where for advisor_id, where in found.items() if where is not None}


def steps(connection: sqlite3.Connection) -> dict[int, list[Step]]:
    """Every step of everybody, in the order they were taken, by the advisor's row id."""
    found: dict[int, list[Step]] = {}
    for advisor_id, on, status, until in connection.execute(
        "SELECT advisor_id, changed_on, status, until_on FROM transition ORDER BY advisor_id, changed_on, id"
    ):
        found.setdefault(advisor_id, []).append(Step(date.fromisoformat(on), status, day(until)))
    return found


def day(text: str | None) -> date | None:
    """A column's ISO text as a date."""
    return None if text is None else date.fromisoformat(text)
