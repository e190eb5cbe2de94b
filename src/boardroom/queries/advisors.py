"""The people, for `advisor list` and `advisor show`."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from typing import NamedTuple

from boardroom.queries.due import due
from boardroom.queries.lifecycle import day, standings
from boardroom.queries.settings import settings
from boardroom.rules.due import Active
from boardroom.rules.lifecycle import Standing


class AdvisorView(NamedTuple):
    """A person as kept, with where they stand; `active` holds the clocks of whoever is on the board, else None.

    `snoozed_why` is the reason given for the newest snooze, whether it still runs or not.
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
    standing: Standing
    active: Active | None
    last_met_on: date | None
    meetings_count: int
    next_meeting_on: date | None
    agenda_count: int
    snoozed_why: str | None = None


def advisors(
    connection: sqlite3.Connection, *, today: date, statuses: tuple[str, ...] | None = None
) -> list[AdvisorView]:
    """Everybody of those statuses (all where None), in the order of handles."""
    defaults = settings(connection)
    where = standings(connection)
    active = {each.handle: each for each in due(connection, today=today).advisors}
    found = []
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    for row in cursor.execute(_ALL, {"today": today.isoformat()}):
        standing = where[row["id"]]
        if statuses is not None and standing.status not in statuses:
            continue
        found.append(
            AdvisorView(
                **{column: row[column] for column in _AS_KEPT},
                nicknames=tuple(json.loads(row["nicknames"])),
                strengths=tuple(json.loads(row["strengths"])),
                perspectives=json.loads(row["perspectives"]),
                window=row["window"] or str(defaults.window),
                minutes=row["minutes"] or defaults.minutes,
                standing=standing,
                active=active.get(row["handle"]),
                last_met_on=day(row["last_met_on"]),
                meetings_count=row["meetings_count"],
                next_meeting_on=day(row["next_meeting_on"]),
                agenda_count=row["agenda_count"],
                snoozed_why=row["snoozed_why"],
            )
        )
    return found


def advisor(connection: sqlite3.Connection, advisor_id: int, *, today: date) -> AdvisorView:
    """One person."""
    handle = connection.execute(
        "SELECT handle FROM advisor WHERE id = ?", (advisor_id,)
    ).fetchone()[0]
    return next(view for view in advisors(connection, today=today) if view.handle == handle)


def own_rhythm(connection: sqlite3.Connection, advisor_id: int) -> tuple[str | None, int | None]:
    """The window and the minutes kept for a person; None where the board's own hold."""
    window, minutes = connection.execute(
        "SELECT window, minutes FROM advisor WHERE id = ?", (advisor_id,)
    ).fetchone()
    return window, minutes


def belongings(connection: sqlite3.Connection, advisor_id: int) -> dict[str, int]:
    """How many records of each kind are a person's, by what they are called; kinds without any are left out."""
    counts = {
        noun: connection.execute(query, (advisor_id,)).fetchone()[0]
        for noun, query in _BELONGINGS.items()
    }
    return {noun: count for noun, count in counts.items() if count}


_AS_KEPT = (
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
)
_BELONGINGS = {
    "meeting": "SELECT count(*) FROM meeting WHERE advisor_id = ?",
    "agenda item": "SELECT count(*) FROM agenda_item WHERE advisor_id = ?",
    "promise": "SELECT count(*) FROM promise WHERE advisor_id = ?",
    "piece of advice": "SELECT count(*) FROM advice WHERE advisor_id = ?",
    "exchange": "SELECT count(*) FROM exchange WHERE advisor_id = ?",
    "agreement": "SELECT count(*) FROM agreement WHERE advisor_id = ?",
    "goal link": "SELECT count(*) FROM goal_helper WHERE advisor_id = ?",
    "rating": "SELECT count(*) FROM rating WHERE advisor_id = ?",
}
_ALL = """
SELECT advisor.*,
    (SELECT max(met_on) FROM meeting WHERE advisor_id = advisor.id AND status = 'held' AND met_on <= :today) AS last_met_on,
    (SELECT count(*) FROM meeting WHERE advisor_id = advisor.id AND status = 'held') AS meetings_count,
    (SELECT min(met_on) FROM meeting WHERE advisor_id = advisor.id AND status = 'planned' AND met_on >= :today) AS next_meeting_on,
    (SELECT count(*) FROM agenda_item WHERE advisor_id = advisor.id AND status = 'open') AS agenda_count,
    (SELECT why FROM snooze WHERE advisor_id = advisor.id AND subject = 'meeting' AND snoozed_on <= :today ORDER BY id DESC LIMIT 1)
        AS snoozed_why
FROM advisor ORDER BY handle
"""
