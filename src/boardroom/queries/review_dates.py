"""Which reviews there were and which is going on, as far as the morning list has to know: when, and of whom.

Loaded by the prompt lane, so nothing slow is imported, and nothing of what was answered is read.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from datetime import date

from boardroom.rules.due import Begun
from boardroom.rules.reviews import Answer, done_count


def last_reviews(connection: sqlite3.Connection, *, today: date) -> dict[int | None, date]:
    """The day of the last completed review that covers them (froze facts about them) by advisor; the board's own under None."""
    rows = connection.execute(_LAST, {"today": today.isoformat()})
    return {advisor_id: date.fromisoformat(on) for advisor_id, on in rows if on is not None}


def begun_reviews(
    connection: sqlite3.Connection, active: Mapping[str, str], *, today: date
) -> list[Begun]:
    """The review of the board that is going on, or else those of people alone; `active` are the names, by handle, of whom it is about."""
    begun = connection.execute(
        "SELECT id, of_board, started_on FROM review WHERE completed_on IS NULL AND started_on <= ?",
        (today.isoformat(),),
    )
    found = []
    for review_id, of_board, on in begun.fetchall():
        rows = connection.execute(_DECIDED, (review_id,))
        answers = {
            handle: Answer(decision=decision, window=window) for handle, decision, window in rows
        }
        about = [handle for handle in active if of_board or handle in answers]
        if about:
            alone = None if of_board else about[0]
            done = done_count(answers.get(handle) for handle in about)
            found.append(
                Begun(
                    alone,
                    active[alone] if alone else None,
                    date.fromisoformat(on),
                    done,
                    len(about),
                )
            )
    return found


_LAST = """
SELECT advisor_id, max(completed_on) FROM review JOIN review_answer ON review_id = review.id
WHERE completed_on <= :today AND advisor_id IS NOT NULL AND facts <> '{}' GROUP BY advisor_id
UNION ALL SELECT NULL, max(completed_on) FROM review WHERE completed_on <= :today AND of_board"""
_DECIDED = """
SELECT advisor.handle, decision, review_answer.window
FROM review_answer JOIN advisor ON advisor.id = advisor_id WHERE review_id = ?"""
