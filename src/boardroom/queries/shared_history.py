"""What the user and an advisor did together, for `advisor part` and for reviews."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.queries.people import standings
from boardroom.queries.private import ADVICE, GOAL
from boardroom.queries.views import views
from boardroom.rules.shared_history import Piece, SharedHistory


def shared_history(
    connection: sqlite3.Connection, advisor_id: int, *, until: date, since: date | None = None
) -> SharedHistory:
    """What the two did from `since` to `until`, both included.

    `since` defaults to the day of joining the board, or of an earlier first meeting.
    """
    values: dict[str, object] = {
        "advisor_id": advisor_id,
        "since": (since or date.min).isoformat(),
        "until": until.isoformat(),
    }
    meetings_count, minutes, first_met = connection.execute(_MEETINGS, values).fetchone()
    given_count, received_count = connection.execute(_EXCHANGES, values).fetchone()
    first_days = [date.fromisoformat(first_met)] if first_met else []
    standing = standings(connection, as_of=until).get(advisor_id)
    if standing is not None and standing.joined_on is not None:
        first_days.append(standing.joined_on)
    return SharedHistory(
        since_on=since or min(first_days, default=until),
        until_on=until,
        meetings_count=meetings_count,
        minutes=minutes,
        goals=tuple(views(Piece, connection.execute(_GOALS, values))),
        advice=tuple(views(Piece, connection.execute(_ADVICE, values))),
        given_count=given_count,
        received_count=received_count,
        steps_count=_count(connection, _STEPS, values),
        reported_count=_count(connection, _REPORTED, values),
    )


def _count(connection: sqlite3.Connection, query: str, values: dict[str, object]) -> int:
    (count,) = connection.execute(query, values).fetchone()
    return int(count)


_MEETINGS = """
SELECT count(*), coalesce(sum(minutes), 0), min(met_on) FROM meeting
WHERE advisor_id = :advisor_id AND status = 'held' AND met_on BETWEEN :since AND :until"""
_EXCHANGES = """
SELECT coalesce(sum(direction = 'given'), 0), coalesce(sum(direction = 'received'), 0)
FROM exchange WHERE advisor_id = :advisor_id AND exchanged_on BETWEEN :since AND :until"""
_GOALS = f"""
SELECT goal.id, title AS text, {GOAL} AS private
FROM goal JOIN goal_helper ON goal_id = goal.id AND advisor_id = :advisor_id
WHERE status = 'achieved' AND closed_on BETWEEN :since AND :until ORDER BY closed_on, goal.id"""
_WORKED = """advice.advisor_id = :advisor_id AND advice.status = 'worked'
    AND coalesce(outcome_on, given_on) BETWEEN :since AND :until"""
_REPORTED = f"SELECT count(*) FROM advice WHERE {_WORKED} AND reported_on <= :until"
_STEPS = """
SELECT count(*) FROM goal_step JOIN goal_helper ON goal_helper.goal_id = goal_step.goal_id
WHERE goal_helper.advisor_id = :advisor_id AND goal_step.done_on BETWEEN :since AND :until"""
_ADVICE = f"""
SELECT advice.id, text, {ADVICE} AS private FROM advice WHERE {_WORKED}
ORDER BY coalesce(outcome_on, given_on), advice.id"""
