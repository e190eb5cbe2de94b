from __future__ import annotations

import pytest

from boardroom.actions.advisors import remove_advisor
from boardroom.actions.criteria import add_criterion, edit_criterion, rate, remove_criterion
from boardroom.errors import BadInput, NotFound
from boardroom.store.reversal import undo
from tests.boards import TODAY, Board

RATINGS = "SELECT advisor_id, criterion_id, meets FROM rating ORDER BY id"


def _said(board: Board) -> str:
    return str(board.sql("SELECT summary FROM operation ORDER BY id DESC LIMIT 1")[0][0])


def test_a_criterion_is_kept_and_changed_and_its_ratings_stay(board: Board) -> None:
    board.prospect("Noor Haddad")
    with board.change() as work:
        add_criterion(work, " Has run a P&L ", must=True)
    assert _said(board) == "Added c1, a must-have: Has run a P&L"
    with board.change() as work:
        rate(work, 1, 1, meets=True)
    with board.change() as work:
        edit_criterion(work, 1, text="Runs a P&L", must=False)

    assert _said(board) == "Changed c1, a nice-to-have: Runs a P&L"
    assert board.sql("SELECT text, must FROM criterion") == [("Runs a P&L", 0)]
    assert board.sql(RATINGS) == [(1, 1, 1)]


def test_a_rating_takes_the_place_of_the_one_before_and_unknown_takes_it_away(board: Board) -> None:
    board.prospect("Noor Haddad")
    board.criterion()
    found = []
    for meets in (None, True, False, None):
        with board.change() as work:
            rate(work, 1, 1, meets=meets)
        found.append((_said(board), board.sql(RATINGS)))

    assert found[1:] == [
        ("Rated Noor Haddad yes on c1: Has run a P&L", [(1, 1, 1)]),
        ("Rated Noor Haddad no on c1: Has run a P&L", [(1, 1, 0)]),
        ("Rated Noor Haddad unknown on c1: Has run a P&L", []),
    ]
    assert found[0][1] == []


@pytest.mark.parametrize("gone", ["criterion", "advisor"])
def test_ratings_go_with_what_they_rate_and_come_back_with_it(board: Board, gone: str) -> None:
    board.prospect("Noor Haddad")
    board.criterion(noor=True)
    before = board.dump()

    with board.change() as work:
        if gone == "criterion":
            remove_criterion(work, 1)
        else:
            remove_advisor(work, 1)
            work.summary = "Removed"

    assert board.sql(RATINGS) == []
    undo(board.path, 1, today=TODAY)
    assert board.dump() == before


def test_what_is_not_there_can_be_neither_changed_nor_rated(board: Board) -> None:
    board.prospect("Noor Haddad")
    board.criterion()
    before = board.dump()

    with pytest.raises(NotFound, match=r"There is no criterion c9\."), board.change() as work:
        edit_criterion(work, 9, must=True)
    with pytest.raises(NotFound, match=r"There is no criterion c9\."), board.change() as work:
        remove_criterion(work, 9)
    with pytest.raises(NotFound, match=r"There is no criterion c9\."), board.change() as work:
        rate(work, 1, 9, meets=True)
    with pytest.raises(NotFound, match=r"There is no such person\."), board.change() as work:
        rate(work, 9, 1, meets=True)
    with pytest.raises(BadInput, match=r"The criterion can't be empty\."), board.change() as work:
        add_criterion(work, " ", must=True)
    assert board.dump() == before
