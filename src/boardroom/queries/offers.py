"""What the user has to offer an advisor: what their advice led to, a goal reached, and people.

Source: a two-way street; introductions, insight and experience are what a mentee can give
(articles 000, 001, 002, 004).
"""

from __future__ import annotations

import sqlite3

from boardroom.queries.introductions import Chain
from boardroom.queries.private import ADVICE as IS_PRIVATE
from boardroom.queries.private import ADVICE_OUTCOME
from boardroom.record import Record
from boardroom.rules.ids import ADVICE, GOAL

_MOST_PEOPLE = 2


class AdviceThatWorked(Record):
    """Advice of theirs that worked."""

    id: int
    text: str
    private: bool

    @property
    def ref(self) -> str:
        """The id as the user types it."""
        return ADVICE.ref(self.id)


class GoalReached(Record):
    """A goal that the user achieved."""

    id: int
    title: str

    @property
    def ref(self) -> str:
        """The id as the user types it."""
        return GOAL.ref(self.id)


class Offer(Record):
    """What could be offered; each part may be missing, and asking how to help never is.

    `people` are names of those whom the user knows by introductions of others.
    """

    advice: tuple[AdviceThatWorked, ...] = ()
    goal: GoalReached | None = None
    people: tuple[str, ...] = ()


def offer(connection: sqlite3.Connection, advisor_id: int, known: Chain) -> Offer:
    """The newest of each to offer to one advisor; a private goal is none to tell others of."""
    goal = connection.execute(_GOAL).fetchone()
    return Offer(
        tuple(
            AdviceThatWorked(advice_id, text, bool(private))
            for advice_id, text, private in connection.execute(_ADVICE, (advisor_id,))
        ),
        None if goal is None else GoalReached(*goal),
        known.others[:_MOST_PEOPLE],
    )


_ADVICE = f"""
SELECT id, text, {IS_PRIVATE} OR {ADVICE_OUTCOME} FROM advice
WHERE advisor_id = ? AND status = 'worked' ORDER BY outcome_on DESC, id DESC LIMIT 1"""
_GOAL = """
SELECT id, title FROM goal WHERE status = 'achieved' AND NOT coalesce(private, 0)
ORDER BY closed_on DESC, id DESC LIMIT 1"""
