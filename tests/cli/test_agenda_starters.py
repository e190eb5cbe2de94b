"""`agenda add --starters`, and what `due` says of an empty agenda."""

from __future__ import annotations

import pytest

from tests.boards import Board
from tests.cli.typed import typed


@pytest.fixture
def marcus(board: Board) -> int:
    """Somebody with a goal, a private goal's step and untold advice to raise, and a plan."""
    row_id = board.advisor()
    board.goal("Run a P&L", row_id, target_on="2027-01-01")
    secret = board.goal("Leave the firm", row_id, target_on="2027-06-01", private=True)
    board.goal_step(secret, "Ask a headhunter")
    board.advice(row_id, "Ask for a line", status="worked", outcome_on="2026-11-09")
    board.meeting(row_id, "2026-11-22", "planned")
    return row_id


@pytest.mark.usefixtures("marcus")
def test_starters_go_on_the_agenda_once_each_about_its_goal_and_as_private() -> None:
    items = typed("agenda", "add", "marcus", "--starters", "--json").json["agenda_items"]

    assert [(item["text"], item["kind"], item["goal"], item["private"]) for item in items] == [
        ("Run a P&L: what should I do next?", "question", "g1", False),
        ("What came of “Ask for a line”", "update", None, False),
        ("Next step: Ask a headhunter", "topic", "g2", True),
    ]
    assert len(typed("agenda", "add", "marcus", "ojo", "--starters").out.splitlines()) == 3
    assert typed("undo").code == 0
    assert typed("agenda", "list", "--json").json["agenda_items"] == []


@pytest.mark.usefixtures("marcus")
def test_due_names_them_beside_an_empty_agenda() -> None:
    assert (
        "nothing on the agenda (to raise: g1 Run a P&L, v1 Ask for a line, s1 Ask a headhunter (private))"
        in typed("due").out
    )
    assert "to raise" not in typed("due", "--severity", "overdue").out


def test_without_a_goal_or_advice_there_is_nothing_to_start_from(board: Board) -> None:
    board.advisor("Ana Lima")

    ran = typed("agenda", "add", "ana", "--starters")

    assert ran.code == 3
    assert ran.err == (
        "There is nothing to start from with Ana Lima: no open goal, no news to tell."
        " Add an item of your own: boardroom agenda add ana TEXT\n"
    )


@pytest.mark.usefixtures("marcus")
def test_starters_take_no_kind_or_goal() -> None:
    ran = typed("agenda", "add", "marcus", "--starters", "--kind", "topic")

    assert ran.code == 2
    assert ran.err == (
        "Starters have a kind and a goal of their own. Leave out --kind, --goal and --private.\n"
    )
