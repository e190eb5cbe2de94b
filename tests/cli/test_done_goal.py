"""`done` for steps and goals, and the offer to tell those who helped."""

from __future__ import annotations

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_on_terminal

UNDO = "boardroom undo takes it back"
ACHIEVED = "Achieved g1: Run a P&L"
TOLD = f"{ACHIEVED}; promised to tell Ana Lima (p1) and Marcus Ojo (p2) by Sun 22 Nov 2026"
ASKED = "Promise to tell Ana Lima and Marcus Ojo that you achieved Run a P&L? [Y/n] "


@pytest.fixture
def helped(board: Board) -> Board:
    """A board with a mentee, and a goal that two help with."""
    board.goal("Run a P&L", board.advisor(), board.advisor("Ana Lima"))
    board.mentee()
    return board


def test_a_step_is_taken_and_says_how_it_went(board: Board) -> None:
    board.goal_step(board.goal())

    ran = typed("done", "s1", "--on", "fri", "--note", "The CFO said yes")

    taken = "Took s1 towards g1 (Run a P&L): Shadow the budget round"
    assert ran == Ran(0, f"{taken} · done on Fri 20 Nov 2026 (yesterday) · {UNDO}\n", "")
    assert board.sql("SELECT done_on, note FROM goal_step") == [("2026-11-20", "The CFO said yes")]


@pytest.mark.parametrize(
    ("answer", "is_promised"),
    [
        ("\n", True),
        ("y\n", True),
        ("Yes\n", True),
        ("n\n", False),
        ("no\n", False),
    ],
)
def test_a_terminal_offers_to_tell_the_helpers_of_a_goal(
    helped: Board, answer: str, is_promised: bool
) -> None:
    ran = typed_on_terminal("done", "g1", answers=answer)

    assert ran == Ran(0, f"{TOLD if is_promised else ACHIEVED} · {UNDO}\n", ASKED)
    assert helped.sql("SELECT count(*) FROM promise") == [(2 if is_promised else 0,)]


def test_a_helper_linked_meanwhile_is_asked_about_too(helped: Board) -> None:
    helped.advisor("Tom Berg")

    ran = typed_on_terminal(
        "done",
        "g1",
        answers="n\ny\n",
        meanwhile=lambda: typed("goal", "link", "g1", "tom"),
    )

    assert ran.err == (
        f"{ASKED}Promise to tell Ana Lima, Marcus Ojo and Tom Berg that you achieved Run a P&L?"
        " [Y/n] "
    )
    assert helped.sql("SELECT count(*) FROM promise") == [(3,)]


@pytest.mark.parametrize(("option", "summary"), [("--tell", TOLD), ("--no-tell", ACHIEVED)])
def test_an_option_answers_it(helped: Board, option: str, summary: str) -> None:
    before = helped.dump()

    assert typed_on_terminal("done", "g1", option, answers="") == Ran(
        0, f"{summary} · {UNDO}\n", ""
    )
    assert typed("undo").code == 0
    assert helped.dump() == before


def test_without_a_terminal_the_answer_says_how_to_promise_it(helped: Board) -> None:
    helped.goal("Speak", 1)

    hint = "to tell Ana Lima and Marcus Ojo: boardroom promise add WHO TEXT"
    assert typed("done", "g1").out == f"{ACHIEVED} · {hint} · {UNDO}\n"
    assert typed_on_terminal("done", "g2", "--no-input", answers="y\n") == Ran(
        0,
        f"Achieved g2: Speak · to tell Marcus Ojo: boardroom promise add marcus TEXT · {UNDO}\n",
        "",
    )
    assert helped.sql("SELECT count(*) FROM promise") == [(0,)]


def test_a_closed_goal_or_one_without_helpers_asks_nothing(
    board: Board,
) -> None:
    marcus = board.advisor()
    board.mentee()
    board.goal()
    board.goal("Speak", marcus, status="achieved", closed_on="2026-11-02")

    assert typed_on_terminal("done", "g1", answers="") == Ran(0, f"{ACHIEVED} · {UNDO}\n", "")
    refused = "g2 was already achieved. Possible commands: boardroom goal edit g2 --open\n"
    assert typed_on_terminal("done", "g2", answers="") == Ran(6, "", refused)


def test_steps_and_goals_are_done_with_the_rest_or_not_at_all(helped: Board) -> None:
    helped.goal_step(1)
    helped.goal_step(1, "Own one line")
    helped.item(1, "Budget")
    before = helped.dump()

    assert typed("done", "g1", "s1", "a1", "s9").code == 3
    assert helped.dump() == before
    ran = typed("done", "g1", "s1", "a1", "--no-tell")
    assert ran.out == (
        "Covered a1 on the agenda with Marcus Ojo: Budget;"
        " took s1 towards g1 (Run a P&L): Shadow the budget round;"
        f" achieved g1: Run a P&L · {UNDO}\n"
    )
    assert typed("done", "s2").err == (
        "g1 was achieved, so s2 can't be taken. To reopen it: boardroom goal edit g1 --open\n"
    )
    assert typed("undo").code == 0
    assert helped.dump() == before


def test_the_record_is_one_or_a_list_or_a_list_of_each_kind(helped: Board) -> None:
    helped.goal_step(1)
    helped.goal_step(1, "Own one line")
    helped.goal("Speak")

    both = typed("done", "s2", "s1", "--json").json
    assert (both["schema"], [step["id"] for step in both["steps"]]) == (
        "boardroom.steps/1",
        ["s2", "s1"],
    )
    assert typed("undo").code == 0
    one = typed("done", "s1", "--json").json
    assert (one["schema"], one["goal"], one["done_on"]) == ("boardroom.step/1", "g1", "2026-11-21")
    mixed = typed("done", "g1", "s2", "--json").json
    assert mixed["schema"] == "boardroom.done/1"
    assert {
        kind: [record["id"] for record in mixed[kind]]
        for kind in ("agenda_items", "promises", "steps", "goals")
    } == {
        "agenda_items": [],
        "promises": [],
        "steps": ["s2"],
        "goals": ["g1"],
    }
    goal = typed("done", "g2", "--json", "--note", "At last").json
    assert (goal["schema"], goal["status"], goal["closed_on"], goal["note"]) == (
        "boardroom.goal/1",
        "achieved",
        "2026-11-21",
        "At last",
    )


def test_an_achieved_goal_shows_its_measure_and_keeps_how_it_came_out(board: Board) -> None:
    board.goal("Run a P&L", measure="A budget of my own")

    ran = typed("done", "g1")
    typed("undo")
    noted = typed("done", "g1", "--note", "The Porto budget is mine")

    assert (ran.out, noted.out) == (
        (
            f"{ACHIEVED} · you would know by: A budget of my own"
            f" (how it came out: boardroom goal edit g1 --note TEXT) · {UNDO}\n"
        ),
        f"{ACHIEVED} · you would know by: A budget of my own · {UNDO}\n",
    )
    assert "how it went\tThe Porto budget is mine\n" in typed("goal", "show", "g1").out
