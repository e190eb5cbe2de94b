from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.rules.active_periods import Period, stints
from boardroom.rules.board_gaps import Alike
from boardroom.rules.lifecycle import Step
from boardroom.rules.meeting_gaps import Gap
from boardroom.rules.review_facts import (
    BoardFacts,
    Facts,
    Unhelped,
    as_kept,
    board_from_kept,
    from_kept,
    longest,
    share_percent,
    weekly,
)

FROM, UNTIL = date(2026, 2, 26), date(2026, 3, 20)
FACTS = Facts(
    FROM,
    UNTIL,
    "4-6w",
    active_days=23,
    weekly_meetings_counts=(0, 2, None, 1),
    gaps_count=3,
    gaps_within_count=2,
)
WEEKS = st.lists(st.none() | st.integers(0, 9)).map(tuple)


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        (0, 0, None),
        (0, 3, 0),
        (1, 3, 33),
        (2, 3, 67),
        (3, 3, 100),
        (1, 8, 13),
        (1, 1000, 1),
        (999, 1000, 99),
        (1000, 1000, 100),
    ],
)
def test_a_share_is_rounded_but_nothing_and_all_are_kept_for_nothing_and_all(
    part: int, whole: int, expected: int | None
) -> None:
    assert share_percent(part, whole) == expected


def test_the_longest_gap_is_none_where_there_was_no_gap() -> None:
    assert (
        longest([]),
        longest([Gap(3, within=True), Gap(50, within=False), Gap(7, within=True)]),
    ) == (None, 50)


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (date(2026, 2, 26), (2,)),
        (date(2026, 3, 4), (2,)),
        (date(2026, 3, 5), (2, 0)),
        (date(2026, 3, 11), (2, 0)),
        (date(2026, 3, 12), (2, 0, None)),
        (date(2026, 3, 19), (2, 0, None, 1)),
        (date(2026, 3, 26), (2, 0, None, 1, 0)),
        (date(2026, 2, 25), ()),
    ],
)
def test_a_week_begins_on_the_weekday_of_the_first_day_and_the_last_may_be_short(
    until: date, expected: tuple[int | None, ...]
) -> None:
    steps = [
        Step(date(2026, 1, 1), "active"),
        Step(date(2026, 3, 12), "paused"),
        Step(date(2026, 3, 26), "active"),
    ]

    assert weekly({0: 2, 3: 1}, stints(steps, until=until), Period(FROM, until)) == expected


def test_a_week_of_one_active_day_is_no_week_away() -> None:
    steps = [
        Step(date(2026, 1, 1), "active"),
        Step(date(2026, 2, 27), "paused"),
        Step(date(2026, 3, 11), "active"),
    ]

    assert weekly({}, stints(steps, until=UNTIL), Period(FROM, date(2026, 3, 11))) == (0, 0)


def test_facts_are_kept_under_the_names_of_their_fields_with_days_in_iso_and_the_share_worked_out() -> (
    None
):
    kept = as_kept(FACTS)

    assert kept == {
        **dict.fromkeys(Facts._fields, 0),
        "from_on": "2026-02-26",
        "until_on": "2026-03-20",
        "window": "4-6w",
        "active_days": 23,
        "weekly_meetings_counts": [0, 2, None, 1],
        "gaps_count": 3,
        "gaps_within_count": 2,
        "gaps_within_share_percent": 67,
        "longest_gap_days": None,
    }


@given(
    st.builds(
        Facts,
        st.dates(),
        st.dates(),
        st.just("6w"),
        weekly_meetings_counts=WEEKS,
        given_count=st.integers(0, 99),
    )
)
def test_facts_that_were_kept_come_back_as_they_were(facts: Facts) -> None:
    assert from_kept(json.loads(json.dumps(as_kept(facts)))) == facts


@pytest.mark.parametrize("from_on", [FROM, None])
def test_so_do_those_of_the_board(from_on: date | None) -> None:
    lacking = (Unhelped("g2", "Speak"),), (Alike("industry", "food"),), ("tom", "dana")
    facts = BoardFacts(from_on, UNTIL, 3, 3, 5, 14, 810, 61, "marcus", *lacking)

    assert board_from_kept(json.loads(json.dumps(as_kept(facts)))) == facts


def test_what_an_older_review_did_not_keep_is_nothing_and_what_a_newer_one_keeps_is_left_out() -> (
    None
):
    kept = {
        "from_on": "2026-02-26",
        "until_on": "2026-03-20",
        "window": "4-6w",
        "meetings_count": 2,
        "mood": "good",
    }

    assert from_kept(kept) == Facts(FROM, UNTIL, "4-6w", meetings_count=2)
