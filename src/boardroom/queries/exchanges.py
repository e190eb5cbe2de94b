"""Give and take, for `exchange list`, inside the meeting it was part of, and as a balance for the board and the brief."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from boardroom.rules.balance import Balance, counted_from
from boardroom.rules.ids import unknown


class ExchangeView(NamedTuple):
    """One exchange, `given` or `received` on a day; `private` is whether it was part of a private meeting."""

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
    on: date


class ExchangeList(NamedTuple):
    """Exchanges, the newest day first, and how many older ones were left out."""

    exchanges: tuple[ExchangeView, ...]
    left_out_count: int


def exchanges(
    connection: sqlite3.Connection, *, advisor_id: int | None = None, limit: int | None = None
) -> ExchangeList:
    """What went to and fro with one advisor, or with everybody (None); `limit` keeps the newest that many."""
    # Advisor by advisor, as the index has it: of 60,000 exchanges no more than what may be shown is then read.
    whose = (
        [advisor_id]
        if advisor_id is not None
        else [row[0] for row in connection.execute("SELECT id FROM advisor")]
    )
    found = []
    for row_id in whose:
        theirs = (
            f"{_SELECT} WHERE advisor_id = ? ORDER BY exchanged_on DESC, exchange.id DESC LIMIT ?"
        )
        found += _views(connection.execute(theirs, (row_id, -1 if limit is None else limit)))
    newest = sorted(found, key=lambda view: (view.on, view.id), reverse=True)[:limit]
    of_all = "SELECT count(*) FROM exchange WHERE ? IS NULL OR advisor_id = ?"
    total = connection.execute(of_all, (advisor_id, advisor_id)).fetchone()[0]
    return ExchangeList(tuple(newest), total - len(newest))


def exchanges_by_id(connection: sqlite3.Connection, ids: Sequence[int]) -> list[ExchangeView]:
    """The exchanges of those ids, in their order.

    Raises:
        NotFound: one is gone, or never was.
    """
    return [_one(connection, exchange_id) for exchange_id in ids]


def exchanges_of_meeting(
    connection: sqlite3.Connection, meeting_id: int
) -> tuple[ExchangeView, ...]:
    """What was given and received in a meeting, as it was noted."""
    return tuple(
        _views(
            connection.execute(
                f"{_SELECT} WHERE meeting_id = ? ORDER BY exchange.id", (meeting_id,)
            )
        )
    )


def balances(
    connection: sqlite3.Connection, *, today: date, shared: bool = False
) -> dict[int, Balance]:
    """How give and take stand, by the advisor's row id; those without any in the last six months are left out.

    Where `shared`, what was part of a private meeting is not counted.
    """
    which = f" AND NOT {_PRIVATE}" if shared else ""
    rows = connection.execute(
        _BALANCES.format(which=which), (counted_from(today).isoformat(), today.isoformat())
    )
    return {
        advisor_id: Balance(given, received, date.fromisoformat(since))
        for advisor_id, given, received, since in rows
    }


def _one(connection: sqlite3.Connection, exchange_id: int) -> ExchangeView:
    found = _views(connection.execute(f"{_SELECT} WHERE exchange.id = ?", (exchange_id,)))
    if not found:
        raise unknown("x", exchange_id)
    return found[0]


def _views(rows: Iterable[tuple[Any, ...]]) -> list[ExchangeView]:
    return [
        ExchangeView._make((*row[:-2], bool(row[-2]), date.fromisoformat(row[-1]))) for row in rows
    ]


_PRIVATE = "coalesce((SELECT private FROM meeting WHERE meeting.id = meeting_id), 0)"
_SELECT = f"""
SELECT exchange.id, exchange.uid, handle, name, direction, exchange.kind, text, person, meeting_id,
    {_PRIVATE}, exchanged_on
FROM exchange JOIN advisor ON advisor.id = exchange.advisor_id"""  # noqa: S608  our own words
_BALANCES = """
SELECT advisor.id, sum(direction = 'given'), sum(direction = 'received'), min(exchanged_on)
FROM advisor CROSS JOIN exchange ON advisor.id = advisor_id WHERE exchanged_on BETWEEN ? AND ?{which} GROUP BY advisor.id"""
