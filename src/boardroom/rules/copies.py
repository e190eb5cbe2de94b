"""What a copy of the board is found to hold, and how it differs from the board."""

from __future__ import annotations

from boardroom.record import Record

COUNTED = {
    "advisor": "people",
    "meeting": "meetings",
    "agenda_item": "agenda items",
    "promise": "promises",
    "advice": "advice",
    "exchange": "exchanges",
    "occasion": "occasions",
    "goal": "goals",
    "goal_step": "steps",
    "criterion": "criteria",
    "review": "reviews",
}
"""The tables that are counted when two boards are compared, and their records in words."""


class Content(Record):
    """What a sound board file holds: how many records of each table, and its newest change.

    `uid` identifies the board that it is or is a copy of, and is empty before version 4. `changed`
    is the time of the newest change in UTC, and `summary` what it did; both are empty on a board
    without changes.
    """

    uid: str
    version: int
    counts: dict[str, int]
    changed: str = ""
    summary: str = ""


def differences(board: Content, copy: Content) -> dict[str, tuple[int, int]]:
    """The tables whose counts differ, with the count in the board and in the copy."""
    return {
        table: (board.counts.get(table, 0), copy.counts.get(table, 0))
        for table in COUNTED
        if board.counts.get(table, 0) != copy.counts.get(table, 0)
    }


def is_another_board(board: Content | None, copy: Content) -> bool:
    """Whether the two are known to be different boards."""
    return board is not None and bool(board.uid and copy.uid) and board.uid != copy.uid
