from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.rules.day_format import format_day, from_today, long_ago, long_day

SATURDAY = date(2026, 11, 21)
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))


@pytest.mark.parametrize(
    ("on", "short", "long"),
    [
        (date(2026, 11, 24), "Tue 24 Nov 2026", "Tuesday 24 November 2026"),
        (date(2026, 1, 1), "Thu 1 Jan 2026", "Thursday 1 January 2026"),
        (date(2028, 2, 29), "Tue 29 Feb 2028", "Tuesday 29 February 2028"),
        (date(2026, 9, 30), "Wed 30 Sep 2026", "Wednesday 30 September 2026"),
    ],
)
def test_a_day_is_said_with_its_weekday_and_year(on: date, short: str, long: str) -> None:
    assert (format_day(on), long_day(on)) == (short, long)


@given(DAYS)
def test_every_day_is_said_as_english_says_it(on: date) -> None:
    assert format_day(on) == on.strftime("%a %d %b %Y").replace(" 0", " ")
    assert long_day(on) == on.strftime("%A %d %B %Y").replace(" 0", " ")


def test_a_time_of_day_stands_behind_the_day() -> None:
    assert format_day(date(2026, 11, 24), "15:30") == "Tue 24 Nov 2026 15:30"


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (-32, "32 days ago"),
        (-2, "2 days ago"),
        (-1, "yesterday"),
        (0, "today"),
        (1, "tomorrow"),
        (2, "in 2 days"),
        (365, "in 365 days"),
    ],
)
def test_a_day_is_told_from_today(days: int, text: str) -> None:
    assert from_today(SATURDAY + timedelta(days=days), SATURDAY) == text


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (0, "today"),
        (1, "yesterday"),
        (13, "13 days ago"),
        (14, "2 weeks ago"),
        (47, "6 weeks ago"),
        (182, "26 weeks ago"),
        (183, "6 months ago"),
        (400, "13 months ago"),
    ],
)
def test_a_day_long_ago_is_told_in_weeks_and_months(days: int, text: str) -> None:
    assert long_ago(SATURDAY - timedelta(days=days), SATURDAY) == text
