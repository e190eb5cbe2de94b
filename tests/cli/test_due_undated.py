"""What has no day can't be due, so the list says how much of it there is."""

from __future__ import annotations

import pytest

from tests.boards import Board
from tests.cli.typed import typed

pytestmark = pytest.mark.usefixtures("plain_screen")


@pytest.fixture
def undated(board: Board, monkeypatch: pytest.MonkeyPatch) -> Board:
    """A new and an old promise, and a step, without a day."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    marcus = board.advisor()
    board.promise(marcus, made="2026-11-20")
    board.promise(marcus, made="2026-10-01")
    board.goal_step(board.goal("Run a P&L", marcus), added_on="2026-10-01")
    return board


@pytest.mark.usefixtures("undated")
def test_the_list_counts_the_new_promises_without_a_day() -> None:
    assert "1 new promise without a day" in typed("due").out.splitlines()[0]
    assert "without a day" not in typed("due", "--as-of", "in 2w").out


def test_the_list_counts_the_new_steps_without_a_day(undated: Board) -> None:
    undated.goal_step(1, "Read", added_on="2026-11-21")

    assert "2 new without a day" in typed("due").out.splitlines()[0]


@pytest.mark.usefixtures("undated")
def test_the_whole_list_counts_all_of_it() -> None:
    words = " ".join(typed("due", "--all").out.split())

    assert words.endswith(
        "Without a day: 2 promises (boardroom promise list), 1 step (boardroom goal list)."
    )
