from __future__ import annotations

from datetime import date

import pytest

from boardroom.errors import NotFound
from boardroom.queries.advice import AdviceView, advice, advice_by_id, advice_of_meeting
from boardroom.store.file import reading
from tests.boards import Board


@pytest.fixture
def advised(board: Board) -> Board:
    """Advice in every state, named by its text: “hers” is Ana's, and “newer” of 2 November."""
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
def test_advice_to_report_is_first_and_closed_last(
    advised: Board, closed: bool, limit: int | None, expected: list[str], left_out: int
) -> None:
    with reading(advised.path) as connection:
        listed = advice(connection, closed=closed, limit=limit)

    assert ([view.text for view in listed.advice], listed.left_out_count) == (expected, left_out)


def test_a_long_list_is_in_the_same_order(advised: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boardroom.queries.long_list.SLICE", 2)

    with reading(advised.path) as connection:
        listed = advice(connection).advice

        assert [view.text for view in listed] == [
            *("later", "hers", "trying", "newer", "new", "trying, told"),
        ]


def test_one_advisors_advice_is_listed_alone(advised: Board) -> None:
    with reading(advised.path) as connection:
        listed = advice(connection, advisor_id=2, closed=True)

    assert ([view.text for view in listed.advice], listed.left_out_count) == (["hers"], 0)


def test_advice_of_a_private_meeting_is_private(
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
        listed = advice_of_meeting(connection, meeting_id)

    assert listed == (
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
            given_on=date(2026, 11, 10),
            outcome_on=date(2026, 11, 12),
            reported_on=date(2026, 11, 13),
            outcome_private=True,
        ),
    )


def test_advice_by_id_is_in_the_order_of_ids(advised: Board) -> None:
    with reading(advised.path) as connection:
        listed = advice_by_id(connection, [3, 1])
        with pytest.raises(NotFound) as caught:
            advice_by_id(connection, [1, 99])

    assert [(view.text, view.private) for view in listed] == [("trying", False), ("told", False)]
    assert caught.value.message == "There is no advice v99."
