from __future__ import annotations

import pytest

from boardroom.rules.board_gaps import (
    Gaps,
    Member,
    OpenGoal,
    SharedPerspective,
    find_gaps,
    shared_perspectives,
)
from boardroom.rules.settings import Seats

MARCUS, ANA, TOM = (Member(name.lower(), name, {}) for name in ("Marcus", "Ana", "Tom"))


def bringing(*perspectives: dict[str, str]) -> list[Member]:
    return [
        Member(f"a{number}", f"A {number}", brought) for number, brought in enumerate(perspectives)
    ]


def test_a_full_board_where_all_help_has_no_gaps() -> None:
    goals = [OpenGoal(1, "Run a P&L", frozenset({"marcus", "ana", "tom"}))]

    assert find_gaps([MARCUS, ANA, TOM], goals, Seats(3, 5)) == Gaps(0, (), (), ())


def test_gaps_keep_the_order_given() -> None:
    covered, paused, nobodys = (
        OpenGoal(1, "Run a P&L", frozenset({"ana"})),
        OpenGoal(2, "Speak", frozenset({"priya"})),
        OpenGoal(3, "Write", frozenset()),
    )

    assert find_gaps([TOM, ANA, MARCUS], [nobodys, covered, paused], Seats(5, 6)) == Gaps(
        2, (nobodys, paused), (), (TOM, MARCUS)
    )


def test_nobody_is_idle_without_a_goal() -> None:
    assert find_gaps([MARCUS], [], Seats(0, 5)) == Gaps(0, (), (), ())


def test_more_people_than_needed_leave_no_seat_to_fill() -> None:
    assert find_gaps([MARCUS, ANA], [], Seats(1, 1)).seats == 0


@pytest.mark.parametrize(
    ("brought", "shared"),
    [
        (
            [{"industry": "Retail"}, {"industry": "retail"}, {"industry": " RÉTAIL "}],
            (SharedPerspective("industry", "Retail"),),
        ),
        ([{"Métier": "law"}, {"metier": "Law"}], (SharedPerspective("Métier", "law"),)),
        (
            [{"industry": "retail", "gender": "f"}, {"gender": "F", "industry": "food"}],
            (SharedPerspective("gender", "f"),),
        ),
        (
            [{"a": "1", "b": "2"}, {"b": "2", "a": "1"}],
            (SharedPerspective("a", "1"), SharedPerspective("b", "2")),
        ),
        ([{"industry": "retail"}, {}], ()),
        ([{}, {"industry": "retail"}], ()),
        ([{"industry": "retail"}, {"industry": "retail"}, {}], ()),
        ([{"industry": "retail"}], ()),
        ([], ()),
    ],
)
def test_a_perspective_is_shared_if_all_have_one_value(
    brought: list[dict[str, str]], shared: tuple[SharedPerspective, ...]
) -> None:
    assert shared_perspectives(bringing(*brought)) == shared
