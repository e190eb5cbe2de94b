"""The seats at a glance, and what is missing: `boardroom board`."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import NamedTuple

from boardroom.queries.advisors import AdvisorView, advisors
from boardroom.queries.due import review_snoozed_until
from boardroom.queries.exchanges import balances
from boardroom.queries.people import people as everybody
from boardroom.queries.review_dates import begun_reviews, last_reviews
from boardroom.queries.settings import settings
from boardroom.rules.balance import NOTHING, Balance
from boardroom.rules.board_gaps import Aim, Missing, Seated, missing
from boardroom.rules.due import Begun
from boardroom.rules.settings import Seats
from boardroom.rules.window_state import Clock, board_reviewed


class Promised(NamedTuple):
    """How many promises are open, the user's and theirs."""

    mine: int
    theirs: int


class Between(NamedTuple):
    """What is between the user and one advisor: promises, give and take, and the ids of the open goals they help with."""

    promises: Promised
    balance: Balance
    goals: tuple[int, ...]


class BoardView(NamedTuple):
    """Who sits where, who is away for a while, how many chairs there are, what is between the user and each, and what is missing.

    `review` is when the board's next review is due, None where nobody is active; `begun` is the one that is going on.
    """

    today: date
    seats: Seats
    active: tuple[AdvisorView, ...]
    paused: tuple[AdvisorView, ...]
    between: dict[str, Between]
    missing: Missing
    review_snoozed_until: date | None
    reviewed_on: date | None
    review: Clock | None
    begun: Begun | None


def board(connection: sqlite3.Connection, *, today: date) -> BoardView:
    """The board as of `today`, in the order of handles."""
    chosen = settings(connection)
    people = advisors(connection, today=today, statuses=("active", "paused"))
    active = tuple(view for view in people if view.standing.status == "active")
    goals = aims(connection)
    reviewed_on = last_reviews(connection, today=today).get(None)
    begun = begun_reviews(connection, {view.handle: view.name for view in active}, today=today)
    return BoardView(
        today,
        chosen.seats,
        active,
        tuple(view for view in people if view.standing.status == "paused"),
        _between(connection, [view.handle for view in people], goals, today),
        missing(
            [Seated(view.handle, view.name, view.perspectives) for view in active],
            goals,
            chosen.seats,
        ),
        review_snoozed_until(connection, today=today),
        reviewed_on,
        board_reviewed([view.standing for view in active], reviewed_on, chosen.review, today=today),
        next((each for each in begun if each.handle is None), None),
    )


def aims(connection: sqlite3.Connection) -> list[Aim]:
    """The open goals, those to be achieved first before the others, then the near ones."""
    helpers: dict[int, set[str]] = {}
    for goal_id, handle in connection.execute(
        "SELECT goal_id, handle FROM goal_helper JOIN advisor ON advisor.id = advisor_id"
    ):
        helpers.setdefault(goal_id, set()).add(handle)
    return [
        Aim(goal_id, title, frozenset(helpers.get(goal_id, ())))
        for goal_id, title in connection.execute(_OPEN_GOALS)
    ]


def _between(
    connection: sqlite3.Connection, handles: list[str], goals: list[Aim], today: date
) -> dict[str, Between]:
    ids = {person.handle: person.id for person in everybody(connection)}
    counted = balances(connection, today=today)
    promised = {
        advisor_id: Promised(mine, theirs)
        for advisor_id, mine, theirs in connection.execute(_PROMISED)
    }
    return {
        handle: Between(
            promised.get(ids[handle], Promised(0, 0)),
            counted.get(ids[handle], NOTHING),
            tuple(goal.id for goal in goals if handle in goal.helpers),
        )
        for handle in handles
    }


# Advisor by advisor, as the index has it: of all the promises ever made no more than the open ones are then read.
_PROMISED = """
SELECT advisor.id, sum(by_whom = 'me'), sum(by_whom = 'them')
FROM advisor CROSS JOIN promise ON advisor.id = advisor_id AND done_on IS NULL GROUP BY advisor.id"""
_OPEN_GOALS = "SELECT id, title FROM goal WHERE status = 'open' ORDER BY target_on IS NULL, target_on, horizon DESC, id"
