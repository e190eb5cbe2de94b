"""The seats at a glance: `boardroom board`."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import NamedTuple

from boardroom.queries.advisors import AdvisorView, advisors
from boardroom.queries.settings import settings
from boardroom.rules.settings import Seats


class BoardView(NamedTuple):
    """Who sits where, who is away for a while, and how many chairs there are."""

    today: date
    seats: Seats
    active: tuple[AdvisorView, ...]
    paused: tuple[AdvisorView, ...]


def board(connection: sqlite3.Connection, *, today: date) -> BoardView:
    """The board as of `today`, in the order of handles."""
    people = advisors(connection, today=today, statuses=("active", "paused"))
    return BoardView(
        today,
        settings(connection).seats,
        tuple(view for view in people if view.standing.status == "active"),
        tuple(view for view in people if view.standing.status == "paused"),
    )
