from __future__ import annotations

from datetime import date

import pytest

from boardroom.errors import NotFound
from boardroom.queries.exchanges import (
    ExchangeView,
    balances,
    exchanges,
    exchanges_by_id,
    exchanges_of_meeting,
)
from boardroom.rules.balance import Balance
from boardroom.store.file import reading
from tests.boards import TODAY, Board


@pytest.fixture
def exchanged(board: Board) -> Board:
    """Exchanges with two advisors, named by their day; x1 and x3 are Ana's."""
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    for advisor_id, on in (
        (ana, "2026-11-03"),
        (marcus, "2026-11-04"),
        (ana, "2026-11-05"),
        (marcus, "2026-11-04"),
    ):
        board.exchange(advisor_id, text=on[-2:], on=on)
    return board


@pytest.mark.parametrize(
    ("advisor_id", "limit", "expected", "left_out"),
    [(None, None, [3, 4, 2, 1], 0), (None, 3, [3, 4, 2], 1), (1, None, [4, 2], 0), (2, 1, [3], 1)],
)
def test_the_newest_day_is_first(
    exchanged: Board, advisor_id: int | None, limit: int | None, expected: list[int], left_out: int
) -> None:
    with reading(exchanged.path) as connection:
        listed = exchanges(connection, advisor_id=advisor_id, limit=limit)

    assert ([view.id for view in listed.exchanges], listed.left_out_count) == (expected, left_out)


def test_a_long_list_is_in_the_same_order(
    exchanged: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("boardroom.queries.long_list.SLICE", 2)

    with reading(exchanged.path) as connection:
        assert [view.id for view in exchanges(connection).exchanges] == [3, 4, 2, 1]


def test_an_exchange_of_a_private_meeting_is_private(
    board: Board,
) -> None:
    marcus = board.advisor()
    meeting_id = board.meeting(marcus, "2026-11-10", private=True)
    exchange_id = board.exchange(
        marcus,
        "received",
        "intro to Dana",
        on="2026-11-10",
        kind="introduction",
        person="Dana",
        meeting_id=meeting_id,
    )
    board.exchange(marcus)

    with reading(board.path) as connection:
        listed = exchanges_of_meeting(connection, meeting_id)

    assert listed == (
        ExchangeView(
            id=exchange_id,
            uid=board.sql("SELECT uid FROM exchange ORDER BY id")[0][0],
            handle="marcus",
            name="Marcus Ojo",
            direction="received",
            kind="introduction",
            text="intro to Dana",
            person="Dana",
            meeting_id=meeting_id,
            private=True,
            exchanged_on=date(2026, 11, 10),
        ),
    )


def test_exchanges_by_id_are_in_the_order_of_ids(exchanged: Board) -> None:
    with reading(exchanged.path) as connection:
        listed = exchanges_by_id(connection, [3, 1])
        with pytest.raises(NotFound) as caught:
            exchanges_by_id(connection, [1, 99])

    assert [(view.text, view.private) for view in listed] == [("05", False), ("03", False)]
    assert caught.value.message == "There is no exchange x99."


def test_a_balance_counts_the_last_six_months(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.exchange(marcus, "given", on="2026-05-20")
    board.exchange(marcus, "received", on="2026-05-21")
    board.exchange(marcus, "received", on="2026-11-21")
    board.exchange(marcus, "given", on="2026-11-01")
    board.exchange(marcus, "given", on="2026-11-22")
    board.exchange(ana, "given", on="2026-05-20")

    with reading(board.path) as connection:
        assert balances(connection, today=TODAY) == {
            marcus: Balance(given=1, received=2, since=date(2026, 5, 21))
        }
