"""Meetings: a list of them, newest first, and one whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from boardroom.queries.agenda import AgendaView
from boardroom.queries.meetings import Belongings, MeetingList, MeetingView
from boardroom.render.agenda import agenda_record, covered_table
from boardroom.render.page import Block, Cell, Column, Fields, Heading, Page, Prose, Table, Text
from boardroom.render.words import plural, short_day
from boardroom.rules.agenda import brief
from boardroom.rules.meetings import noun
from boardroom.rules.spoken import from_today, spoken_day

SCHEMA = "boardroom.meeting/1"


def meeting_json(view: MeetingView) -> dict[str, Any]:
    """One meeting."""
    return {"schema": SCHEMA, **_record(view)}


def whole_meeting_json(view: MeetingView, covered: Sequence[AgendaView]) -> dict[str, Any]:
    """One meeting with what was covered, promised, advised and exchanged in it."""
    inside: dict[str, Any] = {"agenda": [agenda_record(item) for item in covered], "promises": [], "advice": [], "exchanges": []}
    return {**meeting_json(view), **inside}


def meetings_json(found: MeetingList) -> dict[str, Any]:
    """Several meetings."""
    return {"schema": "boardroom.meetings/1", "meetings": [_record(view) for view in found.meetings]}


def meetings_page(found: MeetingList, today: date, nothing: str, all_: str) -> Page:
    """One row a meeting; `nothing` is said where there is none, `all_` is the command that shows those left out."""
    if not found.meetings:
        return Page((Prose(nothing),), ())
    columns = (
        Column("id", fixed=True, lead=True),
        Column("day", fixed=True, lead=True),
        Column("with", lead=True),
        Column("way", fixed=True, bare=True),
        Column("status", fixed=True, bare=True),
        Column("notes or place", bare=True, least=12),
    )
    rows = tuple(
        (
            Cell(f"m{view.id}", "strong"),
            Cell(_day(view, today)),
            Cell(view.name),
            Cell(view.way, "quiet"),
            _status(view, today),
            Cell(brief(view.notes or view.place or "")),
        )
        for view in found.meetings
    )
    more = f"{found.left_out_count:,} older: {all_}" if found.left_out_count else ""
    return Page((Table(columns, rows, more),), (_pipe(found),))


def meeting_page(view: MeetingView, covered: Sequence[AgendaView], today: date) -> Page:
    """One meeting, whole: when and where, what was covered, and the notes."""
    fields = (
        ("day", Cell(f"{spoken_day(view.on, view.at)} ({from_today(view.on, today)})")),
        ("where", Cell(view.place or "")),
        ("length", Cell(plural(view.minutes, "minute"))),
    )
    title = f"{noun(view.way).capitalize()} with {view.name}"
    blocks: list[Block] = [
        Heading(title, (Cell(f"m{view.id}", "quiet"), _status(view, today))),
        Fields(tuple((label, cell) for label, cell in fields if cell.text)),
    ]
    if covered:
        blocks += [Heading("Covered"), covered_table(covered)]
    if view.notes:
        blocks += [Heading("Notes"), Text(view.notes)]
    return Page(tuple(blocks))


def echo(view: MeetingView, covered_count: int, today: date) -> str:
    """What a change adds to its summary: how far the day is from today, and what else the user should know."""
    said = [f" ({from_today(view.on, today)})"]
    if covered_count:
        said.append(f"{plural(covered_count, 'agenda item')} covered")
    if view.private:
        said.append("private")
    return ", ".join(said)


def removal(view: MeetingView, along: Belongings) -> str:
    """What goes when a meeting is removed, as one sentence."""
    gone = (("promise", along.promises), ("piece of advice", along.advice), ("exchange", along.exchanges))
    counted = [_pieces(count, noun_) for noun_, count in gone if count]
    sentence = f"This removes m{view.id}, {noun(view.way)} with {view.name} on {spoken_day(view.on, view.at)}"
    if counted:
        sentence += f", with {', '.join(counted)}"
    if along.covered:
        opened = "item becomes" if along.covered == 1 else "items become"
        sentence += f"; {along.covered} covered agenda {opened} open again, without the answer"
    return f"{sentence}."


def _pieces(count: int, noun_: str) -> str:
    return f"{count} pieces of advice" if noun_ == "piece of advice" and count > 1 else plural(count, noun_)


def _day(view: MeetingView, today: date) -> str:
    day = short_day(view.on, today)
    return f"{day} {view.at}" if view.at else day


def _status(view: MeetingView, today: date) -> Cell:
    roles = {"held": "", "planned": "soon" if view.on >= today else "due"}
    return Cell(f"{view.status}, private" if view.private else view.status, roles.get(view.status, "quiet"))


def _pipe(found: MeetingList) -> Table:
    columns = tuple(map(Column, ("id", "day", "time", "advisor", "way", "status", "private", "place", "notes")))
    rows = (
        (
            f"m{view.id}",
            view.on.isoformat(),
            view.at or "",
            view.handle,
            view.way,
            view.status,
            "private" if view.private else "",
            view.place or "",
            view.notes or "",
        )
        for view in found.meetings
    )
    return Table(columns, tuple(tuple(map(Cell, row)) for row in rows))


def _record(view: MeetingView) -> dict[str, Any]:
    return {
        "id": f"m{view.id}",
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
