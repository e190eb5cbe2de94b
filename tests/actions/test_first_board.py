from __future__ import annotations

from datetime import date

import pytest

from boardroom.actions.first_board import FirstAdvisor, FirstBoard, FirstGoal, begin_board
from boardroom.errors import Refused
from tests.boards import Board

TOM = FirstAdvisor("Tom Berg")


def test_a_first_board_is_one_change(board: Board) -> None:
    ana = FirstAdvisor("Ana Lima", "Truth-teller", date(2026, 10, 16), "6-8w", "Honest decks")
    goal = FirstGoal("Lead a region", date(2027, 5, 21), "Ask", date(2026, 12, 15), (1,))

    with board.change() as work:
        done = begin_board(work, FirstBoard((TOM, ana), goal))

    assert (done.summary, done.ids) == (
        "Began the board with Tom Berg and Ana Lima; set g1: Lead a region, with step s1",
        (1, 2),
    )
    assert board.sql("SELECT seat, window FROM advisor") == [(None, None), ("Truth-teller", "6-8w")]
    assert board.sql("SELECT advisor_id, hopes FROM agreement") == [(2, "Honest decks")]
    assert board.sql("SELECT goal_id, advisor_id FROM goal_helper") == [(1, 2)]
    assert board.sql("SELECT count(*) FROM operation") == [(1,)]


def test_a_goal_may_have_no_step(board: Board) -> None:
    with board.change() as work:
        done = begin_board(work, FirstBoard((TOM,), FirstGoal("Lead a region", None)))

    assert done.summary == "Began the board with Tom Berg; set g1: Lead a region"


def test_a_board_begins_once(board: Board) -> None:
    board.advisor("Ana Lima")

    with (
        pytest.raises(Refused, match="This board has begun: Ana Lima is on file"),
        board.change() as work,
    ):
        begin_board(work, FirstBoard((TOM,)))
