"""Advisors: the list, and one person on a page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardroom.render.formatting import iso, plural, short_day
from boardroom.render.page import (
    Block,
    Cell,
    Column,
    Fields,
    Heading,
    Page,
    Prose,
    Table,
    Text,
    for_pipe,
)
from boardroom.render.unlogged import unlogged_words
from boardroom.rules.advisor import usual_words
from boardroom.rules.day_format import format_day, from_today
from boardroom.rules.lifecycle import status_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from boardroom.queries.advisors import AdvisorView
    from boardroom.queries.meetings import MeetingView
    from boardroom.rules.due_items import ActiveAdvisor
    from boardroom.rules.window_state import Clock


def advisor_record(view: AdvisorView) -> dict[str, Any]:
    """The fields of one person, with their current window and minutes."""
    standing = view.standing
    snoozed_until = view.active.snoozed_until if view.active else None
    return {
        "handle": view.handle,
        "uid": view.uid,
        "name": view.name,
        "role": view.role,
        "nicknames": list(view.nicknames),
        "status": standing.status,
        "seat": view.seat,
        "title": view.title,
        "org": view.org,
        "how_met": view.how_met,
        "kind": view.kind,
        "strengths": list(view.strengths),
        "perspectives": view.perspectives,
        "their_goals": view.their_goals,
        "email": view.email,
        "phone": view.phone,
        "link": view.link,
        "city": view.city,
        "timezone": view.timezone,
        "way": view.way,
        "usual": usual_words(view.usual) if view.usual else None,
        "window": view.window,
        "minutes": view.minutes,
        "joined_on": iso(standing.joined_on),
        "ended_on": iso(standing.ended_on),
        "paused_until": iso(standing.paused_until),
        "snoozed_until": iso(snoozed_until),
        "snoozed_why": view.snoozed_why if snoozed_until else None,
        "notes": view.notes,
    }


def advisors_page(
    views: Sequence[AdvisorView], today: date, nobody: str, *, mentees_count: int = 0
) -> Page:
    """One row per person; `nobody` is the text of an empty list.

    Mentees that the list leaves out are counted below it.
    """
    mentees = f"And {plural(mentees_count, 'mentee')}: boardroom mentee list"
    below = (Prose(mentees, "quiet"),) if mentees_count else ()
    if not views:
        return Page((Prose(nobody), *below), ())
    columns = (
        Column("handle", fixed=True, lead=True),
        Column("name", lead=True),
        Column("seat", bare=True),
        Column("state", fixed=True, bare=True),
        Column("last met", fixed=True),
        Column("next", fixed=True),
    )
    rows = tuple(
        (
            Cell(view.handle, "strong"),
            Cell(view.name),
            Cell(view.seat or ("mentee" if view.role == "mentee" else "")),
            state_cell(view.standing.status, view.active),
            Cell(
                short_day(view.last_met_on, today)
                if view.last_met_on
                else "never"
                if view.active
                else ""
            ),
            Cell(short_day(view.next_meeting_on, today) if view.next_meeting_on else ""),
        )
        for view in views
    )
    return Page((Table(columns, rows), *below), (for_pipe(pipe_row(view) for view in views),))


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


def state_cell(status: str, active: ActiveAdvisor | None) -> Cell:
    """An active advisor's state in their window, or anybody else's status."""
    if active is None:
        return Cell(status, "quiet")
    if active.snoozed_until is not None:
        return Cell("snoozed", "quiet")
    state = active.meeting_clock.state
    return Cell(state.replace("_", " "), "good" if state == "on_track" else state)


def away_until(view: AdvisorView) -> date | None:
    """The day that a pause or a snooze of the window ends."""
    return view.active.snoozed_until if view.active else view.standing.paused_until


def known_since(view: AdvisorView) -> date:
    """The day somebody joined the board, or else of their last step."""
    return view.standing.joined_on or view.standing.since


def pipe_row(view: AdvisorView) -> tuple[str | date | None, ...]:
    """A person's row in a pipe, for every list."""
    return (
        view.handle,
        view.name,
        view.seat,
        state_cell(view.standing.status, view.active).text,
        view.last_met_on,
        view.next_meeting_on,
    )


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
        ("planned", Cell(unlogged_words(unlogged[-1], today) if unlogged else "")),
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
