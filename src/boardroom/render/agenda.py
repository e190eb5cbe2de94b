"""Agenda items: the list, and the table of those covered in a meeting."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from boardroom.queries.agenda import AgendaList, AgendaView
from boardroom.queries.long_list import convert
from boardroom.render.page import Cell, Column, Page, Prose, Table, for_pipe
from boardroom.render.privacy import marked, private_words
from boardroom.rules.ids import GOAL, MEETING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def agenda_item_json(view: AgendaView) -> dict[str, Any]:
    """The record of one item."""
    return {"schema": "boardroom.agenda_item/1", **agenda_item_record(view)}


def agenda_items_json(views: Collection[AgendaView]) -> dict[str, Any]:
    """The record of several items."""
    return {
        "schema": "boardroom.agenda_items/1",
        "agenda_items": convert(views, agenda_item_record),
    }


def agenda_item_record(view: AgendaView) -> dict[str, Any]:
    """The fields of one item."""
    return {
        "id": view.ref,
        "uid": view.uid,
        "advisor": view.handle,
        "kind": view.kind,
        "text": view.text,
        "status": view.status,
        "answer": view.answer,
        "goal": _goal(view).text or None,
        "meeting": None if view.meeting_id is None else MEETING.ref(view.meeting_id),
        "private": view.private,
    }


def agenda_page(listed: AgendaList, nothing: str, all_: str) -> Page:
    """The items, one per row.

    `nothing` is the text of an empty list, `all_` the command that lists the rest.
    """
    if not listed.items:
        return Page((Prose(nothing),), ())
    columns = (
        *_LEADING,
        Column("with", lead=True),
        Column("status", fixed=True, bare=True),
        Column("goal", fixed=True),
        Column("what to raise", bare=True, least=24),
    )
    more = f"{listed.left_out_count:,} older: {all_}" if listed.left_out_count else ""
    return Page(
        (Table(columns, _rows(listed.items), more),), (for_pipe(map(_pipe_row, listed.items)),)
    )


def covered_table(views: Sequence[AgendaView], *, mark: bool) -> Table:
    """The items covered in one meeting, each with its goal; `mark` marks what is private."""
    rows = []
    for view in views:
        text = f"{_text_and_answer(view)}{f' ({_goal(view).text})' if view.goal_id else ''}"
        rows.append((*_leading(view), Cell(marked(text, _privacy(view) if mark else ""))))
    return Table((*_LEADING, Column("what was raised", bare=True)), tuple(rows))


def _rows(views: Collection[AgendaView]) -> Iterator[tuple[Cell, ...]]:
    some_closed = any(view.status != "open" for view in views)
    for view in views:
        yield (
            *_leading(view),
            Cell(view.name),
            Cell(view.status if some_closed else "", "quiet"),
            _goal(view),
            Cell(marked(_text_and_answer(view), _privacy(view))),
        )


def _leading(view: AgendaView) -> tuple[Cell, ...]:
    return Cell(view.ref, "strong"), Cell(view.kind, "quiet")


def _goal(view: AgendaView) -> Cell:
    return Cell("" if view.goal_id is None else GOAL.ref(view.goal_id), "quiet")


def _text_and_answer(view: AgendaView) -> str:
    return f"{view.text} → {view.answer}" if view.answer else view.text


def _privacy(view: AgendaView) -> str:
    return private_words(view.private, "answer", part_private=view.answer_private)


def _pipe_row(view: AgendaView) -> tuple[str | None, ...]:
    return (
        view.ref,
        view.handle,
        view.kind,
        view.status,
        view.text,
        view.answer,
        _goal(view).text,
        _privacy(view),
    )


_LEADING = (Column("id", fixed=True, lead=True), Column("kind", fixed=True, lead=True))
