"""The page of a report: which tables, charts and sentences it has, in plain texts.

`report_html` lays them out. Every table here has its charts among its cells, or beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from boardroom.queries.advisors import AdvisorView
from boardroom.queries.report import PersonYear, ReportView
from boardroom.queries.report_events import DatedEvent
from boardroom.record import Record
from boardroom.render.advisors import state_cell
from boardroom.render.board_gaps import gap_rows
from boardroom.render.board_mentees import window_words
from boardroom.render.charts import Axis, scale
from boardroom.render.formatting import NOBODY, plural
from boardroom.render.report_charts import (
    rating_lines,
    window_axis,
    window_chart,
)
from boardroom.render.report_goals import GoalPart, goal_part
from boardroom.render.report_people import PersonPart, person_part, reported_words
from boardroom.render.report_tables import (
    DataCell,
    DataTable,
    Figure,
    unbroken,
    unbroken_day,
)
from boardroom.render.timeline import event_words
from boardroom.rules.day_format import format_day, long_month
from boardroom.rules.reviews import RATINGS
from boardroom.rules.seats import takes_seat
from boardroom.rules.text import brief

_MOST_NAMED = 7
_LEFT_OUT = "What is private is left out here, but the counts include it."


class RatingPart(Record):
    """The ratings of one person."""

    name: str
    figure: Figure


class ReportPage(Record):
    """Everything that the page says, in its order; what is empty is left out of it."""

    title: str
    lead: tuple[str, ...]
    closing: str
    nobody: str
    board: DataTable | None
    missing: tuple[str, ...]
    goals: tuple[GoalPart, ...]
    ratings: tuple[RatingPart, ...]
    advisors: tuple[PersonPart, ...]
    mentee_windows: DataTable | None
    mentees: tuple[PersonPart, ...]
    months: tuple[DataTable, ...]


def report_page(view: ReportView, *, has_left_out: bool = False) -> ReportPage:
    """The page of a report; it says so if private records were left out."""
    today = view.today
    last = max((meeting.on for year in view.people for meeting in year.meetings), default=today)
    axis = Axis(view.since, max(today, last))
    current = [year.person for year in view.people if year.person.standing.status != "alumni"]
    advisors = [person for person in current if takes_seat(person.role)]
    mentees = [person for person in current if not takes_seat(person.role)]
    return ReportPage(
        title=f"The board on {today.day} {long_month(today)} {today.year}",
        lead=_lead(view) if view.people else (),
        closing=_LEFT_OUT if has_left_out else "",
        nobody="" if view.people else NOBODY,
        board=_windows(advisors, "The advisors and where today is in the window of each", today),
        missing=tuple(
            words
            for words, _ in gap_rows(view.board.gaps, view.board.seats, most_named=_MOST_NAMED)
        ),
        goals=tuple(goal_part(goal, today) for goal in view.goals),
        ratings=tuple(
            _rating(year, today)
            for year in view.people
            if any(getattr(rated, field) for rated in year.ratings for field in RATINGS)
        ),
        advisors=tuple(
            person_part(year, axis, today=today)
            for year in view.people
            if takes_seat(year.person.role)
        ),
        mentee_windows=_windows(
            mentees, "The mentees and where today is in the window of each", today
        ),
        mentees=tuple(
            person_part(year, axis, today=today)
            for year in view.people
            if not takes_seat(year.person.role)
        ),
        months=tuple(_months(view.events, today)),
    )


def _lead(view: ReportView) -> tuple[str, ...]:
    """What happened, in a few sentences of counts, private records included."""
    people = view.people
    held = [meeting for year in people for meeting in year.meetings if meeting.status == "held"]
    waits = [wait for year in people for wait in year.waits]
    kept = sum(year.mine.kept_count for year in people)
    still_open = sum(year.mine.open_count for year in people)
    advisors = [year for year in people if takes_seat(year.person.role)]
    given = sum(year.given_count for year in advisors)
    told = sum(year.told_count for year in advisors)
    directions = [exchange.direction for year in people for exchange in year.exchanges]
    met = len({meeting.handle for meeting in held})
    hours = round(sum(meeting.minutes for meeting in held) / 60)
    persons = "1 person" if met == 1 else f"{met} people"
    since = f"Since {format_day(view.since)}:"
    sentences = [
        f"{since} {plural(len(held), 'meeting')} with {persons}, {plural(hours, 'hour')} in all."
        if held
        else f"{since} no meetings."
    ]
    if waits:
        within = sum(wait.within for wait in waits)
        sentences.append(
            f"{within} of {plural(len(waits), 'wait')} between meetings kept to the window."
        )
    if kept or still_open:
        count = (
            "none is" if not still_open else f"{still_open} {'is' if still_open == 1 else 'are'}"
        )
        sentences.append(f"You kept {plural(kept, 'promise')}, and {count} open.")
    if given or told:
        sentences.append(
            f"You were given {plural(given, 'piece of advice')}, and {reported_words(told)}."
        )
    if directions:
        gave, got = directions.count("given"), directions.count("received")
        sentences.append(f"Give and take: {gave} given, {got} received.")
    return tuple(sentences)


def _windows(people: Sequence[AdvisorView], caption: str, today: date) -> DataTable | None:
    if not people:
        return None
    axis = window_axis(people, today)
    rows = tuple(
        (
            DataCell(person.name, person.seat or ""),
            DataCell(chart=window_chart(person, axis, today=today), text=""),
            _state(person, today),
            DataCell(
                f"last {unbroken_day(person.last_met_on, today)}"
                if person.last_met_on
                else "never met",
                f"next {unbroken_day(person.next_meeting_on, today)}"
                if person.next_meeting_on
                else "",
            ),
        )
        for person in people
    )
    return DataTable(caption, ("Who", "Window", "Today", "Meetings"), rows, scale(axis))


def _state(person: AdvisorView, today: date) -> DataCell:
    cell = state_cell(person.standing.status, person.active)
    return DataCell(cell.text, unbroken(window_words(person, today)), kind=cell.role)


def _rating(year: PersonYear, today: date) -> RatingPart:
    name = year.person.name
    rows = tuple(
        (
            DataCell(format_day(rated.on)),
            *(DataCell(_score(getattr(rated, field))) for field in RATINGS),
            DataCell(rated.decision or "none"),
        )
        for rated in year.ratings
    )
    columns = ("Review", *(field.capitalize() for field in RATINGS), "Decision")
    table = DataTable(f"Ratings from 1 to 5 of {name}", columns, rows)
    return RatingPart(name, Figure(rating_lines(name, year.ratings, today=today), "", table))


def _score(score: int | None) -> str:
    return "–" if score is None else str(score)


def _months(events: Iterable[DatedEvent], today: date) -> Iterable[DataTable]:
    """A table for each month, the newest first."""
    for (year, _), dated in groupby(events, lambda each: (each.event.on.year, each.event.on.month)):
        listed = list(dated)
        month = f"{long_month(listed[0].event.on)} {year}"
        yield DataTable(
            month,
            ("Day", "Who", "What happened"),
            tuple(
                (
                    DataCell(unbroken_day(each.event.on, each.event.on)),
                    DataCell(each.names or "–"),
                    DataCell(event_words(each.event, today, brief)),
                )
                for each in listed
            ),
        )
