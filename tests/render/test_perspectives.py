from __future__ import annotations

import pytest

from boardroom.queries.perspectives import diversity_of
from boardroom.render.page import Fields
from boardroom.render.perspectives import diversity_blocks, perspectives_json
from boardroom.rules.board_gaps import Member
from tests.boards import Board
from tests.cli.typed import typed

COMMAND = "boardroom advisor edit WHO --perspective organisation=outside"


def lines(*members: Member, with_hint: bool = True) -> list[str]:
    """The lines on how they differ."""
    return [
        cell.text
        for block in diversity_blocks(diversity_of(list(members)), with_hint=with_hint)
        if isinstance(block, Fields)
        for _, cell in block.rows
    ]


def person(handle: str, **perspectives: str) -> Member:
    return Member(handle, handle.capitalize(), perspectives)


def test_a_line_says_who_differs_how_and_of_whom_it_is_not_noted() -> None:
    ana = person("ana", industry="food", organisation="inside")
    tom = person("tom", industry="retail", organisation="outside")

    assert lines(ana, tom, person("zoe", organisation="outside")) == [
        "industry: food (Ana), retail (Tom), not noted (Zoe)",
        "organisation: inside (Ana), outside (Tom, Zoe)",
    ]


def test_where_nothing_is_noted_one_line_says_so() -> None:
    assert lines(person("ana"), person("tom")) == [f"nothing noted yet: {COMMAND}"]


@pytest.mark.parametrize(("with_hint", "shown"), [(True, 1), (False, 0)])
def test_inside_or_outside_the_organisation_is_offered(with_hint: bool, shown: int) -> None:
    alike = person("ana", industry="food"), person("tom", industry="food")

    offered = [f"inside or outside your organisation: {COMMAND}"]
    assert lines(*alike, with_hint=with_hint) == offered * shown


def test_nobody_alone_is_asked_to_differ() -> None:
    assert lines(person("ana")) == []


def test_json_has_handles_by_value() -> None:
    view = diversity_of([person("ana", city="Porto"), person("tom")])

    assert perspectives_json(view) == [
        {
            "dimension": "city",
            "values": [{"value": "Porto", "advisors": ["ana"]}],
            "unknown": ["tom"],
        }
    ]


def test_the_command_of_the_hint_makes_it_vanish(board: Board) -> None:
    board.advisor("Ana Lima")
    board.advisor("Tom Berg")

    before = typed("board", "--json").json["perspectives"]
    typed(*COMMAND.replace("WHO", "ana").split()[1:])
    after = typed("board", "--json").json["perspectives"]

    assert (before, [dimension["dimension"] for dimension in after]) == ([], ["organisation"])
