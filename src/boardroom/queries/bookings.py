"""Windows and bookings: whether a plan is in time for one, and when the next is to be planned."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.queries.people import standings
from boardroom.queries.settings import settings
from boardroom.queries.views import day
from boardroom.record import Record
from boardroom.rules.window_state import Clock, booking_delay, meeting_clock
from boardroom.rules.windows import Window, parse_window, stored


class LateBooking(Record):
    """The days by which an advisor's first planned meeting misses their window."""

    days: int
    window: str


class OpenWindow(Record):
    """The window of somebody in which nothing is planned yet."""

    advisor_id: int
    window: str
    clock: Clock


def late_booking(
    connection: sqlite3.Connection, meeting_id: int, *, today: date
) -> LateBooking | None:
    """By how much a meeting misses the window.

    None if it is in time, is not the first one planned, or is not with an active advisor.
    """
    row = connection.execute(_PLAN, {"id": meeting_id, "today": today.isoformat()}).fetchone()
    if row is None:
        return None
    *of_advisor, on = row
    window, clock = window_of(connection, *of_advisor, today=today)
    if clock is None:
        return None
    delay = booking_delay(clock, day(on), soon=settings(connection).soon.after(today))
    return LateBooking(delay, str(window)) if delay else None


def open_window(
    connection: sqlite3.Connection, meeting_id: int, *, today: date
) -> OpenWindow | None:
    """The window for meeting again whom a meeting was with.

    None if a meeting is planned with them, or they are not active.
    """
    row = connection.execute(_UNPLANNED, {"id": meeting_id, "today": today.isoformat()}).fetchone()
    if row is None:
        return None
    window, clock = window_of(connection, *row, today=today)
    return None if clock is None else OpenWindow(row[0], str(window), clock)


def window_of(
    connection: sqlite3.Connection,
    advisor_id: int,
    own_window: str | None,
    last_met_on: str | None,
    *,
    today: date,
) -> tuple[Window, Clock | None]:
    """The window of somebody, and its clock if they are active."""
    window = settings(connection).window if own_window is None else stored(parse_window, own_window)
    standing = standings(connection)[advisor_id]
    if standing.status != "active":
        return window, None
    return window, meeting_clock(standing, day(last_met_on), window, today=today)


_ADVISOR = """
SELECT advisor.id, window, (
    SELECT max(met_on) FROM meeting AS other
    WHERE other.advisor_id = advisor.id AND status = 'held' AND met_on <= :today
)"""
_PLAN = f"""
{_ADVISOR}, met_on FROM meeting JOIN advisor ON advisor.id = advisor_id
WHERE meeting.id = :id AND status = 'planned' AND met_on = (
    SELECT min(met_on) FROM meeting AS other
    WHERE other.advisor_id = advisor.id AND status = 'planned' AND met_on >= :today
)"""
_UNPLANNED = f"""
{_ADVISOR} FROM meeting JOIN advisor ON advisor.id = advisor_id
WHERE meeting.id = :id AND NOT EXISTS (
    SELECT 1 FROM meeting AS other WHERE other.advisor_id = advisor.id AND other.status = 'planned'
)"""
