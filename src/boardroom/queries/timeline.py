"""Everything that happened with one person, on one timeline: for `advisor show`."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import Any, NamedTuple

from boardroom.rules.ids import Ref


class Happened(NamedTuple):
    """One thing that happened `on` a day, to a record of that `kind`; `facts` are its columns that say more, by their names.

    `private` is whether it is, or comes from, a private meeting.
    """

    on: date
    kind: str
    event: str
    ref: Ref | None
    private: bool
    facts: dict[str, Any]


class Timeline(NamedTuple):
    """What happened, the newest first (of one day, what follows from something before it), and whether older things were left out."""

    happened: tuple[Happened, ...]
    left_out: bool


def timeline(
    connection: sqlite3.Connection,
    advisor_id: int,
    *,
    today: date,
    since: date | None = None,
    limit: int | None = None,
) -> Timeline:
    """What happened up to `today`; `since` leaves out what is older, `limit` keeps the newest that many."""
    values = {
        "advisor_id": advisor_id,
        "since": (since or date.min).isoformat(),
        "today": today.isoformat(),
        "limit": -1
        if limit is None
        else limit + 1,  # one more tells that there is more, and is told sooner than how many
    }
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    found = [
        (row["happened_on"], order, row["record_id"], source, row)
        for order, source in enumerate(_SOURCES)
        for row in cursor.execute(source.select, values)
    ]
    found.sort(key=lambda each: each[:3], reverse=True)
    return Timeline(
        tuple(_happened(source, row) for *_, source, row in found[:limit]),
        limit is not None and len(found) > limit,
    )


class _Source(NamedTuple):
    """Where things happen: the table, and in SQL the day, what happened, and the columns that say more.

    `letter` is of the record's id, none where it has no id that the user types; `which` leaves some rows out.
    """

    kind: str
    letter: str
    table: str
    on: str
    event: str
    facts: str
    which: str = "TRUE"
    row_id: str = "id"
    record_id: str = "id"
    private: str = "0"
    whose: str = "advisor_id = :advisor_id"

    @property
    def select(self) -> str:
        """The newest rows first; of all rows the days are read, of those to be shown the rest."""
        newest_first = f"ORDER BY {self.on} DESC, {self.record_id} DESC"
        newest = f"FROM {self.table} WHERE {self.whose} AND {self.on} BETWEEN :since AND :today AND {self.which} {newest_first} LIMIT :limit"
        return (
            f"SELECT {self.on} AS happened_on, {self.event} AS event, {self.record_id} AS record_id, {self.private} AS is_private,"  # noqa: S608  our own words
            f" {self.facts} FROM {self.table} WHERE {self.row_id} IN (SELECT {self.row_id} {newest})"
        )


def _happened(source: _Source, row: sqlite3.Row) -> Happened:
    ref = Ref(source.letter, row["record_id"]) if source.letter else None
    facts = {key: row[key] for key in row.keys()[_OWN:]}
    return Happened(
        date.fromisoformat(row["happened_on"]),
        source.kind,
        row["event"],
        ref,
        bool(row["is_private"]),
        facts,
    )


_OWN = 4  # the columns that every source has
_NOTES = 500  # characters of a meeting's notes, which may hold a million
_STEPS = (
    "(SELECT *, CASE WHEN status = 'active' AND lag(status) OVER (ORDER BY changed_on, id) = 'paused' THEN 'resumed' ELSE status END"
    " AS step FROM transition WHERE advisor_id = :advisor_id)"
)
_HELPED = "id IN (SELECT goal_id FROM goal_helper WHERE advisor_id = :advisor_id)"
_FROM_PRIVATE = "coalesce((SELECT private FROM meeting WHERE meeting.id = meeting_id), 0)"
_MEETING = f"way, place, substr(notes, 1, {_NOTES}) AS notes"
# In the order in which they come on one day. Meetings are read status by status, and so by the index that begins with it. What the
# program promises by itself, like thanks, is worth telling once it is kept.
_SOURCES = (
    _Source("goal", "g", "goal", "added_on", "'set'", "title", whose=_HELPED),
    _Source(
        "agreement",
        "",
        "agreement",
        "agreed_on",
        "'agreed'",
        "hopes, focus, until_on, confidential",
    ),
    *(
        _Source(
            "meeting",
            "m",
            "meeting",
            "met_on",
            "status",
            _MEETING,
            f"status = '{status}'",
            private="private",
        )
        for status in ("cancelled", "missed", "held")
    ),
    _Source(
        "exchange",
        "x",
        "exchange",
        "exchanged_on",
        "direction",
        "text, person",
        private=_FROM_PRIVATE,
    ),
    _Source(
        "promise",
        "p",
        "promise",
        "made_on",
        "'made'",
        "text, by_whom, due_on",
        "kind = 'promise'",
        private=_FROM_PRIVATE,
    ),
    _Source("advice", "v", "advice", "given_on", "'given'", "text", private=_FROM_PRIVATE),
    _Source(
        "promise", "p", "promise", "done_on", "'kept'", "text, by_whom, note", private=_FROM_PRIVATE
    ),
    _Source(
        "advice",
        "v",
        "advice",
        "outcome_on",
        "status",
        "text, outcome",
        "status <> 'new'",
        private=_FROM_PRIVATE,
    ),
    _Source("advice", "v", "advice", "reported_on", "'reported'", "text", private=_FROM_PRIVATE),
    _Source(
        "goal", "g", "goal", "closed_on", "status", "title, note", "status <> 'open'", whose=_HELPED
    ),
    _Source(
        "review",
        "r",
        "review_answer JOIN review ON review.id = review_id",
        "completed_on",
        "'reviewed'",
        "value, chemistry, trust, note, decision",
        "facts <> '{}'",  # of whoever was left out it has none
        row_id="review_answer.id",
        record_id="review_id",
    ),
    _Source("transition", "", _STEPS, "changed_on", "step", "how, about, note, until_on"),
)
