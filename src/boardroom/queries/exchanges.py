"""Exchanges: for `exchange list` and for the meeting they were part of; and their balance."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from boardroom.queries.long_list import long_list
from boardroom.queries.private import EXCHANGE as IS_PRIVATE
from boardroom.queries.views import views
from boardroom.record import Record
from boardroom.rules.balance import Balance, counted_from
from boardroom.rules.ids import EXCHANGE, not_found


class ExchangeView(Record):
    """One exchange, `given` or `received`."""

    id: int
    uid: str
    handle: str
    name: str
    direction: str
    kind: str
    text: str
    person: str | None
    meeting_id: int | None
    private: bool
    exchanged_on: date

    @property
    def ref(self) -> str:
        """The id as the user types it."""
        return EXCHANGE.ref(self.id)


class ExchangeList(Record):
    """Exchanges, newest first; a long list is read while it is shown.

    `left_out_count` is how many older ones there are.
    """

    exchanges: Collection[ExchangeView]
    left_out_count: int


def exchanges(
    connection: sqlite3.Connection, *, advisor_id: int | None = None, limit: int | None = None
) -> ExchangeList:
    """The exchanges with one advisor, or with everybody (None); `limit` keeps the newest."""
    values = {"advisor_id": advisor_id, "limit": -1 if limit is None else limit}
    listed = long_list(connection.execute(_NEWEST, values), lambda ids: _exchanges(connection, ids))
    if limit is None:
        return ExchangeList(listed, 0)
    total = connection.execute(_COUNT, values).fetchone()[0]
    return ExchangeList(listed, total - len(listed))


def exchanges_by_id(connection: sqlite3.Connection, ids: Sequence[int]) -> list[ExchangeView]:
    """The exchanges of those ids, in their order.

    Raises:
        NotFound: there is no exchange of that id.
    """
    return [_exchange(connection, exchange_id) for exchange_id in ids]


def exchanges_of_meeting(
    connection: sqlite3.Connection, meeting_id: int
) -> tuple[ExchangeView, ...]:
    """The exchanges of a meeting, oldest first."""
    rows = connection.execute(f"{_SELECT} WHERE meeting_id = ? ORDER BY exchange.id", (meeting_id,))
    return tuple(views(ExchangeView, rows))


def balances(connection: sqlite3.Connection, *, today: date) -> dict[int, Balance]:
    """The balance of the last six months, by id of each advisor with an exchange in them."""
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    rows = cursor.execute(
        _BALANCES,
        {"from": counted_from(today).isoformat(), "today": today.isoformat()},
    )
    return {
        row["id"]: Balance(row["given"], row["received"], date.fromisoformat(row["since"]))
        for row in rows
    }


def _exchanges(connection: sqlite3.Connection, ids: Sequence[int]) -> Iterator[ExchangeView]:
    rows = connection.execute(
        f"{_SELECT} JOIN json_each(?) AS listed ON listed.value = exchange.id ORDER BY listed.key",
        (str(ids),),
    )
    return views(ExchangeView, rows)


def _exchange(connection: sqlite3.Connection, exchange_id: int) -> ExchangeView:
    rows = connection.execute(f"{_SELECT} WHERE exchange.id = ?", (exchange_id,))
    for view in views(ExchangeView, rows):
        return view
    raise not_found(EXCHANGE, exchange_id)


_SELECT = f"""
SELECT exchange.*, handle, name, {IS_PRIVATE} AS private
FROM exchange JOIN advisor ON advisor.id = exchange.advisor_id"""
# By advisor, like the index, so that few more rows are read than are shown.
_NEWEST = """
SELECT exchange.id
FROM advisor JOIN exchange ON exchange.id IN (
    SELECT id FROM exchange WHERE advisor_id = advisor.id
    ORDER BY exchanged_on DESC, id DESC LIMIT :limit)
WHERE :advisor_id IS NULL OR advisor.id = :advisor_id
ORDER BY exchanged_on DESC, exchange.id DESC LIMIT :limit"""
_COUNT = "SELECT count(*) FROM exchange WHERE :advisor_id IS NULL OR advisor_id = :advisor_id"
_BALANCES = """
SELECT advisor.id, sum(direction = 'given') AS given, sum(direction = 'received') AS received,
    min(exchanged_on) AS since
FROM advisor CROSS JOIN exchange ON advisor.id = advisor_id
WHERE exchanged_on BETWEEN :from AND :today
GROUP BY advisor.id"""
