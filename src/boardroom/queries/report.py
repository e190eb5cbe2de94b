"""The board and what happened on it since a day, for the page of `boardroom report`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date

from boardroom.queries.advice import AdviceView, advice
from boardroom.queries.advisors import AdvisorView, advisors
from boardroom.queries.board import BoardView, board
from boardroom.queries.exchanges import exchanges
from boardroom.queries.goals import GoalView, goals
from boardroom.queries.happened import advice_until, goals_until, meetings_until, promises_until
from boardroom.queries.meetings import MeetingView, meetings
from boardroom.queries.people import people, steps
from boardroom.queries.private import ADVICE, OCCASION, PROMISE
from boardroom.queries.promises import PromiseView, promises
from boardroom.queries.ratings import Rated, ratings
from boardroom.queries.report_events import DatedEvent, events
from boardroom.record import Record
from boardroom.rules import ids
from boardroom.rules.active_periods import find_stints, review_period
from boardroom.rules.lifecycle import Step
from boardroom.rules.meeting_gaps import Wait, find_waits
from boardroom.rules.windows import parse_window

_ORDER = ("active", "paused", "alumni")
"""The statuses of those on the page, in its order."""


class Exchanged(Record):
    """The day and the direction of an exchange, `given` or `received`."""

    on: date
    direction: str


class PromiseTotals(Record):
    """How many promises of one side are open now, and how many it kept and dropped since."""

    open_count: int
    kept_count: int
    dropped_count: int


class PersonYear(Record):
    """A person and what happened with them, oldest first.

    Counts hold what is private too. `waits` are the days between meetings. `promises` and `advice`
    are those open now, and those made or closed since; `given_count` and `told_count` are how much
    advice was given and reported back since. `ratings` are of every review.
    """

    person: AdvisorView
    meetings: tuple[MeetingView, ...]
    waits: tuple[Wait, ...]
    promises: tuple[PromiseView, ...]
    mine: PromiseTotals
    theirs: PromiseTotals
    advice: tuple[AdviceView, ...]
    given_count: int
    told_count: int
    exchanges: tuple[Exchanged, ...]
    ratings: tuple[Rated, ...]


class ReportView(Record):
    """The board today, and each person, goal and event since a day.

    `private_refs` are the ids of private promises, advice and occasions: an event may be private
    for a note alone.
    """

    today: date
    since: date
    board: BoardView
    people: tuple[PersonYear, ...]
    goals: tuple[GoalView, ...]
    events: tuple[DatedEvent, ...]
    private_refs: frozenset[str]


def report(connection: sqlite3.Connection, *, today: date, since: date) -> ReportView:
    """The report from `since` to `today`, both included, of whoever was on the board in between."""
    row_ids = {person.handle: person.id for person in people(connection)}
    on_page = sorted(
        (view for view in advisors(connection, today=today) if _belongs(view, since)),
        key=lambda view: _ORDER.index(view.standing.status),
    )
    all_goals = tuple(goals_until(today, goals(connection, closed=True).goals))
    taken = steps(connection)
    rated = ratings(connection)
    return ReportView(
        today,
        since,
        board(connection, today=today),
        tuple(
            _year(
                connection,
                view,
                row_ids[view.handle],
                taken[row_ids[view.handle]],
                rated.get(row_ids[view.handle], ()),
                today=today,
                since=since,
            )
            for view in on_page
        ),
        tuple(goal for goal in all_goals if _is_current(goal.added_on, goal.closed_on, since)),
        events(
            connection, [(row_ids[view.handle], view) for view in on_page], all_goals, since, today
        ),
        frozenset(_private_refs(connection)),
    )


def _belongs(view: AdvisorView, since: date) -> bool:
    standing = view.standing
    return standing.status in ("active", "paused") or (
        standing.status == "alumni" and standing.ended_on is not None and standing.ended_on >= since
    )


def _is_current(begun_on: date, closed_on: date | None, since: date) -> bool:
    return closed_on is None or max(begun_on, closed_on) >= since


def _year(
    connection: sqlite3.Connection,
    view: AdvisorView,
    advisor_id: int,
    taken: Sequence[Step],
    rated: Sequence[Rated],
    *,
    today: date,
    since: date,
) -> PersonYear:
    met = sorted(
        (
            meeting._replace(place=None, notes=None)
            for meeting in meetings_until(
                today, meetings(connection, advisor_id=advisor_id).meetings
            )
        ),
        key=lambda meeting: (meeting.on, meeting.at or "", meeting.id),
    )
    stints = find_stints(taken, until=today)
    period = review_period(stints, from_on=since, until=today)
    held = sorted({meeting.on for meeting in met if meeting.status == "held"})
    window = parse_window(view.window)
    # The last one before the period too: the first wait may have begun with it.
    earlier = [day for day in held if period is not None and day < period.from_on][-1:]
    waits = (
        find_waits([*earlier, *(day for day in held if day >= since)], stints, window, period)
        if period is not None
        else ()
    )
    promised = [
        view._replace(note=None, snoozed_why=None)
        for view in promises_until(
            today, promises(connection, advisor_id=advisor_id, closed=True).promises
        )
        if _is_current(view.made_on, view.done_on, since)
    ]
    advised = [
        view
        for view in advice_until(
            today, advice(connection, advisor_id=advisor_id, closed=True).advice
        )
        if _is_current(view.given_on, view.reported_on, since)
    ]
    return PersonYear(
        view,
        tuple(meeting for meeting in met if meeting.on >= since),
        waits,
        tuple(sorted(promised, key=lambda view: (view.made_on, view.id))),
        _totals(promised, "me", since),
        _totals(promised, "them", since),
        tuple(sorted(advised, key=lambda view: (view.given_on, view.id))),
        sum(view.given_on >= since for view in advised),
        sum(view.reported_on is not None and view.reported_on >= since for view in advised),
        tuple(
            sorted(
                Exchanged(view.exchanged_on, view.direction)
                for view in exchanges(connection, advisor_id=advisor_id).exchanges
                if since <= view.exchanged_on <= today
            )
        ),
        tuple(one for one in rated if one.on <= today),
    )


def _totals(promised: Iterable[PromiseView], by_whom: str, since: date) -> PromiseTotals:
    statuses = [
        view.status
        for view in promised
        if view.by_whom == by_whom and (view.done_on is None or view.done_on >= since)
    ]
    return PromiseTotals(*(statuses.count(status) for status in ("open", "kept", "dropped")))


def _private_refs(connection: sqlite3.Connection) -> Iterable[str]:
    for kind, is_private in (
        (ids.PROMISE, PROMISE),
        (ids.ADVICE, ADVICE),
        (ids.OCCASION, OCCASION),
    ):
        rows = connection.execute(f"SELECT id FROM {kind.table} WHERE {is_private}")
        yield from (kind.ref(row_id) for (row_id,) in rows)
