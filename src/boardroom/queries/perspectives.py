"""How the active advisors differ, for the review."""

from __future__ import annotations

import json
import sqlite3
from datetime import date

from boardroom.queries.people import standings
from boardroom.record import Record
from boardroom.rules.board_gaps import Member
from boardroom.rules.perspectives import Dimension, compare
from boardroom.rules.seats import takes_seat


class Diversity(Record):
    """The dimensions noted of the active advisors, and how many of these there are."""

    active_count: int
    dimensions: tuple[Dimension, ...]


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


def diversity_of(active: list[Member]) -> Diversity:
    """How these advisors differ."""
    return Diversity(len(active), compare(active))


_PEOPLE = "SELECT id, handle, name, role, perspectives FROM advisor ORDER BY handle"
