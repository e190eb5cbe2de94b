"""What happened with an advisor, and with the whole board, between two days: what a review looks at, and `review --facts` shows.

What counts, and from which day to which, is said by the fields of `rules.review_facts`; counting is left to SQLite.
"""

from __future__ import annotations

import json
import sqlite3
from datetime import date, timedelta
from typing import Any, NamedTuple

from boardroom.queries.board import aims
from boardroom.queries.lifecycle import standings, steps
from boardroom.queries.review_dates import last_reviews
from boardroom.queries.settings import settings
from boardroom.rules.active_periods import Period, Stint, active_days_in, period, stints
from boardroom.rules.board_gaps import Seated, missing
from boardroom.rules.meeting_gaps import Gap, gaps
from boardroom.rules.review_facts import BoardFacts, Facts, Unhelped, longest, weekly
from boardroom.rules.windows import Window, parse_window


class AdvisorFacts(NamedTuple):
    """The facts about one advisor, and who that is."""

    handle: str
    name: str
    seat: str | None
    facts: Facts


class FactsView(NamedTuple):
    """The facts about some advisors since their last review, and about the board since its own (None where one person was asked for)."""

    as_of: date
    advisors: tuple[AdvisorFacts, ...]
    board: BoardFacts | None


def review_facts(connection: sqlite3.Connection, *, today: date) -> FactsView:
    """The facts about everybody who is active `today`, in the order of handles, and about the board."""
    people, reviews = _people(connection, today), last_reviews(connection, today=today)
    active = [person for person in people if person.is_active]
    found = tuple(
        view
        for person in active
        if (view := _view(connection, person, reviews.get(person.id), today))
    )
    return FactsView(today, found, board_facts(connection, since=reviews.get(None), until=today))


def advisor_facts(connection: sqlite3.Connection, advisor_id: int, *, today: date) -> FactsView:
    """The facts about one person, whatever their status; about nobody where they were not on the board since their last review."""
    person = next(person for person in _people(connection, today) if person.id == advisor_id)
    view = _view(connection, person, last_reviews(connection, today=today).get(advisor_id), today)
    return FactsView(today, () if view is None else (view,), None)


def facts(
    connection: sqlite3.Connection, advisor_id: int, *, since: date | None, until: date
) -> Facts | None:
    """What happened with an advisor after `since` (a review; None: from the first seating on) and up to `until`.

    None for whoever was not on the board in that time.
    """
    person = next(person for person in _people(connection, until) if person.id == advisor_id)
    return _facts(connection, person, since, until)


def board_facts(connection: sqlite3.Connection, *, since: date | None, until: date) -> BoardFacts:
    """What happened with everybody on the board after `since` (its review; None: from the first active advisor's joining on)."""
    people, seats = _people(connection, until), settings(connection).seats
    joined = [
        person.joined_on for person in people if person.is_active and person.joined_on is not None
    ]
    from_on = _day_after(since) if since is not None else min(joined, default=None)
    active = [
        Seated(person.handle, person.name, person.perspectives)
        for person in people
        if person.is_active
    ]
    lacking = missing(active, aims(connection), seats)
    today = BoardFacts(
        from_on,
        until,
        seats_taken_count=len(active),
        seats_fewest_count=seats.fewest,
        seats_most_count=seats.most,
        goals_without_help=tuple(Unhelped(f"g{goal.id}", goal.title) for goal in lacking.goals),
        perspectives_alike=lacking.alike,
        idle_advisors=tuple(person.handle for person in lacking.idle),
    )
    if from_on is None:
        return today
    on_board = ((person, period(person.times, from_on=from_on, until=until)) for person in people)
    met = [
        (_met(connection, person, days), person.handle)
        for person, days in on_board
        if days is not None
    ]
    waits = [(wait, handle) for each, handle in met if (wait := longest(each.gaps)) is not None]
    days, who = max(
        waits, key=lambda found: found[0], default=(None, None)
    )  # of equals the first by handle
    return today._replace(
        meetings_count=sum(each.meetings_count for each, _ in met),
        minutes_total=sum(each.minutes_total for each, _ in met),
        longest_gap_days=days,
        longest_gap_advisor=who,
    )


class _Person(NamedTuple):
    id: int
    handle: str
    name: str
    seat: str | None
    window: Window
    perspectives: dict[str, str]
    times: tuple[Stint, ...]
    is_active: bool
    joined_on: date | None


class _Met(NamedTuple):
    meetings_count: int
    minutes_total: int
    weekly_counts: dict[int, int]
    gaps: tuple[Gap, ...]


def _people(connection: sqlite3.Connection, until: date) -> list[_Person]:
    """Everybody as they stood on that day, in the order of handles."""
    usual, taken, where = (
        settings(connection).window,
        steps(connection),
        standings(connection, as_of=until),
    )
    found = []
    for row_id, handle, name, seat, window, perspectives in connection.execute(_PEOPLE):
        own = usual if window is None else parse_window(window)
        standing = where.get(row_id)
        is_active, joined_on = (
            (standing.status == "active", standing.joined_on) if standing else (False, None)
        )
        times = stints(taken.get(row_id, ()), until=until)
        found.append(
            _Person(
                row_id,
                handle,
                name,
                seat,
                own,
                json.loads(perspectives),
                times,
                is_active,
                joined_on,
            )
        )
    return found


