"""Prospects and how they match the criteria, for `advisor list --prospects`."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.queries.advisors import AdvisorView, advisor, advisors
from boardroom.queries.criteria import RatingView, all_ratings, ratings
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
    return sorted(
        rated_advisors(connection, today=today, statuses=STATUSES),
        key=lambda view: (view.advisor.standing.status == "declined", rank(view.match)),
    )


def rated_advisors(
    connection: sqlite3.Connection, *, today: date, statuses: tuple[str, ...] | None = None
) -> list[RatedView]:
    """Everybody with one of those statuses (default: any), sorted by handle."""
    by_handle = all_ratings(connection)
    return [
        _rate(view, by_handle[view.handle])
        for view in advisors(connection, today=today, statuses=statuses)
    ]


def rated_advisor(connection: sqlite3.Connection, advisor_id: int, *, today: date) -> RatedView:
    """One person, whatever their status."""
    view = advisor(connection, advisor_id, today=today)
    return _rate(view, ratings(connection, advisor_id))


def _rate(view: AdvisorView, verdicts: tuple[RatingView, ...]) -> RatedView:
    match = count_ratings((rating.criterion.must, rating.meets) for rating in verdicts)
    return RatedView(view, verdicts, match)
