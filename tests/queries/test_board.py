from __future__ import annotations

from boardroom.queries.board import board as board_view
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

    with reading(board.path) as connection:
        view = board_view(connection, today=TODAY)

    assert (view.today, view.seats, [one.handle for one in view.active], [one.handle for one in view.paused]) == (
        TODAY,
        Seats(2, 4),
        ["marcus", "tom"],
        ["ana"],
    )
