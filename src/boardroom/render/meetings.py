"""Meetings: a list of them, newest first, and one whole."""

from __future__ import annotations

from datetime import date
from typing import Any

from boardroom.queries.exchanges import ExchangeView
from boardroom.queries.meeting_contents import NOTHING, MeetingContents
from boardroom.queries.meetings import Belongings, MeetingList, MeetingView
from boardroom.queries.promises import PromiseView
from boardroom.render.advice import advice_record, state, with_outcome
from boardroom.render.agenda import agenda_record, covered_table
from boardroom.render.exchanges import exchange_record, with_person
from boardroom.render.formatting import plural, short_day
from boardroom.render.page import Block, Cell, Column, Fields, Heading, Page, Prose, Table, Text
from boardroom.render.promises import promise_record, when
from boardroom.rules.day_format import format_day, from_today
from boardroom.rules.meetings import noun
from boardroom.rules.text import brief

SCHEMA = "boardroom.meeting/1"


def meeting_json(view: MeetingView) -> dict[str, Any]:
    """One meeting."""
    return {"schema": SCHEMA, **_record(view)}


def whole_meeting_json(
    view: MeetingView, meeting_contents: MeetingContents, today: date
) -> dict[str, Any]:
    """One meeting with what was covered, promised, advised and exchanged in it."""
    return {
        **meeting_json(view),
        "agenda": [agenda_record(item) for item in meeting_contents.covered],
        "promises": [promise_record(promise, today) for promise in meeting_contents.promises],
        "advice": [advice_record(piece) for piece in meeting_contents.advice],
        "exchanges": [exchange_record(exchange) for exchange in meeting_contents.exchanges],
    }


def meetings_json(found: MeetingList) -> dict[str, Any]:
    """Several meetings."""
    return {
        "schema": "boardroom.meetings/1",
        "meetings": [_record(view) for view in found.meetings],
    }


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


def meeting_page(view: MeetingView, meeting_contents: MeetingContents, today: date) -> Page:
    """One meeting, whole: when and where, what was covered, the notes, and what was said, promised and exchanged."""
    fields = (
        ("day", Cell(f"{format_day(view.on, view.at)} ({from_today(view.on, today)})")),
        ("where", Cell(view.place or "")),
        ("length", Cell(plural(view.minutes, "minute"))),
    )
    title = f"{noun(view.way).capitalize()} with {view.name}"
    blocks: list[Block] = [
        Heading(title, (Cell(f"m{view.id}", "quiet"), _status(view, today))),
        Fields(tuple((label, cell) for label, cell in fields if cell.text)),
    ]
    if meeting_contents.covered:
        blocks += [Heading("Covered"), covered_table(meeting_contents.covered)]
    if view.notes:
        blocks += [Heading("Notes"), Text(view.notes)]
    lists = (
        (
            "Advice",
            tuple(
                (f"v{piece.id}", state(piece, today), with_outcome(piece))
                for piece in meeting_contents.advice
            ),
        ),
        (
            "Promises",
            tuple(
                (f"p{promise.id}", *_promised(promise, today))
                for promise in meeting_contents.promises
            ),
        ),
        (
            "Exchange",
            tuple(
                (f"x{exchange.id}", *_exchanged(exchange))
                for exchange in meeting_contents.exchanges
            ),
        ),
    )
    for title, rows in lists:
        if rows:
            blocks += [
                Heading(title),
                Table(
                    _LISTED,
                    tuple((Cell(ref, "strong"), second, Cell(text)) for ref, second, text in rows),
                ),
            ]
    return Page(tuple(blocks))


def echo(
    view: MeetingView,
    today: date,
    meeting_contents: MeetingContents = NOTHING,
    raised_count: int = 0,
) -> str:
    """What a change adds to its summary: how far the day is from today, and what else the user should know."""
    said = [f" ({from_today(view.on, today)})"]
    if meeting_contents.covered:
        said.append(f"{plural(len(meeting_contents.covered), 'agenda item')} covered")
    if raised_count:
        said.append(f"{raised_count} new on the agenda")
    if meeting_contents.advice:
        said.append(
            f"{plural(len(meeting_contents.advice), 'piece of advice')} ({', '.join(f'v{piece.id}' for piece in meeting_contents.advice)})"
        )
    if meeting_contents.exchanges:
        said.append(
            f"{plural(len(meeting_contents.exchanges), 'exchange')} ({', '.join(f'x{item.id}' for item in meeting_contents.exchanges)})"
        )
    # The days that were understood are told, and those that the program made by itself are no surprise then.
    said += [_by_when(promise, today) for promise in meeting_contents.promises]
    if view.private:
        said.append("private")
    return ", ".join(said)


def already(view: MeetingView) -> str:
    """What a form that was read before is answered with."""
    day = format_day(view.on, view.at)
    return f"Nothing changed: m{view.id}, {noun(view.way)} with {view.name} on {day}, holds just that already."


def removal(view: MeetingView, along: Belongings) -> str:
    """What goes when a meeting is removed, as one sentence."""
    gone = (
        ("promise", along.promises),
        ("piece of advice", along.advice),
        ("exchange", along.exchanges),
    )
    counted = [plural(count, noun_) for noun_, count in gone if count]
    sentence = f"This removes m{view.id}, {noun(view.way)} with {view.name} on {format_day(view.on, view.at)}"
    if counted:
        sentence += f", with {', '.join(counted)}"
    if along.covered:
        opened = "item becomes" if along.covered == 1 else "items become"
        sentence += f"; {along.covered} covered agenda {opened} open again, without the answer"
    return f"{sentence}."


def _promised(promise: PromiseView, today: date) -> tuple[Cell, str]:
    whose = "you" if promise.by_whom == "me" else "they"
    stands = when(promise, today)
    return Cell(
        f"{whose}, {stands.text}" if stands.text else whose, stands.role or "quiet"
    ), promise.text


def _by_when(promise: PromiseView, today: date) -> str:
    text = f"p{promise.id}{', theirs' if promise.by_whom == 'them' else ''}: {brief(promise.text)}"
    return text if promise.due_on is None else f"{text} by {short_day(promise.due_on, today)}"


def _exchanged(exchange: ExchangeView) -> tuple[Cell, str]:
    return Cell("gave" if exchange.direction == "given" else "got", "quiet"), with_person(exchange)


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


def _pipe(found: MeetingList) -> Table:
    columns = tuple(
        map(Column, ("id", "day", "time", "advisor", "way", "status", "private", "place", "notes"))
    )
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
