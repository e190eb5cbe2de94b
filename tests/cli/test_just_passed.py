"""A day without a year that has just passed is never silently one of next year."""

from __future__ import annotations

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed

BOTH = "20 Nov was yesterday. Write the year: Fri 20 Nov 2026, or Sat 20 Nov 2027."


@pytest.mark.parametrize(
    "words",
    [
        ["promise", "add", "marcus", "send the deck", "--by", "20 Nov"],
        ["promise", "edit", "p1", "--by", "Fri 20 Nov"],
        ["goal", "add", "Run a P&L", "--target", "nov 20"],
        ["goal", "edit", "g1", "--target", "20 nov"],
        ["goal", "step", "add", "g1", "Shadow it", "--by", "20th of November"],
        ["snooze", "marcus", "--until", "20 Nov"],
        ["advisor", "pause", "marcus", "--until", "20 Nov"],
        ["agreement", "set", "marcus", "--until", "20 Nov"],
    ],
)
def test_an_option_names_both_readings(board: Board, words: list[str]) -> None:
    board.promise(board.advisor())
    board.goal()
    before = board.dump()

    assert typed(*words) == Ran(2, "", f"{BOTH}\n")
    assert board.dump() == before


def test_the_day_with_its_year_is_taken(board: Board) -> None:
    board.advisor()

    typed("promise", "add", "marcus", "send the deck", "--by", "Fri 20 Nov 2026")
    typed("promise", "add", "marcus", "send it again", "by", "Sat", "20", "Nov", "2027")

    assert board.sql("SELECT due_on FROM promise") == [("2026-11-20",), ("2027-11-20",)]


@pytest.mark.parametrize(
    ("words", "table", "command"),
    [
        ("promise add marcus send it by 20 Nov", "promise", "promise edit p1 --by DATE"),
        ("log marcus --i-owe send_it_by_20_Nov", "promise", "promise edit p1 --by DATE"),
        ("goal step add g1 send it by 20 Nov", "goal_step", "goal step edit s1 --by DATE"),
    ],
)
def test_a_text_keeps_it_and_says_that_there_is_no_day(
    board: Board, words: str, table: str, command: str
) -> None:
    board.advisor()
    board.goal()

    ran = typed(*(word.replace("_", " ") for word in words.split()))

    assert f"send it by 20 Nov (no day: boardroom {command})" in ran.out
    query = f"SELECT text, due_on FROM {table} WHERE text LIKE 'send%'"  # noqa: S608  named above
    assert board.sql(query) == [("send it by 20 Nov", None)]


def test_until_is_read_from_on(board: Board) -> None:
    board.advisor()

    ran = typed("advisor", "pause", "marcus", "--on", "1 Sep", "--until", "1 Nov")
    assert ran.out.startswith(
        "Paused Marcus Ojo, Tue 1 Sep 2026 until Sun 1 Nov 2026 (20 days ago) · "
    )
    board.advisor("Ana Lima")
    ran = typed("advisor", "pause", "ana", "--on", "1 Sep", "--until", "25 Aug")
    assert ran == Ran(
        2,
        "",
        "25 Aug is before Tue 1 Sep 2026. Write the year: Tue 25 Aug 2026, or Wed 25 Aug 2027.\n",
    )


@pytest.mark.parametrize(
    "words",
    [
        ["done", "p1", "--on", "22 Nov"],
        ["advice", "add", "marcus", "Wait", "--on", "Nov 22"],
        ["give", "marcus", "Notes", "--on", "22 nov"],
        ["got", "marcus", "Notes", "--on", "sun 22 nov"],
        ["advisor", "pause", "marcus", "--on", "22 Nov"],
        ["advisor", "add", "Ana Lima", "--since", "22 Nov"],
        ["advisor", "add", "Ana Lima", "--last-met", "22 Nov"],
        ["search", "deck", "--since", "22 Nov"],
    ],
)
def test_a_day_soon_to_come_is_not_one_of_last_year(board: Board, words: list[str]) -> None:
    board.promise(board.advisor())
    before = board.dump()

    assert typed(*words) == Ran(
        2,
        "",
        "22 Nov is tomorrow, and only a past day fits here. If it was Sat 22 Nov 2025, write the year.\n",
    )
    assert board.dump() == before


@pytest.mark.parametrize("command", ["log marcus Great", "meeting edit m1"])
def test_a_held_meeting_soon_to_come_names_both_commands(board: Board, command: str) -> None:
    board.meeting(board.advisor(), "2026-11-10")

    assert typed(*command.split(), "--on", "22 Nov") == Ran(
        2,
        "",
        "22 Nov is tomorrow, and only a past day fits here."
        " Plan it: boardroom plan marcus '22 Nov', or write the year: --on 'Sat 22 Nov 2025'\n",
    )
    assert typed("plan", "marcus", "22 Nov").code == 0


def test_what_happened_before_somebody_joined_is_taken(board: Board) -> None:
    board.advisor()

    assert typed("log", "marcus", "Great", "--on", "22 Nov 2025").code == 0
