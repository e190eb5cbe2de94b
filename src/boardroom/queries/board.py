"""The seats at a glance: `boardroom board`."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import NamedTuple

from boardroom.queries.advisors import AdvisorView, advisors
from boardroom.queries.due import review_snoozed_until
from boardroom.queries.exchanges import balances
from boardroom.queries.people import people as everybody
from boardroom.queries.settings import settings
from boardroom.rules.balance import NOTHING, Balance
from boardroom.rules.settings import Seats


class BoardView(NamedTuple):
    """Who sits where, who is away for a while, how many chairs there are, and by handle how give and take stand with each."""

    today: date
    seats: Seats
    active: tuple[AdvisorView, ...]
    paused: tuple[AdvisorView, ...]
    balances: dict[str, Balance]
    review_snoozed_until: date | None


def board(connection: sqlite3.Connection, *, today: date) -> BoardView:
    """The board as of `today`, in the order of handles."""
    counted = balances(connection, today=today)
    by_handle = {person.handle: counted.get(person.id, NOTHING) for person in everybody(connection)}
    people = advisors(connection, today=today, statuses=("active", "paused"))
    return BoardView(
        today,
        settings(connection).seats,
        tuple(view for view in people if view.standing.status == "active"),
        tuple(view for view in people if view.standing.status == "paused"),
        {view.handle: by_handle[view.handle] for view in people},
        review_snoozed_until(connection, today=today),
    )
