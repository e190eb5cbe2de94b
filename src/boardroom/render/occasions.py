"""Occasions: the list, and the fields of one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardroom.queries.occasions import OccasionList, OccasionView
from boardroom.render.formatting import iso, short_day
from boardroom.render.page import Cell, Column, Page, Prose, Table, for_pipe
from boardroom.render.privacy import marked, private_words
from boardroom.rules.day_format import from_today

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def occasion_json(view: OccasionView, today: date) -> dict[str, Any]:
    """The record of one occasion."""
    return {"schema": "boardroom.occasion/1", **occasion_record(view, today)}


def occasions_json(views: Sequence[OccasionView], today: date) -> dict[str, Any]:
    """The record of several occasions."""
    return {
        "schema": "boardroom.occasions/1",
        "occasions": [occasion_record(view, today) for view in views],
    }


def occasion_record(view: OccasionView, today: date) -> dict[str, Any]:
    """The fields of one occasion."""
    return {
        "id": view.ref,
        "uid": view.uid,
        "advisor": view.handle,
        "text": view.text,
        "on": iso(view.occurs_on),
        "yearly": view.yearly,
        "next_on": iso(view.next_on(today)),
        "done_on": iso(view.done_on),
        "note": view.note,
        "private": view.private,
    }


def occasions_page(listed: OccasionList, today: date, nothing: str, all_: str) -> Page:
    """The occasions, one per row.

    `nothing` is the text of an empty list, `all_` the command that lists the rest.
    """
    if not listed.occasions:
        return Page((Prose(nothing),), ())
    columns = (
        Column("id", fixed=True, lead=True),
        Column("day", fixed=True, lead=True),
        Column("who", lead=True),
        Column("what", bare=True, least=20),
        Column("asked after", fixed=True),
    )
    rows = [
        (
            Cell(view.ref, "strong"),
            Cell(_day(view, today)),
            Cell(view.name),
            Cell(_words(view)),
            Cell(short_day(view.done_on, today) if view.done_on else "", "quiet"),
        )
        for view in listed.occasions
    ]
    more = f"{listed.left_out_count:,} more: {all_}" if listed.left_out_count else ""
    return Page(
        (Table(columns, rows, more),),
        (for_pipe(_pipe_row(view, today) for view in listed.occasions),),
    )


def echo_next(view: OccasionView, today: date) -> str:
    """“ (in 20 days)”; of a yearly one from an earlier year, the day that comes next."""
    following = view.next_on(today)
    if following is None or following == view.occurs_on:
        return f" ({from_today(view.occurs_on, today)})"
    return f" · next {short_day(following, today)} ({from_today(following, today)})"


def _day(view: OccasionView, today: date) -> str:
    """The day it comes next, or the one it was on."""
    return short_day(view.next_on(today) or view.occurs_on, today)


def _words(view: OccasionView) -> str:
    every = ", yearly" if view.yearly else ""
    note = f" → {view.note}" if view.note else ""
    return marked(f"{view.text}{every}{note}", _privacy(view))


def _privacy(view: OccasionView) -> str:
    return private_words(view.private, "note", part_private=view.note_private)


def _pipe_row(view: OccasionView, today: date) -> tuple[str | date | None, ...]:
    return (
        view.ref,
        view.handle,
        view.next_on(today),
        view.occurs_on,
        "yearly" if view.yearly else None,
        view.text,
        view.done_on,
        view.note,
        _privacy(view),
    )
