from __future__ import annotations

from shlex import split

import pytest

from tests.boards import Board
from tests.cli.typed import typed, typed_on_terminal

HELD = "SELECT met_on, notes FROM meeting WHERE status = 'held' ORDER BY id"


def test_words_that_begin_with_another_day_are_refused_with_both_commands(board: Board) -> None:
    board.advisor()

    ran = typed("log", "marcus", "yesterday", "great chat", "--i-owe", "send Tom's deck by fri")

    promise = "--i-owe 'send Tom'\"'\"'s deck by fri'"
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "The notes begin with a day, 'yesterday'. Held on Fri 20 Nov 2026, or part of the notes?"
        f" Write boardroom log marcus 'great chat' --on yesterday {promise}"
        f" or boardroom log marcus 'yesterday great chat' --on today {promise}\n"
    )
    first, second = ran.err.partition("Write boardroom ")[2].split(" or boardroom ")
    assert typed(*split(first)).code == typed(*split(second)).code == 0
    assert board.sql(HELD) == [
        ("2026-11-20", "great chat"),
        ("2026-11-21", "yesterday great chat"),
    ]


@pytest.mark.parametrize(
    ("answer", "stored"),
    [
        ("held", ("2026-11-20", "great chat")),
        ("notes", ("2026-11-21", "yesterday great chat")),
    ],
)
def test_a_terminal_asks_which_it_is(board: Board, answer: str, stored: tuple[str, str]) -> None:
    board.advisor()

    ran = typed_on_terminal("log", "marcus", "yesterday great chat", answers=f"{answer}\n")

    assert (ran.code, ran.err) == (
        0,
        "Held on Fri 20 Nov 2026, or part of the notes? [held/notes] ",
    )
    assert board.sql(HELD) == [stored]


def test_another_answer_is_asked_again(board: Board) -> None:
    board.advisor()

    ran = typed_on_terminal("log", "marcus", "yesterday", "x", answers="maybe\nheld\n")

    question = "Held on Fri 20 Nov 2026, or part of the notes? [held/notes] "
    slip = "'maybe' is neither held nor notes. Answer held or notes.\n"
    assert (ran.code, ran.err) == (0, f"{question}{slip}{question}")


@pytest.mark.parametrize(
    "notes",
    [
        "today great chat",
        "Sat down with her team",
        "tomorrow she travels",
        "Great chat yesterday",
        "12 ideas",
        "may be late",
        "The 2nd draft is better",
    ],
)
def test_other_words_are_notes(board: Board, notes: str) -> None:
    board.advisor()

    assert typed("log", "marcus", *notes.split()).code == 0
    assert board.sql(HELD) == [("2026-11-21", notes)]


def test_the_day_of_the_plan_that_it_takes_is_not_asked_about(board: Board) -> None:
    board.meeting(board.advisor(), "2026-11-20", "planned")

    assert typed("log", "marcus", "yesterday great chat").code == 0
    assert board.sql(HELD) == [("2026-11-20", "yesterday great chat")]


def test_with_a_day_the_words_are_notes(board: Board) -> None:
    board.advisor()

    assert typed("log", "marcus", "yesterday great chat", "--on", "today").code == 0
    assert board.sql(HELD) == [("2026-11-21", "yesterday great chat")]


def test_a_promise_at_a_place_does_not_stop_a_log(board: Board) -> None:
    board.advisor()

    ran = typed("log", "marcus", "--i-owe", "meet Tom @ Blue Bottle", "--i-owe", "Call by fri.")

    assert (
        "p1: meet Tom @ Blue Bottle (no day: boardroom promise edit p1 --by DATE),"
        " p2: Call by Fri 27 Nov" in ran.out
    )
