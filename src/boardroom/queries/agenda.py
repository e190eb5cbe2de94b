"""Agenda items, for `agenda list` and inside the meeting they were covered in."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from boardroom.queries.lifecycle import day
from boardroom.rules.ids import unknown


class AgendaView(NamedTuple):
    """One item; `goal_id` and `meeting_id` are row ids, `closed_on` is the day it was covered or dropped."""

    id: int
    uid: str
    handle: str
    name: str
    kind: str
    text: str
    status: str
    answer: str | None
    goal_id: int | None
    meeting_id: int | None
    added_on: date
    closed_on: date | None


class AgendaList(NamedTuple):
    """Items in the order of handles, then as they were added, and how many older ones were left out."""

    items: tuple[AgendaView, ...]
    left_out_count: int


def agenda(
    connection: sqlite3.Connection,
    *,
    advisor_id: int | None = None,
    closed: bool = False,
    limit: int | None = None,
) -> AgendaList:
    """The open items with one advisor, or with everybody (None); with the covered and dropped ones where `closed`.

    `limit` keeps the newest that many.
    """
    where = "(:advisor_id IS NULL OR advisor_id = :advisor_id) AND (:closed OR status = 'open')"
    values = {"advisor_id": advisor_id, "closed": closed, "limit": -1 if limit is None else limit}
    found = _views(
        connection.execute(
            f"{_SELECT} WHERE {where} ORDER BY agenda_item.id DESC LIMIT :limit", values
        )
    )
    total = connection.execute(
        f"SELECT count(*) FROM agenda_item WHERE {where}",  # noqa: S608  our own words
        values,
    ).fetchone()[0]
    return AgendaList(
        tuple(sorted(found, key=lambda view: (view.handle, view.id))), total - len(found)
    )


def agenda_items(connection: sqlite3.Connection, ids: Sequence[int]) -> list[AgendaView]:
    """The items of those ids, in their order.

    Raises:
        NotFound: one is gone, or never was.
    """
    return [_item(connection, item_id) for item_id in ids]


def covered_in(connection: sqlite3.Connection, meeting_id: int) -> tuple[AgendaView, ...]:
    """What was covered in a meeting, as it was added."""
    return tuple(
        _views(
            connection.execute(
                f"{_SELECT} WHERE meeting_id = ? ORDER BY agenda_item.id", (meeting_id,)
            )
        )
    )


def _item(connection: sqlite3.Connection, item_id: int) -> AgendaView:
    found = _views(connection.execute(f"{_SELECT} WHERE agenda_item.id = ?", (item_id,)))
    if not found:
        raise unknown("a", item_id)
    return found[0]


def _views(rows: Iterable[tuple[Any, ...]]) -> list[AgendaView]:
    return [
        AgendaView._make((*row[:-2], date.fromisoformat(row[-2]), day(row[-1]))) for row in rows
    ]


_SELECT = """
SELECT agenda_item.id, agenda_item.uid, handle, name, agenda_item.kind, text, status, answer, goal_id, meeting_id, added_on, closed_on
FROM agenda_item JOIN advisor ON advisor.id = advisor_id"""
