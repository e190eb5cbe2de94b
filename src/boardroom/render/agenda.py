"""Agenda items: a list by advisor, and one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from boardroom.queries.agenda import AgendaList, AgendaView
from boardroom.render.page import Cell, Column, Page, Prose, Table

SCHEMA = "boardroom.agenda/1"


def agenda_item_json(view: AgendaView) -> dict[str, Any]:
    """One item."""
    return {"schema": SCHEMA, **agenda_record(view)}


def agenda_json(views: Sequence[AgendaView]) -> dict[str, Any]:
    """Several items."""
    return {"schema": SCHEMA, "agenda": [agenda_record(view) for view in views]}


def agenda_record(view: AgendaView) -> dict[str, Any]:
    """One item inside another record; the ids are as the user types them."""
    return {
        "id": f"a{view.id}",
        "uid": view.uid,
        "advisor": view.handle,
        "kind": view.kind,
        "text": view.text,
        "status": view.status,
        "answer": view.answer,
        "goal": _goal(view).text or None,
        "meeting": None if view.meeting_id is None else f"m{view.meeting_id}",
    }


def agenda_page(found: AgendaList, nothing: str, all_: str) -> Page:
    """One row an item; `nothing` is said where there is none, `all_` is the command that shows those left out."""
    if not found.items:
        return Page((Prose(nothing),), ())
    columns = (
        *_LEADING,
        Column("with", lead=True),
        Column("status", fixed=True, bare=True),
        Column("goal", fixed=True),
        Column("what to raise", bare=True, least=24),
    )
    some_closed = any(view.status != "open" for view in found.items)
    rows = tuple(
        (
            *_leading(view),
            Cell(view.name),
            Cell(view.status if some_closed else "", "quiet"),
            _goal(view),
            Cell(_said(view)),
        )
        for view in found.items
    )
    more = f"{found.left_out_count:,} older: {all_}" if found.left_out_count else ""
    return Page((Table(columns, rows, more),), (_pipe(found),))


def covered_table(views: Sequence[AgendaView]) -> Table:
    """What was covered in one meeting, with the goal that it was about."""
    rows = tuple(
        (
            *_leading(view),
            Cell(f"{_said(view)} ({_goal(view).text})" if view.goal_id else _said(view)),
        )
        for view in views
    )
    return Table((*_LEADING, Column("what was raised", bare=True)), rows)


def _leading(view: AgendaView) -> tuple[Cell, ...]:
    return Cell(f"a{view.id}", "strong"), Cell(view.kind, "quiet")


def _goal(view: AgendaView) -> Cell:
    return Cell("" if view.goal_id is None else f"g{view.goal_id}", "quiet")


def _said(view: AgendaView) -> str:
    return f"{view.text} → {view.answer}" if view.answer else view.text


def _pipe(found: AgendaList) -> Table:
    columns = tuple(map(Column, ("id", "advisor", "kind", "status", "text", "answer", "goal")))
    rows = (
        (
            f"a{view.id}",
            view.handle,
            view.kind,
            view.status,
            view.text,
            view.answer or "",
            _goal(view).text,
        )
        for view in found.items
    )
    return Table(columns, tuple(tuple(map(Cell, row)) for row in rows))


_LEADING = (Column("id", fixed=True, lead=True), Column("kind", fixed=True, lead=True))
