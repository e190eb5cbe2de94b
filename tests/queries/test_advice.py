from __future__ import annotations

from datetime import date

import pytest

from boardroom.errors import NotFound
from boardroom.queries.advice import AdviceView, advice, advice_by_id, advice_of_meeting
from boardroom.store.file import reading
from tests.boards import Board


@pytest.fixture
def advised(board: Board) -> Board:
    """Two advisors' advice in every state, each text naming it; the second is Ana's, and all but `newer` is of 1 November."""
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    for text, fields in (
        ("told", {"status": "worked", "reported_on": "2026-11-20"}),
        ("hers", {"status": "set_aside"}),
        ("trying", {"status": "trying"}),
        ("trying, told", {"status": "trying", "reported_on": "2026-11-20"}),
        ("new", {"status": "new"}),
        ("newer", {"status": "new", "given": "2026-11-02"}),
        ("later", {"status": "worked"}),
    ):
        board.advice(ana if text == "hers" else marcus, text, **fields)
    return board


@pytest.mark.parametrize(
    ("closed", "limit", "expected", "left_out"),
    [
        (False, None, ["later", "hers", "trying", "newer", "new", "trying, told"], 0),
        (True, None, ["later", "hers", "trying", "newer", "new", "trying, told", "told"], 0),
        (False, 2, ["later", "hers"], 4),
        (True, 5, ["later", "hers", "trying", "newer", "new"], 2),
    ],
)
def test_what_is_to_be_told_stands_first_and_what_is_over_last(
    advised: Board, closed: bool, limit: int | None, expected: list[str], left_out: int
) -> None:
    with reading(advised.path) as connection:
        found = advice(connection, closed=closed, limit=limit)

    assert ([view.text for view in found.advice], found.left_out_count) == (expected, left_out)


def test_one_persons_advice_stands_alone(advised: Board) -> None:
    with reading(advised.path) as connection:
        found = advice(connection, advisor_id=2, closed=True)

    assert ([view.text for view in found.advice], found.left_out_count) == (["hers"], 0)


def test_advice_is_seen_whole_and_private_in_the_private_meeting_it_was_given_in(
    board: Board,
) -> None:
    marcus = board.advisor()
    meeting_id = board.meeting(marcus, "2026-11-10", private=True)
    advice_id = board.advice(
        marcus,
        given="2026-11-10",
        status="worked",
        outcome="Yes",
        outcome_on="2026-11-12",
        reported_on="2026-11-13",
        meeting_id=meeting_id,
    )
    board.advice(marcus)

    with reading(board.path) as connection:
        found = advice_of_meeting(connection, meeting_id)

    assert found == (
        AdviceView(
            id=advice_id,
            uid=board.sql("SELECT uid FROM advice ORDER BY id")[0][0],
            handle="marcus",
            name="Marcus Ojo",
            text="Shadow the budget round",
            status="worked",
            outcome="Yes",
            meeting_id=meeting_id,
            private=True,
            on=date(2026, 11, 10),
            outcome_on=date(2026, 11, 12),
            reported_on=date(2026, 11, 13),
        ),
    )


def test_advice_comes_in_the_order_it_was_asked_for_in_or_not_at_all(advised: Board) -> None:
    with reading(advised.path) as connection:
        found = advice_by_id(connection, [3, 1])
        with pytest.raises(NotFound) as caught:
            advice_by_id(connection, [1, 99])

    assert [(view.text, view.private) for view in found] == [("trying", False), ("told", False)]
    assert caught.value.message == "There is no advice v99."
