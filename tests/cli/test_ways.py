"""Ways to meet in the words that people use."""

from __future__ import annotations

import pytest

from tests.boards import Board
from tests.cli.typed import typed


@pytest.mark.parametrize(
    ("word", "way"),
    [("zoom", "video"), ("Teams", "video"), ("phone", "call"), ("Phone call", "call")],
)
def test_another_word_for_a_way_is_that_way(board: Board, word: str, way: str) -> None:
    board.advisor()

    assert typed("plan", "marcus", "15 dec", "--way", word).code == 0
    assert typed("log", "marcus", "Good", "--on", "today", "--way", word).code == 0
    assert typed("advisor", "edit", "marcus", "--way", word).code == 0
    assert typed("meeting", "edit", "m1", "--way", "walk").code == 0
    assert typed("meeting", "edit", "m1", "--way", word).code == 0
    assert board.sql("SELECT way FROM meeting UNION ALL SELECT way FROM advisor") == [(way,)] * 3


@pytest.mark.parametrize("when", ["tue zoom", "tue over zoom", "zoom tue"])
def test_another_word_for_a_way_is_no_place(board: Board, when: str) -> None:
    board.advisor()

    assert typed("plan", "marcus", *when.split()).err.endswith(
        "boardroom plan marcus tue --way zoom\n"
    )


def test_a_word_that_is_none_is_refused(board: Board) -> None:
    board.advisor()

    assert typed("plan", "marcus", "tue", "--way", "dinner").err == (
        "'dinner' is not a way to meet. Use one of coffee, lunch, call, video, walk, other.\n"
    )
