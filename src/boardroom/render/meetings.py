"""Meetings: the list, and the record of one; its page is in `meeting_page`."""

from __future__ import annotations

from datetime import date

from boardroom.queries.long_list import convert
from boardroom.queries.meetings import MeetingList, MeetingView
from boardroom.render.formatting import short_day
from boardroom.render.page import Cell, Column, Page, Prose, Table, for_pipe
from boardroom.rules.text import brief

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def meetings_json(listed: MeetingList) -> dict[str, Any]:
    """Several meetings."""
    return {
        "schema": "boardroom.meetings/1",
        "meetings": convert(listed.meetings, meeting_record),
    }


def meeting_record(view: MeetingView) -> dict[str, Any]:
    """The fields of one meeting, without what came of it."""
    return {
        "id": view.ref,
        "uid": view.uid,
        "advisor": view.handle,
        "status": view.status,
        "on": view.on.isoformat(),
        "at": view.at,
        "way": view.way,
        "place": view.place,
        "minutes": view.minutes,
        "notes": view.notes,
        "private": view.private,
    }


def meetings_page(listed: MeetingList, today: date, nothing: str, all_: str) -> Page:
    """The list, a row for each meeting.

    `nothing` is what an empty list says; `all_` is the command that shows those left out.
    """
    if not listed.meetings:
        return Page((Prose(nothing),), ())
    columns = (
        Column("id", fixed=True, lead=True),
        Column("day", fixed=True, lead=True),
        Column("with", lead=True),
        Column("way", fixed=True, bare=True),
        Column("status", fixed=True, bare=True),
        Column("notes or place", bare=True, least=12),
    )
    rows = convert(
        listed.meetings,
        lambda view: (
            Cell(view.ref, "strong"),
            Cell(_day(view, today)),
            Cell(view.name),
            Cell(view.way, "quiet"),
            meeting_status(view, today),
            Cell(brief(view.notes or view.place or "")),
        ),
    )
    more = f"{listed.left_out_count:,} older: {all_}" if listed.left_out_count else ""
    return Page((Table(columns, rows, more),), (for_pipe(map(_pipe_row, listed.meetings)),))


def meeting_status(view: MeetingView, today: date) -> Cell:
    """The status of a meeting, coloured by its day."""
    roles = {"held": "", "planned": "soon" if view.on >= today else "due"}
    return Cell(
        f"{view.status}, private" if view.private else view.status, roles.get(view.status, "quiet")
    )


def _day(view: MeetingView, today: date) -> str:
    day = short_day(view.on, today)
    return f"{day} {view.at}" if view.at else day


def _pipe_row(view: MeetingView) -> tuple[str | date | None, ...]:
    return (
        view.ref,
        view.on,
        view.at,
        view.handle,
        view.way,
        view.status,
        "private" if view.private else None,
        view.place,
        view.notes,
    )
