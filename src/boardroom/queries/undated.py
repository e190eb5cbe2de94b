"""The open promises and steps that have no day, which the morning list can't remind of."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.record import Record


class Undated(Record):
    """How many open promises and steps have no day, and how many of these are new."""

    promises_count: int
    new_promises_count: int
    steps_count: int
    new_steps_count: int


def undated(connection: sqlite3.Connection, *, today: date) -> Undated:
    """Counts what has no day. A promise or step is new for a week.

    Only what was open at the end of `today` counts, as far as the records say.
    """
    return Undated(*connection.execute(_COUNTS, {"today": today.isoformat()}).fetchone())


_COUNTS = """
WITH undated AS (
    SELECT made_on FROM promise
    WHERE due_on IS NULL AND made_on <= :today AND (done_on IS NULL OR done_on > :today)
),
step AS (
    SELECT coalesce(goal_step.added_on, goal.added_on) AS added_on
    FROM goal_step JOIN goal ON goal.id = goal_id
    WHERE due_on IS NULL AND (done_on IS NULL OR done_on > :today)
    AND (closed_on IS NULL OR closed_on > :today)
)
SELECT
    (SELECT count(*) FROM undated),
    (SELECT count(*) FROM undated WHERE made_on > date(:today, '-7 days')),
    (SELECT count(*) FROM step WHERE added_on <= :today),
    (SELECT count(*) FROM step WHERE added_on <= :today AND added_on > date(:today, '-7 days'))"""
