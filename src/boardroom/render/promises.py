"""Promises: the list, and the fields of one."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from boardroom.queries.long_list import convert
from boardroom.queries.promises import PromiseList, PromiseView
from boardroom.render.formatting import iso, plural, short_day
from boardroom.render.page import Cell, Column, Page, Prose, Table, for_pipe
from boardroom.render.privacy import marked, private_words
from boardroom.rules.due_items import can_be_overdue
from boardroom.rules.ids import MEETING
from boardroom.rules.snoozes import asleep_until

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SCHEMA = "boardroom.promise/1"


def promise_json(view: PromiseView, today: date) -> dict[str, Any]:
    """The record of one promise."""
    return {"schema": SCHEMA, **promise_record(view, today)}


def promises_json(views: Collection[PromiseView], today: date) -> dict[str, Any]:
    """The record of several promises."""
    return {
        "schema": "boardroom.promises/1",
        "promises": convert(views, lambda view: promise_record(view, today)),
    }


def promise_record(view: PromiseView, today: date) -> dict[str, Any]:
    """The fields of one promise, with its snooze unless that is over."""
    snoozed_until = asleep_until(view.snoozed_until, view.done_on, today=today)
    return {
        "id": view.ref,
        "uid": view.uid,
        "advisor": view.handle,
        "by_whom": view.by_whom,
        "text": view.text,
        "due_on": iso(view.due_on),
        "status": view.status,
        "done_on": iso(view.done_on),
        "note": view.note,
        "kind": view.kind,
        "meeting": None if view.meeting_id is None else MEETING.ref(view.meeting_id),
        "private": view.private,
        "snoozed_until": iso(snoozed_until),
        "snoozed_why": view.snoozed_why if snoozed_until else None,
    }


def promises_page(listed: PromiseList, today: date, nothing: str, all_: str) -> Page:
    """The promises, one per row.

    `nothing` is the text of an empty list, `all_` the command that lists the rest.
    """
    if not listed.promises:
        return Page((Prose(nothing),), ())
    columns = (
        Column("id", fixed=True, lead=True),
        Column("with", lead=True),
        Column("who", fixed=True, lead=True),
        Column("by", fixed=True, bare=True),
        Column("what was promised", bare=True, least=24),
    )
    rows = convert(
        listed.promises,
        lambda view: (
            Cell(view.ref, "strong"),
            Cell(view.name),
            Cell("you" if view.by_whom == "me" else "they", "quiet"),
            due_cell(view, today),
            Cell(f"{_text_and_note(view)}{snooze_suffix(view, today)}"),
        ),
    )
    more = f"{listed.left_out_count:,} more: {all_}" if listed.left_out_count else ""
    undated = (
        f"{plural(listed.undated_count, 'promise')} without a day:"
        " boardroom promise edit pID --by DATE"
    )
    table = Table(columns, rows, more)
    return Page(
        (table, Prose(undated, "quiet")) if listed.undated_count else (table,),
        (for_pipe(_pipe_row(view, today) for view in listed.promises),),
    )


def due_cell(view: PromiseView, today: date) -> Cell:
    """The day a promise is due and how late it is, or the day it was kept or dropped."""
    if view.done_on is not None:
        return Cell(f"{view.status} {short_day(view.done_on, today)}", "quiet")
    if view.due_on is None:
        return Cell("")
    days = (today - view.due_on).days
    if days > 0:
        late = can_be_overdue(view.by_whom, view.kind)  # `due` words the others gently too
        return Cell(
            f"{short_day(view.due_on, today)}, {plural(days, 'day')} {'late' if late else 'ago'}",
            "overdue" if late else "due",
        )
    return Cell("today", "due") if days == 0 else Cell(short_day(view.due_on, today))


def snooze_suffix(view: PromiseView, today: date) -> str:
    """“ (snoozed until Tue 1 Dec: after the fair)”, to append; empty if not snoozed."""
    snoozed_until = asleep_until(view.snoozed_until, view.done_on, today=today)
    if snoozed_until is None:
        return ""
    why = f": {view.snoozed_why}" if view.snoozed_why else ""
    return f" (snoozed until {short_day(snoozed_until, today)}{why})"


def _text_and_note(view: PromiseView) -> str:
    text = f"{view.text} → {view.note}" if view.note else view.text
    return marked(text, _privacy(view))


def _privacy(view: PromiseView) -> str:
    return private_words(view.private, "note", part_private=view.note_private)


def _pipe_row(view: PromiseView, today: date) -> tuple[str | date | None, ...]:
    snoozed_until = asleep_until(view.snoozed_until, view.done_on, today=today)
    return (
        view.ref,
        view.handle,
        view.by_whom,
        view.kind,
        view.due_on,
        view.done_on,
        view.text,
        view.note,
        snoozed_until,
        _privacy(view),
        view.status,
    )
