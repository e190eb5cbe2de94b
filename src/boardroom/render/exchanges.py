"""Exchanges: the list, and the balance with an advisor in words."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from shlex import quote

from boardroom.queries.exchanges import ExchangeList, ExchangeView
from boardroom.queries.long_list import convert
from boardroom.render.formatting import iso, short_day
from boardroom.render.page import Cell, Column, Page, Prose, Table, for_pipe
from boardroom.render.privacy import marked, private_words
from boardroom.rules.balance import Balance, counted_from
from boardroom.rules.day_format import long_month
from boardroom.rules.exchanges import lacks_name, person_in, second_person_in
from boardroom.rules.ids import MEETING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def exchange_json(view: ExchangeView) -> dict[str, Any]:
    """The record of one exchange."""
    return {"schema": "boardroom.exchange/1", **exchange_record(view)}


def format_name_offer(exchanges: Iterable[ExchangeView]) -> str:
    """The command that makes an introduction of each that may be one but names nobody."""
    return "".join(
        f" (to whom? boardroom exchange edit {exchange.ref} --kind introduction --person NAME)"
        for exchange in exchanges
        if lacks_name(exchange.kind, exchange.text)
    )


def format_second_person(exchanges: Iterable[ExchangeView]) -> str:
    """The command that adds the second person of each introduction to two."""
    return "".join(
        f" (to {exchange.person} alone; add the other: boardroom"
        f" {'give' if exchange.direction == 'given' else 'got'} {exchange.handle}"
        f" {quote(f'introduction to {second}')})"
        for exchange in exchanges
        if (second := second_person_in(exchange.kind, exchange.text))
        and exchange.person == person_in(exchange.kind, exchange.text)
    )


def exchanges_json(views: Collection[ExchangeView]) -> dict[str, Any]:
    """The record of several exchanges."""
    return {"schema": "boardroom.exchanges/1", "exchanges": convert(views, exchange_record)}


def exchange_record(view: ExchangeView) -> dict[str, Any]:
    """The fields of one exchange."""
    return {
        "id": view.ref,
        "uid": view.uid,
        "advisor": view.handle,
        "direction": view.direction,
        "kind": view.kind,
        "text": view.text,
        "person": view.person,
        "on": iso(view.exchanged_on),
        "meeting": None if view.meeting_id is None else MEETING.ref(view.meeting_id),
        "private": view.private,
    }


def balance_json(balance: Balance) -> dict[str, Any]:
    """The fields of a balance."""
    return {"given": balance.given, "received": balance.received, "since": iso(balance.since)}


def balance_words(balance: Balance, known_since: date, today: date) -> str:
    """“you gave 1, got 4 since June”, or “nothing given or got”, with “yet” for a new contact.

    `known_since` is the day they joined the board.
    """
    first = balance.since
    if first is None:
        is_new = known_since > counted_from(today)
        return f"nothing given or got {'yet' if is_new else 'in six months'}"
    year = "" if first.year == today.year else f" {first.year}"
    is_this_month = (first.year, first.month) == (today.year, today.month)
    since = "this month" if is_this_month else f"since {long_month(first)}{year}"
    return f"you gave {balance.given or 'nothing'}, got {balance.received or 'nothing'} {since}"


def exchanges_page(listed: ExchangeList, today: date, nothing: str, all_: str) -> Page:
    """The exchanges, one per row.

    `nothing` is the text of an empty list, `all_` the command that lists the rest.
    """
    if not listed.exchanges:
        return Page((Prose(nothing),), ())
    columns = (
        Column("id", fixed=True, lead=True),
        Column("day", fixed=True, lead=True),
        Column("with", lead=True),
        Column("you", fixed=True, lead=True),
        Column("kind", fixed=True, bare=True),
        Column("what", bare=True, least=20),
    )
    rows = convert(
        listed.exchanges,
        lambda view: (
            Cell(view.ref, "strong"),
            Cell(short_day(view.exchanged_on, today)),
            Cell(view.name),
            Cell("gave" if view.direction == "given" else "got"),
            Cell(view.kind, "quiet"),
            Cell(marked(with_person(view), private_words(view.private))),
        ),
    )
    more = f"{listed.left_out_count:,} older: {all_}" if listed.left_out_count else ""
    return Page(
        (Table(columns, rows, more),), (for_pipe(_pipe_row(view) for view in listed.exchanges),)
    )


def with_person(view: ExchangeView) -> str:
    """The text, with the person in brackets if the text does not name them."""
    if view.person is None or view.person in view.text:
        return view.text
    return f"{view.text} ({view.person})"


def _pipe_row(view: ExchangeView) -> tuple[str | date | None, ...]:
    return (
        view.ref,
        view.handle,
        view.exchanged_on,
        view.direction,
        view.kind,
        view.text,
        view.person,
        private_words(view.private),
    )
