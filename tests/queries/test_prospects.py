from __future__ import annotations

import pytest

from boardroom.errors import NotFound
from boardroom.queries.criteria import (
    CriterionView,
    RatingView,
    criteria,
    criterion,
    ratings,
    ratings_count,
)
from boardroom.queries.prospects import prospects, rated_advisor
from boardroom.rules.criteria import Match, Tally
from boardroom.store.file import reading
from tests.boards import TODAY, Board


def test_musts_are_first_then_the_order_of_adding(board: Board) -> None:
    board.prospect("Noor Haddad")
    board.criterion("Near enough", must=False)
    board.criterion("Has run a P&L", noor=False)
    board.criterion("Has the time")

    with reading(board.path) as connection:
        listed = criteria(connection)
        second = criterion(connection, 2)
        noors = ratings(connection, 1)
        counts = [ratings_count(connection, number) for number in (1, 2, 3)]

    uids = [uid for (uid,) in board.sql("SELECT uid FROM criterion ORDER BY id")]
    nice = CriterionView(1, uids[0], "Near enough", must=False)
    run = CriterionView(2, uids[1], "Has run a P&L", must=True)
    time = CriterionView(3, uids[2], "Has the time", must=True)
    assert listed == [run, time, nice]
    assert second == run
    assert noors == (
        RatingView(run, meets=False),
        RatingView(time, meets=None),
        RatingView(nice, meets=None),
    )
    assert counts == [0, 1, 0]


def test_a_criterion_that_is_gone_is_not_found(board: Board) -> None:
    board.criterion()

    with (
        reading(board.path) as connection,
        pytest.raises(NotFound, match=r"There is no criterion c9\."),
    ):
        criterion(connection, 9)


def test_prospects_are_ranked_and_the_declined_are_last(board: Board) -> None:
    for name in ("Ana Lima", "Bo Berg", "Cy Diaz", "Di Ek", "Ed Fox"):
        board.prospect(name)
    board.step(3, "asked", "2026-11-21")
    board.step(4, "asked", "2026-11-21")
    board.step(4, "declined", "2026-11-21")
    board.advisor()
    board.criterion("Has run a P&L", ana=True, bo=True, cy=True, di=True, marcus=True)
    board.criterion("Has the time", ana=False, bo=True, di=True)
    board.criterion("Near enough", must=False, cy=True, ed=True)

    with reading(board.path) as connection:
        ranked = prospects(connection, today=TODAY)
        marcus = rated_advisor(connection, 6, today=TODAY)

    assert [(view.advisor.handle, view.match) for view in ranked] == [
        ("bo", Match(Tally(2, 0, 0), Tally(0, 0, 1))),
        ("cy", Match(Tally(1, 0, 1), Tally(1, 0, 0))),
        ("ed", Match(Tally(0, 0, 2), Tally(1, 0, 0))),
        ("ana", Match(Tally(1, 1, 0), Tally(0, 0, 1))),
        ("di", Match(Tally(2, 0, 0), Tally(0, 0, 1))),
    ]
    assert (marcus.advisor.handle, marcus.match.must) == ("marcus", Tally(1, 0, 1))


def test_prospects_are_by_handle_without_criteria(board: Board) -> None:
    board.prospect("Noor Haddad")
    board.prospect("Ana Lima")

    with reading(board.path) as connection:
        ranked = prospects(connection, today=TODAY)

    assert [(view.advisor.handle, view.ratings) for view in ranked] == [("ana", ()), ("noor", ())]
