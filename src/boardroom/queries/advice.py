"""Advice: for `advice list`, for the meeting it was given in, and for `prep`."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from boardroom.queries.long_list import long_list
from boardroom.queries.private import ADVICE as IS_PRIVATE
from boardroom.queries.private import ADVICE_OUTCOME
from boardroom.queries.views import views
from boardroom.record import Record
from boardroom.rules.ids import ADVICE, not_found


class AdviceView(Record):
    """One piece of advice; `outcome_private` is of an outcome that it has.

    If the `role` of the other is `mentee`, it is the user's own.
    """

    id: int
    uid: str
    handle: str
    name: str
    text: str
    status: str
    outcome: str | None
    meeting_id: int | None
    private: bool
    given_on: date
    outcome_on: date | None
    reported_on: date | None
    outcome_private: bool = False
    role: str = "advisor"

    @property
    def ref(self) -> str:
        """The id as the user types it."""
        return ADVICE.ref(self.id)


class AdviceList(Record):
    """Advice, sorted as in `advice`; a long list is read while it is shown.

    `left_out_count` is how many more there are.
    """

    advice: Collection[AdviceView]
    left_out_count: int


def advice(
    connection: sqlite3.Connection,
    *,
    advisor_id: int | None = None,
    closed: bool = False,
    limit: int | None = None,
) -> AdviceList:
    """The open advice of one advisor, or of everybody (None); `closed` includes the rest.

    Outcomes to report back come first, then advice being tried, then new advice, each newest
    first. Advice is closed once its final outcome was reported. `limit` caps the list.
    """
    whose = "TRUE" if advisor_id is None else "advisor_id = :advisor_id"
    which = whose if closed else f"{whose} AND ({_OPEN})"
    values = {"advisor_id": advisor_id, "limit": -1 if limit is None else limit}
    rows = f"FROM advice WHERE {which}"
    ids = connection.execute(f"SELECT id {rows} ORDER BY {_ORDER} LIMIT :limit", values)
    listed = long_list(ids, lambda some: _pieces(connection, some))
    if limit is None:
        return AdviceList(listed, 0)
    total = connection.execute(f"SELECT count(*) {rows}", values).fetchone()[0]
    return AdviceList(listed, total - len(listed))


def advice_by_id(connection: sqlite3.Connection, ids: Sequence[int]) -> list[AdviceView]:
    """The advice of those ids, in their order.

    Raises:
        NotFound: there is no advice of that id.
    """
    return [_piece(connection, advice_id) for advice_id in ids]


def advice_of_meeting(connection: sqlite3.Connection, meeting_id: int) -> tuple[AdviceView, ...]:
    """The advice given in a meeting, in the order of adding."""
    rows = connection.execute(f"{_SELECT} WHERE meeting_id = ? ORDER BY advice.id", (meeting_id,))
    return tuple(views(AdviceView, rows))


def _pieces(connection: sqlite3.Connection, ids: Sequence[int]) -> Iterator[AdviceView]:
    rows = connection.execute(
        f"{_SELECT} JOIN json_each(?) AS listed ON listed.value = advice.id ORDER BY listed.key",
        (str(ids),),
    )
    return views(AdviceView, rows)


def _piece(connection: sqlite3.Connection, advice_id: int) -> AdviceView:
    rows = connection.execute(f"{_SELECT} WHERE advice.id = ?", (advice_id,))
    for view in views(AdviceView, rows):
        return view
    raise not_found(ADVICE, advice_id)


_SELECT = f"""
SELECT advice.*, handle, name, role, {IS_PRIVATE} AS private, {ADVICE_OUTCOME} AS outcome_private
FROM advice JOIN advisor ON advisor.id = advice.advisor_id"""
_OPEN = "reported_on IS NULL OR status = 'trying'"
_ORDER = """
CASE
    WHEN status = 'new' THEN 2
    WHEN reported_on IS NOT NULL THEN 3 + (status <> 'trying')
    ELSE status = 'trying'
END, given_on DESC, advice.id DESC"""
