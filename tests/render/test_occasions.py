from __future__ import annotations

import pytest

from boardroom.queries.occasions import occasions
from boardroom.render.occasions import occasions_page
from boardroom.store.file import reading
from tests.boards import TODAY, Board
from tests.render.test_screens import Golden, faces


@pytest.fixture
def filled(board: Board) -> Board:
    """A board with occasions to come, past and done, one of them private."""
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.occasion(marcus, "Birthday", on="1980-02-29", yearly=True)
    board.occasion(ana, "Board exam at the medical chamber in Porto")
    board.occasion(ana, "Move", on="2026-10-02", done="2026-10-05", note="Porto it is")
    board.occasion(marcus, "Launch", on="2026-11-20", private=True)
    return board


def test_a_list_of_occasions_looks_like_this(filled: Board, golden: Golden) -> None:
    with reading(filled.path) as connection:
        listed = occasions(connection, today=TODAY)

    golden("occasions", faces(occasions_page(listed, TODAY, "", "")))


def test_a_long_list_names_the_command_for_the_rest(filled: Board) -> None:
    with reading(filled.path) as connection:
        listed = occasions(connection, today=TODAY, limit=3)

    assert (len(listed.occasions), listed.left_out_count) == (3, 1)
