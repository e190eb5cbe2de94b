"""What there is to offer an advisor."""

from __future__ import annotations

from boardroom.queries.introductions import chain
from boardroom.queries.offers import Offer, offer
from boardroom.store.file import reading
from tests.boards import Board


def _offer(board: Board, advisor_id: int) -> Offer:
    with reading(board.path) as connection:
        return offer(connection, advisor_id, chain(connection, advisor_id))


def test_it_has_the_newest_of_their_advice_that_worked(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.advice(marcus, "Old", status="worked", outcome_on="2026-10-01")
    board.advice(marcus, "New", status="worked", outcome_on="2026-11-01")
    board.advice(marcus, "Failed", status="did_not_work", outcome_on="2026-11-10")
    board.advice(ana, "Hers", status="worked", outcome_on="2026-11-10")

    assert [piece.text for piece in _offer(board, marcus).advice] == ["New"]


def test_it_has_the_newest_goal_reached_unless_that_is_private(board: Board) -> None:
    marcus = board.advisor()
    board.goal("Leave", status="achieved", closed_on="2026-11-10", private=True)
    board.goal("Speak", status="achieved", closed_on="2026-11-01")
    board.goal("Open")

    goal = _offer(board, marcus).goal

    assert goal is not None
    assert (goal.ref, goal.title) == ("g2", "Speak")


def test_it_has_at_most_two_people(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    for day, person in enumerate(("Rui Reis", "Pia Holm", "Lena Vogt"), 1):
        board.exchange(ana, "received", kind="introduction", person=person, on=f"2026-11-0{day}")

    assert _offer(board, marcus) == Offer(people=("Lena Vogt", "Pia Holm"))
