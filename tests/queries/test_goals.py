from __future__ import annotations

from datetime import date

import pytest

from boardroom.errors import NotFound
from boardroom.queries.goals import (
    GoalBelongings,
    GoalView,
    Helper,
    StepView,
    goal_belongings,
    goals,
    goals_by_id,
    goals_helped_by,
    steps_by_id,
)
from boardroom.rules.goals import Progress
from boardroom.store.file import reading
from tests.boards import Board


def _listed(
    board: Board, *, closed: bool = False, limit: int | None = None
) -> tuple[list[str], int]:
    with reading(board.path) as connection:
        listed = goals(connection, closed=closed, limit=limit)
    return [view.title for view in listed.goals], listed.left_out_count


def _six(board: Board) -> None:
    board.goal("Far away", horizon="long")
    board.goal("Near")
    board.goal("Achieved", status="achieved", closed_on="2026-11-02", target_on="2026-10-01")
    board.goal("Later", target_on="2027-03-01")
    board.goal("Dropped", status="dropped", closed_on="2026-11-05")
    board.goal("Sooner", target_on="2026-12-01", horizon="long")


def test_open_goals_come_by_target_then_near_ones_then_closed(
    board: Board,
) -> None:
    _six(board)

    assert _listed(board) == (["Sooner", "Later", "Near", "Far away"], 0)
    assert _listed(board, closed=True) == (
        ["Sooner", "Later", "Near", "Far away", "Dropped", "Achieved"],
        0,
    )


def test_a_limit_keeps_the_first_and_counts_the_rest(board: Board) -> None:
    _six(board)

    assert _listed(board, limit=3) == (["Sooner", "Later", "Near"], 1)
    assert _listed(board, limit=5, closed=True) == (
        ["Sooner", "Later", "Near", "Far away", "Dropped"],
        1,
    )


def test_a_goal_has_its_steps_helpers_and_agenda_days(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    goal_id = board.goal(
        "Run a P&L", marcus, ana, why="To lead", note="Hard", target_on="2027-03-01"
    )
    other = board.goal("Speak", ana)
    board.goal_step(goal_id, "Any day", note="Slowly")
    board.goal_step(goal_id, "Before", due_on="2026-10-20", done_on="2026-10-31")
    board.goal_step(other, "Not this one's")
    for status, closed_on in (
        ("covered", date(2026, 11, 3)),
        ("covered", date(2026, 10, 1)),
        ("dropped", date(2026, 11, 10)),
    ):
        board.item(marcus, status=status, closed_on=closed_on, goal_id=goal_id)
    board.item(marcus, goal_id=goal_id)
    board.item(marcus, "Another", goal_id=goal_id)
    board.item(ana)

    with reading(board.path) as connection:
        whole, bare = goals_by_id(connection, [goal_id, other])
        steps = steps_by_id(connection, [2, 1])

    uids = [uid for (uid,) in board.sql("SELECT uid FROM goal_step ORDER BY id")]
    before = StepView(2, uids[1], goal_id, "Before", date(2026, 10, 20), date(2026, 10, 31), None)
    any_day = StepView(1, uids[0], goal_id, "Any day", None, None, "Slowly")
    both = (Helper("ana", "Ana Lima"), Helper("marcus", "Marcus Ojo"))
    assert steps == [before, any_day]
    assert whole == GoalView(
        goal_id,
        board.sql("SELECT uid FROM goal ORDER BY id")[0][0],
        "Run a P&L",
        "near",
        "To lead",
        "open",
        "Hard",
        target_on=date(2027, 3, 1),
        added_on=date(2026, 1, 2),
        closed_on=None,
        helpers=both,
        steps=(before, any_day),
        raised_on=date(2026, 11, 3),
        raising_with=both[1:],
    )
    assert whole.progress == Progress(1, 2)
    assert (bare.helpers, bare.progress, bare.raised_on, bare.raising_with) == (
        both[:1],
        Progress(0, 1),
        None,
        (),
    )


def test_goals_helped_by_are_open_or_achieved_since(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.goal("Hers", ana)
    board.goal("Dropped", marcus, status="dropped", closed_on="2026-11-05")
    board.goal("Achieved before", marcus, status="achieved", closed_on="2026-10-31")
    board.goal("Achieved since", marcus, status="achieved", closed_on="2026-11-01")
    board.goal("Open", marcus, ana)

    with reading(board.path) as connection:
        helped = goals_helped_by(connection, marcus, since=date(2026, 11, 1))

    assert [view.title for view in helped] == ["Open", "Achieved since"]


def test_what_refers_to_a_goal_is_counted(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    goal_id = board.goal("Run a P&L", marcus, ana)
    for _ in range(3):
        board.goal_step(goal_id)
    board.item(marcus, goal_id=goal_id)

    with reading(board.path) as connection:
        assert goal_belongings(connection, goal_id) == GoalBelongings(
            step_count=3, link_count=2, item_count=1
        )


def test_unknown_ids_are_not_found(board: Board) -> None:
    board.advisor()

    with reading(board.path) as connection:
        with pytest.raises(NotFound, match=r"There is no goal g9\."):
            goals_by_id(connection, [9])
        with pytest.raises(NotFound, match=r"There is no step s9\."):
            steps_by_id(connection, [9])
