from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from boardroom.actions.advice import (
    edit_advice,
    note_advice,
    remove_advice,
    report_back,
    set_outcome,
)
from boardroom.errors import BadInput, BoardroomError, NotFound, Refused
from boardroom.store import reversal
from boardroom.store.work import Work
from tests.boards import TODAY, Board

STORED = (
    "SELECT text, given_on, status, outcome, outcome_on, reported_on, meeting_id"
    " FROM advice ORDER BY id"
)


def test_advice_is_new_and_dated_today_or_on_its_day(board: Board) -> None:
    marcus = board.advisor()
    meeting_id = board.meeting(marcus, "2026-11-10")

    with board.change() as work:
        ids = [
            note_advice(work, marcus, " Ask to shadow [/b] ").id,
            note_advice(work, marcus, "Read", on=date(2026, 11, 10), meeting_id=meeting_id).id,
        ]

    assert ids == [1, 2]
    assert board.sql(STORED) == [
        ("Ask to shadow [/b]", "2026-11-21", "new", None, None, None, None),
        ("Read", "2026-11-10", "new", None, None, None, meeting_id),
    ]
    assert board.summary() == "Noted v2 from Marcus Ojo: Read"


def test_an_outcome_is_stored_with_its_day(board: Board) -> None:
    advice_id = board.advice(board.advisor())

    with board.change() as work:
        set_outcome(
            work, advice_id, "Did-not-work", outcome="No seat was free", on=date(2026, 11, 20)
        )

    assert board.sql(STORED) == [
        (
            "Shadow the budget round",
            "2026-11-01",
            "did_not_work",
            "No seat was free",
            "2026-11-20",
            None,
            None,
        )
    ]
    assert board.summary() == "Marked v1 from Marcus Ojo as “did not work”: Shadow the budget round"


def test_a_new_outcome_reopens_the_loop(
    board: Board,
) -> None:
    advice_id = board.advice(
        board.advisor(),
        status="trying",
        outcome="Two rounds",
        outcome_on="2026-11-05",
        reported_on="2026-11-06",
    )

    with board.change() as work:
        set_outcome(work, advice_id, "worked")

    assert board.sql(STORED) == [
        ("Shadow the budget round", "2026-11-01", "worked", None, "2026-11-21", None, None)
    ]


def test_the_day_of_a_report_can_be_corrected(board: Board) -> None:
    advice_id = board.advice(board.advisor(), status="worked", outcome_on="2026-11-05")

    with board.change() as work:
        report_back(work, advice_id)
    first = board.sql("SELECT reported_on FROM advice")
    with board.change() as work:
        report_back(work, advice_id, on=date(2026, 11, 4))

    assert (first, board.sql("SELECT reported_on FROM advice")) == (
        [("2026-11-21",)],
        [("2026-11-04",)],
    )
    assert board.summary() == "Reported v1 back to Marcus Ojo, “worked”: Shadow the budget round"


def test_an_edit_leaves_the_loop_closed(board: Board) -> None:
    advice_id = board.advice(
        board.advisor(),
        status="worked",
        outcome="Old",
        outcome_on="2026-11-05",
        reported_on="2026-11-06",
    )

    with board.change() as work:
        edit_advice(
            work, advice_id, text="Shadow it", given_on=date(2026, 11, 2), outcome="They said yes"
        )
    changed = board.sql(STORED)
    with board.change() as work:
        edit_advice(work, advice_id, outcome="")

    assert changed == [
        ("Shadow it", "2026-11-02", "worked", "They said yes", "2026-11-05", "2026-11-06", None)
    ]
    assert board.sql(STORED) == [
        ("Shadow it", "2026-11-02", "worked", None, "2026-11-05", "2026-11-06", None)
    ]
    assert (
        board.summary() == "Changed v1 (Shadow it) from Marcus Ojo: outcome “They said yes” → none"
    )


def test_clearing_no_outcome_changes_nothing(board: Board) -> None:
    advice_id = board.advice(board.advisor())

    with board.change() as work:
        edit_advice(work, advice_id, outcome="")

    assert work.changed is False


def test_undo_brings_removed_advice_back(board: Board) -> None:
    advice_id = board.advice(board.advisor())
    before = board.dump()

    with board.change() as work:
        remove_advice(work, advice_id)

    assert board.sql(STORED) == []
    assert [operation.summary for operation in reversal.undo(board.path, 1, today=TODAY)] == [
        "Removed v1 from Marcus Ojo: Shadow the budget round"
    ]
    assert board.dump() == before


@pytest.mark.parametrize(
    ("step", "error", "message"),
    [
        (lambda work: note_advice(work, 1, " "), BadInput, "The advice can't be empty."),
        (
            lambda work: note_advice(work, 1, "T", on=date(2026, 11, 22)),
            BadInput,
            "Sun 22 Nov 2026 is in the future, so nothing was said then.",
        ),
        (lambda work: note_advice(work, 9, "T"), NotFound, "There is no such person."),
        (
            lambda work: set_outcome(work, 1, "worked", outcome=""),
            BadInput,
            "The outcome can't be empty.",
        ),
        (
            lambda work: set_outcome(work, 1, "worked", on=date(2026, 10, 31)),
            BadInput,
            "v1 was given on Sun 1 Nov 2026, so it can't have an outcome on Sat 31 Oct 2026.",
        ),
        (lambda work: set_outcome(work, 2, "worked"), Refused, "v2 is already marked “worked”."),
        (
            lambda work: report_back(work, 1),
            Refused,
            "v1 has no outcome yet, so there is nothing to report.",
        ),
        (
            lambda work: report_back(work, 2, on=date(2026, 11, 22)),
            BadInput,
            "Sun 22 Nov 2026 is in the future, so nothing was reported then.",
        ),
        (lambda work: edit_advice(work, 1, text=""), BadInput, "The advice can't be empty."),
        (
            lambda work: edit_advice(work, 1, outcome="Yes"),
            Refused,
            "v1 has no outcome yet.",
        ),
        (
            lambda work: edit_advice(work, 2, given_on=date(2026, 11, 6)),
            BadInput,
            "v2 was given on Fri 6 Nov 2026, so it can't have an outcome on Thu 5 Nov 2026.",
        ),
        (lambda work: remove_advice(work, 9), NotFound, "There is no advice v9."),
    ],
)
def test_a_refused_change_changes_nothing(
    board: Board, step: Callable[[Work], object], error: type[BoardroomError], message: str
) -> None:
    marcus = board.advisor()
    board.advice(marcus)
    board.advice(marcus, status="worked", outcome_on="2026-11-05")
    before = board.dump()

    with pytest.raises(error) as caught, board.change() as work:
        step(work)

    assert caught.value.message == message
    assert board.dump() == before
