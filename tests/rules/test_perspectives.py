from __future__ import annotations

import pytest

from boardroom.rules.board_gaps import Member
from boardroom.rules.perspectives import Dimension, Holders, compare, has_organisation

ANA = Member("ana", "Ana Lima", {"Industry": "Retail", "city": "Porto"})
MARCUS = Member("marcus", "Marcus Ojo", {"industry": "retail"})
TOM = Member("tom", "Tom Berg", {"INDUSTRY": "Food"})


def test_each_dimension_has_its_values_and_whom_it_is_not_noted_of() -> None:
    assert compare([ANA, MARCUS, TOM]) == (
        Dimension("Industry", (Holders("Retail", (ANA, MARCUS)), Holders("Food", (TOM,))), ()),
        Dimension("city", (Holders("Porto", (ANA,)),), (MARCUS, TOM)),
    )


def test_one_advisor_differs_from_nobody() -> None:
    assert compare([ANA]) == ()


def test_all_are_alike_only_where_it_is_noted_of_everybody() -> None:
    industry, city = compare([ANA, MARCUS])

    assert (industry.is_alike, city.is_alike) == (True, False)


@pytest.mark.parametrize(
    ("dimension", "is_noted"),
    [("organisation", True), ("Organization", True), ("industry", False)],
)
def test_the_organisation_is_a_dimension_in_either_spelling(dimension: str, is_noted: bool) -> None:
    inside = Member("zoe", "Zoe Park", {dimension: "inside"})

    assert has_organisation(compare([inside, Member("tom", "Tom Berg", {})])) == is_noted
