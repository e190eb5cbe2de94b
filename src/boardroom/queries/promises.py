"""Promises: for `promise list`, for the meeting they were made in, and for `prep`."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from itertools import chain, islice

from boardroom.queries.long_list import long_list
from boardroom.queries.private import PROMISE as IS_PRIVATE
from boardroom.queries.private import PROMISE_NOTE
from boardroom.queries.views import views
from boardroom.record import Record
from boardroom.rules.ids import PROMISE, not_found


class PromiseView(Record):
    """One promise by `me` or `them`; `note_private` is of a note that it has.

    `done_on` is the day it was kept or dropped, by its `status`.

    `snoozed_until` and `snoozed_why` are of its newest snooze, which may be over.
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
    status: str
    snoozed_until: date | None = None
    snoozed_why: str | None = None
    note_private: bool = False

    @property
    def ref(self) -> str:
        """The id as the user types it."""
        return PROMISE.ref(self.id)


class PromiseList(Record):
    """Promises, and how many more were left out; a long list is read while it is shown.

    Open ones come first, by due day; then open ones without a day and closed ones, newest first.
    `undated_count` is how many open ones have no day, those left out included.
    """

    promises: Collection[PromiseView]
    left_out_count: int
    undated_count: int = 0


def promises(
    connection: sqlite3.Connection,
    *,
    advisor_id: int | None = None,
    closed: bool = False,
    only: str | None = None,
    limit: int | None = None,
) -> PromiseList:
    """The open promises to and from one advisor, or everybody (None).

    `closed` includes those kept and dropped; `only` lists one of these instead. `limit` caps the
    list.
    """
    whose = "" if advisor_id is None else "advisor_id = :advisor_id AND "
    values = {"advisor_id": advisor_id, "limit": -1 if limit is None else limit}
    parts = [_DATED, _UNDATED, _CLOSED] if closed else [_DATED, _UNDATED]
    if only is not None:
        parts = [(f"{_CLOSED[0]} AND status = '{only}'", _CLOSED[1])]
    # Each part is read through its own index, no further than is shown.
    ids = chain.from_iterable(
        connection.execute(
            f"SELECT id FROM promise WHERE {whose}{part} ORDER BY {order} LIMIT :limit",
            values,
        )
        for part, order in parts
    )
    listed = long_list(islice(ids, limit), lambda some: _promises(connection, some))
    counts = {
        part: connection.execute(
            f"SELECT count(*) FROM promise WHERE {whose}{part}",
            values,
        ).fetchone()[0]
        for part, _ in (parts if limit is not None else parts[1:2])
    }
    left_out_count = 0 if limit is None else sum(counts.values()) - len(listed)
    return PromiseList(listed, left_out_count, counts.get(_UNDATED[0], 0))


def promises_by_id(connection: sqlite3.Connection, ids: Sequence[int]) -> list[PromiseView]:
    """The promises of those ids, in their order.

    Raises:
        NotFound: there is no promise of that id.
    """
    return [_promise(connection, promise_id) for promise_id in ids]


def promises_of_meeting(connection: sqlite3.Connection, meeting_id: int) -> tuple[PromiseView, ...]:
    """The promises made in a meeting, oldest first."""
    rows = connection.execute(f"{_SELECT} WHERE meeting_id = ? ORDER BY promise.id", (meeting_id,))
    return tuple(views(PromiseView, rows))


def _promises(connection: sqlite3.Connection, ids: list[int]) -> Iterator[PromiseView]:
    rows = connection.execute(
        f"{_SELECT} JOIN json_each(?) AS listed ON listed.value = promise.id ORDER BY listed.key",
        (str(ids),),
    )
    return views(PromiseView, rows)


def _promise(connection: sqlite3.Connection, promise_id: int) -> PromiseView:
    rows = connection.execute(f"{_SELECT} WHERE promise.id = ?", (promise_id,))
    for view in views(PromiseView, rows):
        return view
    raise not_found(PROMISE, promise_id)


_SELECT = f"""
SELECT promise.*, handle, name, until_on AS snoozed_until, why AS snoozed_why,
    {IS_PRIVATE} AS private, {PROMISE_NOTE} AS note_private
FROM promise JOIN advisor ON advisor.id = promise.advisor_id
LEFT JOIN snooze ON snooze.id = (SELECT max(id) FROM snooze WHERE promise_id = promise.id)"""
_DATED = ("done_on IS NULL AND due_on IS NOT NULL", "due_on, promise.id")
_UNDATED = ("done_on IS NULL AND due_on IS NULL", "promise.id DESC")
_CLOSED = ("done_on IS NOT NULL", "done_on DESC, promise.id DESC")
