from __future__ import annotations

from datetime import date

from boardroom.actions.snooze import snooze_review
from boardroom.queries.board import board as board_view
from boardroom.rules.balance import NOTHING, Balance
from boardroom.rules.settings import Seats
from boardroom.store.file import reading
from tests.boards import TODAY, Board


def test_the_board_is_those_with_a_seat_and_those_who_are_away_for_a_while(board: Board) -> None:
    ana, ines = board.advisor("Ana Lima"), board.advisor("Inês Duarte")
    board.advisor("Tom Berg")
    board.advisor("Marcus Ojo")
    board.prospect("Noor Haddad")
    board.step(ana, "paused", "2026-11-01")
    board.step(ines, "alumni", "2026-11-01")
    board.setting("seats", "2-4")
    board.exchange(ana, "received", on="2026-06-30")
    board.exchange(ines, "given")

    with reading(board.path) as connection:
        view = board_view(connection, today=TODAY)

    assert (view.today, view.seats, [one.handle for one in view.active], [one.handle for one in view.paused]) == (
        TODAY,
        Seats(2, 4),
        ["marcus", "tom"],
        ["ana"],
    )
    assert view.balances == {"ana": Balance(0, 1, date(2026, 6, 30)), "marcus": NOTHING, "tom": NOTHING}


def test_a_snoozed_review_is_said_until_its_day(board: Board) -> None:
    board.advisor()
    with board.change() as work:
        snooze_review(work, until=date(2026, 12, 1))

    with reading(board.path) as connection:
        views = [board_view(connection, today=today) for today in (TODAY, date(2026, 11, 30), date(2026, 12, 1))]

    assert [view.review_snoozed_until for view in views] == [date(2026, 12, 1), date(2026, 12, 1), None]
