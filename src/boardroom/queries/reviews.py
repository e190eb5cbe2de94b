"""Reviews, completed and open, for `review --list`, `review --show` and the next review."""

from __future__ import annotations

import json
import sqlite3
from datetime import date

from boardroom.queries.people import people, standings
from boardroom.queries.private import GOAL as IS_GOAL_PRIVATE
from boardroom.queries.private import REVIEW_ANSWER
from boardroom.queries.views import view_reader, views
from boardroom.record import Record
from boardroom.rules.ids import GOAL, REVIEW, not_found
from boardroom.rules.names import Named
from boardroom.rules.review_facts import (
    BoardFacts,
    Facts,
    board_facts_from_json,
    facts_from_json,
)
from boardroom.rules.reviews import Answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class AnswerView(Record):
    """The answer about one advisor.

    `facts` are stored when the review is completed. They are None until then, and for an advisor
    who was no longer active and so is not covered. `handle` and `name` are those of that day.
    `advisor_id` is None if the advisor was removed. `private` is the answer, never the facts.
    """

    advisor_id: int | None
    handle: str
    name: str
    answer: Answer
    facts: Facts | None
    private: bool = False


class ReviewView(Record):
    """A review of the board (`of_board`) or of one advisor; its answers are sorted by handle."""

    id: int
    uid: str
    of_board: bool
    started_on: date
    completed_on: date | None
    from_on: date | None
    answers: tuple[AnswerView, ...]
    board_facts: BoardFacts | None
    board_note: str | None
    need: str | None = None
    seek: str | None = None
    bring: str | None = None

    @property
    def ref(self) -> str:
        """The id as the user types it."""
        return REVIEW.ref(self.id)

    @property
    def covered(self) -> tuple[AnswerView, ...]:
        """The answers about advisors covered. Completing a review may leave some out."""
        if not self.completed_on:
            return self.answers
        return tuple(answer for answer in self.answers if answer.facts is not None)


class ReviewList(Record):
    """Reviews, open ones first, then newest first, and how many were left out."""

    reviews: tuple[ReviewView, ...]
    left_out_count: int


def reviews(connection: sqlite3.Connection, *, limit: int | None = None) -> ReviewList:
    """Every review, or the first `limit` of them."""
    rows = connection.execute(
        f"{_REVIEW} ORDER BY completed_on IS NOT NULL, completed_on DESC, id DESC LIMIT ?",
        (-1 if limit is None else limit,),
    )
    listed = _review_views(connection, rows)
    total: int = connection.execute("SELECT count(*) FROM review").fetchone()[0]
    return ReviewList(listed, total - len(listed))


def review(connection: sqlite3.Connection, review_id: int) -> ReviewView:
    """One review.

    Raises:
        NotFound: there is no such review.
    """
    rows = connection.execute(f"{_REVIEW} WHERE id = ?", (review_id,))
    for view in _review_views(connection, rows):
        return view
    raise not_found(REVIEW, review_id)


def last_completed_review(connection: sqlite3.Connection) -> ReviewView | None:
    """The last completed review; None if there is none."""
    rows = connection.execute(
        f"{_REVIEW} WHERE completed_on IS NOT NULL ORDER BY completed_on DESC, id DESC LIMIT 1"
    )
    return next(iter(_review_views(connection, rows)), None)


def open_review(
    connection: sqlite3.Connection, *, advisor_id: int | None = None
) -> ReviewView | None:
    """The open review that the next answer belongs to: the board's, else that of one advisor.

    None if the next answer would start a review.
    """
    row = connection.execute(_OPEN, {"advisor_id": advisor_id}).fetchone()
    return None if row is None else review(connection, row[0])


def answers_alone(connection: sqlite3.Connection) -> tuple[AnswerView, ...]:
    """The answers in open reviews of single advisors."""
    open_ids = "SELECT id FROM review WHERE completed_on IS NULL AND NOT of_board"
    return _answers(connection, f"review_id IN ({open_ids})")


