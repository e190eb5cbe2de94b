"""Meetings, for `meeting list` and `meeting show`."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from datetime import date

from boardroom.queries.long_list import long_list
from boardroom.queries.private import MEETING as IS_PRIVATE
from boardroom.queries.views import views
from boardroom.record import Record
from boardroom.rules.ids import MEETING, not_found
from boardroom.rules.meetings import NEXT


class MeetingView(Record):
    """One meeting; `at` is its time of day as `15:30`, if it has one.

    `timezone` is that of the other person.
    """

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
    timezone: str | None = None

    @property
    def ref(self) -> str:
        """The id as the user types it."""
        return MEETING.ref(self.id)


class MeetingList(Record):
    """Meetings, newest first; a long list is read while it is shown.

    `left_out_count` is how many older ones there are.
    """

    meetings: Collection[MeetingView]
    left_out_count: int


class Belongings(Record):
    """How many records are removed with a meeting, and how many items it `covered`."""

    promises: int
    advice: int
    exchanges: int
    covered: int


def meetings(
    connection: sqlite3.Connection, *, advisor_id: int | None = None, limit: int | None = None
) -> MeetingList:
    """The meetings with one advisor, or with everybody (None); `limit` keeps the newest."""
    whose = "" if advisor_id is None else "advisor_id = :advisor_id AND"
    # The newest of each status, through the indexes that begin with it, so that few more rows are
    # read than are shown.
    newest = " UNION ALL ".join(
        f"SELECT id FROM (SELECT id FROM meeting WHERE {whose} status = '{status}'"
        f" {_NEWEST_FIRST} LIMIT :limit)"
        for status in NEXT
    )
    values = {"advisor_id": advisor_id, "limit": -1 if limit is None else limit}
    ids = connection.execute(
        f"SELECT id FROM meeting WHERE id IN ({newest}) {_NEWEST_FIRST} LIMIT :limit",
        values,
    )
    listed = long_list(ids, lambda some: _meetings(connection, some))
    if limit is None:
        return MeetingList(listed, 0)
    total = connection.execute(
        f"SELECT count(*) FROM meeting WHERE {whose} TRUE",
        values,
    ).fetchone()[0]
    return MeetingList(listed, total - len(listed))


def planned_meetings(connection: sqlite3.Connection, advisor_id: int) -> list[MeetingView]:
    """The planned meetings with an advisor, the first day first."""
    rows = connection.execute(
        f"{_SELECT} WHERE advisor_id = ? AND meeting.status = 'planned'"
        " ORDER BY met_on, start_time, meeting.id",
        (advisor_id,),
    )
    return [*views(MeetingView, rows)]


def meetings_between(connection: sqlite3.Connection, first: date, last: date) -> list[MeetingView]:
    """The planned and held meetings of these days, both included, the first first."""
    rows = connection.execute(
        f"{_SELECT} WHERE meeting.status IN ('planned', 'held') AND met_on BETWEEN ? AND ?"
        " ORDER BY met_on, start_time, meeting.id",
        (first.isoformat(), last.isoformat()),
    )
    return [*views(MeetingView, rows)]


def meetings_by_ids(connection: sqlite3.Connection, ids: list[int]) -> list[MeetingView]:
    """The meetings of these ids, the first day first."""
    rows = connection.execute(
        f"{_SELECT} WHERE meeting.id IN (SELECT value FROM json_each(?))"
        " ORDER BY met_on, start_time, meeting.id",
        (str(ids),),
    )
    return [*views(MeetingView, rows)]


def newest_meetings(
    connection: sqlite3.Connection, advisor_id: int, limit: int
) -> list[MeetingView]:
    """Up to `limit` meetings with an advisor, the newest first."""
    rows = connection.execute(
        f"{_SELECT} WHERE advisor_id = ? {_NEWEST_FIRST} LIMIT ?", (advisor_id, limit)
    )
    return [*views(MeetingView, rows)]


def meeting(connection: sqlite3.Connection, meeting_id: int) -> MeetingView:
    """One meeting.

    Raises:
        NotFound: there is no such meeting.
    """
    rows = connection.execute(f"{_SELECT} WHERE meeting.id = ?", (meeting_id,))
    for view in views(MeetingView, rows):
        return view
    raise not_found(MEETING, meeting_id)


def belongings(connection: sqlite3.Connection, meeting_id: int) -> Belongings:
    """Counts the records that depend on a meeting."""
    return next(views(Belongings, connection.execute(_BELONGINGS, {"id": meeting_id})))


def _meetings(connection: sqlite3.Connection, ids: list[int]) -> Iterator[MeetingView]:
    rows = connection.execute(
        f"{_SELECT} JOIN json_each(?) AS listed ON listed.value = meeting.id ORDER BY listed.key",
        (str(ids),),
    )
    return views(MeetingView, rows)


_SELECT = f"""
SELECT meeting.*, met_on AS "on", start_time AS at, handle, name, timezone,
    {IS_PRIVATE} AS private
FROM meeting JOIN advisor ON advisor.id = advisor_id"""
_NEWEST_FIRST = "ORDER BY met_on DESC, start_time DESC, meeting.id DESC"
# Promises that followed from an exchange of the meeting are removed with the exchange.
_BELONGINGS = """
SELECT
    (SELECT count(*) FROM promise WHERE meeting_id = :id
        OR exchange_id IN (SELECT id FROM exchange WHERE meeting_id = :id)) AS promises,
    (SELECT count(*) FROM advice WHERE meeting_id = :id) AS advice,
    (SELECT count(*) FROM exchange WHERE meeting_id = :id) AS exchanges,
    (SELECT count(*) FROM agenda_item WHERE meeting_id = :id) AS covered"""
