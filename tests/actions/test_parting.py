from __future__ import annotations

from datetime import date

import pytest

from boardroom.actions.parting import part
from boardroom.errors import BadInput, Refused
from boardroom.rules.settings import DEFAULTS
from tests.boards import Board

PROMISES = (
    "SELECT by_whom, kind, text, made_on, due_on, done_on, meeting_id FROM promise"
    " WHERE kind = 'thanks'"
)


def parted(board: Board, advisor_id: int, **details: object) -> int | None:
    """Parts with the advisor; returns the id of the promise to thank them."""
    with board.change() as work:
        done = part(work, advisor_id, **details)  # type: ignore[arg-type]  # its keywords
    assert (done, done.id) == (work.done, advisor_id)
    assert done.summary.startswith("Parted with Marcus Ojo, ")
    return next(iter(done.ids[1:]), None)


def test_parting_takes_a_step_and_promises_thanks(board: Board) -> None:
    marcus = board.advisor()
    board.goal("Run a P&L", marcus, status="achieved", closed_on="2026-11-01")

    promise_id = parted(board, marcus, on=date(2026, 11, 20), note="We write")

    assert promise_id == 1
    assert board.sql(PROMISES) == [
        (
            "me",
            "thanks",
            "Thank Marcus Ojo for helping with Run a P&L",
            "2026-11-21",
            "2026-11-21",
            None,
            None,
        )
    ]
    assert board.sql(
        "SELECT changed_on, status, note FROM transition ORDER BY id DESC LIMIT 1"
    ) == [("2026-11-20", "alumni", "We write")]


def test_thanks_are_for_what_came_before_the_parting(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-06-01")
    board.meeting(marcus, "2026-06-03")

    parted(board, marcus, on=date(2026, 6, 2))

    assert [text for _, _, text, *_ in board.sql(PROMISES)] == ["Thank Marcus Ojo for the meeting"]


def test_open_thanks_are_not_promised_twice(board: Board) -> None:
    marcus = board.advisor()
    board.promise(marcus, "Thank Marcus Ojo", kind="thanks", done_on="2026-11-02")
    board.promise(board.advisor("Ana Lima"), "Thank Ana Lima", kind="thanks")
    board.promise(marcus, "Send the deck")
    with_kept = parted(board, marcus)
    board.step(marcus, "prospect", "2026-11-21")
    board.step(marcus, "active", "2026-11-21")

    assert (with_kept, parted(board, marcus)) == (4, None)


def test_no_thanks_are_promised_if_they_are_off(board: Board) -> None:
    marcus = board.advisor()
    board.setting("thanks", "off")

    assert (DEFAULTS["thanks"], parted(board, marcus), board.sql(PROMISES)) == ("1d", None, [])


def test_a_refused_parting_promises_nothing(board: Board) -> None:
    marcus, noor = board.advisor(joined="2026-10-01"), board.prospect("Noor Haddad")
    before = board.dump()

    with pytest.raises(Refused), board.change() as work:
        part(work, noor)
    for day in (date(2026, 9, 30), date(2026, 11, 22)):
        with pytest.raises(BadInput), board.change() as work:
            part(work, marcus, on=day)

    assert board.dump() == before


@pytest.mark.parametrize(
    ("kind", "sent_on", "promised"),
    [
        ("part", "2026-11-19", False),
        ("part", "2026-05-01", True),  # at an earlier parting
        ("thanks", "2026-11-19", True),
    ],
)
def test_a_parting_that_was_thanked_for_by_letter_promises_no_second_thanks(
    board: Board, kind: str, sent_on: str, *, promised: bool
) -> None:
    marcus = board.advisor(joined="2026-01-10")
    board.step(marcus, "alumni", "2026-05-02")
    board.step(marcus, "asked", "2026-05-20")
    board.step(marcus, "active", "2026-06-01")
    board.letter(marcus, kind, sent_on)

    assert (parted(board, marcus) is not None) == promised
