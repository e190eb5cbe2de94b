"""The open promises and steps that have no day, which the morning list can't remind of."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.record import Record


class Undated(Record):
    """How many open promises and steps have no day, and how many of the promises are new."""

    promises_count: int
    new_promises_count: int
    steps_count: int


def undated(connection: sqlite3.Connection, *, today: date) -> Undated:
    """Counts what has no day. A promise is new for a week; a step has no day on which it was made.

    Only what was open at the end of `today` counts, as far as the records say.
    """
    return Undated(*connection.execute(_COUNTS, {"today": today.isoformat()}).fetchone())


_COUNTS = """
WITH undated AS (
    SELECT made_on FROM promise
    WHERE due_on IS NULL AND made_on <= :today AND (done_on IS NULL OR done_on > :today)
)
SELECT
    (SELECT count(*) FROM undated),
    (SELECT count(*) FROM undated WHERE made_on > date(:today, '-7 days')),
    (
        SELECT count(*) FROM goal_step AS step JOIN goal ON goal.id = step.goal_id
        WHERE step.due_on IS NULL AND (step.done_on IS NULL OR step.done_on > :today)
        AND goal.added_on <= :today AND (goal.closed_on IS NULL OR goal.closed_on > :today)
    )"""
