"""Values in the cells of a CSV file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.formats.csv_cells import ABSENT, cell_of, value_of

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
LIKE_FORMULAS = st.text(st.sampled_from("'=+-@\t\r\n ＝＋－＠;\\a"))
FORMULA_STARTS = "=+-@\t\r\n＝＋－＠"


@given(text=TEXTS | LIKE_FORMULAS)
def test_a_text_comes_back_and_is_no_formula(text: str) -> None:
    cell = cell_of(text)

    assert isinstance(cell, str)
    assert cell[:1] not in FORMULA_STARTS or not cell
    assert value_of(cell, "str | None", whole=True) == (text or None)


@given(texts=st.lists(TEXTS | LIKE_FORMULAS))
def test_a_list_comes_back(texts: list[str]) -> None:
    cell = cell_of(texts)

    assert isinstance(cell, str)
    assert value_of(cell, "list[str]", whole=True) == texts


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (60, 60),
        ([], ""),
        (["Mo", "Ojo"], "Mo; Ojo"),
        (["a;b", "c\\d"], "a\\;b; c\\\\d"),
        ([""], ";"),
        ({}, ""),
        ({"industry": "food"}, '{"industry": "food"}'),
        ("=1+1", "'=1+1"),
        ("'=1", "''=1"),
        ("'tis the season", "'tis the season"),
        (" =1", "' =1"),
        (["=1"], "'=1"),
    ],
)
def test_a_cell_can_be_read_by_a_person(value: object, cell: object) -> None:
    assert cell_of(value) == cell


@pytest.mark.parametrize(
    ("cell", "type_", "value"),
    [
        ("TRUE", "bool | None", True),
        ("0", "bool", False),
        ("perhaps", "bool", "perhaps"),
        (" 60 ", "int", 60),
        ("60.0", "int", "60.0"),
        ("9" * 30, "int", "9" * 30),
        ("Mo;Ojo;", "list[str]", ["Mo", "Ojo"]),
        ("{", "dict[str, str]", "{"),
        ("", "str", ABSENT),
        ("", "date | None", None),
    ],
)
def test_a_cell_that_a_person_filled_is_read(cell: str, type_: str, value: object) -> None:
    assert value_of(cell, type_, whole=True) == value


def test_an_empty_list_may_have_been_left_out() -> None:
    assert value_of("", "list[str]", whole=True) == []
    assert value_of("", "list[str]", whole=False) is ABSENT
