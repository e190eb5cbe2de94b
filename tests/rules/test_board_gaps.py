from __future__ import annotations

import pytest

from boardroom.rules.board_gaps import Aim, Alike, Missing, Seated, alike, missing
from boardroom.rules.settings import Seats

MARCUS, ANA, TOM = (Seated(name.lower(), name, {}) for name in ("Marcus", "Ana", "Tom"))


def bringing(*perspectives: dict[str, str]) -> list[Seated]:
    return [
        Seated(f"a{number}", f"A {number}", brought) for number, brought in enumerate(perspectives)
    ]


def test_a_board_of_enough_people_who_all_help_lacks_nothing() -> None:
    goals = [Aim(1, "Run a P&L", frozenset({"marcus", "ana", "tom"}))]

    assert missing([MARCUS, ANA, TOM], goals, Seats(3, 5)) == Missing(0, (), (), ())


def test_what_is_missing_stands_in_the_order_given() -> None:
    covered, paused, nobodys = (
        Aim(1, "Run a P&L", frozenset({"ana"})),
        Aim(2, "Speak", frozenset({"priya"})),
        Aim(3, "Write", frozenset()),
    )

    assert missing([TOM, ANA, MARCUS], [nobodys, covered, paused], Seats(5, 6)) == Missing(
        2, (nobodys, paused), (), (TOM, MARCUS)
    )


def test_nobody_is_idle_where_there_is_no_goal() -> None:
    assert missing([MARCUS], [], Seats(0, 5)) == Missing(0, (), (), ())


def test_more_people_than_the_board_wants_leave_no_seat_to_fill() -> None:
    assert missing([MARCUS, ANA], [], Seats(1, 1)).seats == 0


@pytest.mark.parametrize(
    ("brought", "found"),
    [
        (
            [{"industry": "Retail"}, {"industry": "retail"}, {"industry": " RÉTAIL "}],
            (Alike("industry", "Retail"),),
        ),
        ([{"Métier": "law"}, {"metier": "Law"}], (Alike("Métier", "law"),)),
        (
            [{"industry": "retail", "gender": "f"}, {"gender": "F", "industry": "food"}],
            (Alike("gender", "f"),),
        ),
        ([{"a": "1", "b": "2"}, {"b": "2", "a": "1"}], (Alike("a", "1"), Alike("b", "2"))),
        ([{"industry": "retail"}, {}], ()),
        ([{}, {"industry": "retail"}], ()),
        ([{"industry": "retail"}, {"industry": "retail"}, {}], ()),
        ([{"industry": "retail"}], ()),
        ([], ()),
    ],
)
def test_a_board_is_alike_in_a_dimension_that_all_have_with_one_value(
    brought: list[dict[str, str]], found: tuple[Alike, ...]
) -> None:
    assert alike(bringing(*brought)) == found
