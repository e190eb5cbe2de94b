"""Meetings, for `meeting list` and `meeting show`, and what hangs on them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from boardroom.rules.ids import unknown
from boardroom.rules.meetings import NEXT


class MeetingView(NamedTuple):
    """One meeting; `at` is its time of day as `15:30`, where it has one."""

    id: int
    uid: str
    handle: str
    name: str
    status: str
    at: str | None
    way: str
    place: str | None
    minutes: int
    notes: str | None
    private: bool
    on: date


class MeetingList(NamedTuple):
    """Meetings, the newest day first, and how many older ones were left out."""

    meetings: tuple[MeetingView, ...]
    left_out_count: int


class Belongings(NamedTuple):
    """How many records were made in a meeting and go when it goes, and how many agenda items it covered."""

    promises: int
    advice: int
    exchanges: int
    covered: int


def meetings(
    connection: sqlite3.Connection, *, advisor_id: int | None = None, limit: int | None = None
) -> MeetingList:
    """The meetings with one advisor, or with everybody (None); `limit` keeps the newest that many."""
    whose = "" if advisor_id is None else "advisor_id = :advisor_id AND"
    # The newest of each status, by the indexes that begin with it: of 20,000 meetings no more than what is shown is then read.
    newest = " UNION ALL ".join(
        f"SELECT id FROM (SELECT id FROM meeting WHERE {whose} status = '{status}' {_NEWEST_FIRST} LIMIT :limit)"  # noqa: S608  our own words
        for status in NEXT
    )
    values = {"advisor_id": advisor_id, "limit": -1 if limit is None else limit}
    found = _views(
        connection.execute(
            f"{_SELECT} WHERE meeting.id IN ({newest}) {_NEWEST_FIRST} LIMIT :limit", values
        )
    )
    total = connection.execute(
        f"SELECT count(*) FROM meeting WHERE {whose} TRUE",  # noqa: S608  our own words
        values,
    ).fetchone()[0]
    return MeetingList(tuple(found), total - len(found))


def meeting(connection: sqlite3.Connection, meeting_id: int) -> MeetingView:
    """One meeting.

    Raises:
        NotFound: it is gone, or never was.
    """
    found = _views(connection.execute(f"{_SELECT} WHERE meeting.id = ?", (meeting_id,)))
    if not found:
        raise unknown("m", meeting_id)
    return found[0]


def belongings(connection: sqlite3.Connection, meeting_id: int) -> Belongings:
    """What hangs on a meeting."""
    counts = connection.execute(_BELONGINGS, {"id": meeting_id}).fetchone()
    return Belongings(*counts)


def is_confidential(connection: sqlite3.Connection, advisor_id: int) -> bool:
    """Whether what is said with an advisor is agreed to stay between the two."""
    return (
        connection.execute(
            "SELECT 1 FROM agreement WHERE advisor_id = ? AND confidential", (advisor_id,)
        ).fetchone()
        is not None
    )


def _views(rows: Iterable[tuple[Any, ...]]) -> list[MeetingView]:
    return [
        MeetingView._make((*row[:-2], bool(row[-2]), date.fromisoformat(row[-1]))) for row in rows
    ]


_SELECT = """
SELECT meeting.id, meeting.uid, handle, name, status, start_time, meeting.way, place, meeting.minutes, meeting.notes, private, met_on
FROM meeting JOIN advisor ON advisor.id = advisor_id"""
_NEWEST_FIRST = "ORDER BY met_on DESC, start_time DESC, meeting.id DESC"
# A promise that followed from something exchanged in the meeting goes with the exchange.
_BELONGINGS = """
SELECT
    (SELECT count(*) FROM promise WHERE meeting_id = :id OR exchange_id IN (SELECT id FROM exchange WHERE meeting_id = :id)),
    (SELECT count(*) FROM advice WHERE meeting_id = :id),
    (SELECT count(*) FROM exchange WHERE meeting_id = :id),
    (SELECT count(*) FROM agenda_item WHERE meeting_id = :id)"""
