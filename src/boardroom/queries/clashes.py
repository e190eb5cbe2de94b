"""The meetings that a plan may clash with: other plans with the person, and overlapping times."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta

from boardroom.queries.meetings import MeetingView, meetings_between, planned_meetings
from boardroom.rules.clashes import Slot, overlap
from boardroom.rules.meetings import LOOK_BACK

_LONGEST = timedelta(days=1)
"""How far a meeting may reach: they are a day long at most."""


def other_plans(
    connection: sqlite3.Connection, planned: MeetingView, *, today: date
) -> list[MeetingView]:
    """The other meetings planned with the same person from today on, the first day first."""
    [advisor_id] = connection.execute(
        "SELECT advisor_id FROM meeting WHERE id = ?", (planned.id,)
    ).fetchone()
    return [
        view
        for view in planned_meetings(connection, advisor_id)
        if view.id != planned.id and view.on >= today
    ]


def unlogged_plans(
    connection: sqlite3.Connection, held: MeetingView, *, today: date
) -> list[MeetingView]:
    """The plans with the same person whose day passed not long ago, the first day first."""
    return [
        view
        for view in meetings_between(connection, today - LOOK_BACK, today - timedelta(days=1))
        if (view.handle, view.status) == (held.handle, "planned")
    ]


def other_logs(connection: sqlite3.Connection, held: MeetingView) -> list[MeetingView]:
    """The other meetings held with the same person on the same day."""
    return [
        view
        for view in meetings_between(connection, held.on, held.on)
        if (view.handle, view.status) == (held.handle, "held") and view.id != held.id
    ]


def overlapping(connection: sqlite3.Connection, subject: MeetingView) -> list[MeetingView]:
    """The planned and held meetings, with anybody, whose times overlap that of a meeting."""
    if subject.at is None:
        return []
    near = meetings_between(connection, subject.on - _LONGEST, subject.on + _LONGEST)
    slot = _slot(subject)
    return [view for view in near if view.id != subject.id and overlap(slot, _slot(view))]


def _slot(view: MeetingView) -> Slot:
    return Slot(view.on, view.at, view.minutes)
