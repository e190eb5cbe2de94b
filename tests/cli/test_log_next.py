"""After a log, the next meeting: when it is due, and the command that plans it."""

from __future__ import annotations

import pytest

from tests.boards import Board
from tests.cli.typed import typed

NEXT = "; the next is due from Sat 19 Dec (4-6w), say Fri 25 Dec: boardroom plan marcus next"


def test_a_log_says_when_the_next_meeting_is_due(board: Board) -> None:
    board.advisor(joined="2026-01-10")

    assert NEXT in typed("log", "marcus", "Good", "--on", "today").out


@pytest.mark.parametrize(
    ("logged_on", "words"),
    [
        ("10 Oct", "the next is due by Sat 21 Nov (4-6w)"),
        ("1 Sep", "the next is 39 days past 4-6w"),
    ],
)
def test_a_late_log_says_how_late_the_next_one_is(board: Board, logged_on: str, words: str) -> None:
    board.advisor(joined="2026-01-10")

    assert words in typed("log", "marcus", "Good", "--on", logged_on).out


def test_nothing_is_said_where_a_plan_stands_or_nobody_is_active(board: Board) -> None:
    board.meeting(board.advisor(joined="2026-01-10"), "2026-12-20", "planned")
    board.prospect("Noor Haddad")

    assert "the next is" not in typed("log", "marcus", "Good", "--on", "today").out
    assert "the next is" not in typed("log", "noor", "Good", "--on", "today").out
