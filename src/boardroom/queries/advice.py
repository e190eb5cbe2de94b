"""Advice, for `advice list`, inside the meeting it was given in, and for the brief before the next."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from boardroom.queries.lifecycle import day
from boardroom.rules.ids import unknown


class AdviceView(NamedTuple):
    """One piece of advice, said `on` a day; `private` is whether it was given in a private meeting."""

    id: int
    uid: str
    handle: str
    name: str
    text: str
    status: str
    outcome: str | None
    meeting_id: int | None
    private: bool
    on: date
    outcome_on: date | None
    reported_on: date | None


class AdviceList(NamedTuple):
    """Advice in the order that `advice` says, and how many were left out."""

    advice: tuple[AdviceView, ...]
    left_out_count: int


def advice(
    connection: sqlite3.Connection,
    *,
    advisor_id: int | None = None,
    closed: bool = False,
    limit: int | None = None,
) -> AdviceList:
    """What one advisor said, or everybody (None): what is to be told of, what is being tried, what is new; with the rest where `closed`.

    Closed is what came to an end and was reported back. The newest stands first in each; `limit` keeps the first so many.
    """
    whose = "TRUE" if advisor_id is None else "advisor_id = :advisor_id"
    which = whose if closed else f"{whose} AND ({_OPEN})"
    values = {"advisor_id": advisor_id, "limit": -1 if limit is None else limit}
    ids = f"SELECT id FROM advice WHERE {which} ORDER BY {_ORDER} LIMIT :limit"  # noqa: S608  our own words
    found = _views(
        connection.execute(f"{_SELECT} WHERE advice.id IN ({ids}) ORDER BY {_ORDER}", values)
    )
    total = connection.execute(f"SELECT count(*) FROM advice WHERE {which}", values).fetchone()[0]  # noqa: S608  our own words
    return AdviceList(tuple(found), total - len(found))


def advice_by_id(connection: sqlite3.Connection, ids: Sequence[int]) -> list[AdviceView]:
    """The advice of those ids, in their order.

    Raises:
        NotFound: one is gone, or never was.
    """
    return [_one(connection, advice_id) for advice_id in ids]


def advice_of_meeting(connection: sqlite3.Connection, meeting_id: int) -> tuple[AdviceView, ...]:
    """What was advised in a meeting, as it was noted."""
    return tuple(
        _views(
            connection.execute(f"{_SELECT} WHERE meeting_id = ? ORDER BY advice.id", (meeting_id,))
        )
    )


def _one(connection: sqlite3.Connection, advice_id: int) -> AdviceView:
    found = _views(connection.execute(f"{_SELECT} WHERE advice.id = ?", (advice_id,)))
    if not found:
        raise unknown("v", advice_id)
    return found[0]


def _views(rows: Iterable[tuple[Any, ...]]) -> list[AdviceView]:
    return [
        AdviceView._make(
            (*row[:-4], bool(row[-4]), date.fromisoformat(row[-3]), day(row[-2]), day(row[-1]))
        )
        for row in rows
    ]


_SELECT = """
SELECT advice.id, advice.uid, handle, name, text, status, outcome, meeting_id,
    coalesce((SELECT private FROM meeting WHERE meeting.id = meeting_id), 0), given_on, outcome_on, reported_on
FROM advice JOIN advisor ON advisor.id = advice.advisor_id"""
_OPEN = "reported_on IS NULL OR status = 'trying'"
_ORDER = """
CASE WHEN status = 'new' THEN 2 WHEN reported_on IS NOT NULL THEN 3 + (status <> 'trying') ELSE status = 'trying' END,
    given_on DESC, advice.id DESC"""
