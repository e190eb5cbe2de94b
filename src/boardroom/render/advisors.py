"""Advisors: their record, their list, and their state in a cell."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardroom.render.formatting import iso, plural, short_day
from boardroom.render.page import (
    Cell,
    Column,
    Page,
    Prose,
    Table,
    for_pipe,
)
from boardroom.rules.advisor import usual_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from boardroom.queries.advisors import AdvisorView
    from boardroom.rules.due_items import ActiveAdvisor


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
