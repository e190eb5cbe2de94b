"""Parses WHEN and DATE arguments, with the board's order of day and month."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import date

from boardroom.cli.call import Call
from boardroom.queries.settings import settings
from boardroom.rules.day_format import format_day, from_today

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from boardroom.rules.dates import Moment, Toward
    from boardroom.store.work import Done


def parse_day(call: Call, board: sqlite3.Connection, text: str, *, toward: Toward) -> date:
    """Parses a DATE, relative to today.

    Raises:
        BadInput: see `boardroom.rules.dates.parse_day`.
    """
    from boardroom.rules import dates  # noqa: PLC0415  10 ms, and days are rare

    order = settings(board).date_order
    return dates.parse_day(text, today=call.today, toward=toward, date_order=order)


def parse_changed_day(
    call: Call, board: sqlite3.Connection, text: str | None, *, toward: Toward
) -> date | Literal[""] | None:
    """Parses the day of an edit; "" clears it, and None means no change.

    Raises:
        BadInput: see `boardroom.rules.dates.parse_day`.
    """
    if text == "":
        return ""
    return None if text is None else parse_day(call, board, text, toward=toward)


def parse_moment(call: Call, board: sqlite3.Connection, text: str, *, toward: Toward) -> Moment:
    """Parses a WHEN, a day with or without a time, relative to today.

    Raises:
        BadInput: see `boardroom.rules.dates.parse_moment`.
    """
    from boardroom.rules import dates  # noqa: PLC0415  see `parse_day`

    order = settings(board).date_order
    return dates.parse_moment(text, today=call.today, toward=toward, date_order=order)


def parse_time(call: Call, text: str) -> str:
    """Parses a TIME to a time of day like `15:30`.

    Raises:
        BadInput: it is not a time of day.
    """
    from boardroom.rules import dates  # noqa: PLC0415  see `parse_day`

    words = f"today at {text.strip().removeprefix('at ')}"
    at = dates.parse_moment(words, today=call.today, toward="forward").at
    assert at is not None  # text after “at” is parsed as a time or refused
    return at


def format_changed_days(
    done: Done, days: Mapping[str, tuple[str, date | None]], *, today: date
) -> str:
    """“ · due in 3 days” for each day that an edit set.

    `days` has a word and the new day, by the label of the field.
    """
    changed = {change.label for change in done.changes}
    return "".join(
        f" · {word} {from_today(day, today)}"
        for label, (word, day) in days.items()
        if label in changed and day is not None
    )


def echo_day(call: Call, on: date | None, what: str) -> str:
    """“ · given on Tue 17 Nov 2026 (4 days ago)”: a day as it was parsed; empty for None."""
    return "" if on is None else f" · {what} on {format_day(on)} ({from_today(on, call.today)})"
