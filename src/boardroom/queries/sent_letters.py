"""Which letters were noted as sent, and when."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.queries.people import standings
from boardroom.queries.views import day


def last_sent(
    connection: sqlite3.Connection, kind: str, advisor_id: int, *, today: date
) -> date | None:
    """The day on which a letter of that kind was last noted as sent; None if it never was.

    For the ask, the day of one that has no answer yet; for the agenda and the thanks, of one since
    the last meeting. Thanks count however they were given.
    """
    if kind == "ask":
        current = standings(connection, as_of=today)[advisor_id]
        return current.since if current.status == "asked" else None
    values = {"id": advisor_id, "kind": kind, "today": today.isoformat()}
    (sent_on,) = connection.execute(_LAST_SENT, values).fetchone()
    return day(sent_on)


def was_thanked_at_parting(connection: sqlite3.Connection, advisor_id: int, *, today: date) -> bool:
    """Whether the letter of parting was sent since somebody came, or came back, to the board."""
    current = standings(connection)[advisor_id]
    came_on = current.returned_on or current.joined_on
    sent_on = last_sent(connection, "part", advisor_id, today=today)
    return sent_on is not None and came_on is not None and sent_on >= came_on


_LAST_SENT = """
SELECT max(sent_on) FROM (
    SELECT sent_on FROM letter WHERE advisor_id = :id AND kind = :kind
    UNION ALL
    SELECT done_on FROM promise
    WHERE advisor_id = :id AND kind = 'thanks' AND status = 'kept' AND :kind = 'thanks'
) WHERE sent_on <= :today AND (:kind NOT IN ('agenda', 'thanks') OR sent_on >= (
    SELECT coalesce(max(met_on), '') FROM meeting
    WHERE advisor_id = :id AND status = 'held' AND met_on <= :today
))"""
