from __future__ import annotations

from datetime import date

import pytest

from boardroom.actions.logging import log_meeting
from boardroom.actions.snooze import snooze_advisor, snooze_promise, snooze_review
from boardroom.errors import BadInput, NotFound, Refused
from boardroom.rules.dates import Moment
from boardroom.rules.text import TEXT_LIMIT
from boardroom.store.reversal import undo
from tests.boards import TODAY, Board

STORED = "SELECT subject, advisor_id, promise_id, snoozed_on, until_on, why FROM snooze ORDER BY id"
UNTIL = date(2026, 12, 1)


def _snoozed(board: Board, today: date = TODAY) -> date | None:
    return board.due(today=today).advisors[0].snoozed_until


def _kinds(board: Board, today: date = TODAY) -> list[str]:
    return [item.kind for item in board.due(today=today).items]


def test_a_snoozed_advisor_is_not_due_until_the_day(board: Board) -> None:
    marcus = board.advisor(joined="2026-07-01")
    assert _kinds(board) == ["meeting"]

    with board.change() as work:
        snooze_advisor(work, marcus, until=UNTIL, why="Closing the year")

    assert board.sql(STORED) == [
        ("meeting", marcus, None, "2026-11-21", "2026-12-01", "Closing the year")
    ]
    assert board.summary() == "Snoozed Marcus Ojo until Tue 1 Dec 2026"
    assert (_kinds(board), _kinds(board, date(2026, 11, 30)), _kinds(board, UNTIL)) == (
        [],
        [],
        ["meeting"],
    )


@pytest.mark.parametrize("held", ["2026-11-21", "2026-11-20"], ids=["today", "yesterday"])
def test_a_meeting_logged_later_ends_the_snooze(board: Board, held: str) -> None:
    marcus = board.advisor(joined="2026-01-10", window="1-2d")
    board.meeting(marcus, "2026-06-01")
    board.snooze(marcus, "2027-01-10", on="2026-11-01")  # meant for longer, but the newest counts
    board.snooze(marcus, "2026-12-01")
    assert _snoozed(board) == date(2026, 12, 1)

    with board.change() as work:
        log_meeting(work, marcus, on=Moment(date.fromisoformat(held), None))

    assert _snoozed(board) is None
    undo(board.path, 1, today=TODAY)
    assert _snoozed(board) == date(2026, 12, 1)


def test_history_filled_in_ends_no_snooze(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-10")
    board.snooze(marcus, "2026-12-01")

    with board.change() as work:
        log_meeting(work, marcus, on=Moment(date(2026, 6, 1), None))

    assert _snoozed(board) == date(2026, 12, 1)


def test_a_snooze_after_a_coffee_of_the_same_day_holds(board: Board) -> None:
    marcus = board.advisor()
    with board.change() as work:
        log_meeting(work, marcus)

    with board.change() as work:
        snooze_advisor(work, marcus, until=UNTIL)

    assert _snoozed(board) == UNTIL


def test_a_snooze_ended_by_a_meeting_stands_as_it_was_until_then(board: Board) -> None:
    marcus = board.advisor()
    board.snooze(marcus, "2026-12-01", on="2026-11-10")

    with board.change() as work:
        log_meeting(work, marcus)

    assert (_snoozed(board, date(2026, 11, 20)), _snoozed(board)) == (date(2026, 12, 1), None)


def test_the_same_snooze_again_changes_nothing(board: Board) -> None:
    marcus = board.advisor()
    board.promise(marcus)

    with board.change() as work:
        snooze_promise(work, 1, until=TODAY)
    assert not work.changed
    board.snooze(marcus, "2026-12-01")
    with board.change() as work:
        snooze_advisor(work, marcus, until=UNTIL)
    assert not work.changed
    with board.change() as work:
        snooze_advisor(work, marcus, until=UNTIL, why="The fair")
    assert work.changed


def test_an_empty_reason_is_refused(board: Board) -> None:
    marcus = board.advisor()

    with pytest.raises(BadInput, match="The reason can't be empty"), board.change() as work:
        snooze_advisor(work, marcus, until=UNTIL, why="")


def test_an_empty_board_has_no_review_to_snooze(board: Board) -> None:
    board.prospect("Noor Haddad")

    with pytest.raises(Refused, match="Nobody is on the board"), board.change() as work:
        snooze_review(work, until=UNTIL)


def test_today_ends_the_snooze_of_an_advisor(board: Board) -> None:
    marcus = board.advisor(joined="2026-07-01")
    with board.change() as work:
        snooze_advisor(work, marcus, until=UNTIL)

    with board.change() as work:
        snooze_advisor(work, marcus, until=TODAY)

    assert board.summary() == "Ended the snooze of Marcus Ojo"
    assert _kinds(board) == ["meeting"]


def test_a_snoozed_promise_keeps_its_due_day(board: Board) -> None:
    marcus = board.advisor(joined="2026-11-20")
    board.meeting(marcus, "2026-11-20")
    board.promise(marcus, due_on="2026-11-10")
    board.promise(marcus, "Introduce Dana", by_whom="them", due_on="2026-11-10")

    with board.change() as work:
        snooze_promise(work, 1, until=UNTIL)
    assert board.summary() == "Snoozed p1 (Send the deck) until Tue 1 Dec 2026"
    assert [item.ref for item in board.due().items] == ["p2"]
    assert [
        (item.ref, item.on) for item in board.due(today=UNTIL).items if item.kind == "promise"
    ] == [
        ("p1", date(2026, 11, 10)),
        ("p2", date(2026, 11, 10)),
    ]
    with board.change() as work:
        snooze_promise(work, 1, until=TODAY)
    assert [item.ref for item in board.due().items] == ["p1", "p2"]


def test_a_snoozed_review_hides_every_review(board: Board) -> None:
    board.meeting(board.advisor(joined="2025-01-10"), "2026-11-20")
    assert _kinds(board) == ["review"]

    with board.change() as work:
        snooze_review(work, until=UNTIL)

    assert board.sql(STORED) == [("review", None, None, "2026-11-21", "2026-12-01", None)]
    assert board.summary() == "Snoozed the six-month review until Tue 1 Dec 2026"
    assert (_kinds(board), _kinds(board, UNTIL)) == ([], ["review"])


def test_a_paused_advisor_and_a_kept_promise_are_refused(board: Board) -> None:
    priya = board.advisor("Priya Nair")
    board.step(priya, "paused", "2026-11-01")
    board.promise(priya, done_on="2026-11-02")

    with (
        pytest.raises(Refused, match="Priya Nair is paused, so there is no window to snooze"),
        board.change() as work,
    ):
        snooze_advisor(work, priya, until=UNTIL)
    with pytest.raises(Refused, match="p1 was already kept"), board.change() as work:
        snooze_promise(work, 1, until=UNTIL)
    with pytest.raises(NotFound, match=r"There is no promise p2\."), board.change() as work:
        snooze_promise(work, 2, until=UNTIL)
    assert board.sql(STORED) == []


def test_a_past_day_and_a_long_reason_are_refused(board: Board) -> None:
    board.advisor("Ana Lima")

    with (
        pytest.raises(
            BadInput, match="Fri 20 Nov 2026 has passed, so nothing can be snoozed until then"
        ),
        board.change() as work,
    ):
        snooze_review(work, until=date(2026, 11, 20))
    with pytest.raises(BadInput, match="The reason can't be longer"), board.change() as work:
        snooze_review(work, until=UNTIL, why="x" * (TEXT_LIMIT + 1))
    assert board.sql(STORED) == []
