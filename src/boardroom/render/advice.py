"""Advice: a list that begins with what is to be reported back, and one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from boardroom.queries.advice import AdviceList, AdviceView
from boardroom.render.formatting import iso, short_day
from boardroom.render.page import Cell, Column, Page, Prose, Table, for_pipe
from boardroom.rules.advice import is_loop, said

SCHEMA = "boardroom.advice/1"


def advice_item_json(view: AdviceView) -> dict[str, Any]:
    """One piece of advice."""
    return {"schema": SCHEMA, **advice_record(view)}


def advice_json(views: Sequence[AdviceView]) -> dict[str, Any]:
    """Several pieces of advice."""
    return {"schema": SCHEMA, "advice": [advice_record(view) for view in views]}


def advice_record(view: AdviceView) -> dict[str, Any]:
    """One piece of advice inside another record."""
    return {
        "id": f"v{view.id}",
        "uid": view.uid,
        "advisor": view.handle,
        "text": view.text,
        "on": view.on.isoformat(),
        "status": view.status,
        "outcome": view.outcome,
        "reported_on": iso(view.reported_on),
        "meeting": None if view.meeting_id is None else f"m{view.meeting_id}",
    }


def advice_page(found: AdviceList, today: date, nothing: str, all_: str) -> Page:
    """One row a piece; `nothing` is said where there is none, `all_` is the command that shows those left out."""
    if not found.advice:
        return Page((Prose(nothing),), ())
    columns = (
        Column("id", fixed=True, lead=True),
        Column("said on", fixed=True, lead=True, bare=True),
        Column("by", lead=True, bare=True),
        Column("state", fixed=True, bare=True),
        Column("what they said", bare=True, least=24),
    )
    rows = tuple(
        (
            Cell(f"v{view.id}", "strong"),
            Cell(short_day(view.on, today)),
            Cell(view.name),
            state(view, today),
            Cell(with_outcome(view)),
        )
        for view in found.advice
    )
    more = f"{found.left_out_count:,} more: {all_}" if found.left_out_count else ""
    return Page(
        (Table(columns, rows, more),), (for_pipe(_pipe_row(view) for view in found.advice),)
    )


def state(view: AdviceView, today: date) -> Cell:
    """What became of it, and whether who said it knows: “worked: tell them”."""
    words = said(view.status)
    if view.reported_on is not None:
        return Cell(f"{words}, told {short_day(view.reported_on, today)}", "quiet")
    if view.status == "trying" or not is_loop(view.status, view.reported_on):
        return Cell(words)
    return Cell(f"{words}: tell them", "due")


def with_outcome(view: AdviceView) -> str:
    """What was said, and what came of it."""
    return f"{view.text} → {view.outcome}" if view.outcome else view.text


def _pipe_row(view: AdviceView) -> tuple[str | date | None, ...]:
    return (
        f"v{view.id}",
        view.handle,
        view.on,
        view.status,
        view.reported_on,
        view.text,
        view.outcome,
    )
