"""Advisors, for `advisor list` and `advisor show`."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.queries.due import due
from boardroom.queries.due_sources import planned_meetings
from boardroom.queries.people import standings
from boardroom.queries.settings import settings
from boardroom.queries.views import day
from boardroom.record import Record
from boardroom.rules.due_items import ActiveAdvisor
from boardroom.rules.lifecycle import Standing
from boardroom.store.row import from_json


class AdvisorView(Record):
    """A person with their standing; `active` holds the clocks of an active advisor, else None.

    `window` and `minutes` default to the board's own. `meetings_count` counts the held meetings; it
    is None in a list, where counting would take long. `snoozed_why` is the reason for the newest
    snooze, which may be over.
    """

    handle: str
    uid: str
    name: str
    nicknames: tuple[str, ...]
    seat: str | None
    org: str | None
    how_met: str | None
    kind: str
    strengths: tuple[str, ...]
    perspectives: dict[str, str]
    their_goals: str | None
    email: str | None
    phone: str | None
    link: str | None
    city: str | None
    way: str | None
    window: str
    minutes: int
    notes: str | None
    role: str
    title: str | None
    timezone: str | None
    usual: str | None
    standing: Standing
    active: ActiveAdvisor | None
    last_met_on: date | None
    next_meeting_on: date | None
    agenda_count: int
    snoozed_why: str | None = None
    meetings_count: int | None = None


def advisors(
    connection: sqlite3.Connection,
    *,
    today: date,
    statuses: tuple[str, ...] | None = None,
    in_past: bool = False,
) -> list[AdvisorView]:
    """The people with one of these statuses (default: everybody), sorted by handle.

    `in_past` counts plans and pauses as they stood at the end of `today`, and no later step.
    """
    views = _views(connection, today, in_past=in_past)
    return [view for view in views if statuses is None or view.standing.status in statuses]


def advisor(connection: sqlite3.Connection, advisor_id: int, *, today: date) -> AdvisorView:
    """One person, with the count of their meetings."""
    [view] = _views(connection, today, advisor_id)
    count = connection.execute(_MEETINGS_COUNT, (advisor_id,)).fetchone()[0]
    return view._replace(meetings_count=count)


def record_counts(connection: sqlite3.Connection, advisor_id: int) -> dict[str, int]:
    """How many records a person has, by noun; nouns without any are left out."""
    counts = {
        noun: connection.execute(query, (advisor_id,)).fetchone()[0]
        for noun, query in _COUNTS.items()
    }
    return {noun: count for noun, count in counts.items() if count}


def _views(
    connection: sqlite3.Connection,
    today: date,
    advisor_id: int | None = None,
    *,
    in_past: bool = False,
) -> list[AdvisorView]:
    defaults = settings(connection)
    standing_by_id = standings(connection, as_of=today if in_past else None, in_past=in_past)
    active = {view.handle: view for view in due(connection, today=today, in_past=in_past).advisors}
    booked = _booked_then(connection, today) if in_past else {}
    people = []
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    query = _SELECT.format(open=_OPEN_THEN if in_past else "status = 'open'")
    for row in cursor.execute(query, {"today": today.isoformat(), "id": advisor_id}):
        if in_past and row["id"] not in standing_by_id:  # they came later
            continue
        columns = {name: row[name] for name in _COLUMNS}
        people.append(
            AdvisorView(
                **columns,
                nicknames=tuple(from_json(row["nicknames"])),
                strengths=tuple(from_json(row["strengths"])),
                perspectives=from_json(row["perspectives"]),
                window=row["window"] or str(defaults.window),
                minutes=row["minutes"] or defaults.minutes,
                standing=standing_by_id[row["id"]],
                active=active.get(row["handle"]),
                last_met_on=day(row["last_met_on"]),
                next_meeting_on=(
                    booked.get(row["handle"]) if in_past else day(row["next_meeting_on"])
                ),
            )
        )
    return people


def _booked_then(connection: sqlite3.Connection, today: date) -> dict[str, date]:
    """The first meeting planned with each person as of a past day, by handle."""
    booked: dict[str, date] = {}
    for plan in planned_meetings(connection, today, in_past=True):
        if plan.on >= today:
            booked.setdefault(plan.handle, plan.on)
    return booked


_COLUMNS = (
    "handle",
    "uid",
    "name",
    "seat",
    "org",
    "how_met",
    "kind",
    "their_goals",
    "email",
    "phone",
    "link",
    "city",
    "way",
    "notes",
    "role",
    "title",
    "timezone",
    "usual",
    "agenda_count",
    "snoozed_why",
)
"""The columns that a view takes unchanged."""
_OPEN_THEN = "added_on <= :today AND (status = 'open' OR closed_on > :today)"
_COUNTS = {
    "meeting": "SELECT count(*) FROM meeting WHERE advisor_id = ?",
    "agenda item": "SELECT count(*) FROM agenda_item WHERE advisor_id = ?",
    "promise": "SELECT count(*) FROM promise WHERE advisor_id = ?",
    "piece of advice": "SELECT count(*) FROM advice WHERE advisor_id = ?",
    "exchange": "SELECT count(*) FROM exchange WHERE advisor_id = ?",
    "occasion": "SELECT count(*) FROM occasion WHERE advisor_id = ?",
    "agreement": "SELECT count(*) FROM agreement WHERE advisor_id = ?",
    "goal link": "SELECT count(*) FROM goal_helper WHERE advisor_id = ?",
    "rating": "SELECT count(*) FROM rating WHERE advisor_id = ?",
}
_SELECT = """
SELECT advisor.*,
    (SELECT max(met_on) FROM meeting
        WHERE advisor_id = advisor.id AND status = 'held' AND met_on <= :today) AS last_met_on,
    (SELECT min(met_on) FROM meeting
        WHERE advisor_id = advisor.id AND status = 'planned' AND met_on >= :today)
        AS next_meeting_on,
    (SELECT count(*) FROM agenda_item
        WHERE advisor_id = advisor.id AND {open}) AS agenda_count,
    (SELECT why FROM snooze
        WHERE advisor_id = advisor.id AND subject = 'meeting' AND snoozed_on <= :today
        ORDER BY id DESC LIMIT 1) AS snoozed_why
FROM advisor WHERE :id IS NULL OR advisor.id = :id ORDER BY handle"""
_MEETINGS_COUNT = "SELECT count(*) FROM meeting WHERE advisor_id = ? AND status = 'held'"
