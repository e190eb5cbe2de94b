from __future__ import annotations

from datetime import date

from boardroom.queries.people import standings
from boardroom.queries.views import day
from boardroom.rules.lifecycle import Standing
from boardroom.store.file import reading
from tests.boards import Board


def test_a_standing_follows_from_ones_own_steps(board: Board) -> None:
    marcus, noor = board.advisor(joined="2026-01-10"), board.prospect("Noor Haddad")
    board.step(marcus, "paused", "2026-06-01", until="2026-12-01")

    with reading(board.path) as connection:
        result = standings(connection)

    assert result == {
        marcus: Standing(
            "paused", date(2026, 6, 1), date(2026, 1, 10), None, None, date(2026, 12, 1)
        ),
        noor: Standing("prospect", date(2026, 11, 21), None, None, None, None),
    }


def test_people_without_a_step_by_then_are_left_out(board: Board) -> None:
    marcus = board.advisor(joined="2026-01-10")
    board.step(marcus, "paused", "2026-06-01")
    board.prospect("Noor Haddad")

    with reading(board.path) as connection:
        result = standings(connection, as_of=date(2026, 5, 31))

    assert result == {
        marcus: Standing("active", date(2026, 1, 10), date(2026, 1, 10), None, None, None)
    }


def test_steps_of_one_day_count_in_their_order(board: Board) -> None:
    marcus = board.advisor(joined="2026-11-21")
    for status in ("paused", "active", "alumni", "prospect"):
        board.step(marcus, status, "2026-11-21")

    with reading(board.path) as connection:
        result = standings(connection)

    assert result == {
        marcus: Standing(
            "prospect", date(2026, 11, 21), date(2026, 11, 21), date(2026, 11, 21), None, None
        )
    }


def test_a_column_is_a_day_or_nothing() -> None:
    assert (day("2028-02-29"), day(None)) == (date(2028, 2, 29), None)
