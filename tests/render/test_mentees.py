"""Screens of a board with somebody whom the user mentors, and one who is both."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from boardroom.queries.board import board as board_view
from boardroom.queries.due import due
from boardroom.queries.prep import prep
from boardroom.render.board import board_json, board_page
from boardroom.render.due import due_page
from boardroom.render.page import Page
from boardroom.render.prep import prep_page
from boardroom.store.file import reading
from tests.boards import TODAY, Board
from tests.render.drawing import drawn, piped

Golden = Callable[[str, str], None]


def faces(page: Page) -> str:
    shown = [f"{f'── {width} columns ':─<{width}}\n{drawn(page, width)}" for width in (40, 80, 120)]
    return "".join([*shown, f"{'── piped ':─<80}\n{piped(page)}"])


@pytest.fixture
def mentored(board: Board) -> Board:
    """A board of two advisors, one of them a mentee too, and two mentees."""
    board.meeting(board.advisor(seat="Finance", their_goals="A second board seat"), "2026-11-01")
    board.meeting(board.advisor("Ana Lima", role="both", seat="Tech"), "2026-10-02")
    zoe = board.advisor(
        "Zoe Park", role="mentee", joined="2026-05-01", their_goals="Lead a team of her own"
    )
    board.meeting(zoe, "2026-09-20", notes="She is ready for a lead role.")
    board.meeting(zoe, "2026-11-24", "planned", start_time="15:30", way="call")
    board.step(board.mentee("Rui Reis"), "paused", "2026-11-01", until="2027-01-10")
    return board


def test_the_board_shows_whom_the_user_mentors(mentored: Board, golden: Golden) -> None:
    with reading(mentored.path) as connection:
        golden("board-mentees", faces(board_page(board_view(connection, today=TODAY))))


def test_the_morning_list_says_who_is_a_mentee(mentored: Board, golden: Golden) -> None:
    with reading(mentored.path) as connection:
        golden("due-mentees", faces(due_page(due(connection, today=TODAY))))


def test_the_brief_of_a_mentee(mentored: Board, golden: Golden) -> None:
    zoe = 3
    mentored.agreement(zoe)
    mentored.advice(zoe, "Ask for the pilot")
    mentored.advice(zoe, "Say less in the first five minutes", status="trying")
    mentored.item(zoe, "How did the offsite go?")
    mentored.promise(zoe, "Introduce her to Dana", due_on="2026-12-01")
    mentored.promise(zoe, "Send the plan", by_whom="them", due_on="2026-11-20")
    mentored.exchange(zoe, "given", on="2026-09-20")

    with reading(mentored.path) as connection:
        golden("prep-mentee", faces(prep_page(prep(connection, zoe, today=TODAY, notes_count=2))))


def test_the_json_of_the_board_lists_mentees_apart(mentored: Board) -> None:
    with reading(mentored.path) as connection:
        shown = board_json(board_view(connection, today=TODAY))

    assert [(person["handle"], person["role"]) for person in shown["advisors"]] == [
        ("ana", "both"),
        ("marcus", "advisor"),
    ]
    assert [
        (mentee["handle"], mentee["role"], mentee["state"], mentee["next_meeting_on"])
        for mentee in shown["mentees"]
    ] == [("rui", "mentee", None, None), ("zoe", "mentee", "overdue", "2026-11-24")]
