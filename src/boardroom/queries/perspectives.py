"""How the active advisors differ, for the review."""

from __future__ import annotations

import json
import sqlite3
from datetime import date

from boardroom.queries.people import standings
from boardroom.record import Record
from boardroom.rules.board_gaps import Member
from boardroom.rules.perspectives import Dimension, compare, near_dimension
from boardroom.rules.seats import takes_seat


class Diversity(Record):
    """The dimensions noted of the active advisors, and how many of these there are."""

    active_count: int
    dimensions: tuple[Dimension, ...]


class Near(Record):
    """A dimension noted of a person, and a `known` one that may be the same."""

    handle: str
    dimension: str
    value: str
    known: str


def diversity(connection: sqlite3.Connection, *, today: date) -> Diversity:
    """How the advisors active today differ."""
    current = standings(connection, as_of=today)
    rows = connection.execute(_PEOPLE)
    return diversity_of(
        [
            Member(handle, name, json.loads(perspectives))
            for advisor_id, handle, name, role, perspectives in rows
            if takes_seat(role) and advisor_id in current and current[advisor_id].status == "active"
        ]
    )


def near_dimensions(connection: sqlite3.Connection, advisor_id: int) -> tuple[Near, ...]:
    """The dimensions of one person beside which another is noted that is spelt much like it."""
    rows = [(row[0], row[1], json.loads(row[4])) for row in connection.execute(_PEOPLE)]
    [(handle, own)] = ((handle, pairs) for row_id, handle, pairs in rows if row_id == advisor_id)
    others = [name for row_id, _, pairs in rows if row_id != advisor_id for name in pairs]
    return tuple(
        Near(handle, dimension, value, known)
        for dimension, value in own.items()
        if (known := near_dimension(dimension, [*others, *own])) is not None
    )


def diversity_of(active: list[Member]) -> Diversity:
    """How these advisors differ."""
    return Diversity(len(active), compare(active))


_PEOPLE = "SELECT id, handle, name, role, perspectives FROM advisor ORDER BY handle"
