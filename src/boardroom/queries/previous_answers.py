"""The last answers about each advisor, which the next review is compared with."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.queries.private import REVIEW_ANSWER
from boardroom.queries.reviews import ANSWER
from boardroom.queries.views import view_reader
from boardroom.record import Record
from boardroom.rules.reviews import Answer


class PreviousAnswer(Record):
    """An advisor's answer in their last completed review, and the day of that review."""

    completed_on: date
    answer: Answer
    private: bool = False


def previous_answers(
    connection: sqlite3.Connection, *, before_review: int | None
) -> dict[str, PreviousAnswer]:
    """Each advisor's answer in their last completed review, by handle.

    Only reviews before `before_review` count, or all if it is None or open. The handle is the one
    in that review, else the current one, since a handle may have had another owner before.
    """
    row = connection.execute(
        "SELECT completed_on FROM review WHERE id = ?", (before_review,)
    ).fetchone()
    is_completed = row is not None and row[0] is not None
    end_on, end_id = (row[0], before_review) if is_completed else ("9999-99-99", 0)
    rows = connection.execute(
        _PREVIOUS, {"review_id": before_review, "end_on": end_on, "end_id": end_id}
    )
    read_review, read_answer = view_reader(_PreviousRow, rows), view_reader(Answer, rows)
    latest = {}
    for columns in rows:
        handle, completed_on, private = read_review(columns)
        latest[handle] = PreviousAnswer(completed_on, read_answer(columns), private)
    return latest


class _PreviousRow(Record):
    handle: str
    completed_on: date
    private: bool


_PREVIOUS = f"""
SELECT coalesce(there.handle, advisor.handle) AS handle, completed_on, {ANSWER},
    {REVIEW_ANSWER} AS private
FROM review_answer JOIN review ON review.id = review_answer.review_id
    LEFT JOIN advisor ON advisor.id = review_answer.advisor_id
    LEFT JOIN review_answer AS there ON there.review_id = :review_id
        AND (there.advisor_id = review_answer.advisor_id
            OR (there.advisor_id IS NULL AND review_answer.advisor_id IS NULL
                AND there.handle = review_answer.handle))
WHERE completed_on IS NOT NULL AND review_answer.facts <> '{{}}'
    AND (completed_on, review.id) < (:end_on, :end_id)
    AND (there.handle IS NOT NULL OR advisor.handle IS NOT NULL)
ORDER BY completed_on, review.id"""
