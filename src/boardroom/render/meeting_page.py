"""One meeting on a page of its own, with everything logged in it."""

from __future__ import annotations

from datetime import date

from boardroom.queries.meeting_contents import MeetingContents
from boardroom.queries.meetings import MeetingView
from boardroom.render.advice import advice_privacy, advice_record, state, with_outcome
from boardroom.render.agenda import agenda_item_record, covered_table
from boardroom.render.exchanges import exchange_record, with_person
from boardroom.render.formatting import plural
from boardroom.render.meetings import meeting_record, meeting_status
from boardroom.render.page import Block, Cell, Column, Fields, Heading, Page, Table, Text
from boardroom.render.privacy import marked, private_words
from boardroom.render.promises import due_cell, promise_record
from boardroom.rules.day_format import format_day, from_today
from boardroom.rules.meetings import noun

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


def meeting_page(view: MeetingView, contents: MeetingContents, today: date) -> Page:
    """One meeting: when and where, the agenda it covered, its notes, and what came of it."""
    fields = (
        ("day", Cell(f"{format_day(view.on, view.at)} ({from_today(view.on, today)})")),
        ("where", Cell(view.place or "")),
        ("length", Cell(plural(view.minutes, "minute"))),
    )
    title = f"{noun(view.way).capitalize()} with {view.name}"
    blocks: list[Block] = [
        Heading(title, (Cell(view.ref, "quiet"), meeting_status(view, today))),
        Fields(tuple((label, cell) for label, cell in fields if cell.text)),
    ]
    if contents.covered:
        blocks += [Heading("Covered"), covered_table(contents.covered, mark=not view.private)]
    if view.notes:
        blocks += [Heading("Notes"), Text(view.notes)]
    lists = (
        (
            "Your advice" if _is_own(contents) else "Advice",
            [
                (piece.ref, state(piece, today), with_outcome(piece), advice_privacy(piece))
                for piece in contents.advice
            ],
        ),
        (
            "Promises",
            [
                (promise.ref, _promise_state(promise, today), promise.text, _private(promise))
                for promise in contents.promises
            ],
        ),
        (
            "Exchange",
            [
                (exchange.ref, _direction(exchange), with_person(exchange), _private(exchange))
                for exchange in contents.exchanges
            ],
        ),
    )
    for title, rows in lists:
        if rows:
            cells = tuple(
                # In a private meeting, everything is.
                (Cell(ref, "strong"), second, Cell(text if view.private else marked(text, privacy)))
                for ref, second, text, privacy in rows
            )
            blocks += [Heading(title), Table(_LISTED, cells)]
    return Page(tuple(blocks))


def _is_own(contents: MeetingContents) -> bool:
    """Whether the advice is the user's own, to a mentee."""
    return any(piece.role == "mentee" for piece in contents.advice)


def _private(view: PromiseView | ExchangeView) -> str:
    return private_words(view.private)


def _promise_state(promise: PromiseView, today: date) -> Cell:
    whose = "you" if promise.by_whom == "me" else "they"
    due = due_cell(promise, today)
    return Cell(f"{whose}, {due.text}" if due.text else whose, due.role or "quiet")


def _direction(exchange: ExchangeView) -> Cell:
    return Cell("gave" if exchange.direction == "given" else "got", "quiet")


_LISTED = (
    Column("id", fixed=True, lead=True),
    Column("state", fixed=True, lead=True),
    Column("what", bare=True, least=24),
)
