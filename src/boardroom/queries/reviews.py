"""Reviews, completed and open, as they were answered and frozen: for the review itself, `review --list` and `review --show`."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from boardroom.queries.lifecycle import day, standings
from boardroom.rules.ids import unknown
from boardroom.rules.review_facts import BoardFacts, Facts, board_from_kept, from_kept
from boardroom.rules.reviews import Answer


class AnswerView(NamedTuple):
    """What was said of one advisor. `facts` are frozen: None while the review is open, and for whoever was left out at its end.

    Somebody whose answers were given, but who was not active any more when the review was completed, is left out: not covered by it.
    `advisor_id` is None once they are off file; of a completed review, `handle` and `name` are what they were called then.
    """

    advisor_id: int | None
    handle: str
    name: str
    answer: Answer
    facts: Facts | None


class ReviewView(NamedTuple):
    """A review of the board (`of_board`) or of one person, open until `completed_on`; its answers in the order of handles."""

    id: int
    uid: str
    of_board: bool
    started_on: date
    completed_on: date | None
    from_on: date | None
    answers: tuple[AnswerView, ...]
    board_facts: BoardFacts | None
    board_note: str | None


class ReviewList(NamedTuple):
    """Reviews, an open one first, then the newest, and how many were left out."""

    reviews: tuple[ReviewView, ...]
    left_out_count: int


class ToReview(NamedTuple):
    """Somebody whom a review covers."""

    id: int
    handle: str
    name: str


def reviews(connection: sqlite3.Connection, *, limit: int | None = None) -> ReviewList:
    """Every review; `limit` keeps the first so many."""
    found = _views(
        connection,
        connection.execute(
            f"{_REVIEW} ORDER BY {_ORDER} LIMIT ?", (-1 if limit is None else limit,)
        ),
    )
    total: int = connection.execute("SELECT count(*) FROM review").fetchone()[0]
    return ReviewList(found, total - len(found))


def review(connection: sqlite3.Connection, review_id: int) -> ReviewView:
    """One review.

    Raises:
        NotFound: it is gone, or never was.
    """
    found = _views(connection, connection.execute(f"{_REVIEW} WHERE id = ?", (review_id,)))
    if not found:
        raise unknown("r", review_id)
    return found[0]


def open_review(
    connection: sqlite3.Connection, *, advisor_id: int | None = None
) -> ReviewView | None:
    """The review that goes on with the next answer: the board's or, for a person alone, theirs.

    While one of the board is open, it is the one in which a person asked for alone is answered too.
    """
    row = connection.execute(_OPEN, {"advisor_id": advisor_id}).fetchone()
    return None if row is None else review(connection, row[0])


def to_review(
    connection: sqlite3.Connection, *, today: date, advisor_id: int | None = None
) -> tuple[ToReview, ...]:
    """Whom a review has to cover today, in the order of handles: who is active; of `advisor_id` alone, nobody where they are not."""
    where = standings(connection, as_of=today)
    rows = connection.execute("SELECT id, handle, name FROM advisor ORDER BY handle")
    active = [
        ToReview(*row)
        for row in rows
        if (at := where.get(row[0])) is not None and at.status == "active"
    ]
    return tuple(person for person in active if advisor_id in (None, person.id))


def answered_before(
    connection: sqlite3.Connection, *, before: int | None
) -> dict[str, tuple[date, Answer]]:
    """What was said last of each in completed reviews, with the day: in those before the review of that id, or (None, or open) in all.

    By handle: the one they have in that review, else their present one, so that nobody is taken for whoever had it earlier.
    """
    row = connection.execute("SELECT completed_on FROM review WHERE id = ?", (before,)).fetchone()
    end = (row[0], before) if row is not None and row[0] is not None else ("9999-99-99", 0)
    found: dict[str, tuple[date, Answer]] = {}
    for handle, completed_on, *said in connection.execute(
        _ANSWERED, {"review_id": before, "end_on": end[0], "end_id": end[1]}
    ):
        found[handle] = (date.fromisoformat(completed_on), _answer(said))
    return found


def _views(
    connection: sqlite3.Connection, rows: Iterable[tuple[Any, ...]]
) -> tuple[ReviewView, ...]:
    return tuple(_view(connection, row) for row in rows)


def _view(connection: sqlite3.Connection, row: tuple[Any, ...]) -> ReviewView:
    row_id, uid, of_board, started_on, completed_on, from_on, board_facts, board_note = row
    kept = json.loads(board_facts)
    return ReviewView(
        row_id,
        uid,
        bool(of_board),
        date.fromisoformat(started_on),
        day(completed_on),
        day(from_on),
        tuple(_answer_view(found) for found in connection.execute(_ANSWERS, (row_id,))),
        board_from_kept(kept) if kept else None,
        board_note,
    )


def _answer_view(row: tuple[Any, ...]) -> AnswerView:
    advisor_id, handle, name, facts, *said = row
    kept = json.loads(facts)
    return AnswerView(advisor_id, handle, name, _answer(said), from_kept(kept) if kept else None)


def _answer(columns: list[Any]) -> Answer:
    told = Answer._make(columns)
    return told._replace(
        fits_next=None if told.fits_next is None else bool(told.fits_next),
        until_on=day(columns[-1]),
    )


_REVIEW = "SELECT id, uid, of_board, started_on, completed_on, from_on, board_facts, board_note FROM review"
_ORDER = "completed_on IS NOT NULL, completed_on DESC, id DESC"
_SAID = ", ".join(f"review_answer.{field}" for field in Answer._fields)
_ANSWERS = f"""
SELECT advisor_id, CASE WHEN completed_on IS NULL THEN advisor.handle ELSE review_answer.handle END AS called,
    CASE WHEN completed_on IS NULL THEN advisor.name ELSE review_answer.name END, facts, {_SAID}
FROM review_answer JOIN review ON review.id = review_id LEFT JOIN advisor ON advisor.id = advisor_id
WHERE review_id = ? ORDER BY called"""  # noqa: S608  our own words
_OPEN = """
SELECT id FROM review WHERE completed_on IS NULL
    AND (of_board OR EXISTS (SELECT 1 FROM review_answer WHERE review_id = review.id AND advisor_id = :advisor_id))
ORDER BY of_board DESC, id LIMIT 1"""
_ANSWERED = f"""
SELECT coalesce(there.handle, advisor.handle), completed_on, {_SAID}
FROM review_answer JOIN review ON review.id = review_answer.review_id
    LEFT JOIN advisor ON advisor.id = review_answer.advisor_id
    LEFT JOIN review_answer AS there ON there.review_id = :review_id AND (there.advisor_id = review_answer.advisor_id
        OR (there.advisor_id IS NULL AND review_answer.advisor_id IS NULL AND there.handle = review_answer.handle))
WHERE completed_on IS NOT NULL AND review_answer.facts <> '{{}}' AND (completed_on, review.id) < (:end_on, :end_id)
    AND (there.handle IS NOT NULL OR advisor.handle IS NOT NULL)
ORDER BY completed_on, review.id"""  # noqa: S608  our own words
