"""Random changes undone one by one and redone: every table is as it was before each."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.boards import Board
from tests.cli.random_changes import made_undone_and_redone
from tests.soak.conftest import Measured

CHANGES = 100


@pytest.mark.parametrize("seed", range(3))
def test_a_hundred_changes_are_undone_and_redone(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, measured: Measured
) -> None:
    board = Board(tmp_path / "board.db")
    monkeypatch.setenv("BOARDROOM_DB", board.path)

    wrong = made_undone_and_redone(board, random.Random(seed), CHANGES)  # noqa: S311  no secret

    measured("random changes undone, redone", 2 * CHANGES, "steps", wrong=wrong)
    assert wrong == []