def last_board_note(connection: sqlite3.Connection) -> str | None:
    """The note about the board in its last completed review."""
    row = connection.execute(
        "SELECT board_note FROM review WHERE of_board AND completed_on IS NOT NULL"
        " ORDER BY completed_on DESC, id DESC LIMIT 1"
    ).fetchone()
    return None if row is None else row[0]


def people_to_review(
    connection: sqlite3.Connection, *, today: date, advisor_id: int | None = None
) -> tuple[Named, ...]:
    """The active advisors, sorted by handle; or only `advisor_id`, if active."""
    current = standings(connection, as_of=today)
    active_ids = {row_id for row_id, where in current.items() if where.status == "active"}
    return tuple(
        person
        for person in people(connection)
        if person.id in active_ids and advisor_id in (None, person.id)
    )


class _ReviewRow(Record):
    id: int
    uid: str
    of_board: bool
    started_on: date
    completed_on: date | None
    from_on: date | None
    board_facts: str
    board_note: str | None
    need: str | None
    seek: str | None
    bring: str | None


class _AnswerRow(Record):
    advisor_id: int | None
    handle: str
    name: str
    facts: str
    private: bool


def _review_views(connection: sqlite3.Connection, rows: sqlite3.Cursor) -> tuple[ReviewView, ...]:
    return tuple(_review_view(connection, row) for row in views(_ReviewRow, rows))


def _review_view(connection: sqlite3.Connection, row: _ReviewRow) -> ReviewView:
    facts = json.loads(row.board_facts)
    stored = row._asdict() | {"board_facts": _board_facts(connection, facts) if facts else None}
    return ReviewView(**stored, answers=_answers(connection, "review_id = ?", row.id))


def _board_facts(connection: sqlite3.Connection, stored: dict[str, Any]) -> BoardFacts:
    """The stored facts; a goal still on file is as private as it is now."""
    facts = board_facts_from_json(stored)
    goals = facts.goals_without_help
    if not goals:
        return facts
    private = {
        GOAL.ref(goal_id): bool(private)
        for goal_id, private in connection.execute(f"SELECT id, {IS_GOAL_PRIVATE} FROM goal")
    }
    return facts._replace(
        goals_without_help=tuple(
            goal._replace(private=private.get(goal.id, goal.private)) for goal in goals
        )
    )


def _answers(
    connection: sqlite3.Connection, condition: str, *values: int
) -> tuple[AnswerView, ...]:
    rows = connection.execute(f"{_ANSWERS} WHERE {condition} ORDER BY handle", values)
    read_subject, read_answer = view_reader(_AnswerRow, rows), view_reader(Answer, rows)
    return tuple(_answer_view(read_subject(columns), read_answer(columns)) for columns in rows)


def _answer_view(row: _AnswerRow, answer: Answer) -> AnswerView:
    facts = json.loads(row.facts)
    return AnswerView(
        row.advisor_id,
        row.handle,
        row.name,
        answer,
        facts_from_json(facts) if facts else None,
        row.private,
    )


_REVIEW = (
    "SELECT id, uid, of_board, started_on, completed_on, from_on, board_facts, board_note,"
    " need, seek, bring"
    " FROM review"
)
ANSWER = ", ".join(f"review_answer.{field} AS {field}" for field in Answer._fields)
"""The columns of an `Answer`."""
_ANSWERS = f"""
SELECT advisor_id, facts, {ANSWER}, {REVIEW_ANSWER} AS private,
    CASE WHEN completed_on IS NULL THEN advisor.handle ELSE review_answer.handle END AS handle,
    CASE WHEN completed_on IS NULL THEN advisor.name ELSE review_answer.name END AS name
FROM review_answer JOIN review ON review.id = review_id
    LEFT JOIN advisor ON advisor.id = advisor_id"""
_OPEN = """
SELECT id FROM review WHERE completed_on IS NULL AND (of_board OR EXISTS (
    SELECT 1 FROM review_answer WHERE review_id = review.id AND advisor_id = :advisor_id))
ORDER BY of_board DESC, id LIMIT 1"""
