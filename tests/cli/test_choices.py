"""What there is to choose from, shown above the question about a missing WHO or id."""

from __future__ import annotations

import pytest

from boardroom.cli.signature import signature
from boardroom.cli.tree import TREE, commands, function_of
from tests.boards import Board
from tests.cli.typed import typed, typed_on_terminal

LACKING = [
    name
    for name, leaf in commands(TREE)
    if (arguments := signature(function_of(leaf)).arguments)
    if not arguments[0].metavar.startswith("[")
]
"""The commands that can't do without an argument."""


@pytest.fixture(autouse=True)
def _two_people_called_marcus(board: Board) -> None:
    board.advisor("Marcus Ojo")
    board.advisor("Marcus Webb")


@pytest.mark.parametrize(
    ("command", "asked"),
    [
        (
            "meeting move",
            (
                "  m3  coffee with Marcus Webb Thu 26 Nov 2026\n"
                "  m2  coffee with Marcus Webb Fri 27 Nov 2026\n"
                "Which meeting? Its id, or whom it is with (like m3)"
            ),
        ),
        (
            "meeting show",
            (
                "  m3  coffee with Marcus Webb Thu 26 Nov 2026\n"
                "  m2  coffee with Marcus Webb Fri 27 Nov 2026\n"
                "  m1  coffee with Marcus Webb Sun 1 Nov 2026\n"
                "Which meeting? (like m3)"
            ),
        ),
        ("promise drop", "  p1  Send the deck\nWhich promise? (like p1)"),
        ("advisor rate webb", "  c1  Has run a P&L\nWhich criterion? (like c1)"),
        (
            "done",
            (
                "  p1   Send the deck\n"
                "  a11  Item 10\n  a10  Item 9\n  a9   Item 8\n  a8   Item 7\n"
                "More: boardroom agenda list\n"
                "What is done? One id or more (like p1)"
            ),
        ),
        (
            "agenda drop",
            "".join(f"  {f'a{n}':3}  Item {n - 1}\n" for n in range(11, 1, -1))
            + "More: boardroom agenda list\nWhich agenda item? (like a11)",
        ),
    ],
)
def test_a_missing_id_is_asked_for_below_what_is_open(
    board: Board, command: str, asked: str
) -> None:
    for day, status in ("2026-11-01", "held"), ("2026-11-27", "planned"), ("2026-11-26", "planned"):
        board.meeting(2, day, status)
    board.promise(2)
    board.promise(2, "Kept", done_on="2026-11-02")
    board.criterion("Has run a P&L")
    for number in range(11):
        board.item(2, f"Item {number}")

    ran = typed_on_terminal(*command.split(), answers="")

    assert ran.err == f"{asked} \nThere was no answer, so nothing changed.\n"


def test_choices_are_labelled_lines_where_nothing_is_drawn(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACCESSIBLE", "1")
    board.step(2, "paused", "2026-11-01")

    ran = typed_on_terminal("prep", answers="webb\n")

    assert ran.err == "marcus: Marcus Ojo\nmarcus-webb: Marcus Webb (paused)\nWho? (like marcus) "


@pytest.mark.parametrize(
    ("command", "error"),
    [
        ("done", "There is no open promise, agenda item, step, goal or occasion."),
        (
            "promise drop",
            "There is no open promise. All that there are: boardroom promise list",
        ),
        ("meeting show", "There is no meeting. All that there are: boardroom meeting list"),
    ],
)
def test_where_there_is_nothing_to_choose_nothing_is_asked(command: str, error: str) -> None:
    assert typed_on_terminal(*command.split(), answers="") == (3, "", f"{error}\n")


def test_on_an_empty_board_nobody_is_asked_for(board: Board) -> None:
    board.put("DELETE FROM transition")
    board.put("DELETE FROM advisor")

    assert typed_on_terminal("prep", answers="").err == (
        'Nobody is on file yet. Start with: boardroom advisor add "NAME"\n'
    )


def test_the_days_of_the_copies_are_choices() -> None:
    typed("give", "webb", "a book")

    ran = typed_on_terminal("restore", answers="")

    assert ran.err == (
        "  2026-11-21  Sat 21 Nov 2026 (today)\n"
        "Which copy? A day, or a path (like 2026-11-21) \n"
        "There was no answer, so nothing changed.\n"
    )


@pytest.mark.parametrize("command", LACKING)
def test_every_command_asks_for_what_it_lacks_with_an_example(board: Board, command: str) -> None:
    board.meeting(1, "2026-11-20", "planned")
    board.goal_step(board.goal())
    for add in (board.item, board.promise, board.advice, board.exchange):
        add(1)
    board.criterion()
    board.occasion(1)

    ran = typed_on_terminal(*command.split(), answers="")

    question, left = ran.err.splitlines()[-2:]
    assert (ran.code, left) == (5, "There was no answer, so nothing changed.")
    assert question.endswith(") ")
