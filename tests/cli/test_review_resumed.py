"""A review that goes on another day, or starts with one person alone."""

from __future__ import annotations

import json

import pytest

from tests.boards import Board
from tests.cli.reviewing import ANA, NEVER_MET, SKIPPED, UNSAID, lines, stored_answers
from tests.cli.typed import typed_on_terminal

pytestmark = pytest.mark.usefixtures("plain_screen")


WHOLE = [
    *ANA,
    "2",
    "1",
    "4",
    "n",
    "Too busy",
    "pause",
    "1 Mar",
    "Candour",
    "Contacts",
    "Insight",
    "Somebody younger",
    "no",
    "",
]
"""An answer to each question but the final one."""


@pytest.mark.parametrize("leaving", ["q\n", ""])
def test_it_goes_on_with_the_next_question_days_later(
    ana_and_marcus: Board, monkeypatch: pytest.MonkeyPatch, leaving: str
) -> None:
    for day, answer in enumerate(WHOLE[:-1], 1):
        monkeypatch.setenv("BOARDROOM_TODAY", f"2026-12-{day:02}")
        left = typed_on_terminal("review", answers=lines(answer) + leaving)
        assert (left.code, left.out.startswith("Left r1")) == (0, True)

    resumed = typed_on_terminal("review", answers=lines(WHOLE[-1], "y"))

    assert resumed.out.startswith("Completed r1: ")
    assert stored_answers(ana_and_marcus) == [
        ("ana", 4, 5, 3, 1, "Asks good questions", "keep", None, None),
        ("marcus", 2, 1, 4, 0, "Too busy", "pause", None, "2027-03-01"),
    ]
    assert ana_and_marcus.sql(
        "SELECT started_on, completed_on, need, seek, bring, board_note FROM review"
    ) == [("2026-12-01", "2026-12-18", "Candour", "Contacts", "Insight", "Somebody younger")]


@pytest.mark.usefixtures("ana_and_marcus")
def test_going_on_shows_the_answers_so_far() -> None:
    typed_on_terminal("review", answers=lines("4", "", "3", "q"))

    ran = typed_on_terminal("review", answers="")

    assert ran.err.startswith("The review started Sat 21 Nov (today) continues: 0 of 2 done. ")
    assert ran.err.endswith(
        f"{NEVER_MET}So far: value 4, trust 3.\n\nFits your next six months, y/n? \n"
    )
    assert (
        ran.out
        == "Left r1, 0 of 2 done; your answers are saved. Continue any day with: boardroom review\n"
    )


def test_the_first_answer_starts_the_review(ana_and_marcus: Board) -> None:
    ran = typed_on_terminal("review", answers=lines("", "?", "q"))

    assert (ran.code, ran.out) == (
        0,
        "There are no answers yet. Start any day with: boardroom review\n",
    )
    assert ana_and_marcus.sql("SELECT * FROM review") == []
    assert typed_on_terminal("review", "--json", answers="").out == ""


def test_one_person_is_reviewed_without_the_board(ana_and_marcus: Board) -> None:
    ran = typed_on_terminal(
        "review", "--advisor", "mar", "--json", answers=lines("4", "", "", "", "", "keep", "y")
    )

    assert ran.err.startswith("Marcus Ojo. Each answer is saved at once.")
    assert "The board" not in ran.err
    assert (ran.json["id"], ran.json["advisor"], ran.json["completed_on"]) == (
        "r1",
        "marcus",
        "2026-11-21",
    )
    assert ran.json["advisors"]["marcus"]["value"] == 4
    assert ana_and_marcus.sql("SELECT of_board FROM review") == [(0,)]


@pytest.mark.usefixtures("ana_and_marcus")
def test_a_review_of_one_person_has_its_own_command() -> None:
    left = typed_on_terminal("review", "--advisor", "marcus", answers=lines("4", "q")).out
    assert (
        left
        == "Left r1; your answers are saved. Continue any day with: boardroom review --advisor marcus\n"
    )
    assert typed_on_terminal("review", "--advisor", "marcus", answers="").err.startswith(
        "The review started Sat 21 Nov (today) continues. Each answer "
    )


def test_one_person_is_answered_in_the_open_board_review(ana_and_marcus: Board) -> None:
    typed_on_terminal("review", answers=lines(*ANA, "q"))

    ran = typed_on_terminal("review", "--advisor", "marcus", answers=lines(*SKIPPED, "keep"))
    again = typed_on_terminal("review", "--advisor", "ana", answers=lines("1", "", "", "", "", ""))

    assert (
        ran.out
        == "Saved in r1, the review of the board (2 of 2 done). Continue it with: boardroom review\n"
    )
    assert again.out == ran.out
    assert stored_answers(ana_and_marcus)[0] == (
        "ana",
        1,
        5,
        3,
        1,
        "Asks good questions",
        "keep",
        None,
        None,
    )
    assert (
        typed_on_terminal("review", "--advisor", "ana", "--json", answers="").json["completed_on"]
        is None
    )
    assert (
        json.loads(
            typed_on_terminal(
                "review", "--advisor", "ana", "--json", answers=lines("", "", "", "", "", "")
            ).out
        )["id"]
        == "r1"
    )


def test_the_board_review_takes_over_a_review_of_one_person(
    ana_and_marcus: Board,
) -> None:
    typed_on_terminal("review", "--advisor", "ana", answers=lines("4", "5", "q"))

    left = typed_on_terminal("review", answers=lines("3", "q"))
    ran = typed_on_terminal(
        "review", answers=lines("y", "", "keep", *SKIPPED, "keep", *UNSAID, "", "y")
    )

    assert "So far: value 4, chemistry 5.\n\nTrust, 1-5? Fits" in left.err
    assert ran.out.startswith("Completed r2: kept Ana Lima and Marcus Ojo ")
    assert stored_answers(ana_and_marcus)[0] == ("ana", 4, 5, 3, 1, None, "keep", None, None)


def test_after_everybody_alone_the_board_is_left(board: Board) -> None:
    board.advisor("Ana Lima")
    typed_on_terminal("review", "--advisor", "ana", answers=lines(*ANA, "n"))

    ran = typed_on_terminal("review", answers=lines(*UNSAID, "", "y"))

    assert "\nThe board\n" in ran.err
    assert ran.out.startswith("Completed r2: kept Ana Lima ")


def test_it_covers_who_is_active_when_it_goes_on(ana_and_marcus: Board) -> None:
    typed_on_terminal("review", answers=lines(*ANA, "3", "q"))
    ana_and_marcus.advisor("Bea Kern", joined="2026-11-20")
    ana_and_marcus.step(2, "paused", "2026-11-21")

    ran = typed_on_terminal("review", answers=lines(*SKIPPED, "keep", *UNSAID, "", "y"))

    assert "\nBea Kern  2 of 2\n" in ran.err
    assert ran.out == "Completed r1: kept Ana Lima and Bea Kern · boardroom undo takes it back\n"


@pytest.mark.usefixtures("ana_and_marcus")
def test_a_pause_that_has_ended_is_asked_about_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typed_on_terminal(
        "review", answers=lines(*SKIPPED, "pause", "in 2d", *SKIPPED, "keep", *UNSAID, "", "n")
    )
    monkeypatch.setenv("BOARDROOM_TODAY", "2026-11-23")

    ran = typed_on_terminal("review", answers=lines("1 Mar", *UNSAID, "", "y"))

    assert ran.out.startswith("Completed r1: kept Marcus Ojo, paused Ana Lima until Mon 1 Mar 2027")
