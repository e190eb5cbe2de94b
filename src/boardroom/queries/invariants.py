"""What every board must satisfy beyond its schema and its models, and the records that do not."""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator
from datetime import date

from boardroom.queries.people import people, steps
from boardroom.record import Record
from boardroom.rules.day_format import format_day
from boardroom.rules.findings import Finding
from boardroom.rules.ids import KINDS
from boardroom.rules.lifecycle import NEXT
from boardroom.rules.names import fold

_FIRST_STEPS = ("prospect", "asked", "active")


class _Invariant(Record):
    """A rule, as a query that yields the ids of the records that break it.

    `message` says what is wrong with each, `next_step` what to do about it.
    """

    kind: str
    letter: str
    query: str
    message: str
    next_step: str = ""
    is_fixable: bool = False


def broken_rules(connection: sqlite3.Connection, *, today: date) -> Iterator[Finding]:
    """Yields every record that a rule of the board forbids."""
    for rule in _INVARIANTS:
        for (row_id,) in connection.execute(rule.query, {"today": today.isoformat()}):
            ref = KINDS[rule.letter].ref(row_id)
            next_step = rule.next_step.format(ref=ref)
            yield Finding(rule.kind, "error", ref, rule.message, next_step, rule.is_fixable)
    yield from _lifecycles(connection)
    yield from _doubles(connection)
    yield from _history(connection)


def _lifecycles(connection: sqlite3.Connection) -> Iterator[Finding]:
    """People without a status, and steps that can't follow one another."""
    by_advisor = steps(connection)
    for person in people(connection):
        see = f"boardroom advisor show {person.handle}"
        taken = by_advisor.get(person.id)
        if not taken:
            message = "This person has no status."
            yield Finding("lifecycle", "error", person.handle, message, "boardroom backup list")
            continue
        if taken[0].status not in _FIRST_STEPS:
            message = f"The first step is “{taken[0].status}”."
            yield Finding("lifecycle", "error", person.handle, message, see)
        for before, after in itertools.pairwise(taken):
            if after.status not in NEXT[before.status]:
                message = (
                    f"“{after.status}” on {format_day(after.on)} can't follow “{before.status}”."
                )
                yield Finding("lifecycle", "error", person.handle, message, see)


