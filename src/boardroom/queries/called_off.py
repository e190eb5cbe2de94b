"""Meetings that were cancelled or missed since the last held one.

The prompt lane loads this module, so it imports nothing slow.
"""

from __future__ import annotations

import sqlite3
from datetime import date


def called_off_days(
    connection: sqlite3.Connection,
    *,
    today: date,
    advisor_id: int | None = None,
    in_past: bool = False,
) -> dict[int, list[date]]:
    """The days of these meetings, by person; of one person, or of everybody (None).

    A meeting to come counts as soon as it is called off. `in_past` counts those that were by the
    end of `today`.
    """
    query = _CALLED_OFF.format(then=_CALLED_OFF_THEN if in_past else _CALLED_OFF_NOW)
    days: dict[int, list[date]] = {}
    for person_id, on in connection.execute(query, {"id": advisor_id, "today": today.isoformat()}):
        days.setdefault(person_id, []).append(date.fromisoformat(on))
    return days


# CROSS JOIN reads by person, through the index, not all that was ever called off.
_CALLED_OFF = """
SELECT advisor.id, met_on FROM advisor CROSS JOIN meeting ON advisor_id = advisor.id
WHERE (:id IS NULL OR advisor.id = :id) AND {then}
    AND met_on > coalesce((
        SELECT max(held.met_on) FROM meeting AS held
        WHERE held.advisor_id = advisor.id AND held.status = 'held' AND held.met_on <= :today
    ), '')"""
_CALLED_OFF_NOW = "status IN ('cancelled', 'missed')"
# The last that was recorded of the plan by then is that it is none any more.
_CALLED_OFF_THEN = """
NOT (status = 'held' AND met_on <= :today) AND EXISTS (
    SELECT 1 FROM plan_day WHERE meeting_id = meeting.id AND plan_day.met_on IS NULL
        AND recorded_on = (
            SELECT max(recorded_on) FROM plan_day AS other
            WHERE other.meeting_id = meeting.id AND recorded_on <= :today
        )
)"""
