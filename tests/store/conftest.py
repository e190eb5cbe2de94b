"""Here a board's own history is what is tested, so that whatever a board is filled with stands in it."""

from __future__ import annotations

import pytest

from tests.boards import Board


@pytest.fixture
def board(board: Board) -> Board:
    board.recorded = True
    return board
