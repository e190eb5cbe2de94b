"""Give and take: a list, one, and how the two stand with somebody, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from boardroom.queries.exchanges import ExchangeList, ExchangeView
from boardroom.render.formatting import iso, short_day
from boardroom.render.page import Cell, Column, Page, Prose, Table, for_pipe
from boardroom.rules.balance import Balance, counted_from
from boardroom.rules.day_format import long_month


def exchange_json(view: ExchangeView) -> dict[str, Any]:
    """One exchange."""
    return {"schema": "boardroom.exchange/1", **exchange_record(view)}


def exchanges_json(views: Sequence[ExchangeView]) -> dict[str, Any]:
    """Several exchanges."""
    return {
        "schema": "boardroom.exchanges/1",
        "exchanges": [exchange_record(view) for view in views],
    }


def exchange_record(view: ExchangeView) -> dict[str, Any]:
    """One exchange inside another record."""
    return {
        "id": f"x{view.id}",
        "uid": view.uid,
        "advisor": view.handle,
        "direction": view.direction,
        "kind": view.kind,
        "text": view.text,
        "person": view.person,
        "on": view.on.isoformat(),
        "meeting": None if view.meeting_id is None else f"m{view.meeting_id}",
    }


def balance_json(balance: Balance) -> dict[str, Any]:
    """How give and take stand with somebody, inside another record."""
    return {"given": balance.given, "received": balance.received, "since": iso(balance.since)}


def balance_words(balance: Balance, known_since: date, today: date) -> str:
    """“you gave 1, got 4 since June”, with somebody who is known to the board since a day: counts, and never a score."""
    first = balance.since
    if first is None:
        return f"nothing given or got {'yet' if known_since > counted_from(today) else 'in six months'}"
    year = "" if first.year == today.year else f" {first.year}"
    since = (
        "this month"
        if (first.year, first.month) == (today.year, today.month)
        else f"since {long_month(first)}{year}"
    )
    return f"you gave {balance.given or 'nothing'}, got {balance.received or 'nothing'} {since}"


def exchanges_page(found: ExchangeList, today: date, nothing: str, all_: str) -> Page:
    """One row an exchange; `nothing` is said where there is none, `all_` is the command that shows those left out."""
    if not found.exchanges:
        return Page((Prose(nothing),), ())
    columns = (
        Column("id", fixed=True, lead=True),
        Column("day", fixed=True, lead=True),
        Column("with", lead=True),
        Column("you", fixed=True, lead=True),
        Column("kind", fixed=True, bare=True),
        Column("what", bare=True, least=20),
    )
    rows = tuple(
        (
            Cell(f"x{view.id}", "strong"),
            Cell(short_day(view.on, today)),
            Cell(view.name),
            Cell("gave" if view.direction == "given" else "got"),
            Cell(view.kind, "quiet"),
            Cell(with_person(view)),
        )
        for view in found.exchanges
    )
    more = f"{found.left_out_count:,} older: {all_}" if found.left_out_count else ""
    return Page(
        (Table(columns, rows, more),), (for_pipe(_pipe_row(view) for view in found.exchanges),)
    )


def with_person(view: ExchangeView) -> str:
    """What it was, and whom it is about where the text does not say so itself."""
    return (
        view.text
        if view.person is None or view.person in view.text
        else f"{view.text} ({view.person})"
    )


def _pipe_row(view: ExchangeView) -> tuple[str | date | None, ...]:
    return f"x{view.id}", view.handle, view.on, view.direction, view.kind, view.text, view.person
