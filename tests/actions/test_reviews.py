from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from boardroom.actions.reviews import answer_board
from boardroom.errors import BadInput, NotFound, Refused
from boardroom.rules.reviews import Answer
from tests.boards import Board

STANDING = (
    "SELECT status, changed_on, until_on FROM transition WHERE advisor_id = ?"
    " ORDER BY id DESC LIMIT 1"
)


def _said(board: Board) -> str:
    return str(board.sql("SELECT summary FROM operation ORDER BY id DESC LIMIT 1")[0][0])


def _answers(board: Board, review_id: int = 1) -> dict[str, Answer]:
    return {answer.handle: answer.answer for answer in board.reviewed(review_id).answers}


def test_the_first_answer_starts_the_review(board: Board) -> None:
    marcus, dana = board.advisor(), board.advisor("Dana Reyes")

    assert board.answer(marcus, value=4, chemistry=5, on="2026-11-03") == 1
    assert _said(board) == "Answered for Marcus Ojo: value 4, chemistry 5"
    assert board.answer(dana, decision="part") == 1
    assert board.answer(marcus, chemistry=None, decision="adjust", window="6 - 8 w") == 1

    assert _said(board) == "Answered for Marcus Ojo: no chemistry, adjust, new window 6-8w"
    review = board.reviewed()
    assert (review.of_board, review.started_on, review.completed_on, review.from_on) == (
        True,
        date(2026, 11, 3),
        None,
        None,
    )
    assert _answers(board) == {
        "dana": Answer(decision="part"),
        "marcus": Answer(value=4, decision="adjust", window="6-8w"),
    }
    assert [answer.facts for answer in review.answers] == [None, None]
    assert board.sql("SELECT window FROM advisor WHERE window IS NOT NULL") == []
    assert board.sql("SELECT count(*) FROM transition WHERE status <> 'active'") == [(0,)]


def test_a_note_about_the_board_starts_its_review(board: Board) -> None:
    board.advisor()
    with board.change() as work:
        assert answer_board(work, {"note": " Look for finance "}).id == 1
    assert (_said(board), board.reviewed().board_note) == (
        "Saved the note about the board in r1",
        "Look for finance",
    )
    with board.change() as work:
        assert answer_board(work, {"note": ""}).id == 1
    assert (_said(board), board.reviewed().board_note) == (
        "Cleared the note about the board in r1",
        None,
    )


def test_completing_carries_out_the_decisions(board: Board) -> None:
    marcus, ana, tom, dana, priya = (
        board.advisor(name)
        for name in ("Marcus Ojo", "Ana Lima", "Tom Berg", "Dana Reyes", "Priya Nair")
    )
    board.answer(marcus, decision="adjust", window="6-8w")
    board.answer(ana, decision="keep")
    board.answer(tom, decision="pause", until_on=date(2027, 2, 1))
    board.answer(dana, decision="part")
    board.answer(priya, decision="keep")

    board.complete(1)

    assert _said(board) == (
        "Completed r1: kept Ana Lima and Priya Nair, Marcus Ojo's window is 6-8w now, paused Tom"
        " Berg until Mon 1 Feb 2027,"
        " parted with Dana Reyes; your promise p1: Thank Dana Reyes for being on your board, by"
        " Sun 22 Nov 2026"
    )
    assert board.sql("SELECT handle, window FROM advisor WHERE window IS NOT NULL") == [
        ("marcus", "6-8w")
    ]
    assert board.sql(STANDING, tom) == [("paused", "2026-11-21", "2027-02-01")]
    assert board.sql(STANDING, dana) == [("alumni", "2026-11-21", None)]
    assert board.sql("SELECT advisor_id, kind, due_on FROM promise") == [
        (dana, "thanks", "2026-11-22")
    ]


def test_every_incomplete_answer_is_named(board: Board) -> None:
    marcus, dana, tom = (
        board.advisor(),
        board.advisor("Dana Reyes"),
        board.advisor("Tom Berg", joined="2026-05-01"),
    )
    board.answer(marcus, decision="adjust", on="2026-11-03")
    board.answer(tom, decision="pause", until_on=date(2026, 11, 10), on="2026-11-03")
    board.answer(dana, value=5, on="2026-11-03")
    before = board.dump()

    with pytest.raises(Refused) as caught:
        board.complete(1)

    assert caught.value.message == (
        "The review can't be completed yet: Dana Reyes needs a decision, Marcus Ojo needs a new"
        " window"
        " and Tom Berg needs a later end of the pause."
    )
    assert board.dump() == before


def test_a_review_is_completed_only_once(board: Board) -> None:
    board.complete(board.answer(board.advisor()))

    with pytest.raises(Refused, match="r1 was completed on Sat 21 Nov 2026") as caught:
        board.complete(1)
    assert caught.value.hint == "See it with: boardroom review --show r1"
    with pytest.raises(NotFound, match="There is no review r9"):
        board.complete(9)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"value": 6}, "'6' is not a rating."),
        (
            {"decision": "pause", "until_on": date(2026, 11, 21)},
            "Sat 21 Nov 2026 is not in the future, so the pause can't end then.",
        ),
    ],
)
def test_an_invalid_answer_starts_no_review(
    board: Board, given: dict[str, Any], message: str
) -> None:
    marcus = board.advisor()

    with pytest.raises(BadInput) as caught:
        board.answer(marcus, **given)

    assert (caught.value.message, board.sql("SELECT count(*) FROM review")) == (message, [(0,)])
