from __future__ import annotations

import pytest

from boardroom.actions.advisors import remove_advisor
from boardroom.actions.criteria import (
    add_criterion,
    edit_criterion,
    rate_advisor,
    remove_criterion,
)
from boardroom.errors import BadInput, NotFound
from boardroom.store.reversal import undo
from tests.boards import TODAY, Board

RATINGS = "SELECT advisor_id, criterion_id, meets FROM rating ORDER BY id"


def test_an_edited_criterion_keeps_its_ratings(board: Board) -> None:
    board.prospect("Noor Haddad")
    with board.change() as work:
        add_criterion(work, " Has run a P&L ", must=True)
    assert board.summary() == "Added c1, a must-have: Has run a P&L"
    with board.change() as work:
        rate_advisor(work, 1, 1, meets=True)
    with board.change() as work:
        edit_criterion(work, 1, text="Runs a P&L", must=False)

    assert board.summary() == (
        "Changed c1: kind must-have → nice-to-have, text “Has run a P&L” → “Runs a P&L”"
    )
    assert board.sql("SELECT text, must FROM criterion") == [("Runs a P&L", 0)]
    assert board.sql(RATINGS) == [(1, 1, 1)]


def test_a_rating_replaces_the_last_and_unknown_removes_it(board: Board) -> None:
    board.prospect("Noor Haddad")
    board.criterion()
    history = []
    for meets in (None, True, False, None):
        with board.change() as work:
            rate_advisor(work, 1, 1, meets=meets)
        history.append((board.summary(), board.sql(RATINGS)))

    assert history[1:] == [
        ("Rated Noor Haddad yes on c1: Has run a P&L", [(1, 1, 1)]),
        ("Rated Noor Haddad no on c1: Has run a P&L", [(1, 1, 0)]),
        ("Rated Noor Haddad unknown on c1: Has run a P&L", []),
    ]
    assert history[0][1] == []


@pytest.mark.parametrize("gone", ["criterion", "advisor"])
def test_ratings_are_removed_and_restored_with_their_subject(board: Board, gone: str) -> None:
    board.prospect("Noor Haddad")
    board.criterion(noor=True)
    before = board.dump()

    with board.change() as work:
        if gone == "criterion":
            remove_criterion(work, 1)
        else:
            remove_advisor(work, 1)
            work.did("Removed")

    assert board.sql(RATINGS) == []
    undo(board.path, 1, today=TODAY)
    assert board.dump() == before


def test_a_refused_change_changes_nothing(board: Board) -> None:
    board.prospect("Noor Haddad")
    board.criterion()
    before = board.dump()

    with pytest.raises(NotFound, match=r"There is no criterion c9\."), board.change() as work:
        edit_criterion(work, 9, must=True)
    with pytest.raises(NotFound, match=r"There is no criterion c9\."), board.change() as work:
        remove_criterion(work, 9)
    with pytest.raises(NotFound, match=r"There is no criterion c9\."), board.change() as work:
        rate_advisor(work, 1, 9, meets=True)
    with pytest.raises(NotFound, match=r"There is no such person\."), board.change() as work:
        rate_advisor(work, 9, 1, meets=True)
    with pytest.raises(BadInput, match=r"The criterion can't be empty\."), board.change() as work:
        add_criterion(work, " ", must=True)
    assert board.dump() == before
