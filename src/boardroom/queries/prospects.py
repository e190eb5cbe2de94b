"""Prospects and how they match the criteria, for `advisor list --prospects`."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.queries.advisors import AdvisorView, advisor, advisors
from boardroom.queries.criteria import RatingView, ratings
from boardroom.queries.people import people
from boardroom.record import Record
from boardroom.rules.criteria import Match, count_ratings, rank

STATUSES = ("prospect", "asked", "declined")


class RatedView(Record):
    """A person, and how they match the criteria."""

    advisor: AdvisorView
    ratings: tuple[RatingView, ...]
    match: Match


def prospects(connection: sqlite3.Connection, *, today: date) -> list[RatedView]:
    """Everybody considered or asked, best match first, then those who declined."""
    ids = {person.handle: person.id for person in people(connection)}
    people_rated = [
        _rate(connection, ids[view.handle], view)
        for view in advisors(connection, today=today, statuses=STATUSES)
    ]
    return sorted(
        people_rated,
        key=lambda view: (view.advisor.standing.status == "declined", rank(view.match)),
    )


def rated_advisor(connection: sqlite3.Connection, advisor_id: int, *, today: date) -> RatedView:
    """One person, whatever their status."""
    return _rate(connection, advisor_id, advisor(connection, advisor_id, today=today))


def _rate(connection: sqlite3.Connection, advisor_id: int, view: AdvisorView) -> RatedView:
    verdicts = ratings(connection, advisor_id)
    match = count_ratings((rating.criterion.must, rating.meets) for rating in verdicts)
    return RatedView(view, verdicts, match)
