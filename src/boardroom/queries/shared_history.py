"""What the user and an advisor did together: at a parting, and in the review."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.queries.lifecycle import standings
from boardroom.rules.shared_history import Piece, SharedHistory


def shared_history(
    connection: sqlite3.Connection, advisor_id: int, *, until: date, since: date | None = None
) -> SharedHistory:
    """What the two did up to a day, from another or (None) from the first: that of joining the board, or of the first meeting held."""
    values = {
        "advisor_id": advisor_id,
        "since": (since or date.min).isoformat(),
        "until": until.isoformat(),
    }
    meetings_count, minutes, first_met = connection.execute(_MET, values).fetchone()
    given, received = connection.execute(_EXCHANGED, values).fetchone()
    began = [date.fromisoformat(first_met)] if first_met else []
    standing = standings(connection, as_of=until).get(advisor_id)
    if standing is not None and standing.joined_on is not None:
        began.append(standing.joined_on)
    return SharedHistory(
        since or min(began, default=until),
        until,
        meetings_count,
        minutes,
        tuple(Piece(*row) for row in connection.execute(_ACHIEVED, values)),
        tuple(
            Piece(row_id, text, bool(private))
            for row_id, text, private in connection.execute(_WORKED, values)
        ),
        given,
        received,
    )


_MET = """
SELECT count(*), coalesce(sum(minutes), 0), min(met_on) FROM meeting
WHERE advisor_id = :advisor_id AND status = 'held' AND met_on BETWEEN :since AND :until"""
_EXCHANGED = """
SELECT coalesce(sum(direction = 'given'), 0), coalesce(sum(direction = 'received'), 0) FROM exchange
WHERE advisor_id = :advisor_id AND exchanged_on BETWEEN :since AND :until"""
_ACHIEVED = """
SELECT id, title FROM goal WHERE id IN (SELECT goal_id FROM goal_helper WHERE advisor_id = :advisor_id)
AND status = 'achieved' AND closed_on BETWEEN :since AND :until ORDER BY closed_on, id"""
_WORKED = """
SELECT id, text, coalesce((SELECT private FROM meeting WHERE meeting.id = meeting_id), 0) FROM advice WHERE advisor_id = :advisor_id
AND status = 'worked' AND coalesce(outcome_on, given_on) BETWEEN :since AND :until ORDER BY coalesce(outcome_on, given_on), id"""
