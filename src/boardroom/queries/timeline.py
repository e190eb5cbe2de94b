"""The events with one person on one timeline, for `advisor show`."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from datetime import date

from boardroom.queries import private
from boardroom.queries.long_list import long_list
from boardroom.record import Record
from boardroom.rules.ids import (
    ADVICE,
    EXCHANGE,
    GOAL,
    MEETING,
    OCCASION,
    PROMISE,
    REVIEW,
    Kind,
    Ref,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Event(Record):
    """Something that happened to a record of some `kind`, and its other columns by name."""

    on: date
    kind: str
    event: str
    ref: Ref | None
    private: bool
    facts: dict[str, Any]


class Timeline(Record):
    """Events, newest first, a long list read while it is shown.

    On the same day, an event comes before those that it may have followed from. `has_more` means
    that older ones were left out.
    """

    events: Collection[Event]
    has_more: bool


def timeline(
    connection: sqlite3.Connection,
    advisor_id: int,
    *,
    today: date,
    since: date | None = None,
    limit: int | None = None,
) -> Timeline:
    """The events up to `today`, from `since` on; `limit` keeps the newest ones."""
    values = {
        "advisor_id": advisor_id,
        "since": (since or date.min).isoformat(),
        "today": today.isoformat(),
    }
    # Asking for one event too many is faster than counting them all.
    keys = connection.execute(_KEYS, values | {"limit": -1 if limit is None else limit + 1})
    newest = keys if limit is None else keys.fetchmany(limit)
    events = long_list(newest, lambda some: _events(connection, some, values))
    return Timeline(events, has_more=keys.fetchone() is not None)


class _Source(Record):
    """A table whose rows are events. Every field but `kind` and `id_kind` is SQL.

    `on` is the day, `event` what happened, `facts` the columns that tell more, and `which` a
    condition on the rows. `id_kind` is None if the user sees no id.
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
    def is_event(self) -> str:
        """The whole condition on the rows."""
        return f"{self.whose} AND {self.on} BETWEEN :since AND :today AND {self.which}"

    def keys(self, number: int) -> str:
        """A query for the keys of the newest events, and what they are ordered by."""
        return (
            f"SELECT * FROM (SELECT {self.row_id} * {_MOST_SOURCES} + {number} AS key,"
            f" {self.on} AS happened_on, {number} AS source, {self.record_id} AS record_id"
            f" FROM {self.table} WHERE {self.is_event}"
            f" ORDER BY {self.on} DESC, {self.record_id} DESC LIMIT :limit)"
        )

    @property
    def select(self) -> str:
        """A query for whole events, by the ids of their rows."""
        return (
            f"SELECT {self.row_id} AS row_id, {self.on} AS happened_on, {self.event} AS event,"
            f" {self.record_id} AS record_id, {self.private} AS is_private, {self.facts}"
            " FROM (SELECT value AS listed_id FROM json_each(:row_ids))"
            f" CROSS JOIN {self.table} WHERE {self.row_id} = listed_id AND {self.is_event}"
        )


def _events(
    connection: sqlite3.Connection, keys: list[int], values: dict[str, Any]
) -> Iterator[Event]:
    """The events of these keys, in their order, without those undone since they were listed."""
    row_ids: dict[int, list[int]] = {}
    for key in keys:
        row_id, number = divmod(key, _MOST_SOURCES)
        row_ids.setdefault(number, []).append(row_id)
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    events: dict[int, Event] = {}
    for number, ids in row_ids.items():
        source = _SOURCES[number]
        rows = cursor.execute(source.select, values | {"row_ids": str(ids)})
        facts = [column[0] for column in rows.description if column[0] not in _EVERY_EVENT]
        for row in rows:
            events[row["row_id"] * _MOST_SOURCES + number] = _event(source, row, facts)
    return (events[key] for key in keys if key in events)


def _event(source: _Source, row: sqlite3.Row, facts: list[str]) -> Event:
    return Event(
        date.fromisoformat(row["happened_on"]),
        source.kind,
        row["event"],
        Ref(source.id_kind.letter, row["record_id"]) if source.id_kind else None,
        bool(row["is_private"]),
        {name: row[name] for name in facts},
    )


