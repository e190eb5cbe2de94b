"""Occasions: for `occasion list`, and for whoever reminds of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date

from boardroom.queries.private import OCCASION as IS_PRIVATE
from boardroom.queries.private import OCCASION_NOTE
from boardroom.queries.views import views
from boardroom.record import Record
from boardroom.rules import occasions as rule
from boardroom.rules.ids import OCCASION, not_found


class OccasionView(Record):
    """One occasion; `note` is how it went, as heard on `done_on`."""

    id: int
    uid: str
    handle: str
    name: str
    text: str
    occurs_on: date
    yearly: bool
    done_on: date | None
    added_on: date
    note: str | None
    private: bool
    note_private: bool = False

    @property
    def ref(self) -> str:
        """The id as the user types it."""
        return OCCASION.ref(self.id)

    def next_on(self, today: date) -> date | None:
        """Its day from today on; None if it is over."""
        return rule.next_on(self.occurs_on, self.yearly, today)

    def last_on(self, today: date) -> date | None:
        """Its last day before today; None if it has not been yet."""
        return rule.last_on(self.occurs_on, self.yearly, today)


class OccasionList(Record):
    """Occasions to come, the next first, then those that are over, newest first.

    `left_out_count` is how many more there are.
    """

    occasions: Sequence[OccasionView]
    left_out_count: int


def occasions(
    connection: sqlite3.Connection,
    *,
    today: date,
    advisor_id: int | None = None,
    limit: int | None = None,
) -> OccasionList:
    """The occasions of one person, or of everybody (None); `limit` caps the list."""
    rows = connection.execute(
        f"{_SELECT} WHERE :advisor_id IS NULL OR advisor_id = :advisor_id",
        {"advisor_id": advisor_id},
    )
    everything = sorted(views(OccasionView, rows), key=lambda view: _order(view, today))
    kept = everything if limit is None else everything[:limit]
    return OccasionList(kept, len(everything) - len(kept))


def occasions_by_id(connection: sqlite3.Connection, ids: Sequence[int]) -> list[OccasionView]:
    """The occasions of those ids, in their order.

    Raises:
        NotFound: there is no occasion of that id.
    """
    return [_occasion(connection, occasion_id) for occasion_id in ids]


def _order(view: OccasionView, today: date) -> tuple[bool, int, int]:
    following = view.next_on(today)
    if following is None:
        return True, -view.occurs_on.toordinal(), -view.id
    return False, following.toordinal(), view.id


def _occasion(connection: sqlite3.Connection, occasion_id: int) -> OccasionView:
    rows = connection.execute(f"{_SELECT} WHERE occasion.id = ?", (occasion_id,))
    for view in views(OccasionView, rows):
        return view
    raise not_found(OCCASION, occasion_id)


_SELECT = f"""
SELECT occasion.*, handle, name, {IS_PRIVATE} AS private, {OCCASION_NOTE} AS note_private
FROM occasion JOIN advisor ON advisor.id = occasion.advisor_id"""
