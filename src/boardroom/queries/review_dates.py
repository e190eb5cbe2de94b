"""The days of completed and open reviews, for the morning list and the board.

The prompt lane loads this module, so it imports nothing slow and reads no texts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import date

from boardroom.queries.views import views
from boardroom.record import Record
from boardroom.rules.due_items import ReviewInProgress
from boardroom.rules.reviews import Answer, done_count


def last_reviews(connection: sqlite3.Connection, *, today: date) -> dict[int | None, date]:
    """The day of the last completed review of each advisor, by id; None for the board's.

    A review covers the advisors about whom it holds facts.
    """
    rows = connection.execute(_LAST, {"today": today.isoformat()})
    return {advisor_id: date.fromisoformat(on) for advisor_id, on in rows if on is not None}


def reviews_in_progress(
    connection: sqlite3.Connection,
    active: Mapping[str, str],
    *,
    today: date,
    in_past: bool = False,
) -> list[ReviewInProgress]:
    """The open review of the board, or the open reviews of single advisors.

    `active` has the names of the active advisors by handle, sorted by handle. With `in_past`, those
    completed after `today` are included; how far they were then is not known.
    """
    query = _OPEN.format(later=" OR completed_on > :today" if in_past else "")
    rows = connection.execute(query, {"today": today.isoformat()})
    in_progress = []
    for review in views(_OpenReview, rows):
        answers = {
            handle: Answer(decision=decision, window=window)
            for handle, decision, window in connection.execute(_DECIDED, {"review_id": review.id})
        }
        handles = [handle for handle in active if review.of_board or handle in answers]
        if handles:
            handle = None if review.of_board else handles[0]
            in_progress.append(
                ReviewInProgress(
                    handle,
                    active[handle] if handle else None,
                    review.started_on,
                    0 if in_past else done_count(answers.get(handle) for handle in handles),
                    0 if in_past else len(handles),
                )
            )
    return in_progress


class _OpenReview(Record):
    id: int
    of_board: bool
    started_on: date


_LAST = """
SELECT advisor_id, max(completed_on) FROM review JOIN review_answer ON review_id = review.id
WHERE completed_on <= :today AND advisor_id IS NOT NULL AND facts <> '{}' GROUP BY advisor_id
UNION ALL SELECT NULL, max(completed_on) FROM review WHERE completed_on <= :today AND of_board"""
_OPEN = """
SELECT id, of_board, started_on FROM review
WHERE started_on <= :today AND (completed_on IS NULL{later})"""
_DECIDED = """
SELECT advisor.handle, decision, review_answer.window
FROM review_answer JOIN advisor ON advisor.id = advisor_id WHERE review_id = :review_id"""
