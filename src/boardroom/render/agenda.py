"""Agenda items: a list by advisor, and one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from boardroom.queries.agenda import AgendaList, AgendaView
from boardroom.render.page import Block, Cell, Column, Heading, Page, Prose, Table

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
        "goal": None if view.goal_id is None else f"g{view.goal_id}",
        "meeting": None if view.meeting_id is None else f"m{view.meeting_id}",
    }


def agenda_page(found: AgendaList, nothing: str, all_: str) -> Page:
    """A table an advisor; `nothing` is said where there is no item, `all_` is the command that shows those left out."""
    if not found.items:
        return Page((Prose(nothing),), ())
    blocks: list[Block] = []
    for name, views in groupby(found.items, key=lambda view: view.name):
        blocks += [Heading(name), agenda_table(list(views))]
    if found.left_out_count:
        blocks.append(Prose(f"{found.left_out_count:,} older: {all_}", "quiet"))
    columns = tuple(map(Column, ("id", "advisor", "kind", "status", "text", "answer")))
    rows = tuple(
        tuple(map(Cell, (f"a{view.id}", view.handle, view.kind, view.status, view.text, view.answer or ""))) for view in found.items
    )
    return Page(tuple(blocks), (Table(columns, rows),))


def agenda_table(views: Sequence[AgendaView]) -> Table:
    """Items of one advisor; where they stand is said of the closed ones alone."""
    columns = (Column("id", fixed=True, lead=True), Column("kind", fixed=True, lead=True), Column("text"), Column("", fixed=True))
    rows = tuple(
        (Cell(f"a{view.id}", "strong"), Cell(view.kind, "quiet"), Cell(_said(view)), Cell(_closed(view), "quiet")) for view in views
    )
    return Table(columns, rows)


def _said(view: AgendaView) -> str:
    return f"{view.text} → {view.answer}" if view.answer else view.text


def _closed(view: AgendaView) -> str:
    if view.status == "open":
        return ""
    return f"{view.status} in m{view.meeting_id}" if view.meeting_id is not None else view.status
