"""How the user rated each person, review by review, for `boardroom report`."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.queries.reviews import reviews
from boardroom.record import Record


class Rated(Record):
    """The ratings of a person in a completed review, 1 to 5, each None if not given."""

    review: str
    on: date
    value: int | None
    chemistry: int | None
    trust: int | None
    decision: str | None
    private: bool


def ratings(connection: sqlite3.Connection) -> dict[int, list[Rated]]:
    """The ratings in completed reviews, oldest first, by advisor id."""
    by_advisor: dict[int, list[Rated]] = {}
    for review in reversed(reviews(connection).reviews):
        if review.completed_on is None:
            continue
        for view in review.covered:
            if view.advisor_id is not None:
                answer = view.answer
                by_advisor.setdefault(view.advisor_id, []).append(
                    Rated(
                        review.ref,
                        review.completed_on,
                        *(answer.value, answer.chemistry, answer.trust),
                        answer.decision,
                        view.private,
                    )
                )
    return by_advisor
