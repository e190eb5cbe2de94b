from __future__ import annotations

from boardroom.render.board_gaps import missing_blocks, missing_json
from boardroom.render.page import Heading, Table
from boardroom.rules.board_gaps import Aim, Alike, Missing, Seated
from boardroom.rules.settings import Seats

NOBODY: frozenset[str] = frozenset()
MARCUS, ANA = Seated("marcus", "Marcus Ojo", {}), Seated("ana", "Ana Lima", {})
ALL = Missing(2, (Aim(3, "Sit on a board", NOBODY),), (Alike("industry", "Retail"),), (MARCUS,))


def said(missing: Missing) -> list[list[str]]:
    heading, table = missing_blocks(missing, Seats(3, 5))
    assert heading == Heading("What is missing")
    assert isinstance(table, Table)
    return [[cell.text for cell in row] for row in table.rows]


def test_each_missing_thing_stands_with_the_command_that_mends_it() -> None:
    assert said(ALL) == [
        ["2 seats to fill: a board wants 3-5", "boardroom advisor add NAME --prospect"],
        ["Nobody helps with g3 Sit on a board", "boardroom goal link g3 WHO"],
        ["Everybody has industry: Retail", "boardroom criterion add TEXT --nice"],
        ["Marcus Ojo helps with no open goal", "boardroom goal link gID marcus"],
    ]


def test_one_seat_and_several_people_are_said_as_such() -> None:
    assert said(Missing(1, (), (), (ANA, MARCUS))) == [
        ["1 seat to fill: a board wants 3-5", "boardroom advisor add NAME --prospect"],
        ["Ana Lima and Marcus Ojo help with no open goal", "boardroom goal link gID WHO"],
    ]


def test_of_many_goals_the_first_are_named_and_the_rest_counted() -> None:
    goals = tuple(Aim(number, f"Goal {number}", NOBODY) for number in range(1, 6))

    rows = [said(Missing(0, goals[:count], (), ())) for count in (3, 4, 5)]

    assert [len(found) for found in rows] == [3, 4, 4]
    assert [found[-1] for found in rows[1:]] == [
        ["Nor with 1 more goal", "boardroom goal list"],
        ["Nor with 2 more goals", "boardroom goal list"],
    ]


def test_nothing_missing_is_not_said_on_a_screen_and_empty_in_json() -> None:
    nothing = Missing(0, (), (), ())

    assert missing_blocks(nothing, Seats(3, 5)) == ()
    assert missing_json(nothing) == {"seats": 0, "goals": [], "alike": [], "idle": []}


def test_what_is_missing_is_given_by_ids_and_handles() -> None:
    assert missing_json(ALL) == {
        "seats": 2,
        "goals": ["g3"],
        "alike": [{"dimension": "industry", "value": "Retail"}],
        "idle": ["marcus"],
    }
