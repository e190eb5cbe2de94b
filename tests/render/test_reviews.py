from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from boardroom.actions.demo_people import ANA, DANA, LIA, MARCUS, TOM
from boardroom.actions.reviews import answer_board, answer_review, complete_review
from boardroom.queries.previous_answers import PreviousAnswer, previous_answers
from boardroom.queries.reviews import AnswerView, ReviewView, review
from boardroom.render.page import Fields, Page
from boardroom.render.review_md import review_markdown
from boardroom.render.review_words import (
    PreviousAnswers,
    change_words,
    changes,
    compared_words,
    decision_words,
)
from boardroom.render.reviews import LEFT_OUT, NO_CHANGE, answer_fields, change_blocks, review_page
from boardroom.rules.review_facts import Facts
from boardroom.rules.reviews import Answer
from boardroom.store.file import reading
from tests.boards import TODAY, Board
from tests.render.drawing import piped
from tests.render.test_screens import faces, on_terminal

Golden = Callable[[str, str], None]
LATER = date(2027, 5, 22)
FACTS = Facts(TODAY, TODAY, window="4-6w")


def reviewed(
    board: Board, today: date, answers: dict[int, dict[str, Any]], note: str | None = None
) -> int:
    """Completes a review of the board on that day."""
    with board.change(today) as work:
        for advisor_id, given in answers.items():
            answer_review(work, advisor_id=advisor_id, advisor_alone=False, changes=given)
        review_id = answer_board(work, {"note": note}).id
        complete_review(work, review_id)
    return review_id


@pytest.fixture
def second(board: Board) -> tuple[ReviewView, PreviousAnswers]:
    """The second review of the demonstration board, and the answers of the first."""
    board.lay_demo()
    first: dict[int, dict[str, Any]] = {
        ANA: {
            "value": 4,
            "chemistry": 5,
            "trust": 5,
            "fits_next": True,
            "note": "Tells me the truth",
            "decision": "keep",
        },
        MARCUS: {
            "value": 3,
            "chemistry": 3,
            "trust": 3,
            "fits_next": True,
            "decision": "adjust",
            "window": "6-8w",
        },
        TOM: {"value": 2, "decision": "keep"},
        DANA: {"chemistry": 4, "decision": "keep"},
        LIA: {"decision": "keep"},
    }
    reviewed(board, TODAY, first, "Somebody who knows hospitals")
    then: dict[int, dict[str, Any]] = {
        ANA: {
            "value": 5,
            "chemistry": 5,
            "trust": 4,
            "fits_next": True,
            "note": "Still the first one I call [*]",
            "decision": "keep",
        },
        MARCUS: {
            "value": 4,
            "trust": 4,
            "fits_next": False,
            "note": "P&L is learnt",
            "decision": "adjust",
            "window": "3-4m",
        },
        TOM: {
            "value": 1,
            "chemistry": 2,
            "trust": 3,
            "fits_next": False,
            "note": "Outgrown; he was kind",
            "decision": "part",
        },
        DANA: {"value": 3, "chemistry": 4, "decision": "pause", "until_on": date(2027, 9, 1)},
        LIA: {"note": "Leads a team now", "decision": "keep"},
    }
    review_id = reviewed(
        board, LATER, then, "must-have: Has led a hospital\nSomebody younger than I am"
    )
    with reading(board.path) as connection:
        return review(connection, review_id), previous_answers(connection, before_review=review_id)


def test_a_review_looks_like_this(
    second: tuple[ReviewView, PreviousAnswers], golden: Golden
) -> None:
    golden("review", re.sub(r"(?<=\tuid\t)\S+", "UID", faces(review_page(*second, LATER))))


def test_a_report_reads_like_this(
    second: tuple[ReviewView, PreviousAnswers], golden: Golden
) -> None:
    golden("review-md", review_markdown(*second)[0])


@pytest.mark.parametrize(
    ("current", "previous", "words"),
    [
        ("4", "3", "4 (was 3)"),
        ("4", "4", "4 (same)"),
        ("4", "", "4"),
        ("", "3", "open (was 3)"),
        ("", "", ""),
        ("no", "yes", "no (was yes)"),
    ],
)
def test_a_rating_is_compared_with_the_last_one(current: str, previous: str, words: str) -> None:
    assert compared_words(current, previous) == words


@pytest.mark.parametrize(
    ("answer", "decided", "changed"),
    [
        (Answer(), "", ""),
        (Answer(decision="keep"), "keep", ""),
        (Answer(decision="adjust"), "adjust", ""),
        (Answer(decision="adjust", window="6-8w"), "adjust to 6-8w", "window 6-8w (was 4-6w)"),
        (Answer(decision="pause"), "pause", "pause, open-ended"),
        (
            Answer(decision="pause", until_on=date(2026, 12, 1)),
            "pause until Tue 1 Dec",
            "pause until Tue 1 Dec",
        ),
        (Answer(decision="part"), "part", "part"),
    ],
)
def test_a_decision_says_what_it_changes(answer: Answer, decided: str, changed: str) -> None:
    view = AnswerView(1, "ana", "Ana Lima", answer, FACTS)

    assert (decision_words(answer, TODAY), change_words(view, TODAY)) == (decided, changed)


def of(*answers: AnswerView, completed: bool = True) -> ReviewView:
    return ReviewView(
        1, "uid", True, TODAY, TODAY if completed else None, TODAY, answers, None, None
    )


KEPT = AnswerView(1, "ana", "Ana Lima", Answer(decision="keep"), FACTS)
LEFT = AnswerView(2, "tom", "Tom [/]", Answer(value=2, decision="part"), None)


def test_keeping_everybody_changes_nothing() -> None:
    assert [getattr(block, "text", "") for block in change_blocks(of(KEPT), TODAY)] == [
        "",
        NO_CHANGE,
    ]
    assert change_blocks(of(KEPT, completed=False), TODAY) == ()


def test_an_advisor_not_covered_is_named_as_left_out() -> None:
    view = of(KEPT, LEFT)

    shown = on_terminal(review_page(view, {}, TODAY), 80)

    assert changes(view, TODAY) == []
    assert f"Tom [/]  tom\n\n{LEFT_OUT}\n\nvalue     2\ndecision  part\n" in shown
    assert "Tom" not in review_markdown(view, {})


def test_an_open_answer_shows_only_the_last_one() -> None:
    previous = {"ana": PreviousAnswer(TODAY, Answer(value=3))}

    assert [label for label, _ in answer_fields(KEPT, previous, TODAY).rows] == [
        "value",
        "decision",
    ]
    assert answer_fields(KEPT._replace(answer=Answer()), {}, TODAY) == Fields(())


def test_a_pipe_of_an_open_review_of_one_person() -> None:
    alone = of(KEPT._replace(facts=None), completed=False)._replace(of_board=False)

    assert piped(Page((), review_page(alone, {}, TODAY).pipe)).splitlines() == [
        "\tid\tr1",
        "\tuid\tuid",
        "\tadvisor\tana",
        "\tstarted_on\t2026-11-21",
        "\tcompleted_on\t",
        "\tfrom_on\t2026-11-21",
        "ana\tname\tAna Lima",
        *(
            f"ana\t{key}\t"
            for key in ("value", "chemistry", "trust", "fits_next", "outcome_met", "note")
        ),
        "ana\tdecision\tkeep",
        "ana\twindow\t",
        "ana\tuntil_on\t",
    ]
