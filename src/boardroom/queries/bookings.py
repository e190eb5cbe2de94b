"""Whether a planned meeting is in time for its advisor's window."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.queries.people import standings
from boardroom.queries.settings import settings
from boardroom.queries.views import day
from boardroom.record import Record
from boardroom.rules.window_state import booking_delay, meeting_clock
from boardroom.rules.windows import parse_window


class LateBooking(Record):
    """The days by which an advisor's first planned meeting misses their window."""

    days: int
    window: str


def late_booking(
    connection: sqlite3.Connection, meeting_id: int, *, today: date
) -> LateBooking | None:
    """By how much a meeting misses the window.

    None if it is in time, is not the first one planned, or is not with an active advisor.
    """
    row = connection.execute(_PLAN, {"id": meeting_id, "today": today.isoformat()}).fetchone()
    if row is None:
        return None
    advisor_id, own_window, on, last_met_on = row
    standing = standings(connection)[advisor_id]
    if standing.status != "active":
        return None
    defaults = settings(connection)
    window = defaults.window if own_window is None else parse_window(own_window)
    clock = meeting_clock(standing, day(last_met_on), window, today=today)
    delay = booking_delay(clock, day(on), soon=defaults.soon.after(today))
    return LateBooking(delay, str(window)) if delay else None


_PLAN = """
SELECT advisor.id, window, met_on, (
    SELECT max(met_on) FROM meeting AS other
    WHERE other.advisor_id = advisor.id AND status = 'held' AND met_on <= :today
)
FROM meeting JOIN advisor ON advisor.id = advisor_id
WHERE meeting.id = :id AND status = 'planned' AND met_on = (
    SELECT min(met_on) FROM meeting AS other
    WHERE other.advisor_id = advisor.id AND status = 'planned' AND met_on >= :today
)"""
