"""Who may be asked next, the one who fits best first, for `advisor list --prospects`."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import NamedTuple

from boardroom.queries.advisors import AdvisorView, advisor, advisors
from boardroom.queries.criteria import RatingView, ratings
from boardroom.queries.people import people
from boardroom.rules.criteria import Match, match, rank

STATUSES = ("prospect", "asked", "declined")


class RatedView(NamedTuple):
    """A person beside what is looked for."""

    advisor: AdvisorView
    ratings: tuple[RatingView, ...]
    match: Match


def prospects(connection: sqlite3.Connection, *, today: date) -> list[RatedView]:
    """Everybody considered or asked, as `boardroom.rules.criteria.rank` has them, then by handle; last, those who said no."""
    ids = {person.handle: person.id for person in people(connection)}
    found = [
        _rated(connection, ids[view.handle], view)
        for view in advisors(connection, today=today, statuses=STATUSES)
    ]
    return sorted(
        found, key=lambda each: (each.advisor.standing.status == "declined", rank(each.match))
    )


def rated(connection: sqlite3.Connection, advisor_id: int, *, today: date) -> RatedView:
    """One person, whatever their status."""
    return _rated(connection, advisor_id, advisor(connection, advisor_id, today=today))


def _rated(connection: sqlite3.Connection, advisor_id: int, view: AdvisorView) -> RatedView:
    found = ratings(connection, advisor_id)
    return RatedView(view, found, match((rating.criterion.must, rating.meets) for rating in found))
