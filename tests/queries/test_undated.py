from __future__ import annotations

from datetime import date

from boardroom.queries.undated import Undated, undated
from boardroom.store.file import reading
from tests.boards import TODAY, Board


def _count(board: Board, today: date = TODAY) -> Undated:
    with reading(board.path) as connection:
        return undated(connection, today=today)


def test_open_promises_and_steps_without_a_day_are_counted(board: Board) -> None:
    marcus = board.advisor()
    board.promise(marcus, made="2026-11-15")
    board.promise(marcus, made="2026-11-14", by_whom="them")
    board.promise(marcus, made="2026-11-20", due_on="2026-12-01")
    board.promise(marcus, made="2026-11-20", status="kept", done_on="2026-11-21")
    goal = board.goal()
    board.goal_step(goal, added_on="2026-11-14")
    board.goal_step(goal, "Ask", added_on="2026-11-15")
    board.goal_step(goal, "Later", added_on="2026-11-22")
    board.goal_step(goal, due_on="2026-12-01")
    board.goal_step(goal, done_on="2026-11-20")
    board.goal_step(board.goal(status="dropped", closed_on="2026-11-01"))

    assert _count(board) == Undated(2, new_promises_count=1, steps_count=2, new_steps_count=1)


def test_a_past_day_counts_what_was_open_then(board: Board) -> None:
    marcus = board.advisor()
    board.promise(marcus, made="2026-11-10", status="kept", done_on="2026-11-18")
    board.promise(marcus, made="2026-11-20")

    assert _count(board, date(2026, 11, 12)) == Undated(1, 1, 0, 0)
