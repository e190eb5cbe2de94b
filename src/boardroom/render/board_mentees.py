"""The parts of the board that advisors and mentees share, and the list of those you mentor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardroom.queries.advisors import AdvisorView
from boardroom.render.advisors import away_until, state_cell
from boardroom.render.formatting import plural, short_day
from boardroom.render.page import Block, Cell, Column, Heading, Table


def mentee_blocks(mentees: Sequence[AdvisorView], today: date) -> tuple[Block, ...]:
    """The people whom the user mentors, a row each; no blocks without any."""
    if not mentees:
        return ()
    columns = (
        Column("mentee", lead=True),
        Column("window", fixed=True, bare=True),
        Column("", bare=True),
        Column("last met", fixed=True),
        Column("next", fixed=True),
    )
    rows = (
        (
            Cell(mentee.name, "strong"),
            state_cell(mentee.standing.status, mentee.active),
            Cell(window_words(mentee, today), "quiet"),
            *meeting_days(mentee, today),
        )
        for mentee in mentees
    )
    return Heading("You mentor"), Table(columns, tuple(rows))


def meeting_days(person: AdvisorView, today: date) -> tuple[Cell, Cell]:
    """When the two last met, and when they meet next."""
    return (
        Cell(short_day(person.last_met_on, today) if person.last_met_on else "never"),
        Cell(short_day(person.next_meeting_on, today) if person.next_meeting_on else ""),
    )


def window_words(person: AdvisorView, today: date) -> str:
    """Where today is in their window, or the end of a pause or snooze."""
    away = away_until(person)
    if away is not None:
        how = (
            "snoozed until" if person.active else "paused until" if away > today else "pause ended"
        )
        return f"{how} {short_day(away, today)} ({person.window})"
    if person.active is None:
        return person.window
    clock = person.active.meeting_clock
    match clock.state:
        case "overdue":
            return f"{plural(clock.days_overdue(today), 'day')} past {person.window}"
        case "due":
            return f"due by {short_day(clock.due_by, today)} ({person.window})"
        case _:
            return f"due from {short_day(clock.due_from, today)} ({person.window})"
