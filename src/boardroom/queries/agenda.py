"""Agenda items: for `agenda list`, and for the meeting they were covered in."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from boardroom.queries.long_list import long_list
from boardroom.queries.private import AGENDA_ANSWER
from boardroom.queries.private import AGENDA_ITEM as IS_PRIVATE
from boardroom.queries.views import views
from boardroom.record import Record
from boardroom.rules.ids import AGENDA_ITEM, not_found


class AgendaView(Record):
    """One item; `closed_on` is the day it was covered or dropped.

    `answer_private` is of an answer that it has.
    """

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
    private: bool = False
    answer_private: bool = False

    @property
    def ref(self) -> str:
        """The id as the user types it."""
        return AGENDA_ITEM.ref(self.id)


class AgendaList(Record):
    """Items, sorted by handle, then oldest first; a long list is read while it is shown.

    `left_out_count` is how many older ones there are.
    """

    items: Collection[AgendaView]
    left_out_count: int


def agenda(
    connection: sqlite3.Connection,
    *,
    advisor_id: int | None = None,
    closed: bool = False,
    limit: int | None = None,
) -> AgendaList:
    """The open items with one advisor, or with everybody (None); `closed` includes the rest.

    `limit` keeps the newest ones.
    """
    whose = "TRUE" if advisor_id is None else "advisor_id = :advisor_id"
    where = whose if closed else f"{whose} AND status = 'open'"
    values = {"advisor_id": advisor_id, "limit": -1 if limit is None else limit}
    ids = connection.execute(
        f"SELECT item.id FROM agenda_item AS item JOIN advisor ON advisor.id = advisor_id"
        f" WHERE item.id IN"
        f" (SELECT id FROM agenda_item WHERE {where} ORDER BY id DESC LIMIT :limit)"
        " ORDER BY handle, item.id",
        values,
    )
    listed = long_list(ids, lambda some: _items(connection, some))
    if limit is None:
        return AgendaList(listed, 0)
    total = connection.execute(
        f"SELECT count(*) FROM agenda_item WHERE {where}",
        values,
    ).fetchone()[0]
    return AgendaList(listed, total - len(listed))


def agenda_items(connection: sqlite3.Connection, ids: Sequence[int]) -> list[AgendaView]:
    """The items of those ids, in their order.

    Raises:
        NotFound: there is no item of that id.
    """
    return [_item(connection, item_id) for item_id in ids]


def covered_in(connection: sqlite3.Connection, meeting_id: int) -> tuple[AgendaView, ...]:
    """The items covered in a meeting, oldest first."""
    rows = connection.execute(
        f"{_SELECT} WHERE meeting_id = ? ORDER BY agenda_item.id", (meeting_id,)
    )
    return tuple(views(AgendaView, rows))


def _items(connection: sqlite3.Connection, ids: list[int]) -> Iterator[AgendaView]:
    rows = connection.execute(
        f"{_SELECT} JOIN json_each(?) AS listed ON listed.value = agenda_item.id"
        " ORDER BY listed.key",
        (str(ids),),
    )
    return views(AgendaView, rows)


def _item(connection: sqlite3.Connection, item_id: int) -> AgendaView:
    rows = connection.execute(f"{_SELECT} WHERE agenda_item.id = ?", (item_id,))
    for view in views(AgendaView, rows):
        return view
    raise not_found(AGENDA_ITEM, item_id)


_SELECT = f"""
SELECT agenda_item.*, handle, name, {IS_PRIVATE} AS private, {AGENDA_ANSWER} AS answer_private
FROM agenda_item JOIN advisor ON advisor.id = advisor_id"""
