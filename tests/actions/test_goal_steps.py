from __future__ import annotations

from datetime import date

import pytest

from boardroom.actions.goal_steps import add_step, edit_step, remove_step, take_steps
from boardroom.errors import BadInput, NotFound, Refused
from boardroom.store import reversal
from boardroom.store.work import Done
from tests.boards import TODAY, Board

STORED = "SELECT goal_id, text, due_on, done_on, note FROM goal_step ORDER BY id"


def test_a_step_is_added_to_an_open_goal_alone(board: Board) -> None:
    goal_id, closed = board.goal(), board.goal("Speak", status="achieved", closed_on="2026-11-02")

    with board.change() as work:
        done = add_step(work, goal_id, " Shadow the [round] ", due_on=date(2026, 12, 1))
    assert done == Done(
        "Added s1 towards g1 (Run a P&L): Shadow the [round], by Tue 1 Dec 2026", (1,)
    )
    with (
        pytest.raises(Refused, match=r"g2 was achieved, so no step can be added\."),
        board.change() as work,
    ):
        add_step(work, closed, "Shadow")
    with pytest.raises(BadInput, match="The step can't be empty"), board.change() as work:
        add_step(work, goal_id, " ")
    with pytest.raises(NotFound, match=r"There is no goal g9\."), board.change() as work:
        add_step(work, 9, "Shadow")
    assert board.sql(STORED) == [(1, "Shadow the [round]", "2026-12-01", None, None)]


def test_a_step_edit_sets_and_clears_fields(board: Board) -> None:
    step = board.goal_step(board.goal())

    with board.change() as work:
        edit_step(
            work,
            step,
            text="Ask",
            due_on=date(2026, 12, 1),
            done_on=date(2026, 11, 20),
            note="Well",
        )
    assert board.summary() == (
        "Changed s1 towards g1 (Run a P&L): by none → Tue 1 Dec 2026,"
        " taken none → Fri 20 Nov 2026, text “Shadow the budget round” → “Ask”, note none → “Well”"
    )
    assert board.sql(STORED) == [(1, "Ask", "2026-12-01", "2026-11-20", "Well")]
    with board.change() as work:
        edit_step(work, step, due_on="", done_on="", note="")
    assert board.summary() == (
        "Changed s1 (Ask) towards g1 (Run a P&L): by Tue 1 Dec 2026 → none,"
        " taken Fri 20 Nov 2026 → none, note “Well” → none"
    )
    assert board.sql(STORED) == [(1, "Ask", None, None, None)]


def test_a_taken_steps_day_can_be_corrected_under_a_closed_goal(
    board: Board,
) -> None:
    goal_id = board.goal(status="achieved", closed_on="2026-11-20")
    taken, left = board.goal_step(goal_id, done_on="2026-11-19"), board.goal_step(goal_id)

    with board.change() as work:
        edit_step(work, taken, done_on=date(2026, 11, 18))
    with (
        pytest.raises(Refused, match=r"g1 was achieved, so s2 can't be taken\."),
        board.change() as work,
    ):
        edit_step(work, left, done_on=date(2026, 11, 18))
    assert [row[3] for row in board.sql(STORED)] == ["2026-11-18", None]


def test_steps_are_taken_together_or_not_at_all(board: Board) -> None:
    goal_id, closed = board.goal(), board.goal("Speak", status="dropped", closed_on="2026-11-02")
    board.goal_step(goal_id, note="With care")
    board.goal_step(goal_id, "Ask")
    board.goal_step(closed)
    before = board.dump()

    with board.change() as work:
        take_steps(work, [2, 1, 2], on=date(2026, 11, 20))
    assert (
        board.summary()
        == "Took s2 towards g1 (Run a P&L): Ask; s1 towards g1 (Run a P&L): Shadow the budget round"
    )
    assert [row[3:] for row in board.sql(STORED)] == [
        ("2026-11-20", "With care"),
        ("2026-11-20", None),
        (None, None),
    ]
    with (
        pytest.raises(Refused, match=r"s1 was already taken, on Fri 20 Nov 2026\."),
        board.change() as work,
    ):
        take_steps(work, [1])
    reversal.undo(board.path, 1, today=TODAY)
    assert board.dump() == before
    with (
        pytest.raises(Refused, match=r"g2 was dropped, so s3 can't be taken\."),
        board.change() as work,
    ):
        take_steps(work, [1, 3])
    with pytest.raises(NotFound, match=r"There is no step s9\."), board.change() as work:
        take_steps(work, [1, 9])
    with (
        pytest.raises(
            BadInput, match="Sun 22 Nov 2026 is in the future, so nothing was taken then"
        ),
        board.change() as work,
    ):
        take_steps(work, [1], on=date(2026, 11, 22))
    assert board.dump() == before


def test_a_step_is_removed(board: Board) -> None:
    step = board.goal_step(board.goal())

    with board.change() as work:
        remove_step(work, step)
    assert (board.summary(), board.sql(STORED)) == (
        "Removed s1 towards g1 (Run a P&L): Shadow the budget round",
        [],
    )
