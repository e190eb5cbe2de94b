from __future__ import annotations

from boardroom.render.board_gaps import gap_blocks, gaps_json
from boardroom.render.page import Heading, Table
from boardroom.rules.board_gaps import Gaps, Member, OpenGoal, SharedPerspective
from boardroom.rules.settings import Seats

NOBODY: frozenset[str] = frozenset()
MARCUS, ANA = Member("marcus", "Marcus Ojo", {}), Member("ana", "Ana Lima", {})
ALL = Gaps(
    2,
    (OpenGoal(3, "Sit on a board", NOBODY),),
    (SharedPerspective("industry", "Retail"),),
    (MARCUS,),
    (ANA,),
    (MARCUS,),
)


def rows(gaps: Gaps) -> list[list[str]]:
    heading, table = gap_blocks(gaps, Seats(3, 5))
    assert heading == Heading("What is missing")
    assert isinstance(table, Table)
    return [[cell.text for cell in row] for row in table.rows]


def test_each_gap_has_the_command_that_mends_it() -> None:
    assert rows(ALL) == [
        ["2 seats to fill: a board wants 3-5", "boardroom advisor add NAME --prospect"],
        ["Nobody helps with g3 Sit on a board", "boardroom goal link g3 WHO"],
        ["Everybody has industry: Retail", "boardroom criterion add TEXT --nice"],
        ["Marcus Ojo helps with no open goal", "boardroom goal link gID marcus"],
        ["Nothing is agreed with Ana Lima", "boardroom agreement set ana"],
        [
            "The agreement with Marcus Ojo has no end",
            "boardroom agreement set marcus --until DATE",
        ],
    ]


def test_several_people_are_counted_and_the_command_names_the_first() -> None:
    both = (ANA, MARCUS)
    assert rows(Gaps(1, (), (), both, both, both)) == [
        ["1 seat to fill: a board wants 3-5", "boardroom advisor add NAME --prospect"],
        ["2 advisors help with no open goal", "boardroom goal link gID WHO"],
        ["Nothing is agreed with 2 advisors", "boardroom agreement set ana"],
        ["The agreements with 2 advisors have no end", "boardroom agreement set ana --until DATE"],
    ]


def test_of_many_goals_three_are_named() -> None:
    goals = tuple(OpenGoal(number, f"Goal {number}", NOBODY) for number in range(1, 6))

    tables = [rows(Gaps(0, goals[:count], (), ())) for count in (3, 4, 5)]

    assert [len(table) for table in tables] == [3, 4, 4]
    assert [table[-1] for table in tables[1:]] == [
        ["Nobody helps with 1 more goal", "boardroom goal list"],
        ["Nobody helps with 2 more goals", "boardroom goal list"],
    ]


def test_without_gaps_there_are_no_blocks() -> None:
    nothing = Gaps(0, (), (), ())

    assert gap_blocks(nothing, Seats(3, 5)) == ()
    assert gaps_json(nothing) == {
        "seats": 0,
        "goal_ids": [],
        "alike": [],
        "idle": [],
        "unagreed": [],
        "open_ended": [],
    }


def test_json_has_ids_and_handles() -> None:
    assert gaps_json(ALL) == {
        "seats": 2,
        "goal_ids": ["g3"],
        "alike": [{"dimension": "industry", "value": "Retail"}],
        "idle": ["marcus"],
        "unagreed": ["ana"],
        "open_ended": ["marcus"],
    }
