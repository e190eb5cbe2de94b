"""What to raise is made of what is on file: goals, their next steps and untold advice."""

from __future__ import annotations

from datetime import date

import pytest

from boardroom.queries.starters import starters, with_starters
from boardroom.rules.due_items import PlannedMeeting
from boardroom.store.file import reading
from tests.boards import TODAY, Board


def _refs(board: Board, today: date = TODAY) -> list[str]:
    with reading(board.path) as connection:
        return [starter.ref for starter in starters(connection, "marcus", today=today)]


@pytest.fixture
def marcus(board: Board) -> int:
    return board.advisor()


def test_the_nearest_goals_they_help_with_come_first_each_by_its_next_step(
    board: Board, marcus: int
) -> None:
    board.goal("Nobody's", target_on="2026-12-01")
    board.goal("Later", marcus, target_on="2027-06-01")
    nearer = board.goal("Nearer", marcus, target_on="2027-02-01")
    board.goal("Ana's", board.advisor("Ana Lima"), target_on="2026-12-01")
    board.goal_step(nearer, "Taken", done_on="2026-11-01")
    board.goal_step(nearer, "Someday")
    board.goal_step(nearer, "Next", due_on="2026-12-24")

    assert _refs(board) == ["s3", "g2", "g1"]


def test_advice_with_an_outcome_that_is_not_told_is_an_update(board: Board, marcus: int) -> None:
    board.advice(marcus, "New")
    board.advice(marcus, "Trying", status="trying", outcome_on="2026-11-10")
    board.advice(marcus, "Untold", status="worked", outcome_on="2026-11-09")
    board.advice(marcus, "Told", status="worked", outcome_on="2026-11-09", reported_on="2026-11-10")

    assert _refs(board) == ["v3", "v2"]


def test_a_past_day_has_what_was_open_then(board: Board, marcus: int) -> None:
    board.goal("Done", marcus, status="achieved", closed_on="2026-11-15")
    board.goal("New", marcus, added="2026-11-20")

    assert (_refs(board, date(2026, 11, 14)), _refs(board)) == (["g1"], ["g2", "g1"])


def test_a_step_past_its_day_comes_before_a_nearer_goal(board: Board, marcus: int) -> None:
    late = board.goal("Later", marcus, target_on="2027-06-01")
    nearer = board.goal("Nearer", marcus, target_on="2027-02-01")
    board.goal_step(late, "Past its day", due_on="2026-11-20")
    board.goal_step(nearer, "Today", due_on="2026-11-21")

    with reading(board.path) as connection:
        found = starters(connection, "marcus", today=TODAY)

    assert [(starter.ref, starter.text) for starter in found] == [
        ("s1", "Past its day: what keeps me from it?"),
        ("s2", "Next step: Today"),
    ]


def test_a_goal_they_helped_with_is_told_until_the_next_meeting(board: Board, marcus: int) -> None:
    board.goal("Reached", marcus, status="achieved", closed_on="2026-11-15")
    board.goal("Ana's", board.advisor("Ana Lima"), status="achieved", closed_on="2026-11-15")

    before = _refs(board)
    board.meeting(marcus, "2026-11-16")

    assert (before, _refs(board)) == (["g1"], [])


def test_a_starter_is_as_private_as_what_it_is_made_of(board: Board, marcus: int) -> None:
    board.goal("Leave", marcus, private=True)
    board.advice(marcus, "Ask", status="worked", outcome_on="2026-11-09")

    with reading(board.path) as connection:
        found = starters(connection, "marcus", today=TODAY)

    assert [(starter.ref, starter.private) for starter in found] == [("g1", True), ("v1", False)]


def test_only_a_meeting_with_an_empty_agenda_gets_them(board: Board, marcus: int) -> None:
    board.goal("Run a P&L", marcus)
    board.meeting(marcus, "2026-11-22", "planned")
    board.meeting(board.advisor("Ana Lima"), "2026-11-23", "planned")
    board.item(2)

    with reading(board.path) as connection:
        view = with_starters(connection, board.due())

    assert {
        (item.kind, item.ref): item.subject.starters
        for item in view.items
        if isinstance(item.subject, PlannedMeeting)
    } == {("agenda", "m1"): ("g1 Run a P&L",), ("upcoming", "m1"): (), ("upcoming", "m2"): ()}
