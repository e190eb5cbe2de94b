"""Promises: a list by the day they are due, and one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from boardroom.queries.promises import PromiseList, PromiseView
from boardroom.render.formatting import iso, plural, short_day
from boardroom.render.page import Cell, Column, Page, Prose, Table, for_pipe
from boardroom.rules.snoozes import asleep_until

SCHEMA = "boardroom.promise/1"


def promise_json(view: PromiseView, today: date) -> dict[str, Any]:
    """One promise."""
    return {"schema": SCHEMA, **promise_record(view, today)}


def promises_json(views: Sequence[PromiseView], today: date) -> dict[str, Any]:
    """Several promises."""
    return {
        "schema": "boardroom.promises/1",
        "promises": [promise_record(view, today) for view in views],
    }


def promise_record(view: PromiseView, today: date) -> dict[str, Any]:
    """One promise inside another record, with the snooze that hides it today."""
    asleep = asleep_until(view.snoozed_until, view.done_on, today=today)
    return {
        "id": f"p{view.id}",
        "uid": view.uid,
        "advisor": view.handle,
        "by_whom": view.by_whom,
        "text": view.text,
        "due_on": iso(view.due_on),
        "done_on": iso(view.done_on),
        "note": view.note,
        "kind": view.kind,
        "meeting": None if view.meeting_id is None else f"m{view.meeting_id}",
        "snoozed_until": iso(asleep),
        "snoozed_why": view.snoozed_why if asleep else None,
    }


def promises_page(found: PromiseList, today: date, nothing: str, all_: str) -> Page:
    """One row a promise; `nothing` is said where there is none, `all_` is the command that shows those left out."""
    if not found.promises:
        return Page((Prose(nothing),), ())
    columns = (
        Column("id", fixed=True, lead=True),
        Column("with", lead=True),
        Column("who", fixed=True, lead=True),
        Column("by", fixed=True, bare=True),
        Column("what was promised", bare=True, least=24),
    )
    rows = tuple(
        (
            Cell(f"p{view.id}", "strong"),
            Cell(view.name),
            Cell("you" if view.by_whom == "me" else "they", "quiet"),
            when(view, today),
            Cell(
                f"{view.text}{f' → {view.note}' if view.note else ''}{snoozed_words(view, today)}"
            ),
        )
        for view in found.promises
    )
    more = f"{found.left_out_count:,} more: {all_}" if found.left_out_count else ""
    return Page(
        (Table(columns, rows, more),),
        (for_pipe(_pipe_row(view, today) for view in found.promises),),
    )


def when(view: PromiseView, today: date) -> Cell:
    """Where a promise stands: by when, how late, or kept."""
    if view.done_on is not None:
        return Cell(f"kept {short_day(view.done_on, today)}", "quiet")
    if view.due_on is None:
        return Cell("")
    days = (today - view.due_on).days
    if days > 0:
        # What they promised is never called late: see the gentle wording of `due`.
        mine = view.by_whom == "me"
        return Cell(
            f"{short_day(view.due_on, today)}, {plural(days, 'day')} {'late' if mine else 'ago'}",
            "overdue" if mine else "due",
        )
    return Cell("today", "due") if days == 0 else Cell(short_day(view.due_on, today))


def snoozed_words(view: PromiseView, today: date) -> str:
    """“ (snoozed until Tue 1 Dec: after the fair)”, to stand behind its text; empty where it is awake."""
    asleep = asleep_until(view.snoozed_until, view.done_on, today=today)
    if asleep is None:
        return ""
    return f" (snoozed until {short_day(asleep, today)}{f': {view.snoozed_why}' if view.snoozed_why else ''})"


def _pipe_row(view: PromiseView, today: date) -> tuple[str | date | None, ...]:
    asleep = asleep_until(view.snoozed_until, view.done_on, today=today)
    return (
        f"p{view.id}",
        view.handle,
        view.by_whom,
        view.kind,
        view.due_on,
        view.done_on,
        view.text,
        view.note,
        asleep,
    )