def _doubles(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Two people of one name, and records that say the same twice."""
    first: dict[str, str] = {}
    for person in people(connection):
        other = first.setdefault(fold(person.name), person.handle)
        if other != person.handle:
            message = f"{other} has the same name. Are they one person?"
            merge = f"boardroom advisor merge {other} {person.handle}"
            yield Finding("double", "warning", person.handle, message, merge)
    for letter, query in _DOUBLES:
        kind = KINDS[letter]
        for row_id, other_id in connection.execute(query):
            message = f"{kind.ref(other_id)} says the same."
            next_step = f"boardroom {kind.command} rm {kind.ref(row_id)}"
            yield Finding("double", "warning", kind.ref(row_id), message, next_step)


def _history(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Entries of the history that can't be read, or can't be undone."""
    for table, query, message in _HISTORY:
        for (row_id,) in connection.execute(query):
            subject = f"{table} {row_id}"
            yield Finding("history", "error", subject, message, "boardroom backup list")


_HISTORY = (
    (
        "operation",
        "SELECT id FROM operation WHERE strftime('%Y-%m-%dT%H:%M:%SZ', at) IS NOT at",
        "Its time can't be read.",
    ),
    # What lies before a migration is not undone, and may be of tables that are no longer there.
    (
        "row_image",
        (
            "SELECT id FROM row_image"
            " WHERE operation_id > (SELECT max(id) FROM operation WHERE kind = 'migration'"
            " UNION ALL SELECT 0 ORDER BY 1 DESC LIMIT 1)"
            " AND (table_name NOT IN (SELECT name FROM sqlite_master WHERE type = 'table')"
            " OR CASE WHEN json_valid(before) THEN json_type(before) <> 'object'"
            " ELSE before IS NOT NULL END"
            " OR CASE WHEN json_valid(after) THEN json_type(after) <> 'object'"
            " ELSE after IS NOT NULL END)"
        ),
        "What it keeps for undo can't be read.",
    ),
)
_INVARIANTS = (
    _Invariant(
        "open_review",
        "r",
        "SELECT id FROM review WHERE completed_on IS NULL AND id NOT IN"
        " (SELECT min(id) FROM review WHERE completed_on IS NULL GROUP BY of_board)",
        "Another review is open too.",
        "boardroom review --list",
    ),
    _Invariant(
        "review",
        "r",
        "SELECT id FROM review WHERE completed_on < started_on OR from_on > started_on",
        "Its days are out of order.",
        "boardroom review --show {ref}",
    ),
    _Invariant(
        "future",
        "m",
        "SELECT id FROM meeting WHERE status = 'held' AND met_on > :today",
        "It was held on a day still to come.",
        "boardroom meeting edit {ref} --on DATE",
    ),
    _Invariant(
        "closing",
        "a",
        "SELECT id FROM agenda_item WHERE (status = 'open') <> (closed_on IS NULL)",
        "Its status and the day it was closed contradict each other.",
        is_fixable=True,
    ),
    _Invariant(
        "meeting",
        "a",
        "SELECT agenda_item.id FROM agenda_item JOIN meeting ON meeting.id = meeting_id"
        " WHERE agenda_item.status = 'covered' AND meeting.status <> 'held'",
        "It was covered in a meeting that was not held.",
        "boardroom agenda list --all",
    ),
    _Invariant(
        "person",
        "a",
        "SELECT agenda_item.id FROM agenda_item JOIN meeting ON meeting.id = meeting_id"
        " WHERE agenda_item.advisor_id <> meeting.advisor_id",
        "It belongs to one person, and its meeting to another.",
        "boardroom agenda list --all",
    ),
    _Invariant(
        "closing",
        "p",
        "SELECT id FROM promise WHERE (status = 'open') <> (done_on IS NULL)",
        "Its status and the day it was closed contradict each other.",
        is_fixable=True,
    ),
    _Invariant(
        "closing",
        "g",
        "SELECT id FROM goal WHERE (status = 'open') <> (closed_on IS NULL)",
        "Its status and the day it was closed contradict each other.",
        is_fixable=True,
    ),
    _Invariant(
        "future",
        "p",
        "SELECT id FROM promise WHERE done_on > :today",
        "It was kept on a day still to come.",
        "boardroom promise edit {ref} --kept DATE",
    ),
    _Invariant(
        "future",
        "s",
        "SELECT id FROM goal_step WHERE done_on > :today",
        "It was taken on a day still to come.",
        "boardroom goal step edit {ref} --taken DATE",
    ),
    _Invariant(
        "future",
        "o",
        "SELECT id FROM occasion WHERE done_on > :today",
        "It was asked after on a day still to come.",
        "boardroom occasion edit {ref} --asked-after DATE",
    ),
    _Invariant(
        "advice",
        "v",
        "SELECT id FROM advice WHERE reported_on < given_on OR outcome_on < given_on",
        "Its outcome is older than the advice.",
        "boardroom advice edit {ref}",
    ),
)
_DOUBLES = (
    (
        "a",
        (
            "SELECT max(id), min(id) FROM agenda_item WHERE status = 'open'"
            " GROUP BY advisor_id, text HAVING count(*) > 1"
        ),
    ),
    (
        "p",
        (
            "SELECT max(id), min(id) FROM promise WHERE status = 'open'"
            " GROUP BY advisor_id, by_whom, text, due_on HAVING count(*) > 1"
        ),
    ),
    (
        "m",
        (
            "SELECT max(id), min(id) FROM meeting WHERE status IN ('planned', 'held')"
            " GROUP BY advisor_id, status, met_on, start_time, notes HAVING count(*) > 1"
        ),
    ),
    (
        "o",
        (
            "SELECT max(id), min(id) FROM occasion"
            " GROUP BY advisor_id, text, occurs_on HAVING count(*) > 1"
        ),
    ),
)
