"""A board changed elsewhere while a question of `boardroom review` waits: no lock is held."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import pytest

from boardroom.actions.advisors import edit_advisor
from boardroom.actions.reviews import answer_board, answer_review, complete_review
from boardroom.store.reversal import undo
from tests.boards import TODAY, Board
from tests.cli.reviewing import FINAL, SKIPPED, lines
from tests.cli.typed import Ran, typed_on_terminal

KEEP = (*SKIPPED, "keep")
BOTH = (*KEEP, *KEEP)
CHANGED = "The review was changed elsewhere meanwhile; this is its current state.\n"
AT_THE_NOTE, AT_THE_YES = len(BOTH) + 1, len(BOTH) + 2
"""The numbers of the questions after those about two advisors."""


pytestmark = pytest.mark.usefixtures("plain_screen")


def reviewed(
    *answers: str, question: int, meanwhile: Callable[[], object], words: tuple[str, ...] = ()
) -> Ran:
    """Reviews with these answers; `meanwhile` runs while the question of that number waits."""
    return typed_on_terminal(
        "review", *words, answers=lines(*answers), meanwhile=meanwhile, question=question
    )


def answered_elsewhere(
    board: Board,
    advisor_id: int,
    **given: Any,  # noqa: ANN401  an Answer's fields
) -> Callable[[], object]:
    return lambda: board.answer(advisor_id, **given)


def test_an_answer_given_elsewhere_is_kept_beside_ones_own(ana_and_marcus: Board) -> None:
    ran = reviewed(
        "4",
        *KEEP[1:],
        *KEEP,
        "",
        "y",
        question=3,
        meanwhile=answered_elsewhere(ana_and_marcus, 1, chemistry=2, note="Elsewhere"),
    )

    assert ran.out.startswith("Completed r1: kept Ana Lima and Marcus Ojo ")
    assert ana_and_marcus.sql(
        "SELECT value, chemistry, note FROM review_answer WHERE handle = 'ana'"
    ) == [(4, 2, "Elsewhere")]


def test_an_advisor_paused_at_their_question_is_left_out(ana_and_marcus: Board) -> None:
    ran = reviewed(
        "4",
        "5",
        *KEEP,
        "",
        "y",
        question=2,
        meanwhile=lambda: ana_and_marcus.step(1, "paused", "2026-11-21"),
    )

    assert "Ana Lima is no longer active, so this review leaves them out.\n" in ran.err
    assert ran.out.startswith("Completed r1: kept Marcus Ojo ")
    assert ana_and_marcus.sql(
        "SELECT value, chemistry FROM review_answer WHERE handle = 'ana'"
    ) == [(4, None)]


def test_an_advisor_paused_before_their_turn_is_not_asked_about(ana_and_marcus: Board) -> None:
    ran = reviewed(
        *KEEP, "", "y", question=1, meanwhile=lambda: ana_and_marcus.step(2, "paused", "2026-11-21")
    )

    assert "Marcus Ojo  " not in ran.err
    assert ran.out.startswith("Completed r1: kept Ana Lima ")


def test_a_person_alone_paused_meanwhile_is_not_reviewed(ana_and_marcus: Board) -> None:
    ran = reviewed(
        "4",
        words=("--advisor", "ana"),
        question=1,
        meanwhile=lambda: ana_and_marcus.step(1, "paused", "2026-11-21"),
    )

    assert (ran.code, ran.out) == (6, "")
    assert "Ana Lima is not an active advisor, so there is nothing to review." in ran.err
    assert ana_and_marcus.sql("SELECT * FROM review") == []


def test_an_advisor_who_joins_meanwhile_is_asked_about(ana_and_marcus: Board) -> None:
    ran = reviewed(
        *BOTH, *KEEP, "", "y", question=2, meanwhile=lambda: ana_and_marcus.advisor("Tom Berg")
    )

    assert "Tom Berg  3 of 3\n" in ran.err
    assert ran.out.startswith("Completed r1: kept Ana Lima, Marcus Ojo and Tom Berg ")


def test_a_summary_out_of_date_is_shown_again_before_the_yes(ana_and_marcus: Board) -> None:
    ran = reviewed(
        *BOTH,
        "",
        "y",
        "y",
        question=AT_THE_YES,
        meanwhile=answered_elsewhere(ana_and_marcus, 2, decision="part"),
    )

    _, again = ran.err.split(CHANGED)
    assert again.startswith("\nSummary\n")
    assert again.endswith(f"What changes from here\n\nMarcus Ojo  part\n\n{FINAL}")
    assert ran.out.startswith("Completed r1: kept Ana Lima, parted with Marcus Ojo")


def test_the_yes_to_a_summary_out_of_date_changes_nothing(ana_and_marcus: Board) -> None:
    ran = reviewed(
        *BOTH,
        "",
        "y",
        "n",
        question=AT_THE_YES,
        meanwhile=lambda: ana_and_marcus.step(2, "paused", "2026-11-21"),
    )

    assert ran.err.count("Marcus Ojo  ") == 2  # above the questions, and in the first summary
    assert ran.out.startswith("Left r1, 1 of 1 done; ")
    assert ana_and_marcus.sql("SELECT completed_on FROM review") == [(None,)]


def test_a_window_changed_elsewhere_is_shown_before_the_yes(ana_and_marcus: Board) -> None:
    def change() -> None:
        with ana_and_marcus.change() as work:
            edit_advisor(work, 1, {"window": "3w"})

    adjust = (*SKIPPED, "adjust", "6-8w")
    ran = reviewed(*adjust, *KEEP, "", "y", "y", question=AT_THE_YES + 1, meanwhile=change)

    before, again = ran.err.split(CHANGED)
    assert "Ana Lima  window 6-8w (was 4-6w)\n" in before
    assert "Ana Lima  window 6-8w (was 3w)\n" in again
    assert ran.out.startswith("Completed r1: kept Marcus Ojo, Ana Lima's window is 6-8w now")


def test_an_advisor_who_joins_at_the_yes_is_asked_about_first(ana_and_marcus: Board) -> None:
    ran = reviewed(
        *BOTH,
        "",
        "y",
        *KEEP,
        "y",
        question=AT_THE_YES,
        meanwhile=lambda: ana_and_marcus.advisor("Tom Berg"),
    )

    assert ran.err.split(CHANGED)[1].startswith("\nTom Berg  3 of 3\n")
    assert ran.out.startswith("Completed r1: kept Ana Lima, Marcus Ojo and Tom Berg ")


def test_a_note_outside_the_summary_does_not_ask_again(ana_and_marcus: Board) -> None:
    ran = reviewed(
        *BOTH,
        "",
        "y",
        question=AT_THE_YES,
        meanwhile=answered_elsewhere(ana_and_marcus, 2, note="Good"),
    )

    assert CHANGED not in ran.err
    assert ran.out.startswith("Completed r1: ")


def test_a_line_noted_elsewhere_is_not_overwritten(ana_and_marcus: Board) -> None:
    def note() -> None:
        with ana_and_marcus.change() as work:
            answer_board(work, {"note": "Somebody younger"})

    reviewed(*BOTH, "Kind", "no", "", "y", question=AT_THE_NOTE, meanwhile=note)

    assert ana_and_marcus.sql("SELECT board_note FROM review") == [("Somebody younger\nKind",)]


def test_a_line_taken_out_elsewhere_is_no_criterion(ana_and_marcus: Board) -> None:
    def clear() -> None:
        with ana_and_marcus.change() as work:
            answer_board(work, {"note": None})

    reviewed(*BOTH, "Kind", "must", "", "y", question=AT_THE_YES, meanwhile=clear)

    assert ana_and_marcus.sql("SELECT board_note FROM review") == [(None,)]
    assert ana_and_marcus.sql("SELECT text FROM criterion") == []


@pytest.mark.parametrize("question", [2, AT_THE_YES])
def test_a_review_completed_elsewhere_is_not_answered_further(
    ana_and_marcus: Board, question: int
) -> None:
    typed_on_terminal("review", answers=lines("4", "q"))

    def complete() -> None:
        with ana_and_marcus.change() as work:
            for advisor_id in (1, 2):
                given = {"decision": "keep"}
                answer_review(work, advisor_id=advisor_id, advisor_alone=False, changes=given)
            complete_review(work, 1)

    ran = reviewed(*BOTH[1:], "", "y", question=question - 1, meanwhile=complete)

    assert ran.code == 6
    assert ran.err.endswith(
        "r1 was completed on Sat 21 Nov 2026. See it with: boardroom review --show r1\n"
    )
    assert ana_and_marcus.sql("SELECT count(*) FROM review") == [(1,)]


def test_a_review_undone_elsewhere_starts_anew(ana_and_marcus: Board) -> None:
    typed_on_terminal("review", answers=lines(*BOTH, "q"))

    ran = reviewed(
        "", "y", *BOTH, "y", question=2, meanwhile=lambda: undo(ana_and_marcus.path, 2, today=TODAY)
    )

    assert ran.out.startswith("Completed r2: kept Ana Lima and Marcus Ojo ")


def test_a_review_of_the_board_started_elsewhere_takes_the_answers_over(
    ana_and_marcus: Board,
) -> None:
    ran = reviewed(
        "4",
        *KEEP[1:],
        words=("--advisor", "ana"),
        question=2,
        meanwhile=answered_elsewhere(ana_and_marcus, 2),
    )

    assert ran.out == (
        "Saved in r2, the review of the board (2 of 2 done). Continue it with: boardroom review\n"
    )


def test_a_review_taken_over_at_the_yes_is_left_to_the_board(ana_and_marcus: Board) -> None:
    ran = reviewed(
        *KEEP,
        "y",
        words=("--advisor", "ana"),
        question=7,
        meanwhile=answered_elsewhere(ana_and_marcus, 2),
    )

    assert ran.out.startswith("Saved in r2, the review of the board (2 of 2 done)")


def test_everybody_paused_meanwhile_leaves_nobody_to_review(ana_and_marcus: Board) -> None:
    def pause_all() -> None:
        for advisor_id in (1, 2):
            ana_and_marcus.step(advisor_id, "paused", "2026-11-21")

    ran = reviewed("4", "", question=1, meanwhile=pause_all)

    assert ran.code == 6
    assert "There are no active advisors, so there is nothing to review." in ran.err
    assert ana_and_marcus.sql("SELECT * FROM review") == []


@pytest.mark.usefixtures("ana_and_marcus")
def test_the_board_is_opened_once_and_then_once_an_answer() -> None:
    typed_on_terminal("review", answers=lines("4", "q"))  # with the day's copy

    with patch("sqlite3.connect", wraps=sqlite3.connect) as connect:
        typed_on_terminal(
            "review", answers=lines("5", "", "", "", "keep", *KEEP, "Kind", "no", "", "y")
        )

    answers = ("5", "keep", "keep", "Kind", "no", "y")
    assert connect.call_count == 1 + len(answers)
