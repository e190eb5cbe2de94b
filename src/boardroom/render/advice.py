"""Advice: the list, and the fields of one piece."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from boardroom.queries.advice import AdviceList, AdviceView
from boardroom.queries.long_list import convert
from boardroom.render.formatting import iso, short_day
from boardroom.render.page import Cell, Column, Page, Prose, Table, for_pipe
from boardroom.render.privacy import marked, private_words
from boardroom.rules.advice import is_loop_open, status_words
from boardroom.rules.ids import MEETING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def advice_json(view: AdviceView) -> dict[str, Any]:
    """The record of one piece of advice."""
    return {"schema": "boardroom.advice/1", **advice_record(view)}


def advice_list_json(views: Collection[AdviceView]) -> dict[str, Any]:
    """The record of several pieces of advice."""
    return {"schema": "boardroom.advice_list/1", "advice_list": convert(views, advice_record)}


def advice_record(view: AdviceView) -> dict[str, Any]:
    """The fields of one piece of advice."""
    return {
        "id": view.ref,
        "uid": view.uid,
        "advisor": view.handle,
        "text": view.text,
        "on": iso(view.given_on),
        "status": view.status,
        "outcome": view.outcome,
        "reported_on": iso(view.reported_on),
        "meeting": None if view.meeting_id is None else MEETING.ref(view.meeting_id),
        "private": view.private,
    }


def advice_page(listed: AdviceList, today: date, nothing: str, all_: str) -> Page:
    """The advice, one per row.

    `nothing` is the text of an empty list, `all_` the command that lists the rest.
    """
    if not listed.advice:
        return Page((Prose(nothing),), ())
    columns = (
        Column("id", fixed=True, lead=True),
        Column("said on", fixed=True, lead=True, bare=True),
        Column("by", lead=True, bare=True),
        Column("state", fixed=True, bare=True),
        Column("what was said", bare=True, least=24),
    )
    rows = convert(
        listed.advice,
        lambda view: (
            Cell(view.ref, "strong"),
            Cell(short_day(view.given_on, today)),
            Cell(f"you, to {view.name}" if view.role == "mentee" else view.name),
            state(view, today),
            Cell(marked(with_outcome(view), advice_privacy(view))),
        ),
    )
    more = f"{listed.left_out_count:,} more: {all_}" if listed.left_out_count else ""
    return Page(
        (Table(columns, rows, more),), (for_pipe(_pipe_row(view) for view in listed.advice),)
    )


def state(view: AdviceView, today: date) -> Cell:
    """The status, and whether the outcome was reported: “worked: tell them”."""
    words = status_words(view.status)
    if view.role == "mentee":
        return Cell(words, "quiet" if view.reported_on else "")
    if view.reported_on is not None:
        return Cell(f"{words}, told {short_day(view.reported_on, today)}", "quiet")
    if view.status == "trying" or not is_loop_open(view.status, view.reported_on):
        return Cell(words)
    return Cell(f"{words}: tell them", "due")


def with_outcome(view: AdviceView) -> str:
    """The text, and how it went: “Ask Dana → She said yes”."""
    return f"{view.text} → {view.outcome}" if view.outcome else view.text


def advice_privacy(view: AdviceView) -> str:
    """The `private_words` of advice."""
    return private_words(view.private, "outcome", part_private=view.outcome_private)


def _pipe_row(view: AdviceView) -> tuple[str | date | None, ...]:
    return (
        view.ref,
        view.handle,
        view.given_on,
        view.status,
        view.reported_on,
        view.text,
        view.outcome,
        advice_privacy(view),
    )
