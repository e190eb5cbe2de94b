from __future__ import annotations

from datetime import date

import pytest

from boardroom.actions import demo_people
from boardroom.actions.demo import make_demo
from tests.boards import TODAY, Board


def test_advisors_are_in_states_of_their_own_and_a_mentee_on_track(board: Board) -> None:
    make_demo(board.path, today=TODAY)

    view = board.due()

    assert {active.handle: active.meeting_clock.state for active in view.advisors} == {
        "ana": "due",
        "dana": "due",
        "marcus": "overdue",
        "tom": "on_track",
        "lia": "on_track",
    }
    assert {(item.kind, item.severity, item.handle) for item in view.items} == {
        ("meeting", "overdue", "marcus"),
        ("meeting", "due", "dana"),
        ("meeting", "soon", "ana"),
        ("unlogged", "due", "dana"),
        ("upcoming", "due", "ana"),
        ("upcoming", "soon", "tom"),
        ("pause", "due", "priya"),
        ("ask", "due", "yusuf"),
        ("agreement", "soon", "tom"),
        ("promise", "overdue", "marcus"),
        ("promise", "due", "ana"),
        ("promise", "soon", "tom"),
        ("goal", "overdue", None),
        ("goal", "soon", None),
        ("occasion", "soon", "tom"),
        ("review", "due", None),
    }


@pytest.mark.parametrize("today", [date(2028, 2, 29), date(2027, 1, 1), date(2026, 3, 31)])
def test_the_list_is_as_long_on_any_day(board: Board, today: date) -> None:
    make_demo(board.path, today=today)

    view = board.due(today=today)

    assert view.counts == {"overdue": 2, "due": 5, "soon": 2}


def test_the_constants_are_the_ids_of_the_people(board: Board) -> None:
    make_demo(board.path, today=TODAY)

    assert board.sql("SELECT id, handle FROM advisor ORDER BY id") == [
        (demo_people.INES, "ines"),
        (demo_people.MARCUS, "marcus"),
        (demo_people.ANA, "ana"),
        (demo_people.TOM, "tom"),
        (demo_people.PRIYA, "priya"),
        (demo_people.DANA, "dana"),
        (demo_people.NOOR, "noor"),
        (demo_people.YUSUF, "yusuf"),
        (demo_people.LIA, "lia"),
    ]


def test_the_demo_is_one_change(board: Board) -> None:
    make_demo(board.path, today=TODAY)

    assert board.sql("SELECT kind, command, summary FROM operation") == [
        ("change", "demo", "Made a demonstration board")
    ]
