"""The events with one person on one timeline, for `advisor show`."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.record import Record
from boardroom.rules.ids import (
    ADVICE,
    EXCHANGE,
    GOAL,
    MEETING,
    PROMISE,
    REVIEW,
    Kind,
    Ref,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Event(Record):
    """One thing that happened to a record of some `kind`; `facts` are its other columns, by name.

    `private` marks what is, or comes from, a private meeting.
    """

    on: date
    kind: str
    event: str
    ref: Ref | None
    private: bool
    facts: dict[str, Any]


class Timeline(Record):
    """Events, newest first, and whether older ones were left out.

    On the same day, an event comes before those that it may have followed from.
    """

    events: tuple[Event, ...]
    has_more: bool


def timeline(
    connection: sqlite3.Connection,
    advisor_id: int,
    *,
    today: date,
    since: date | None = None,
    limit: int | None = None,
) -> Timeline:
    """The events up to `today`, from `since` on; `limit` keeps the newest that many."""
    values = {
        "advisor_id": advisor_id,
        "since": (since or date.min).isoformat(),
        "today": today.isoformat(),
        # One more tells that there is more, and sooner than a count would.
        "limit": -1 if limit is None else limit + 1,
    }
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    rows: list[tuple[tuple[str, int, int], _Source, sqlite3.Row]] = [
        ((row["happened_on"], order, row["record_id"]), source, row)
        for order, source in enumerate(_SOURCES)
        for row in cursor.execute(source.select, values)
    ]
    rows.sort(key=lambda entry: entry[0], reverse=True)
    return Timeline(
        tuple(_event(source, row) for _, source, row in rows[:limit]),
        has_more=limit is not None and len(rows) > limit,
    )


class _Source(Record):
    """A table of events, and in SQL the day, what happened, and the other columns, the facts.

    `which` is a condition on the rows. `id_kind` is None if the user sees no id.
    """

    kind: str
    id_kind: Kind | None
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
        """The newest rows: their days decide which, and only those are read whole."""
        newest = (
            f"SELECT {self.row_id} FROM {self.table}"
            f" WHERE {self.whose} AND {self.on} BETWEEN :since AND :today AND {self.which}"
            f" ORDER BY {self.on} DESC, {self.record_id} DESC LIMIT :limit"
        )
        return (
            f"SELECT {self.on} AS happened_on, {self.event} AS event,"
            f" {self.record_id} AS record_id, {self.private} AS is_private, {self.facts}"
            f" FROM {self.table} WHERE {self.row_id} IN ({newest})"
        )


def _event(source: _Source, row: sqlite3.Row) -> Event:
    return Event(
        on=date.fromisoformat(row["happened_on"]),
        kind=source.kind,
        event=row["event"],
        ref=Ref(source.id_kind.letter, row["record_id"]) if source.id_kind else None,
        private=bool(row["is_private"]),
        facts={name: value for name, value in dict(row).items() if name not in _EVERY_EVENT},
    )


_EVERY_EVENT = ("happened_on", "event", "record_id", "is_private")
_NOTES = 500  # characters of a meeting's notes, which may have a million
_STEPS = """(
    SELECT *, CASE
        WHEN status = 'active' AND lag(status) OVER (ORDER BY changed_on, id) = 'paused'
        THEN 'resumed' ELSE status END AS step
    FROM transition WHERE advisor_id = :advisor_id)"""
_HELPED = "id IN (SELECT goal_id FROM goal_helper WHERE advisor_id = :advisor_id)"
_FROM_PRIVATE = "coalesce((SELECT private FROM meeting WHERE meeting.id = meeting_id), 0)"


def _meetings(status: str) -> _Source:
    """Held, cancelled or missed meetings, read by the index that begins with their status."""
    facts = f"way, place, substr(notes, 1, {_NOTES}) AS notes"
    which = f"status = '{status}'"
    return _Source(
        "meeting", MEETING, "meeting", "met_on", "status", facts, which, private="private"
    )


# In the order of events on the same day.
_SOURCES = (
    _Source("goal", GOAL, "goal", "added_on", "'set'", "title", whose=_HELPED),
    _Source(
        *("agreement", None, "agreement", "agreed_on", "'agreed'"),
        "hopes, focus, until_on, confidential",
    ),
    _meetings("cancelled"),
    _meetings("missed"),
    _meetings("held"),
    _Source(
        *("exchange", EXCHANGE, "exchange", "exchanged_on", "direction", "text, person"),
        private=_FROM_PRIVATE,
    ),
    _Source(
        *("promise", PROMISE, "promise", "made_on", "'made'", "text, by_whom, due_on"),
        which="kind = 'promise'",  # thanks and the like are events only once they are kept
        private=_FROM_PRIVATE,
    ),
    _Source("advice", ADVICE, "advice", "given_on", "'given'", "text", private=_FROM_PRIVATE),
    _Source(
        *("promise", PROMISE, "promise", "done_on", "'kept'", "text, by_whom, note"),
        private=_FROM_PRIVATE,
    ),
    _Source(
        *("advice", ADVICE, "advice", "outcome_on", "status", "text, outcome"),
        which="status <> 'new'",
        private=_FROM_PRIVATE,
    ),
    _Source("advice", ADVICE, "advice", "reported_on", "'reported'", "text", private=_FROM_PRIVATE),
    _Source(
        *("goal", GOAL, "goal", "closed_on", "status", "title, note"),
        which="status <> 'open'",
        whose=_HELPED,
    ),
    _Source(
        *("review", REVIEW, "review_answer JOIN review ON review.id = review_id", "completed_on"),
        *("'reviewed'", "value, chemistry, trust, note, decision"),
        which="facts <> '{}'",  # someone left out of the review has none
        row_id="review_answer.id",
        record_id="review_id",
    ),
    _Source("transition", None, _STEPS, "changed_on", "step", "how, about, note, until_on"),
)
