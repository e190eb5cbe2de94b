"""The records to offer in shell completion, by id, each with a few words about it."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.record import Record
from boardroom.rules.ids import (
    ADVICE,
    AGENDA_ITEM,
    CRITERION,
    EXCHANGE,
    GOAL,
    KINDS,
    MEETING,
    OCCASION,
    PROMISE,
    REVIEW,
    STEP,
    Ref,
)
from boardroom.rules.occasions import format_occasion_day, is_to_ask

_MOST = 50
"""The most records of a kind to offer; more don't fit on a screen."""

OPEN_ONLY = frozenset(
    {"done", "drop", "move", "cancel", "missed", "outcome", "reported", "link", "add", "log"}
    | {"snooze", "step"}
)
"""Last words of commands that make sense for open records only."""


class _Source(Record):
    """The SQL for a record's words, for whether it is open, and for the order after open ones.

    `day` is SQL for a day to add to the words, and `yearly` for whether it is of every year.
    """

    words: str
    is_open: str = "1"
    order: str = "id DESC"
    day: str = "NULL"
    yearly: str = "0"
    is_about_one: bool = True


_ADVISOR = "(SELECT name FROM advisor WHERE advisor.id = advisor_id)"
_SOURCES = {
    MEETING.letter: _Source(
        f"way || ' with ' || {_ADVISOR}",
        "status = 'planned'",
        "CASE WHEN status = 'planned' THEN met_on END, met_on DESC, id DESC",
        "met_on",
    ),
    AGENDA_ITEM.letter: _Source("text", "status = 'open'"),
    PROMISE.letter: _Source("text", "status = 'open'", "due_on IS NULL, due_on, id DESC"),
    ADVICE.letter: _Source("text", "reported_on IS NULL"),
    EXCHANGE.letter: _Source("text"),
    GOAL.letter: _Source("title", "status = 'open'", is_about_one=False),
    STEP.letter: _Source(
        "text",
        "done_on IS NULL AND EXISTS"
        " (SELECT 1 FROM goal WHERE goal.id = goal_id AND goal.status = 'open')",
        "due_on IS NULL, due_on, id DESC",
        is_about_one=False,
    ),
    OCCASION.letter: _Source(
        "text",
        "is_to_ask(occurs_on, yearly, done_on)",
        order="occurs_on DESC, id DESC",
        day="occurs_on",
        yearly="yearly",
    ),
    CRITERION.letter: _Source("text", order="id", is_about_one=False),
    REVIEW.letter: _Source(
        "CASE WHEN completed_on IS NULL THEN 'open since' ELSE 'completed' END",
        "completed_on IS NULL",
        day="coalesce(completed_on, started_on)",
        is_about_one=False,
    ),
}


def ids_with_words(
    connection: sqlite3.Connection,
    letter: str,
    *,
    today: date,
    open_only: bool = False,
    advisor_id: int | None = None,
) -> dict[str, str]:
    """The newest records of a kind, open ones first; only one advisor's, if the kind has one."""
    source = _SOURCES[letter]
    conditions = ["1"]
    if open_only:
        conditions.append(source.is_open)
    if advisor_id is not None and source.is_about_one:
        conditions.append("advisor_id = :advisor_id")

    def may_ask(occurs_on: str, yearly: int, done_on: str | None) -> bool:
        done = date.fromisoformat(done_on) if done_on else None
        return is_to_ask(date.fromisoformat(occurs_on), bool(yearly), done, today)

    connection.create_function("is_to_ask", 3, may_ask, deterministic=True)
    rows = connection.execute(
        f"SELECT id, {source.words}, {source.day}, {source.yearly} FROM {KINDS[letter].table}"
        f" WHERE {' AND '.join(conditions)}"
        f" ORDER BY NOT ({source.is_open}), {source.order} LIMIT {_MOST}",
        {"advisor_id": advisor_id},
    )
    return {
        KINDS[letter].ref(number): f"{words} {_day(day, yearly)}".rstrip()
        for number, words, day, yearly in rows
    }


def is_there(connection: sqlite3.Connection, ref: Ref) -> bool:
    """Whether there is a record with this id."""
    table = KINDS[ref.letter].table
    row = connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", (ref.number,)).fetchone()
    return row is not None


def _day(iso: str | None, yearly: bool) -> str:  # noqa: FBT001  a column
    return format_occasion_day(date.fromisoformat(iso), yearly) if iso else ""
