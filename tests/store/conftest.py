"""These tests are about the history, so filling a board is recorded in it."""

from __future__ import annotations

import pytest

from tests.boards import Board


@pytest.fixture
def board(board: Board) -> Board:
    board.recorded = True
    return board
