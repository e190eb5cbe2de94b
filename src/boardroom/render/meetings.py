"""Meetings: the list, and one meeting on a page of its own."""

from __future__ import annotations

from datetime import date

from boardroom.queries.long_list import convert
from boardroom.queries.meeting_contents import MeetingContents
from boardroom.queries.meetings import MeetingList, MeetingView
from boardroom.render.advice import advice_record, state, with_outcome
from boardroom.render.agenda import agenda_item_record, covered_table
from boardroom.render.exchanges import exchange_record, with_person
from boardroom.render.formatting import plural, short_day
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
from boardroom.render.promises import due_cell, promise_record
from boardroom.rules.day_format import format_day, from_today
from boardroom.rules.meetings import noun
from boardroom.rules.text import brief

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from boardroom.queries.exchanges import ExchangeView
    from boardroom.queries.promises import PromiseView


def meeting_json(view: MeetingView, contents: MeetingContents, today: date) -> dict[str, Any]:
    """One meeting with what was covered, promised, advised and exchanged in it."""
    return {
        "schema": "boardroom.meeting/1",
        **meeting_record(view),
        "agenda_items": [agenda_item_record(item) for item in contents.covered],
        "promises": [promise_record(promise, today) for promise in contents.promises],
        "advice_list": [advice_record(piece) for piece in contents.advice],
        "exchanges": [exchange_record(exchange) for exchange in contents.exchanges],
    }


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
            _status(view, today),
            Cell(brief(view.notes or view.place or "")),
        ),
    )
    more = f"{listed.left_out_count:,} older: {all_}" if listed.left_out_count else ""
    return Page((Table(columns, rows, more),), (for_pipe(map(_pipe_row, listed.meetings)),))


def meeting_page(view: MeetingView, contents: MeetingContents, today: date) -> Page:
    """One meeting: when and where, the agenda it covered, its notes, and what came of it."""
    fields = (
        ("day", Cell(f"{format_day(view.on, view.at)} ({from_today(view.on, today)})")),
        ("where", Cell(view.place or "")),
        ("length", Cell(plural(view.minutes, "minute"))),
    )
    title = f"{noun(view.way).capitalize()} with {view.name}"
    blocks: list[Block] = [
        Heading(title, (Cell(view.ref, "quiet"), _status(view, today))),
        Fields(tuple((label, cell) for label, cell in fields if cell.text)),
    ]
    if contents.covered:
        blocks += [Heading("Covered"), covered_table(contents.covered)]
    if view.notes:
        blocks += [Heading("Notes"), Text(view.notes)]
    lists = (
        (
            "Advice",
            [(piece.ref, state(piece, today), with_outcome(piece)) for piece in contents.advice],
        ),
        (
            "Promises",
            [
                (promise.ref, _promise_state(promise, today), promise.text)
                for promise in contents.promises
            ],
        ),
        (
            "Exchange",
            [
                (exchange.ref, _direction(exchange), with_person(exchange))
                for exchange in contents.exchanges
            ],
        ),
    )
    for title, rows in lists:
        if rows:
            cells = tuple((Cell(ref, "strong"), second, Cell(text)) for ref, second, text in rows)
            blocks += [Heading(title), Table(_LISTED, cells)]
    return Page(tuple(blocks))


def _promise_state(promise: PromiseView, today: date) -> Cell:
    whose = "you" if promise.by_whom == "me" else "they"
    due = due_cell(promise, today)
    return Cell(f"{whose}, {due.text}" if due.text else whose, due.role or "quiet")


def _direction(exchange: ExchangeView) -> Cell:
    return Cell("gave" if exchange.direction == "given" else "got", "quiet")


def _day(view: MeetingView, today: date) -> str:
    day = short_day(view.on, today)
    return f"{day} {view.at}" if view.at else day


_LISTED = (
    Column("id", fixed=True, lead=True),
    Column("state", fixed=True, lead=True),
    Column("what", bare=True, least=24),
)


def _status(view: MeetingView, today: date) -> Cell:
    roles = {"held": "", "planned": "soon" if view.on >= today else "due"}
    return Cell(
        f"{view.status}, private" if view.private else view.status, roles.get(view.status, "quiet")
    )


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
