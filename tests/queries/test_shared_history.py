from __future__ import annotations

from datetime import date

from boardroom.queries.shared_history import shared_history
from boardroom.rules.shared_history import Piece, SharedHistory
from boardroom.store.file import reading
from tests.boards import TODAY, Board


def done(
    board: Board, advisor_id: int, *, until: date = TODAY, since: date | None = None
) -> SharedHistory:
    with reading(board.path) as connection:
        return shared_history(connection, advisor_id, until=until, since=since)


def test_a_history_counts_what_the_two_did(board: Board) -> None:
    marcus, ana = board.advisor(joined="2026-02-01"), board.advisor("Ana Lima", joined="2026-02-01")
    private = board.meeting(marcus, "2026-03-01", minutes=45, private=True)
    board.meeting(marcus, "2026-04-01")
    for status in ("planned", "missed", "cancelled"):
        board.meeting(marcus, "2026-05-01", status)
    board.meeting(ana, "2026-01-01")
    board.advice(marcus, "Later", given="2026-03-01", status="worked", outcome_on="2026-06-01")
    board.advice(marcus, "Sooner", given="2026-05-01", status="worked", meeting_id=private)
    board.advice(marcus, "Never", status="did_not_work", outcome_on="2026-06-01")
    board.goal("Run a P&L", marcus, ana, status="achieved", closed_on="2026-07-01")
    board.goal("Speak", marcus)
    board.goal("Write", ana, status="achieved", closed_on="2026-07-01")
    board.exchange(marcus, "given")
    board.exchange(marcus, "received")
    board.exchange(marcus, "received", on="2026-03-01")
    board.exchange(ana, "given")

    assert done(board, marcus) == SharedHistory(
        date(2026, 2, 1),
        TODAY,
        2,
        105,
        (Piece(1, "Run a P&L"),),
        (Piece(2, "Sooner", private=True), Piece(1, "Later")),
        1,
        2,
    )


def test_since_and_until_are_included(board: Board) -> None:
    marcus = board.advisor(joined="2026-01-10")
    for day in ("2026-02-28", "2026-03-01", "2026-03-31", "2026-04-01"):
        board.meeting(marcus, day)
        board.exchange(marcus, "given", on=day)
        board.advice(marcus, given="2026-02-01", status="worked", outcome_on=day)
        board.goal("Run a P&L", marcus, status="achieved", closed_on=day)

    history = done(board, marcus, since=date(2026, 3, 1), until=date(2026, 3, 31))

    counted = (
        history.meetings_count,
        history.given_count,
        [piece.id for piece in history.advice],
        [goal.id for goal in history.goals],
    )
    assert (history.since_on, history.until_on, counted) == (
        date(2026, 3, 1),
        date(2026, 3, 31),
        (2, 2, [2, 3], [2, 3]),
    )


def test_it_starts_with_joining_or_an_earlier_meeting(board: Board) -> None:
    marcus, noor = board.advisor(joined="2026-02-01"), board.prospect("Noor Haddad")

    before, never = done(board, marcus).since_on, done(board, noor).since_on
    board.meeting(marcus, "2026-01-05")
    board.meeting(noor, "2026-11-01")

    assert (before, done(board, marcus).since_on) == (date(2026, 2, 1), date(2026, 1, 5))
    assert (never, done(board, noor).since_on) == (TODAY, date(2026, 11, 1))
