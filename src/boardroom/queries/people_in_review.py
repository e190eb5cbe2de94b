"""The people that the facts of a review are about."""

from __future__ import annotations

import json
import sqlite3
from datetime import date

from boardroom.queries.people import standings, steps
from boardroom.queries.settings import settings
from boardroom.queries.views import views
from boardroom.record import Record
from boardroom.rules.active_periods import Stint, find_stints
from boardroom.rules.windows import Window, parse_window, stored


class PersonInReview(Record):
    """A person with their current window and perspectives, and their times on the board."""

    id: int
    handle: str
    name: str
    seat: str | None
    role: str
    window: Window
    perspectives: dict[str, str]
    stints: tuple[Stint, ...]
    is_active: bool
    joined_on: date | None


def people_in_review(connection: sqlite3.Connection, until: date) -> list[PersonInReview]:
    """Everybody as of that day, sorted by handle."""
    default_window = settings(connection).window
    steps_taken, current = steps(connection), standings(connection, as_of=until)
    people = []
    for row in views(_Row, connection.execute(_PEOPLE)):
        standing = current.get(row.id)
        people.append(
            PersonInReview(
                row.id,
                row.handle,
                row.name,
                row.seat,
                row.role,
                default_window if row.window is None else stored(parse_window, row.window),
                json.loads(row.perspectives),
                find_stints(steps_taken.get(row.id, ()), until=until),
                standing is not None and standing.status == "active",
                standing.joined_on if standing else None,
            )
        )
    return people


def person_in_review(
    connection: sqlite3.Connection, advisor_id: int, until: date
) -> PersonInReview:
    """One person as of that day."""
    return next(person for person in people_in_review(connection, until) if person.id == advisor_id)


class _Row(Record):
    id: int
    handle: str
    name: str
    seat: str | None
    role: str
    window: str | None
    perspectives: str


_PEOPLE = "SELECT id, handle, name, seat, role, window, perspectives FROM advisor ORDER BY handle"
