from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from boardroom.actions.lifecycle import take_step
from boardroom.errors import BadInput, NotFound, Refused
from tests.boards import TODAY, Board


def take(
    board: Board,
    advisor_id: int,
    to: str,
    **details: Any,  # noqa: ANN401  the keywords of take_step
) -> str:
    """Takes the step; returns its sentence."""
    with board.change() as work:
        take_step(work, advisor_id, to, **details)
    return board.summary()


def last_step(board: Board) -> tuple[Any, ...]:
    return board.sql(
        "SELECT changed_on, status, until_on, how, about, note FROM transition"
        " ORDER BY id DESC LIMIT 1"
    )[0]


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        (["asked"], "Asked Noor Haddad, Sat 21 Nov 2026"),
        (["asked", "declined"], "Noor Haddad declined, Sat 21 Nov 2026"),
        (["asked", "declined", "prospect"], "Considering Noor Haddad, Sat 21 Nov 2026"),
        (["active"], "Seated Noor Haddad, Sat 21 Nov 2026"),
        (["active", "paused"], "Paused Noor Haddad, Sat 21 Nov 2026"),
        (["active", "paused", "active"], "Resumed Noor Haddad, Sat 21 Nov 2026"),
        (["active", "paused", "alumni"], "Parted with Noor Haddad, Sat 21 Nov 2026"),
        (["active", "alumni", "asked"], "Asked Noor Haddad, Sat 21 Nov 2026"),
    ],
)
def test_a_step_is_taken_today(board: Board, path: list[str], sentence: str) -> None:
    noor = board.prospect("Noor Haddad")

    sentences = [take(board, noor, to) for to in path]

    assert (sentences[-1], last_step(board)) == (
        sentence,
        ("2026-11-21", path[-1], None, None, None, None),
    )


def test_a_person_is_asked_again_on_another_day(board: Board) -> None:
    noor = board.prospect("Noor Haddad", since="2026-11-01")
    board.step(noor, "asked", "2026-11-02")

    assert take(board, noor, "asked") == "Asked Noor Haddad again, Sat 21 Nov 2026"
    assert last_step(board)[:2] == ("2026-11-21", "asked")


def test_a_step_keeps_its_day_and_notes(board: Board) -> None:
    marcus = board.advisor(joined="2026-01-10")
    take(board, marcus, "alumni", on=date(2026, 6, 1))

    sentence = take(
        board,
        marcus,
        "asked",
        on=date(2026, 6, 2),
        how=" over lunch ",
        about="a new field",
        note="",
    )

    assert (sentence, last_step(board)) == (
        "Asked Marcus Ojo, Tue 2 Jun 2026",
        ("2026-06-02", "asked", None, "over lunch", "a new field", None),
    )


def test_a_pause_keeps_the_day_it_is_to_end(board: Board) -> None:
    sentence = take(
        board,
        board.advisor(),
        "paused",
        on=date(2026, 11, 1),
        until=date(2027, 2, 28),
        note="New job",
    )

    assert (sentence, last_step(board)) == (
        "Paused Marcus Ojo, Sun 1 Nov 2026 until Sun 28 Feb 2027",
        ("2026-11-01", "paused", "2027-02-28", None, None, "New job"),
    )


def test_seating_may_change_the_seat(board: Board) -> None:
    marcus = board.advisor(seat="Finance")
    take(board, marcus, "paused")
    take(board, marcus, "active")
    before = board.sql("SELECT seat FROM advisor")
    take(board, marcus, "paused")

    take(board, marcus, "active", seat="Truth-teller")

    assert (before, board.sql("SELECT seat FROM advisor")) == ([("Finance",)], [("Truth-teller",)])


def test_an_impossible_step_is_refused(board: Board) -> None:
    marcus = board.advisor()
    before = board.dump()

    with pytest.raises(Refused, match=r"^Marcus Ojo is on the board, so can't be asked\.$"):
        take(board, marcus, "asked")

    assert board.dump() == before


@pytest.mark.parametrize(
    ("details", "message", "hint"),
    [
        (
            {"on": date(2026, 9, 30)},
            "Wed 30 Sep 2026 is before the last step with Marcus Ojo, on Thu 1 Oct 2026.",
            (
                "Steps must be in order; to move the first:"
                " boardroom advisor edit marcus --since DATE."
            ),
        ),
        (
            {"on": date(2026, 11, 22)},
            "Sun 22 Nov 2026 is too late: the latest possible day is Sat 21 Nov 2026.",
            "Use an earlier day.",
        ),
        (
            {"until": TODAY},
            "The pause starts on Sat 21 Nov 2026, so it can't end on Sat 21 Nov 2026.",
            "Use a later --until.",
        ),
        (
            {"note": "a\0b"},
            "The note can't contain a NUL character.",
            "Remove it; it often comes from a file that is not text.",
        ),
    ],
)
def test_a_step_out_of_order_is_refused(
    board: Board, details: dict[str, Any], message: str, hint: str
) -> None:
    marcus = board.advisor(joined="2026-10-01")
    before = board.dump()

    with pytest.raises(BadInput) as caught:
        take(board, marcus, "paused", **details)

    assert (caught.value.message, caught.value.hint) == (message, hint)
    assert board.dump() == before


def test_a_step_may_be_on_the_day_of_the_last_one(board: Board) -> None:
    marcus = board.advisor(joined="2026-10-01")

    take(board, marcus, "paused", on=date(2026, 10, 1), until=date(2026, 10, 2))

    assert last_step(board)[:3] == ("2026-10-01", "paused", "2026-10-02")


@pytest.mark.parametrize("came", ["prospect", "paused"])
def test_a_full_board_seats_and_resumes_nobody(board: Board, came: str) -> None:
    board.setting("seats", "1")
    if came == "prospect":
        noor = board.prospect("Noor Haddad")
    else:
        noor = board.advisor("Noor Haddad")
        take(board, noor, "paused")
    board.advisor()

    with pytest.raises(Refused) as caught:
        take(board, noor, "active")

    assert (caught.value.message, caught.value.candidates) == (
        "The board is full: its one seat is taken, so Noor Haddad can't have one.",
        ("marcus",),
    )
    assert take(board, noor, "active", beyond=True).endswith("Noor Haddad, Sat 21 Nov 2026")


def test_a_step_needs_its_own_command(board: Board) -> None:
    noor = board.prospect("Noor Haddad")

    with pytest.raises(Refused, match=r"^Noor Haddad is a prospect, so can't be resumed\.$"):
        take(board, noor, "active", verb="resume")
    assert take(board, noor, "active", verb="seat") == "Seated Noor Haddad, Sat 21 Nov 2026"


def test_a_full_board_allows_other_steps(board: Board) -> None:
    board.setting("seats", "1")
    marcus, noor = board.advisor(), board.prospect("Noor Haddad")
    board.advisor("Ana Lima")

    take(board, noor, "asked")
    take(board, marcus, "paused")

    assert last_step(board)[1] == "paused"


def test_somebody_gone_takes_no_step(board: Board) -> None:
    board.advisor()

    with pytest.raises(NotFound, match=r"^There is no such person\.$"):
        take(board, 99, "paused")
