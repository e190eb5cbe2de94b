"""Promises, for `promise list`, inside the meeting they were made in, and for the brief before the next."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from boardroom.queries.lifecycle import day
from boardroom.rules.ids import unknown


class PromiseView(NamedTuple):
    """One promise; `by_whom` is `me` or `them`, `private` whether it was made in a private meeting.

    `snoozed_until` is the end of its newest snooze, which may have passed, and `snoozed_why` the reason given for that.
    """

    id: int
    uid: str
    handle: str
    name: str
    by_whom: str
    text: str
    kind: str
    note: str | None
    meeting_id: int | None
    private: bool
    made_on: date
    due_on: date | None
    done_on: date | None
    snoozed_until: date | None = None
    snoozed_why: str | None = None


class PromiseList(NamedTuple):
    """Promises: the open ones by their day, then those without one, then the kept; and how many were left out."""

    promises: tuple[PromiseView, ...]
    left_out_count: int


def promises(
    connection: sqlite3.Connection,
    *,
    advisor_id: int | None = None,
    closed: bool = False,
    limit: int | None = None,
) -> PromiseList:
    """The open promises between the user and one advisor, or everybody (None); with the kept ones where `closed`.

    `limit` keeps that many: those due first, then the newest.
    """
    whose = "" if advisor_id is None else "advisor_id = :advisor_id AND "
    values = {"advisor_id": advisor_id, "limit": -1 if limit is None else limit}
    found: list[PromiseView] = []
    total = 0
    for which, order in (_DATED, _UNDATED, _KEPT) if closed else (_DATED, _UNDATED):
        # Of each kind no more than is shown is read, by the index that begins with it.
        ids = f"SELECT id FROM promise WHERE {whose}{which} ORDER BY {order} LIMIT :limit"  # noqa: S608  our own words
        found += _views(
            connection.execute(f"{_SELECT} WHERE promise.id IN ({ids}) ORDER BY {order}", values)
        )
        total += connection.execute(
            f"SELECT count(*) FROM promise WHERE {whose}{which}",  # noqa: S608  our own words
            values,
        ).fetchone()[0]
    shown = tuple(found if limit is None else found[:limit])
    return PromiseList(shown, total - len(shown))


def promises_by_id(connection: sqlite3.Connection, ids: Sequence[int]) -> list[PromiseView]:
    """The promises of those ids, in their order.

    Raises:
        NotFound: one is gone, or never was.
    """
    return [_promise(connection, promise_id) for promise_id in ids]


def promises_of_meeting(connection: sqlite3.Connection, meeting_id: int) -> tuple[PromiseView, ...]:
    """What was promised in a meeting, as it was added."""
    return tuple(
        _views(
            connection.execute(f"{_SELECT} WHERE meeting_id = ? ORDER BY promise.id", (meeting_id,))
        )
    )


def _promise(connection: sqlite3.Connection, promise_id: int) -> PromiseView:
    found = _views(connection.execute(f"{_SELECT} WHERE promise.id = ?", (promise_id,)))
    if not found:
        raise unknown("p", promise_id)
    return found[0]


def _views(rows: Iterable[tuple[Any, ...]]) -> list[PromiseView]:
    return [
        PromiseView._make(
            (*row[:9], bool(row[9]), date.fromisoformat(row[10]), *map(day, row[11:14]), row[14])
        )
        for row in rows
    ]


_SELECT = """
SELECT promise.id, promise.uid, handle, name, by_whom, text, promise.kind, note, meeting_id,
    coalesce((SELECT private FROM meeting WHERE meeting.id = meeting_id), 0), made_on, due_on, done_on, until_on, why
FROM promise JOIN advisor ON advisor.id = promise.advisor_id
LEFT JOIN snooze ON snooze.id = (SELECT max(id) FROM snooze WHERE promise_id = promise.id)"""
_DATED = ("done_on IS NULL AND due_on IS NOT NULL", "due_on, promise.id")
_UNDATED = ("done_on IS NULL AND due_on IS NULL", "promise.id DESC")
_KEPT = ("done_on IS NOT NULL", "done_on DESC, promise.id DESC")
