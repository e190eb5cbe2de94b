"""Mentees among the reads: last in the list, and never counted as advisors."""

from __future__ import annotations

from datetime import date

import pytest

from boardroom.actions.advisors import edit_advisor
from boardroom.queries.board import board as board_view
from boardroom.queries.due import due
from boardroom.queries.review_facts import board_facts
from boardroom.store.file import reading
from tests.boards import TODAY, Board


def test_mentees_are_last_of_the_people_and_of_equally_late_items(board: Board) -> None:
    board.mentee("Ada Moss", joined="2026-01-10")
    board.advisor()

    with reading(board.path) as connection:
        view = due(connection, today=TODAY)

    assert [person.handle for person in view.advisors] == ["marcus", "ada"]
    assert [item.handle for item in view.items if item.kind == "meeting"] == ["marcus", "ada"]


def test_a_board_of_mentees_alone_has_no_review_of_its_own(board: Board) -> None:
    board.mentee(joined="2025-01-10")

    with reading(board.path) as connection:
        view = due(connection, today=TODAY)

    assert [(item.kind, item.handle) for item in view.items] == [
        ("meeting", "zoe"),
        ("review", "zoe"),
    ]


def test_mentees_fill_no_seat_and_help_with_no_goal(board: Board) -> None:
    board.goal("Run a P&L", board.advisor("Ana Lima"))
    board.goal("Speak", board.advisor("Tom Berg"))
    board.mentee("Rui Reis")
    with board.change() as work:
        edit_advisor(work, 2, {"role": "mentee"})

    with reading(board.path) as connection:
        view = board_view(connection, today=TODAY)
        facts = board_facts(connection, since=None, until=TODAY)

    assert [person.handle for person in view.active] == ["ana"]
    assert [mentee.handle for mentee in view.mentees] == ["rui", "tom"]
    assert (view.gaps.seats, [goal.ref for goal in view.gaps.goals]) == (2, ["g2"])
    assert (facts.seats_taken_count, [goal.id for goal in facts.goals_without_help]) == (1, ["g2"])


def test_mentees_have_no_part_in_how_alike_advisors_are(board: Board) -> None:
    for name in ("Ana Lima", "Tom Berg"):
        board.advisor(name, perspectives=["industry=retail"])
    board.advisor("Rui Reis", role="mentee", perspectives=["industry=banking"])

    with reading(board.path) as connection:
        view = board_view(connection, today=TODAY)

    assert [shared.dimension for shared in view.gaps.alike] == ["industry"]


def test_a_review_in_progress_counts_mentees(board: Board) -> None:
    board.advisor("Ana Lima")
    board.answer(board.mentee())

    with reading(board.path) as connection:
        view = board_view(connection, today=TODAY)

    assert view.open_review is not None
    assert (view.open_review.done_count, view.open_review.of_count) == (1, 2)


@pytest.mark.parametrize(
    ("day", "mentees"),
    [
        (date(2026, 10, 9), []),
        (date(2026, 10, 10), ["zoe"]),
        (date(2026, 10, 31), ["zoe"]),
        (date(2026, 11, 1), []),
    ],
)
def test_the_board_of_a_past_day_has_the_mentees_of_then(
    board: Board, day: date, mentees: list[str]
) -> None:
    board.step(board.mentee(joined="2026-10-10"), "alumni", "2026-11-01")

    with reading(board.path) as connection:
        view = board_view(connection, today=day, in_past=True)

    assert [mentee.handle for mentee in view.mentees] == mentees
