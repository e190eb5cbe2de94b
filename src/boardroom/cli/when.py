"""Parses WHEN and DATE arguments, with the board's order of day and month."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from datetime import date

from boardroom.cli.call import Call
from boardroom.errors import BadInput
from boardroom.queries.settings import settings
from boardroom.rules.day_format import format_day, from_today

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal, TypeVar

    from boardroom.rules.dates import Moment, Toward
    from boardroom.rules.ids import Kind
    from boardroom.store.work import Done

    Parsed = TypeVar("Parsed")


def parse_day(
    call: Call,
    board: sqlite3.Connection,
    text: str,
    *,
    toward: Toward,
    bare_length: bool = False,
    since: date | None = None,
) -> date:
    """Parses a DATE, relative to the day it was written, or to `since`.

    A `bare_length` is one like `3w`, without the word that says which way.

    Raises:
        BadInput: see `boardroom.rules.dates.parse_day`.
    """
    from boardroom.rules import dates  # noqa: PLC0415  10 ms, and days are rare

    order = settings(board).date_order

    def parse(words: str) -> date:
        return dates.parse_day(
            words,
            today=since or call.written_on or call.today,
            toward=toward,
            date_order=order,
            bare_length=bare_length,
        )

    try:
        return _or_nearest(text, parse)
    except dates.JustPassed as error:
        if since is None:
            raise
        raise BadInput(f"{error.day} is before {format_day(since)}.", error.hint) from None


def parse_changed_day(
    call: Call,
    board: sqlite3.Connection,
    text: str | None,
    *,
    toward: Toward,
    bare_length: bool = False,
    since: date | None = None,
) -> date | Literal[""] | None:
    """Parses the day of an edit, like `parse_day`; "" clears it, and None means no change.

    Raises:
        BadInput: see `boardroom.rules.dates.parse_day`.
    """
    if text == "":
        return ""
    if text is None:
        return None
    return parse_day(call, board, text, toward=toward, bare_length=bare_length, since=since)


def parse_dated_text(
    call: Call,
    board: sqlite3.Connection,
    text: str,
    by: str | None,
    *,
    kind: Kind,
    option: str = "--by",
) -> tuple[str, date | None]:
    """A text and the day it is due, which stands at its end or in an option.

    With an option, even an empty one, `by` says what day, and an empty one that there is none:
    the text is then taken as it stands.

    Raises:
        BadInput: the day can't be read, or text and option give two.
    """
    if by == "":
        return text, None
    given = None if by is None else parse_day(call, board, by, toward="forward", bare_length=True)
    if "@" not in text and "by" not in text.lower():
        return text, given
    from boardroom.rules import days_in_texts  # noqa: PLC0415  see `parse_day`

    order = settings(board).date_order
    dated = days_in_texts.split_day(
        text, what=kind.noun, today=call.written_on or call.today, date_order=order
    )
    return dated.text, days_in_texts.only_day(dated, given, option)


def parse_changed_text(
    call: Call,
    board: sqlite3.Connection,
    given: Mapping[str, Any],
    names: tuple[str, str],
    *,
    kind: Kind,
    option: str = "--by",
) -> dict[str, Any]:
    """The fields of an edit, those of its text and its due day read as `parse_dated_text` does.

    Raises:
        BadInput: as there.
    """
    text_name, day_name = names
    text, by = given.get(text_name), given.get(day_name)
    if text is None or by == "":
        day: date | Literal[""] | None = parse_changed_day(
            call, board, by, toward="forward", bare_length=True
        )
    else:
        text, day = parse_dated_text(call, board, text, by, kind=kind, option=option)
    return {**given, text_name: text, day_name: day}


def parse_moment(call: Call, board: sqlite3.Connection, text: str, *, toward: Toward) -> Moment:
    """Parses a WHEN, a day with or without a time, relative to today.

    Raises:
        BadInput: see `boardroom.rules.dates.parse_moment`.
    """
    return _or_nearest(text, lambda words: parse_exactly(call, board, words, toward=toward))


def parse_exactly(call: Call, board: sqlite3.Connection, text: str, *, toward: Toward) -> Moment:
    """Parses a WHEN as `parse_moment` does, with no guess at what else was meant.

    Raises:
        BadInput: as there.
    """
    from boardroom.rules import dates  # noqa: PLC0415  see `parse_day`

    order = settings(board).date_order
    return dates.parse_moment(text, today=call.today, toward=toward, date_order=order)


def _or_nearest(text: str, parse: Callable[[str], Parsed]) -> Parsed:
    """What `parse` makes of a text; if it is no date, the error names the nearest one."""
    try:
        return parse(text)
    except BadInput as error:
        from boardroom.rules.near_days import nearly_a_day  # noqa: PLC0415  difflib, for this alone

        raise nearly_a_day(error, text, parse) from None


def parse_held(call: Call, board: sqlite3.Connection, text: str, handle: str) -> Moment:
    """Parses the day of a meeting that was held, as `parse_moment` does.

    Raises:
        BadInput: as there; for a day without a year that is soon to come, with the commands that
            plan it or log it.
    """
    from boardroom.rules.dates import StillAhead  # noqa: PLC0415  see `parse_day`

    try:
        return parse_moment(call, board, text, toward="back")
    except StillAhead as error:
        from boardroom.cli.plan_words import not_held  # noqa: PLC0415  where something is wrong alone

        raise not_held(error, handle, text) from None


def is_moment(call: Call, board: sqlite3.Connection, text: str, *, toward: Toward) -> bool:
    """Whether the words are a WHEN, perhaps one that has just passed; `-` stands for one."""
    if text == "-":
        return True
    from boardroom.rules.dates import JustPassed  # noqa: PLC0415  see `parse_day`

    try:
        parse_exactly(call, board, text, toward=toward)
    except JustPassed:
        return True
    except BadInput:
        return False
    return True


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


def echo_due(on: date | None, command: str, *, today: date) -> str:
    """“ (in 3 days)” for a due day; for none, the `command` that sets it."""
    return f" (no day: boardroom {command})" if on is None else f" ({from_today(on, today)})"


def echo_no_day(done: Done, label: str, on: date | None, command: str) -> str:
    """As `echo_due` for no day, where an edit changed the text with that label; else empty."""
    changed = on is None and any(change.label == label for change in done.changes)
    return f" (no day: boardroom {command})" if changed else ""


def echo_day(call: Call, on: date | None, what: str) -> str:
    """“ · given on Tue 17 Nov 2026 (4 days ago)”: a day as it was parsed; empty for None."""
    return "" if on is None else f" · {what} on {format_day(on)} ({from_today(on, call.today)})"