def _view(
    connection: sqlite3.Connection, person: _Person, since: date | None, until: date
) -> AdvisorFacts | None:
    found = _facts(connection, person, since, until)
    return None if found is None else AdvisorFacts(person.handle, person.name, person.seat, found)


def _facts(
    connection: sqlite3.Connection, person: _Person, since: date | None, until: date
) -> Facts | None:
    days = period(person.times, from_on=None if since is None else _day_after(since), until=until)
    if days is None:
        return None
    met = _met(connection, person, days)
    counts: dict[str, Any] = {}
    for query, names in _COUNTS:
        counts |= zip(
            names, connection.execute(query, _named(person, days)).fetchone(), strict=True
        )
    return Facts(
        *days,
        window=str(person.window),
        active_days=active_days_in(person.times, days),
        meetings_count=met.meetings_count,
        minutes_total=met.minutes_total,
        weekly_meetings_counts=weekly(met.weekly_counts, person.times, days),
        gaps_count=len(met.gaps),
        gaps_within_count=sum(gap.within for gap in met.gaps),
        longest_gap_days=longest(met.gaps),
        **counts,
    )


def _met(connection: sqlite3.Connection, person: _Person, days: Period) -> _Met:
    values = _named(person, days)
    by_week = connection.execute(_BY_WEEK, values).fetchall()
    met_on = [date.fromisoformat(day) for (day,) in connection.execute(_MET_ON, values)]
    return _Met(
        sum(count for _, count, _ in by_week),
        sum(minutes for _, _, minutes in by_week),
        {week: count for week, count, _ in by_week},
        gaps(met_on, person.times, person.window, days),
    )


def _named(person: _Person, days: Period) -> dict[str, Any]:
    return {
        "advisor_id": person.id,
        "from_on": days.from_on.isoformat(),
        "until_on": days.until_on.isoformat(),
    }


def _day_after(day: date) -> date:
    return day + timedelta(days=1)


_PEOPLE = "SELECT id, handle, name, seat, window, perspectives FROM advisor ORDER BY handle"
_HELD = "advisor_id = :advisor_id AND status = 'held'"
_IN = "BETWEEN :from_on AND :until_on"
_BY_WEEK = f"""
SELECT CAST(julianday(met_on) - julianday(:from_on) AS INTEGER) / 7, count(*), sum(minutes)
FROM meeting WHERE {_HELD} AND met_on {_IN} GROUP BY 1"""  # noqa: S608  our own words
_MET_ON = f"""
SELECT DISTINCT met_on FROM meeting WHERE {_HELD}
    AND met_on BETWEEN coalesce((SELECT max(met_on) FROM meeting WHERE {_HELD} AND met_on < :from_on), :from_on) AND :until_on
ORDER BY met_on"""  # noqa: S608  our own words
_GIVEN = f"given_on {_IN}"
_TRIED = "status <> 'new' AND coalesce(outcome_on, given_on) <= :until_on"  # what comes of it later is not known yet
_OPEN = "made_on <= :until_on AND (done_on IS NULL OR done_on > :until_on)"
_COUNTED = {
    "agenda_item": {
        "agenda_asked_count": f"status = 'covered' AND closed_on {_IN}",
        "agenda_open_count": "added_on <= :until_on AND (status = 'open' OR closed_on > :until_on)",
        "agenda_dropped_count": f"status = 'dropped' AND closed_on {_IN}",
    },
    "advice": {
        "advice_given_count": _GIVEN,
        "advice_tried_count": f"{_GIVEN} AND {_TRIED}",
        "advice_worked_count": f"{_GIVEN} AND {_TRIED} AND status = 'worked'",
        "advice_reported_count": f"{_GIVEN} AND reported_on <= :until_on",
        "advice_untold_before_count": f"given_on < :from_on AND {_TRIED} AND (reported_on IS NULL OR reported_on > :until_on)",
    },
    "promise": {
        f"promises_{whose}_{what}_count": f"by_whom = '{by_whom}' AND {condition}"
        for whose, by_whom in (("mine", "me"), ("theirs", "them"))
        for what, condition in (
            ("kept", f"done_on {_IN}"),
            ("late", f"done_on {_IN} AND done_on > due_on"),
            ("open", _OPEN),
            ("overdue", f"{_OPEN} AND due_on < :until_on"),
        )
    },
    "exchange": {
        f"{direction}_count": f"direction = '{direction}' AND exchanged_on {_IN}"
        for direction in ("given", "received")
    },
    "goal_helper JOIN goal_step ON goal_step.goal_id = goal_helper.goal_id": {
        "steps_taken_count": f"done_on {_IN}"
    },
    "goal_helper JOIN goal ON goal.id = goal_id": {
        "goals_achieved_count": f"status = 'achieved' AND closed_on {_IN}"
    },
}
"""Each count of the facts: the table that it is of, and which of an advisor's rows there it counts."""
_COUNTS = [
    (
        f"SELECT {', '.join(f'count(*) FILTER (WHERE {which})' for which in counted.values())} FROM {table} WHERE advisor_id = :advisor_id",  # noqa: S608  our own words
        tuple(counted),
    )
    for table, counted in _COUNTED.items()
]
