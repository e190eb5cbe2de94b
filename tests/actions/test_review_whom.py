from __future__ import annotations

from datetime import date

import pytest

from boardroom.actions.advisors import edit_advisor, remove_advisor
from boardroom.errors import Refused
from boardroom.rules.reviews import Answer
from boardroom.store.reversal import undo
from tests.boards import TODAY, Board

STANDING = (
    "SELECT status, changed_on, until_on FROM transition WHERE advisor_id = ?"
    " ORDER BY id DESC LIMIT 1"
)


def _answers(board: Board, review_id: int = 1) -> dict[str, Answer]:
    return {answer.handle: answer.answer for answer in board.reviewed(review_id).answers}


def test_an_advisor_gone_meanwhile_is_not_covered(board: Board) -> None:
    marcus, dana, tom = board.advisor(), board.advisor("Dana Reyes"), board.advisor("Tom Berg")
    board.answer(marcus)
    board.answer(dana, value=2, decision="part")
    board.answer(tom, value=3)  # no decision yet
    board.step(dana, "paused", "2026-11-21")
    board.step(tom, "alumni", "2026-11-21")

    board.complete(1)

    assert board.sql("SELECT summary FROM operation ORDER BY id DESC LIMIT 1") == [
        ("Completed r1: kept Marcus Ojo",)
    ]
    assert board.sql(STANDING, dana) == [("paused", "2026-11-21", None)]
    review = board.reviewed()
    assert [(answer.handle, answer.answer, answer.facts is None) for answer in review.answers] == [
        ("dana", Answer(value=2, decision="part"), True),
        ("marcus", Answer(decision="keep"), False),
        ("tom", Answer(value=3), True),
    ]
    board.step(dana, "active", "2026-11-21")
    assert [(active.handle, active.reviewed_on) for active in board.due().advisors] == [
        ("dana", None),
        ("marcus", TODAY),
    ]


def test_an_advisor_who_joined_meanwhile_needs_an_answer(board: Board) -> None:
    board.answer(board.advisor())
    dana = board.advisor("Dana Reyes", joined="2026-11-21")

    with pytest.raises(
        Refused, match="can't be completed yet: Dana Reyes needs a decision"
    ) as caught:
        board.complete(1)
    assert caught.value.hint == "Continue with: boardroom review"
    board.answer(dana)
    board.complete(1)


def test_one_person_is_reviewed_alone(board: Board) -> None:
    marcus, dana = board.advisor(), board.advisor("Dana Reyes")
    board.answer(marcus, alone=True, value=5)
    assert board.answer(dana, alone=True) == 2
    with pytest.raises(Refused, match="Marcus Ojo needs a decision") as caught:
        board.complete(1)
    assert caught.value.hint == "Continue with: boardroom review --advisor marcus"

    assert board.answer(marcus, alone=True, decision="keep") == 1
    board.complete(1)

    review = board.reviewed()
    assert (
        review.of_board,
        review.from_on,
        review.board_facts,
        [answer.handle for answer in review.answers],
    ) == (
        False,
        date(2026, 1, 10),
        None,
        ["marcus"],
    )
    assert [active.reviewed_on for active in board.due().advisors] == [None, TODAY]


def test_one_person_is_answered_in_the_open_board_review(board: Board) -> None:
    marcus, dana = board.advisor(), board.advisor("Dana Reyes")
    assert board.answer(marcus) == 1

    assert board.answer(dana, alone=True) == 1
    assert set(_answers(board)) == {"dana", "marcus"}


def test_a_board_review_takes_over_those_of_one_person(board: Board) -> None:
    marcus, dana, tom = board.advisor(), board.advisor("Dana Reyes"), board.advisor("Tom Berg")
    board.answer(marcus, alone=True, value=5)
    board.answer(dana, alone=True, decision="keep")
    before = board.dump()

    assert board.answer(tom, decision="keep") == 3

    assert _answers(board, 3) == {
        "dana": Answer(decision="keep"),
        "marcus": Answer(value=5),
        "tom": Answer(decision="keep"),
    }
    assert board.sql("SELECT id, of_board FROM review") == [(3, 1)]
    undo(board.path, 1, today=TODAY)
    assert board.dump() == before


def test_two_people_swap_handles_during_a_review(board: Board) -> None:
    marcus, dana = board.advisor(), board.advisor("Dana Reyes")
    board.answer(marcus, value=1)
    board.answer(dana, value=2)
    with board.change() as work:
        for row_id, handle in ((marcus, "free"), (dana, "marcus"), (marcus, "dana")):
            edit_advisor(work, row_id, {"handle": handle})
            work.flush()
    new = board.advisor("Free Wheeler")

    assert {handle: answer.value for handle, answer in _answers(board).items()} == {
        "marcus": 2,
        "dana": 1,
    }
    for row_id in (marcus, dana, new):
        board.answer(row_id)
    board.complete(1)

    assert board.sql("SELECT advisor_id, handle, value FROM review_answer ORDER BY handle") == [
        (marcus, "dana", 1),
        (new, "free", None),
        (dana, "marcus", 2),
    ]


def test_a_removed_person_leaves_open_reviews(board: Board) -> None:
    marcus, dana = board.advisor(), board.advisor("Dana Reyes")
    board.answer(dana, alone=True)
    with board.change() as work:
        remove_advisor(work, dana)
    assert board.sql("SELECT count(*) FROM review") == [(0,)]
    tom = board.advisor("Tom Berg")
    for row_id in (marcus, tom):
        board.answer(row_id)
    before = board.dump()
    with board.change() as work:
        remove_advisor(work, tom)
    assert set(_answers(board, 2)) == {"marcus"}

    undo(board.path, 1, today=TODAY)
    assert board.dump() == before


def test_only_active_people_are_reviewed(board: Board) -> None:
    marcus = board.advisor()
    board.step(marcus, "paused", "2026-11-01")

    with pytest.raises(
        Refused, match="Marcus Ojo is not an active advisor, so there is nothing to review"
    ) as caught:
        board.answer(marcus)
    assert (caught.value.hint, board.sql("SELECT count(*) FROM review")) == (
        "See their status with: boardroom advisor show marcus",
        [(0,)],
    )


def test_a_review_of_nobody_is_not_completed(board: Board) -> None:
    marcus = board.advisor()
    board.answer(marcus, alone=True)
    board.step(marcus, "paused", "2026-11-21")
    board.advisor("Dana Reyes")

    with pytest.raises(Refused, match="Nobody in this review is active now"):
        board.complete(1)
