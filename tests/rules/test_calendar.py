from __future__ import annotations

import calendar
from datetime import date

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from boardroom.rules.calendar import add_months, days_in_month

IN_REACH = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 1, 31), 2, date(2026, 3, 31)),
        (date(2026, 11, 21), 0, date(2026, 11, 21)),
        (date(2026, 11, 21), 1, date(2026, 12, 21)),
        (date(2026, 12, 21), 1, date(2027, 1, 21)),
        (date(2026, 1, 21), -1, date(2025, 12, 21)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 11, 21), -12, date(2025, 11, 21)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
    ],
)
def test_a_month_step_keeps_the_day_or_ends_a_shorter_month(
    day: date, months: int, expected: date
) -> None:
    assert add_months(day, months) == expected


@given(IN_REACH, st.integers(min_value=-1200, max_value=1200))
def test_month_steps_agree_with_relativedelta(day: date, months: int) -> None:
    assert add_months(day, months) == day + relativedelta(months=months)


@pytest.mark.parametrize("months", [1, -9999 * 12])
def test_a_step_out_of_the_calendar_is_a_value_error(months: int) -> None:
    with pytest.raises(ValueError, match="year"):
        add_months(date(9999, 12, 31), months)


def test_month_lengths_agree_with_python() -> None:
    months = [(year, month) for year in range(1900, 2300) for month in range(1, 13)]

    assert [days_in_month(*month) for month in months] == [
        calendar.monthrange(*month)[1] for month in months
    ]
