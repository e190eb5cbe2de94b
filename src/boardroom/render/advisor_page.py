"""One person on a page: their standing, their clocks and every field."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardroom.render.formatting import plural
from boardroom.render.open_questions import unlogged_words
from boardroom.render.page import Block, Cell, Fields, Heading, Page, Text
from boardroom.render.privacy import marked
from boardroom.rules.advisor import usual_words
from boardroom.rules.day_format import format_day, from_today
from boardroom.rules.lifecycle import status_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.queries.advisors import AdvisorView
    from boardroom.queries.meetings import MeetingView
    from boardroom.rules.window_state import Clock


def advisor_page(
    view: AdvisorView,
    today: date,
    more: Sequence[Block] = (),
    more_fields: Sequence[tuple[str, Cell]] = (),
    unlogged: Sequence[MeetingView] = (),
) -> Page:
    """One person: status, clocks and every field; the blocks in `more` come before the notes.

    Of the plans that are `unlogged`, the last is named.
    """
    heading = Heading(
        view.name, tuple(Cell(text, "quiet") for text in (view.handle, view.seat) if text)
    )
    blocks: list[Block] = [
        heading,
        Fields(
            (
                *((label, cell) for label, cell in _fields(view, today, unlogged) if cell.text),
                *more_fields,
            )
        ),
        *more,
    ]
    if view.notes:
        blocks.append(Text(view.notes))
    return Page(tuple(blocks))


def _fields(
    view: AdvisorView, today: date, unlogged: Sequence[MeetingView]
) -> list[tuple[str, Cell]]:
    standing = view.standing
    snoozed_until = view.active.snoozed_until if view.active else None
    why = f": {view.snoozed_why}" if view.snoozed_why else ""
    until = f" until {format_day(standing.paused_until)}" if standing.paused_until else ""
    who_left = " who stepped back" if standing.stepped_back else ""
    status = f"{status_words(standing.status, view.role)}{who_left}{until}"
    return [
        (
            "status",
            Cell(f"{status}, since {format_day(standing.since)}"),
        ),
        ("seen", _clock(view.active.meeting_clock, today) if view.active else Cell("")),
        ("snoozed", Cell(f"until {format_day(snoozed_until)}{why}" if snoozed_until else "")),
        ("last met", Cell(_last_met(view, today))),
        ("planned", Cell(unlogged_words(unlogged[-1], today, marked) if unlogged else "")),
        (
            "next",
            Cell(
                f"{format_day(view.next_meeting_on)} ({from_today(view.next_meeting_on, today)})"
                if view.next_meeting_on
                else ""
            ),
        ),
        ("agenda", Cell(f"{view.agenda_count} open" if view.agenda_count else "")),
        (
            "window",
            Cell(f"{view.window}, {view.minutes} minutes{f', {view.way}' if view.way else ''}"),
        ),
        ("usually", Cell(usual_words(view.usual) if view.usual else "")),
        ("review", _clock(view.active.review_clock, today) if view.active else Cell("")),
        ("also called", Cell(", ".join(view.nicknames))),
        ("role", Cell(_ROLES.get(view.role, ""))),
        ("title", Cell(view.title or "")),
        ("works at", Cell(view.org or "")),
        ("relationship", Cell(view.kind if view.kind == "formal" else "")),
        ("how met", Cell(view.how_met or "")),
        ("strengths", Cell(", ".join(view.strengths))),
        (
            "perspectives",
            Cell(
                ", ".join(f"{dimension}: {value}" for dimension, value in view.perspectives.items())
            ),
        ),
        ("their goals", Cell(view.their_goals or "")),
        ("email", Cell(view.email or "")),
        ("phone", Cell(view.phone or "")),
        ("link", Cell(view.link or "")),
        ("city", Cell(view.city or "")),
        ("timezone", Cell(view.timezone or "")),
    ]


_ROLES = {"mentee": "mentee", "both": "advisor and mentee"}
"""The roles that are said; an advisor is one without a word."""


def _clock(clock: Clock, today: date) -> Cell:
    """Where today stands in a window, in words."""
    match clock.state:
        case "overdue":
            return Cell(
                f"overdue by {plural(clock.days_overdue(today), 'day')},"
                f" since {format_day(clock.due_by)}",
                "overdue",
            )
        case "due":
            return Cell(
                f"due by {format_day(clock.due_by)} ({from_today(clock.due_by, today)})", "due"
            )
        case _:
            return Cell(f"on track, due from {format_day(clock.due_from)}", "good")


def _last_met(view: AdvisorView, today: date) -> str:
    if view.last_met_on is None:
        return "never"
    count = (
        "" if view.meetings_count is None else f", {plural(view.meetings_count, 'meeting')} in all"
    )
    return f"{format_day(view.last_met_on)} ({from_today(view.last_met_on, today)}){count}"
