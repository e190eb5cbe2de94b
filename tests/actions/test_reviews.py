from __future__ import annotations

from boardroom.actions.reviews import answer, complete
from tests.boards import Board


def _said(board: Board) -> str:
    return str(board.sql("SELECT summary FROM operation ORDER BY id DESC LIMIT 1")[0][0])


def test_an_answer_is_one_change_and_so_is_completing(board: Board) -> None:
    marcus, dana = board.advisor(), board.advisor("Dana Reyes")
    with board.change() as work:
        review_id = answer(work, advisor_id=marcus, advisor_alone=False, given={"value": 4, "chemistry": 5, "decision": "keep"})
    assert _said(board) == "Answered for Marcus Ojo: value 4, chemistry 5, keep"
    with board.change() as work:
        assert answer(work, advisor_id=dana, advisor_alone=False, given={"decision": "part"}) == review_id
    with board.change() as work:
        complete(work, review_id)
    thanks = "your promise p1: Thank Dana Reyes for being on your board, by Sun 22 Nov 2026"
    assert _said(board) == f"Completed r1: kept Marcus Ojo, parted with Dana Reyes; {thanks}"
