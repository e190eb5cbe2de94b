from __future__ import annotations

from datetime import date

import pytest

from boardroom.errors import NotFound
from boardroom.queries.promises import PromiseView, promises, promises_by_id, promises_of_meeting
from boardroom.store.file import reading
from tests.boards import Board


def _listed(
    board: Board, *, closed: bool = False, limit: int | None = None, advisor_id: int | None = None
) -> tuple[list[int], int]:
    with reading(board.path) as connection:
        listed = promises(connection, advisor_id=advisor_id, closed=closed, limit=limit)
    return [view.id for view in listed.promises], listed.left_out_count


def _six(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.promise(marcus)
    board.promise(marcus, due_on="2026-12-01")
    board.promise(ana, due_on="2026-11-10")
    board.promise(ana, done_on="2026-11-02")
    board.promise(marcus, done_on="2026-11-05", due_on="2026-11-01")
    board.promise(ana)


def test_open_promises_come_by_day_then_newest_first(board: Board) -> None:
    _six(board)

    assert _listed(board) == ([3, 2, 6, 1], 0)
    assert _listed(board, closed=True) == ([3, 2, 6, 1, 5, 4], 0)
    assert _listed(board, advisor_id=1, closed=True) == ([2, 1, 5], 0)


def test_a_limit_counts_what_it_leaves_out(board: Board) -> None:
    _six(board)

    assert _listed(board, limit=3) == ([3, 2, 6], 1)
    assert _listed(board, limit=5, closed=True) == ([3, 2, 6, 1, 5], 1)
    assert _listed(board, limit=1, advisor_id=2) == ([3], 1)


def test_a_promise_of_a_private_meeting_is_private(board: Board) -> None:
    marcus = board.advisor()
    meeting_id = board.meeting(marcus, "2026-11-03", private=True)
    board.promise(
        marcus,
        by_whom="them",
        due_on="2026-12-01",
        done_on="2026-11-20",
        note="Early",
        meeting_id=meeting_id,
    )
    board.promise(marcus, meeting_id=board.meeting(marcus, "2026-11-04"))

    with reading(board.path) as connection:
        whole, open_ = promises_by_id(connection, [1, 2])
        assert promises_of_meeting(connection, meeting_id) == (whole,)

    uid = board.sql("SELECT uid FROM promise ORDER BY id")[0][0]
    days = (date(2026, 11, 1), date(2026, 12, 1), date(2026, 11, 20))
    assert whole == PromiseView(
        1,
        uid,
        "marcus",
        "Marcus Ojo",
        "them",
        "Send the deck",
        "promise",
        "Early",
        meeting_id,
        private=True,
        made_on=days[0],
        due_on=days[1],
        done_on=days[2],
        status="kept",
        note_private=True,
    )
    assert (open_.private, open_.due_on, open_.done_on) == (False, None, None)


def test_an_unknown_promise_is_not_found(board: Board) -> None:
    board.advisor()

    with (
        reading(board.path) as connection,
        pytest.raises(NotFound, match=r"There is no promise p9\."),
    ):
        promises_by_id(connection, [9])
