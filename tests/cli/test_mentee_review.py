"""The review of somebody whom the user mentors: the facts, a note and the decision."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from tests.boards import Board
from tests.cli.reviewing import ANA, lines, stored_answers
from tests.cli.typed import typed, typed_on_terminal

Golden = Callable[[str, str], None]

pytestmark = pytest.mark.usefixtures("plain_screen")


@pytest.fixture(autouse=True)
def zoe(board: Board) -> int:
    """Zoe, whom the user mentors; returns the row id."""
    zoe = board.mentee(joined="2026-01-10")
    board.meeting(zoe, "2026-11-01")
    board.advice(zoe, "Ask for the pilot", status="worked", outcome_on="2026-11-10")
    return zoe


def test_a_mentee_is_asked_about_by_a_note_and_a_decision(board: Board, golden: Golden) -> None:
    ran = typed_on_terminal("review", "--advisor", "zoe", answers=lines("Grows", "keep", "y"))

    golden("review-mentee", ran.err)
    assert ran.code == 0
    assert stored_answers(board) == [("zoe", None, None, None, None, "Grows", "keep", None, None)]


def test_b_goes_back_over_what_a_mentee_is_not_asked(board: Board) -> None:
    typed_on_terminal("review", "--advisor", "zoe", answers=lines("Grows", "b", "Shines", "k", "y"))

    assert stored_answers(board)[0][5:7] == ("Shines", "keep")


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ({"value": 4, "decision": "keep"}, "zoe is your mentee, so has no value"),
        ({"fits_next": True, "decision": "keep"}, "zoe is your mentee, so has no fits_next"),
    ],
)
def test_a_file_does_not_rate_a_mentee(
    board: Board, answer: dict[str, object], problem: str
) -> None:
    before = board.dump()

    refused = typed("review", "--answers", "-", stdin=json.dumps({"advisors": {"zoe": answer}}))

    assert (refused.code, problem in refused.err) == (2, True)
    assert board.dump() == before


def test_a_file_answers_with_a_note_and_a_decision() -> None:
    answer = {"note": "Grows", "decision": "adjust", "window": "6-8w"}

    ran = typed("review", "--answers", "-", stdin=json.dumps({"advisors": {"zoe": answer}}))

    assert ran.out.startswith("Completed r1: Zoe Park's window is 6-8w now")


def test_the_facts_of_a_mentee_are_without_goals_and_reports() -> None:
    shown = typed_on_terminal("review", "--advisor", "zoe", answers="q\n").err

    assert "you advised  1 given → 1 tried → 1 worked\n" in shown
    assert "goals" not in shown


def test_a_mentee_who_is_parted_with_is_not_thanked(board: Board) -> None:
    answer = {"decision": "part"}

    typed("review", "--answers", "-", stdin=json.dumps({"advisors": {"zoe": answer}}))

    assert board.sql("SELECT count(*) FROM promise") == [(0,)]


def test_b_goes_back_from_a_mentee_to_the_advisor_before(board: Board) -> None:
    board.advisor("Ana Lima")

    typed_on_terminal("review", answers=lines(*ANA, "b", "part", "Grows", "keep", "q"))

    assert stored_answers(board) == [
        ("ana", 4, 5, 3, 1, "Asks good questions", "part", None, None),
        ("zoe", None, None, None, None, "Grows", "keep", None, None),
    ]


def test_what_came_of_an_agreement_with_a_mentee_has_nothing_to_report(
    board: Board, zoe: int
) -> None:
    board.agreement(zoe, until="2026-11-20")

    shown = typed_on_terminal("review", "--advisor", "zoe", answers="q\n").err
    assert "came of it   worked: v1 Ask for the pilot\n" in shown
    assert "came of it\tworked: v1 Ask for the pilot\n" in typed("agreement", "show", "zoe").out


def test_the_decision_about_a_mentee_explains_itself_without_a_seat_or_thanks() -> None:
    ran = typed_on_terminal("review", "--advisor", "zoe", answers=lines("", "?", "q"))

    assert "part ends the mentoring" in " ".join(ran.err.split())
    assert "seat" not in ran.err
