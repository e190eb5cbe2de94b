"""What a brief has to raise and to ask about: starters, and advice without an outcome."""

from __future__ import annotations

from boardroom.render.prep import prep_page
from tests.boards import Board
from tests.render.briefs import brief, section
from tests.render.drawing import drawn


def test_an_empty_agenda_names_what_to_raise(board: Board) -> None:
    marcus = board.advisor()
    board.goal("Run a P&L", marcus, private=True)

    assert section(board, marcus, "agenda") == [
        "nothing yet; take these: boardroom agenda add marcus --starters",
        "g1 Run a P&L: what should I do next? (private)",
    ]
    assert "Nothing to raise yet" not in drawn(prep_page(brief(board, marcus)), 80)


def test_a_starter_of_a_goal_is_not_marked_as_released_from_confidence(board: Board) -> None:
    marcus = board.advisor()
    board.agreement(marcus)
    board.goal("Run a P&L", marcus)
    board.advice(marcus, "Ask", status="worked", outcome_on="2026-11-10")
    board.advice(marcus, "Tell", status="worked", outcome_on="2026-11-09", private=False)

    assert section(board, marcus, "agenda")[1:] == [
        "g1 Run a P&L: what should I do next?",
        "v1 What came of “Ask”",
        "v2 What came of “Tell” (not private)",
    ]


def test_advice_without_an_outcome_is_asked_about(board: Board) -> None:
    marcus = board.advisor()
    board.advice(marcus, "Ask for a P&L line", given="2026-10-05")
    board.advice(marcus, "Say less", status="trying", outcome="Once", outcome_on="2026-11-10")

    assert section(board, marcus, "advice") == [
        "v2 Say less → Once (trying), 2 weeks ago: what came of it?",
        "v1 Ask for a P&L line, 6 weeks ago: what came of it?",
    ]


def test_a_screen_keeps_room_for_advice_without_an_outcome(board: Board) -> None:
    marcus = board.advisor()
    for _ in range(6):
        board.advice(marcus, "Told?", status="worked", outcome_on="2026-11-10")
        board.advice(marcus, "New")

    assert [len(section(board, marcus, label)) for label in ("report back", "advice")] == [4, 3]
    assert section(board, marcus, "advice")[-1] == "and 4 more: boardroom advice list marcus"
