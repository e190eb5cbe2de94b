"""Random sequences of changes, undone one by one and redone: every table is as it was before."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.boards import Board
from tests.cli.random_changes import made_undone_and_redone

CHANGES = 40


@given(seed=st.integers(min_value=0, max_value=2**32))
@settings(max_examples=2)
def test_any_sequence_of_changes_is_undone_and_redone(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    chance = random.Random(seed)  # noqa: S311  no secret
    path = tmp_path_factory.mktemp("undo") / "board.db"
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("BOARDROOM_DB", str(path))
        assert made_undone_and_redone(Board(path), chance, CHANGES) == []
