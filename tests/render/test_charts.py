"""Days and counts as places on a drawing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.render.charts import (
    Axis,
    Label,
    Line,
    anchor_at,
    axis_marks,
    axis_of,
    buckets,
    scale,
    ticks,
)

YEAR = Axis(date(2025, 11, 21), date(2026, 11, 21))


def test_days_go_from_left_to_right() -> None:
    middle = date(2026, 5, 22)

    assert [YEAR.at(day) for day in (YEAR.first, middle, YEAR.last)] == [2.0, 49.87, 98.0]


def test_a_day_beyond_an_end_is_at_that_end() -> None:
    assert [YEAR.at(day) for day in (date(2001, 1, 1), date(2031, 1, 1))] == [2.0, 98.0]


def test_an_axis_of_one_day_begins_and_ends_on_the_left() -> None:
    assert Axis(YEAR.first, YEAR.first).at(YEAR.first) == 2.0


def test_an_axis_holds_every_day_given() -> None:
    days = [date(2026, 3, 1), None, date(2025, 1, 1)]

    assert axis_of(days)[:2] == (date(2025, 1, 1), date(2026, 3, 1))


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        ("2025-11-21", "2026-11-21", ["2026", "Apr", "Jul", "Oct"]),
        ("2026-09-10", "2026-11-21", ["Oct", "Nov"]),
        ("2016-11-21", "2026-11-21", ["2018", "2020", "2022", "2024", "2026"]),
        ("2026-11-02", "2026-11-21", []),
        ("9998-01-01", "9999-12-31", ["9998", "Jul", "9999", "Jul"]),
    ],
)
def test_ticks_name_a_few_months_or_years(first: str, last: str, names: list[str]) -> None:
    axis = Axis(date.fromisoformat(first), date.fromisoformat(last))

    assert [tick.text for tick in ticks(axis)] == names


@given(days=st.lists(st.dates(), min_size=2, max_size=2))
def test_there_are_at_most_six_ticks_in_order_on_the_axis(days: list[date]) -> None:
    axis = Axis(min(days), max(days))

    on = [tick.on for tick in ticks(axis)]

    assert len(on) <= 6
    assert on == sorted(set(on))
    assert all(map(axis.holds, on))


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        ("2025-11-21", "2026-11-21", ["2026", "Jul"]),
        ("2026-09-18", "2027-01-01", ["Nov", "2027"]),
        ("2026-11-02", "2026-11-21", ["2 Nov", "21 Nov"]),
        ("2026-11-21", "2026-11-21", ["21 Nov"]),
    ],
)
def test_a_column_of_charts_has_its_months_or_its_ends_over_it(
    first: str, last: str, names: list[str]
) -> None:
    marks = scale(Axis(date.fromisoformat(first), date.fromisoformat(last))).marks

    assert [mark.text for mark in marks if isinstance(mark, Label)] == names


def test_today_is_an_upright_line() -> None:
    marks = axis_marks(YEAR, 40, today=YEAR.last, top=16)

    assert marks[-1] == Line(98.0, 16, 98.0, 40, "today")
    assert [mark.text for mark in marks if isinstance(mark, Label)] == ["2026", "Apr", "Jul", "Oct"]


def test_an_axis_too_short_for_two_months_names_its_ends() -> None:
    marks = axis_marks(Axis(date(2026, 11, 2), date(2026, 11, 21)), 40)

    assert [mark.text for mark in marks if isinstance(mark, Label)] == ["2 Nov", "21 Nov"]


def test_words_at_an_edge_stay_on_the_drawing() -> None:
    assert [anchor_at(x) for x in (2.0, 50.0, 98.0)] == ["start", "middle", "end"]


@pytest.mark.parametrize(
    ("first", "last", "count", "begin"),
    [
        ("2025-11-21", "2026-11-21", 13, "2025-11-01"),
        ("2023-11-21", "2026-11-21", 13, "2023-10-01"),
        ("2006-03-21", "2026-11-21", 21, "2006-01-01"),
        ("2026-11-21", "2026-11-21", 1, "2026-11-01"),
    ],
)
def test_bars_are_months_quarters_or_years(first: str, last: str, count: int, begin: str) -> None:
    starts = buckets(date.fromisoformat(first), date.fromisoformat(last))

    assert (len(starts), starts[0].isoformat()) == (count, begin)
    assert starts[-1] <= date.fromisoformat(last)
