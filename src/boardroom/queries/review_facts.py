"""The facts of a review, for the review itself and for `review --facts`.

`rules.review_facts` defines each fact; this module gathers them from the board.
"""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta

from boardroom.queries.agreed import Agreed, agreed
from boardroom.queries.board import open_goals
from boardroom.queries.people_in_review import (
    PersonInReview,
    people_in_review,
    person_in_review,
)
from boardroom.queries.perspectives import Diversity, diversity
from boardroom.queries.review_counts import count_records, period_values
from boardroom.queries.review_dates import last_reviews
from boardroom.queries.settings import settings
from boardroom.record import Record
from boardroom.rules.active_periods import (
    Period,
    active_days_in,
    review_period,
)
from boardroom.rules.board_gaps import Member
from boardroom.rules.board_gaps import find_gaps as find_board_gaps
from boardroom.rules.meeting_gaps import Gap, find_gaps
from boardroom.rules.review_facts import (
    BoardFacts,
    Facts,
    GoalWithoutHelp,
    longest_gap,
    weekly_counts,
)
from boardroom.rules.seats import takes_seat


class AdvisorFacts(Record):
    """The facts about one person, and what was agreed with them, beside what came of it."""

    handle: str
    name: str
    seat: str | None
    facts: Facts
    agreed: Agreed | None = None
    role: str = "advisor"


class FactsView(Record):
    """The facts about advisors and the board, each since their last review.

    `diversity` is how the active advisors differ. It and `board` are None for the facts about one
    person.
    """

    as_of: date
    advisors: tuple[AdvisorFacts, ...]
    board: BoardFacts | None
    diversity: Diversity | None = None


def review_facts(connection: sqlite3.Connection, *, today: date) -> FactsView:
    """The facts about every active advisor, sorted by handle, and about the board."""
    since = last_reviews(connection, today=today)
    advisors = tuple(
        view
        for person in people_in_review(connection, today)
        if person.is_active and (view := _view(connection, person, since.get(person.id), today))
    )
    of_board = board_facts(connection, since=since.get(None), until=today)
    return FactsView(today, advisors, of_board, diversity(connection, today=today))


def advisor_facts(connection: sqlite3.Connection, advisor_id: int, *, today: date) -> FactsView:
    """The facts about one person, whatever their status.

    There are none about somebody who has not been on the board since their last review.
    """
    since = last_reviews(connection, today=today).get(advisor_id)
    view = _view(connection, person_in_review(connection, advisor_id, today), since, today)
    return FactsView(today, () if view is None else (view,), None)


def facts(
    connection: sqlite3.Connection, advisor_id: int, *, since: date | None, until: date
) -> Facts | None:
    """The facts about an advisor after `since`, a review, or since they joined (None).

    On the day of a review, they are about that day. None if the advisor was not on the board then.
    """
    return _facts(connection, person_in_review(connection, advisor_id, until), since, until)


def board_facts(connection: sqlite3.Connection, *, since: date | None, until: date) -> BoardFacts:
    """The facts about the board after `since`, a review, or since the first joining (None).

    Mentees are not counted.
    """
    people = [person for person in people_in_review(connection, until) if takes_seat(person.role)]
    active = [person for person in people if person.is_active]
    today = _facts_of_the_day(connection, active, since, until)
    if today.from_on is None:
        return today
    meetings = []
    for person in people:
        period = review_period(person.stints, from_on=today.from_on, until=until)
        if period is not None:
            meetings.append((_meetings(connection, person, period), person.handle))
    longest_days, advisor = max(
        ((days, handle) for held, handle in meetings if (days := longest_gap(held.gaps))),
        key=lambda gap: gap[0],  # the first of equal gaps, by handle
        default=(None, None),
    )
    return today._replace(
        meetings_count=sum(held.meetings_count for held, _ in meetings),
        minutes_total=sum(held.minutes_total for held, _ in meetings),
        longest_gap_days=longest_days,
        longest_gap_advisor=advisor,
    )


class _Meetings(Record):
    meetings_count: int
    minutes_total: int
    weekly_counts: dict[int, int]
    gaps: tuple[Gap, ...]


def _view(
    connection: sqlite3.Connection, person: PersonInReview, since: date | None, until: date
) -> AdvisorFacts | None:
    facts = _facts(connection, person, since, until)
    if facts is None:
        return None
    hopes = agreed(connection, person.id, today=until)
    return AdvisorFacts(person.handle, person.name, person.seat, facts, hopes, person.role)


def _facts(
    connection: sqlite3.Connection, person: PersonInReview, since: date | None, until: date
) -> Facts | None:
    from_on = None if since is None else _day_after(since, until)
    period = review_period(person.stints, from_on=from_on, until=until)
    if period is None:
        return None
    meetings = _meetings(connection, person, period)
    return Facts(
        period.from_on,
        period.until_on,
        window=str(person.window),
        active_days=active_days_in(person.stints, period),
        meetings_count=meetings.meetings_count,
        minutes_total=meetings.minutes_total,
        weekly_meetings_counts=weekly_counts(meetings.weekly_counts, person.stints, period),
        gaps_count=len(meetings.gaps),
        gaps_within_count=sum(gap.within for gap in meetings.gaps),
        longest_gap_days=longest_gap(meetings.gaps),
        **count_records(connection, person.id, period),
    )


def _facts_of_the_day(
    connection: sqlite3.Connection, active: list[PersonInReview], since: date | None, until: date
) -> BoardFacts:
    """The facts about the last day alone, with the period of the others."""
    seats = settings(connection).seats
    joined = [person.joined_on for person in active if person.joined_on is not None]
    members = [Member(person.handle, person.name, person.perspectives) for person in active]
    gaps = find_board_gaps(members, open_goals(connection), seats)
    return BoardFacts(
        min(joined, default=None) if since is None else _day_after(since, until),
        until,
        seats_taken_count=len(active),
        seats_fewest_count=seats.fewest,
        seats_most_count=seats.most,
        goals_without_help=tuple(
            GoalWithoutHelp(goal.ref, goal.title, goal.private) for goal in gaps.goals
        ),
        perspectives_alike=gaps.alike,
        idle_advisors=tuple(member.handle for member in gaps.idle),
    )


def _meetings(connection: sqlite3.Connection, person: PersonInReview, period: Period) -> _Meetings:
    values = period_values(person.id, period)
    weeks = connection.execute(_BY_WEEK, values).fetchall()
    met_on = [date.fromisoformat(day) for (day,) in connection.execute(_MET_ON, values)]
    return _Meetings(
        sum(count for _, count, _ in weeks),
        sum(minutes for _, _, minutes in weeks),
        {week: count for week, count, _ in weeks},
        find_gaps(met_on, person.stints, person.window, period),
    )


def _day_after(since: date, until: date) -> date:
    """The first day to look at after a review; that of the review itself if it is the last one."""
    return min(since + timedelta(days=1), until)


_HELD = "advisor_id = :advisor_id AND status = 'held'"
_IN = "BETWEEN :from_on AND :until_on"
_BY_WEEK = f"""
SELECT CAST(julianday(met_on) - julianday(:from_on) AS INTEGER) / 7, count(*), sum(minutes)
FROM meeting WHERE {_HELD} AND met_on {_IN} GROUP BY 1"""
_MET_ON = f"""
SELECT DISTINCT met_on FROM meeting WHERE {_HELD} AND met_on BETWEEN
    coalesce((SELECT max(met_on) FROM meeting WHERE {_HELD} AND met_on < :from_on), :from_on)
    AND :until_on
ORDER BY met_on"""
