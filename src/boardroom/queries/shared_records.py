"""Every record of the board but what is private, for `boardroom export`."""

from __future__ import annotations

import sqlite3

from boardroom.queries import private
from boardroom.queries.export import all_records
from boardroom.record import Record
from boardroom.rules.ids import GOAL
from boardroom.rules.reviews import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Rows = dict[str, list[dict[str, Any]]]

_LEFT_OUT = {
    "goal": private.GOAL,
    "exchange": private.EXCHANGE,
    "promise": private.PROMISE,
    "agenda_item": private.AGENDA_ITEM,
    "advice": private.ADVICE,
    "occasion": private.OCCASION,
}
"""The tables of records made of words, and which of them are private."""
_PARTS = (("goal_step", "goal"), ("goal_helper", "goal"), ("snooze", "promise"))
"""Records that are nothing without the one they refer to."""
_REFERENCES = (("agenda_item", "goal"), ("promise", "exchange"))

_AGREED = ("hopes", "focus", "boundaries", "programme", "outcome")


class _Text(Record):
    """Columns of a table that are left out of a record if a condition holds, and what they are."""

    table: str
    columns: tuple[str, ...]
    condition: str
    kind: str
    source: str = ""


_TEXTS = (
    _Text("transition", ("how", "about", "note"), private.TRANSITION, "status_words"),
    _Text("meeting", ("place",), private.MEETING, "place"),
    _Text("meeting", ("notes",), private.MEETING, "notes"),
    _Text("promise", ("note",), private.PROMISE_NOTE, "promise_note"),
    _Text("occasion", ("note",), private.OCCASION_NOTE, "occasion_note"),
    _Text("agenda_item", ("answer",), private.AGENDA_ANSWER, "answer"),
    _Text("advice", ("outcome",), private.ADVICE_OUTCOME, "outcome"),
    _Text("agreement", _AGREED, private.AGREEMENT, "agreement"),
    _Text("snooze", ("why",), "TRUE", "snooze_reason"),
    _Text(
        "review_answer",
        Answer._fields,
        private.REVIEW_ANSWER,
        "review_answer",
        "review_answer JOIN review ON review.id = review_id",
    ),
)


def shared_records(connection: sqlite3.Connection) -> tuple[Rows, dict[str, int]]:
    """The rows of every table without what is private, and what was left out, by kind.

    Records made of words are left out, and references to them are None. Others keep their days,
    counts and states; a private text is None, and a private list is missing.
    """
    rows = all_records(connection)
    left_out: dict[str, int] = {}
    gone: dict[str, set[int]] = {}
    for table, condition in _LEFT_OUT.items():
        gone[table] = _ids(connection, table, table, condition)
        _leave_out(rows, table, "id", gone[table], left_out)
    for table, whole in _PARTS:
        _leave_out(rows, table, f"{whole}_id", gone[whole], left_out)
    for table, other in _REFERENCES:
        for row in rows[table]:
            if row[f"{other}_id"] in gone[other]:
                row[f"{other}_id"] = None
    for text in _TEXTS:
        ids = _ids(connection, text.table, text.source or text.table, text.condition)
        for row in rows[text.table]:
            if row["id"] in ids and _blank(row, text.columns):
                left_out[text.kind] = left_out.get(text.kind, 0) + 1
    _blank_titles(rows, gone["goal"])
    rows["calendar_answer"] = []  # for the user alone; a UID may hold somebody's address
    return rows, left_out


def _ids(connection: sqlite3.Connection, table: str, source: str, condition: str) -> set[int]:
    query = f"SELECT {table}.id FROM {source} WHERE {condition}"
    return {row_id for (row_id,) in connection.execute(query)}


def _leave_out(
    rows: Rows, table: str, column: str, ids: set[int], left_out: dict[str, int]
) -> None:
    kept = [row for row in rows[table] if row[column] not in ids]
    if table in _COUNTED and len(kept) < len(rows[table]):
        left_out[table] = len(rows[table]) - len(kept)
    rows[table] = kept


def _blank(row: dict[str, Any], columns: tuple[str, ...]) -> bool:
    """Takes the values of columns out of a row; whether there were any."""
    had_any = any(row[column] not in (None, []) for column in columns)
    for column in columns:
        if isinstance(row[column], list):
            del row[column]
        else:
            row[column] = None
    return had_any


def _blank_titles(rows: Rows, private_goals: set[int]) -> None:
    """Takes the titles of private goals out of the facts of reviews."""
    refs = {GOAL.ref(goal_id) for goal_id in private_goals}
    kept_refs = {GOAL.ref(row["id"]) for row in rows["goal"]}
    for review in rows["review"]:
        for goal in review["board_facts"].get("goals_without_help", ()):
            was_private = goal.get("private", False) and goal["id"] not in kept_refs
            if goal["id"] in refs or was_private:
                goal["title"] = ""


_COUNTED = {*_LEFT_OUT, "goal_step"}
