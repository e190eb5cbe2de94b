"""Where every advisor stands in the lifecycle, from their dated steps."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.queries.views import day
from boardroom.rules.lifecycle import Standing, Step, standing


def standings(connection: sqlite3.Connection, *, as_of: date | None = None) -> dict[int, Standing]:
    """Everybody's standing, by the advisor's id; without those who had taken no step by `as_of`."""
    folded = {
        advisor_id: standing(taken, as_of=as_of) for advisor_id, taken in steps(connection).items()
    }
    return {advisor_id: where for advisor_id, where in folded.items() if where is not None}


def steps(connection: sqlite3.Connection) -> dict[int, list[Step]]:
    """Everybody's steps in the order they were taken, by the advisor's id."""
    by_advisor: dict[int, list[Step]] = {}
    rows = connection.execute(
        "SELECT advisor_id, changed_on, status, until_on FROM transition"
        " ORDER BY advisor_id, changed_on, id"
    )
    for advisor_id, on, status, until in rows:
        step = Step(date.fromisoformat(on), status, day(until))
        by_advisor.setdefault(advisor_id, []).append(step)
    return by_advisor
