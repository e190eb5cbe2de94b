"""WHEN and DATE on the command line, read with the board's own order of day and month."""

from __future__ import annotations

from datetime import date
from typing import Literal

from boardroom.cli.call import Call
from boardroom.queries.settings import settings
from boardroom.rules import dates
from boardroom.rules.dates import Moment, Toward
from boardroom.rules.day_format import format_day, from_today


def on_day(call: Call, text: str, *, toward: Toward) -> date:
    """The day that a DATE means, seen from today.

    Raises:
        BadInput: see `boardroom.rules.dates.on_day`.
    """
    return dates.on_day(text, today=call.today, toward=toward, date_order=date_order(call))


def changed_day(call: Call, text: str | None, *, toward: Toward) -> date | Literal[""] | None:
    """A day that an edit gives; "" where it is to go, None where nothing was said of it.

    Raises:
        BadInput: see `boardroom.rules.dates.on_day`.
    """
    if text == "":
        return ""
    return None if text is None else on_day(call, text, toward=toward)


def moment(call: Call, text: str, *, toward: Toward) -> Moment:
    """The day, and perhaps the time, that the words of a WHEN mean together, seen from today.

    Raises:
        BadInput: see `boardroom.rules.dates.parse`.
    """
    return dates.parse(text, today=call.today, toward=toward, date_order=date_order(call))


def understood(call: Call, on: date | None, what: str) -> str:
    """A day that was given, as it is said back after what a change did: `what` (“said”) was then. Nothing where none was given.

    The word tells it from the day that something following from the change is due by.
    """
    return "" if on is None else f" · {what} on {format_day(on)} ({from_today(on, call.today)})"


def date_order(call: Call) -> str | None:
    """The board's own order of day and month."""
    with call.reading() as board:
        return settings(board).date_order
