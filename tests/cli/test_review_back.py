"""`b` in a review goes back one question."""

from __future__ import annotations

import pytest

from tests.boards import Board
from tests.cli.reviewing import ANA, FINAL, NEXT, SKIPPED, UNSAID, lines, stored_answers
from tests.cli.typed import typed_on_terminal

pytestmark = pytest.mark.usefixtures("plain_screen")

DECISION = "Decision: keep, adjust, pause or part? "


def test_b_asks_the_question_before_again(ana_and_marcus: Board) -> None:
    ran = typed_on_terminal("review", answers=lines("4", "5", "b", "3", "q"))

    assert ran.code == 0
    assert "Value, 1-5? Chemistry, 1-5? Trust, 1-5? Chemistry, 1-5? (now 5) Trust, 1-5? " in ran.err
    assert stored_answers(ana_and_marcus) == [("ana", 4, 3, None, None, None, None, None, None)]


def test_enter_keeps_the_answer_that_was_gone_back_to(ana_and_marcus: Board) -> None:
    typed_on_terminal("review", answers=lines("4", "5", "b", "b", "", "", "3", "q"))

    assert stored_answers(ana_and_marcus) == [("ana", 4, 5, 3, None, None, None, None, None)]


@pytest.mark.usefixtures("ana_and_marcus")
def test_b_at_the_first_question_says_that_it_is_the_first() -> None:
    ran = typed_on_terminal("review", answers=lines("b", "q"))

    assert "Value, 1-5? This is the first question.\n" in ran.err


def test_b_passes_over_questions_that_do_not_apply(ana_and_marcus: Board) -> None:
    ran = typed_on_terminal("review", answers=lines(*ANA[:5], "adjust", "b", "keep", "q"))

    assert f"The new window, like 6-8w? {DECISION}(now adjust) " in ran.err
    assert stored_answers(ana_and_marcus)[0][6:8] == ("keep", None)


def test_b_at_somebodys_first_question_goes_back_to_the_one_before(ana_and_marcus: Board) -> None:
    ran = typed_on_terminal("review", answers=lines(*ANA, "b", "part", "3", "q"))

    assert ran.err.count("Ana Lima  Truth-teller · 1 of 2") == 2
    assert ran.err.count("Marcus Ojo  2 of 2") == 2
    assert [row[:2] + row[6:7] for row in stored_answers(ana_and_marcus)] == [
        ("ana", 4, "part"),
        ("marcus", 3, None),
    ]


def test_b_at_the_board_takes_back_a_line_and_then_goes_to_you_and_the_last_advisor(
    ana_and_marcus: Board,
) -> None:
    back = ("b", "b", "b", "b", "b")
    answers = lines(
        *ANA, *SKIPPED, "keep", *UNSAID, "must: a banker", *back, "part", *UNSAID, "", "y"
    )

    ran = typed_on_terminal("review", answers=answers)

    assert f"{NEXT}{NEXT}Taken back: must: a banker\n{NEXT}" in ran.err
    assert stored_answers(ana_and_marcus)[1][6] == "part"
    assert ana_and_marcus.sql("SELECT text FROM criterion") == []


def test_b_at_the_yes_goes_back_to_the_board(ana_and_marcus: Board) -> None:
    answers = lines(*ANA, *SKIPPED, "keep", *UNSAID, "", "b", "must: a banker", "", "y")

    ran = typed_on_terminal("review", answers=answers)

    assert ran.err.count(FINAL) == 2
    assert ana_and_marcus.sql("SELECT text, must FROM criterion") == [("a banker", 1)]


def test_b_at_a_criterion_takes_the_line_back(ana_and_marcus: Board) -> None:
    answers = lines(*ANA, *SKIPPED, "keep", *UNSAID, "a banker", "b", "a lawyer", "nice", "", "y")

    typed_on_terminal("review", answers=answers)

    assert ana_and_marcus.sql("SELECT text, must FROM criterion") == [("a lawyer", 0)]


@pytest.mark.usefixtures("ana_and_marcus")
def test_the_day_of_a_pause_is_said_back() -> None:
    ran = typed_on_terminal("review", answers=lines(*ANA[:5], "pause", "1 Mar", "q"))

    assert "like 1 Mar or in 3m? Mon 1 Mar 2027 (in 100 days).\n" in ran.err


def test_b_at_a_question_about_yourself_goes_to_the_one_before(ana_and_marcus: Board) -> None:
    answers = lines(*ANA, *SKIPPED, "keep", "Candour", "Doors", "b", "Contacts", "b", "b", "-", "q")

    ran = typed_on_terminal("review", answers=answers)

    assert "What do you seek in your advisors? (now “Doors”)" in ran.err
    assert ana_and_marcus.sql("SELECT need, seek, bring FROM review") == [(None, "Contacts", None)]
