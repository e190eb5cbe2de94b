"""Who a brief is about: who they are, what is unknown, whom they brought, and what to offer."""

from __future__ import annotations

from typing import Any

import pytest

from boardroom.render.prep_md import prep_markdown
from tests.boards import Board
from tests.render.briefs import brief, section


def introduce(
    board: Board,
    advisor_id: int,
    person: str,
    on: str,
    **fields: Any,  # noqa: ANN401  its columns
) -> int:
    return board.exchange(
        advisor_id, "received", kind="introduction", person=person, on=on, **fields
    )


def test_who_they_are_is_one_line(board: Board) -> None:
    marcus = board.advisor(
        title="CFO",
        org="Northgate",
        how_met="Alumni dinner",
        strengths=["P&L", "pricing"],
        notes="Frank.\nLikes walks by the river, and being asked early in the week.",
    )
    words = "CFO, Northgate; how met: Alumni dinner; strengths: P&L, pricing"

    assert section(board, marcus, "who") == [f"{words};…"]
    [whole] = section(board, marcus, "who", whole=True)
    assert whole.startswith(f"{words}; Frank.\nLikes walks")


def test_nothing_known_of_somebody_is_no_line(board: Board) -> None:
    assert section(board, board.advisor(), "who") == []


def test_a_first_brief_says_what_is_not_known(board: Board) -> None:
    noor = board.prospect("Noor")
    board.criterion("Has run a P&L")
    board.criterion("Lives near", must=False)
    board.criterion("Has time", noor=False)

    assert section(board, noor, "not known") == [
        "c1 Has run a P&L: boardroom advisor rate noor c1 yes|no",
        "title, organisation, how you met, strengths, their goals: boardroom advisor edit noor",
    ]
    assert section(board, noor, "not known", commands=False) == [
        "c1 Has run a P&L",
        "title, organisation, how you met, strengths, their goals",
    ]


def test_one_unknown_field_has_its_option(board: Board) -> None:
    rui = board.advisor("Rui Reis", title="CTO", org="Atlas", how_met="Fair", strengths=["hiring"])

    assert section(board, rui, "not known") == [
        "their goals: boardroom advisor edit rui --their-goals TEXT"
    ]


def test_a_screen_has_three_unknown_must_haves_and_a_pipe_all(board: Board) -> None:
    noor = board.prospect("Noor")
    for number in range(1, 6):
        board.criterion(f"Must {number}")

    *_, more, _ = section(board, noor, "not known")
    whole = section(board, noor, "not known", whole=True)

    assert (more, len(whole)) == ("and 2 more: boardroom criterion list", 6)


def test_what_is_not_known_is_not_asked_for_after_a_meeting(board: Board) -> None:
    marcus = board.advisor()
    board.criterion()
    board.meeting(marcus, "2026-11-01")

    assert section(board, marcus, "not known") == []


@pytest.mark.parametrize(
    ("commands", "line"),
    [
        (
            True,
            (
                "nothing yet; agree on hopes, how often, until when and what stays confidential:"
                " boardroom agreement set noor"
            ),
        ),
        (False, "nothing yet; agree on hopes, how often, until when and what stays confidential"),
    ],
)
def test_a_first_brief_says_what_to_agree_on(board: Board, *, commands: bool, line: str) -> None:
    noor = board.prospect("Noor")

    assert section(board, noor, "agreed", commands=commands) == [line]


def test_whom_they_brought_is_told_with_what_came_of_it(board: Board) -> None:
    marcus = board.advisor()
    exchange_id = introduce(board, marcus, "Dana Reyes", "2026-09-21")
    introduce(board, marcus, "Lena Vogt", "2026-11-18")
    board.promise(marcus, exchange_id=exchange_id, kind="follow_up", done_on="2026-09-25")
    board.promise(marcus, exchange_id=exchange_id, kind="follow_up", done_on="2026-11-14")
    dana = board.prospect("Dana Reyes", since="2026-10-01")
    board.step(dana, "active", "2026-11-12")

    assert section(board, marcus, "introduced") == [
        "x1 Dana Reyes: on the board since Thu 12 Nov; you told them how it went Sat 14 Nov"
    ]
    assert section(board, dana, "introduced") == [
        "x1 by Marcus Ojo, Mon 21 Sep; you told them how it went Sat 14 Nov"
    ]


def test_where_no_promise_followed_nothing_is_said_of_telling(board: Board) -> None:
    marcus = board.advisor()
    introduce(board, marcus, "Dana Reyes", "2026-09-21")
    board.prospect("Dana Reyes")

    assert section(board, marcus, "introduced") == ["x1 Dana Reyes: a prospect"]


def test_who_was_contacted_and_is_not_on_file_is_told_too(board: Board) -> None:
    marcus = board.advisor()
    exchange_id = introduce(board, marcus, "Lena Vogt", "2026-11-09", private=True)
    board.promise(marcus, exchange_id=exchange_id, kind="follow_up", done_on="2026-11-10")

    assert section(board, marcus, "introduced") == [
        "x1 Lena Vogt: contacted Tue 10 Nov; you have not told them how it went (private)"
    ]


def test_a_screen_has_two_introductions_and_a_pipe_all(board: Board) -> None:
    marcus = board.advisor()
    for name in ("Dana Reyes", "Lena Vogt", "Rui Reis"):
        introduce(board, marcus, name, "2026-11-09")
        board.prospect(name)

    shown = section(board, marcus, "introduced")

    assert shown[-1] == "and 1 more: boardroom advisor show marcus"
    assert [len(shown), len(section(board, marcus, "introduced", whole=True))] == [3, 3]


def test_something_to_offer_stands_beside_their_goals(board: Board) -> None:
    marcus, ana = board.advisor(their_goals="A second seat"), board.advisor("Ana Lima")
    board.meeting(marcus, "2026-11-01")
    board.exchange(marcus, "received")
    board.advice(marcus, "Ask", status="worked", outcome_on="2026-11-10", private=True)
    board.goal("Speak", status="achieved", closed_on="2026-10-01")
    introduce(board, ana, "Dana Reyes", "2026-11-02")

    [line] = section(board, marcus, "offer")
    assert line == (
        "ask: how can I support you? (their goals: A second seat;"
        " you have v1 Ask (worked) (private), g1 Speak (achieved); you could introduce Dana Reyes)"
    )
    assert section(board, marcus, "give, take") == ["you gave nothing, got 1 this month"]


def test_nothing_is_offered_while_give_and_take_are_balanced(board: Board) -> None:
    marcus = board.advisor(their_goals="A second seat")
    board.meeting(marcus, "2026-11-01")

    assert section(board, marcus, "offer") == []
    assert section(board, marcus, "give, take")[0].endswith("; their goals: A second seat")


def test_markdown_leaves_out_private_introductions_starters_and_offers(board: Board) -> None:
    marcus = board.advisor()
    introduce(board, marcus, "Dana Reyes", "2026-09-21", private=True)
    board.prospect("Dana Reyes")
    board.advice(marcus, "Ask", status="worked", outcome_on="2026-11-10", private=True)
    board.goal("Leave", private=True)

    text, left_out = prep_markdown(brief(board, marcus))

    assert left_out == (
        "Left out as private: 1 piece of advice, 1 exchange and 1 goal."
        " Nothing is left out with --include-private."
    )
    assert [word for word in ("Dana", "Ask", "Leave") if word in text] == []
    whole, nothing = prep_markdown(brief(board, marcus), everything=True)
    assert nothing == ""
    assert all(word in whole for word in ("Dana", "Ask", "Leave"))