_MOST_SOURCES = 32  # an event's key is the id of its row times this, plus the source's number
_EVERY_EVENT = ("row_id", "happened_on", "event", "record_id", "is_private")
_NOTES = 500  # characters of a meeting's notes, which may have a million
_STEPS = """(
    SELECT *, CASE
        WHEN status = 'active' AND lag(status) OVER (ORDER BY changed_on, id) = 'paused'
        THEN 'resumed' ELSE status END AS step
    FROM transition WHERE advisor_id = :advisor_id) AS transition"""
_ROLE = "(SELECT role FROM advisor WHERE id = :advisor_id)"
_HELPED = "id IN (SELECT goal_id FROM goal_helper WHERE advisor_id = :advisor_id)"


def _meetings(status: str) -> _Source:
    """Held, cancelled or missed meetings, read by the index that begins with their status."""
    facts = f"way, place, substr(notes, 1, {_NOTES}) AS notes"
    which = f"status = '{status}'"
    return _Source(
        "meeting", MEETING, "meeting", "met_on", "status", facts, which, private=private.MEETING
    )


# In the order of events on the same day.
_SOURCES = (
    _Source(
        *("goal", GOAL, "goal", "added_on", "'set'", "title"),
        private=private.GOAL,
        whose=_HELPED,
    ),
    _Source(
        *("agreement", None, "agreement", "agreed_on", "'agreed'"),
        f"hopes, focus, until_on, {private.CONFIDENTIAL_SINCE} IS NOT NULL AS confidential",
        private=private.AGREEMENT,
    ),
    _meetings("cancelled"),
    _meetings("missed"),
    _meetings("held"),
    _Source(
        *("exchange", EXCHANGE, "exchange", "exchanged_on", "direction", "text, person"),
        private=private.EXCHANGE,
    ),
    _Source(
        *("promise", PROMISE, "promise", "made_on", "'made'", "text, by_whom, due_on"),
        which="kind = 'promise'",  # one that the program added is an event once it is kept
        private=private.PROMISE,
    ),
    _Source(
        *("advice", ADVICE, "advice", "given_on", "'given'", f"text, {_ROLE} AS role"),
        private=private.ADVICE,
    ),
    _Source(
        *("occasion", OCCASION, "occasion", "added_on", "'added'", "text, occurs_on, yearly"),
        private=private.OCCASION,
    ),
    _Source(
        *("occasion", OCCASION, "occasion", "occurs_on", "'occurred'", "text"),
        which="NOT yearly",
        private=private.OCCASION,
    ),
    _Source(
        *("occasion", OCCASION, "occasion", "done_on", "'asked_after'", "text, note, yearly"),
        private=f"({private.OCCASION} OR {private.OCCASION_NOTE})",
    ),
    _Source("letter", None, "letter", "sent_on", "'sent'", "kind"),
    _Source(
        *("promise", PROMISE, "promise", "done_on", "status", "text, by_whom, note"),
        private=f"({private.PROMISE} OR {private.PROMISE_NOTE})",
    ),
    _Source(
        *("advice", ADVICE, "advice", "outcome_on", "status", "text, outcome"),
        which="status <> 'new'",
        private=f"({private.ADVICE} OR {private.ADVICE_OUTCOME})",
    ),
    _Source(
        *("advice", ADVICE, "advice", "reported_on", "'reported'", "text"),
        which=f"{_ROLE} <> 'mentee'",  # a mentee told the outcome when it was noted
        private=private.ADVICE,
    ),
    _Source(
        *("goal", GOAL, "goal", "closed_on", "status", "title, note"),
        which="status <> 'open'",
        private=private.GOAL,
        whose=_HELPED,
    ),
    _Source(
        *("review", REVIEW, "review_answer JOIN review ON review.id = review_id", "completed_on"),
        *("'reviewed'", "value, chemistry, trust, note, decision"),
        which="facts <> '{}'",  # an advisor left out of the review has none
        private=private.REVIEW_ANSWER,
        row_id="review_answer.id",
        record_id="review_id",
    ),
    _Source(
        *("transition", None, _STEPS, "changed_on", "step"),
        f"how, about, note, until_on, by_whom, {_ROLE} AS role",
        private=f"(coalesce(how, about, note) NOT NULL AND {private.TRANSITION})",
    ),
)
_KEYS = f"""
SELECT key FROM ({" UNION ALL ".join(source.keys(n) for n, source in enumerate(_SOURCES))})
ORDER BY happened_on DESC, source DESC, record_id DESC LIMIT :limit"""
