from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.rules.active_periods import Period, find_stints
from boardroom.rules.board_gaps import SharedPerspective
from boardroom.rules.lifecycle import Step
from boardroom.rules.meeting_gaps import Gap
from boardroom.rules.review_facts import (
    BoardFacts,
    Facts,
    GoalWithoutHelp,
    board_facts_from_json,
    facts_from_json,
    facts_to_json,
    longest_gap,
    share_percent,
    weekly_counts,
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
def test_a_share_is_0_or_100_only_for_none_or_all(
    part: int, whole: int, expected: int | None
) -> None:
    assert share_percent(part, whole) == expected


def test_without_a_gap_there_is_no_longest() -> None:
    assert (
        longest_gap([]),
        longest_gap([Gap(3, within=True), Gap(50, within=False), Gap(7, within=True)]),
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
def test_weeks_start_on_the_weekday_of_the_first_day(
    until: date, expected: tuple[int | None, ...]
) -> None:
    steps = [
        Step(date(2026, 1, 1), "active"),
        Step(date(2026, 3, 12), "paused"),
        Step(date(2026, 3, 26), "active"),
    ]

    assert (
        weekly_counts({0: 2, 3: 1}, find_stints(steps, until=until), Period(FROM, until))
        == expected
    )


def test_a_week_with_one_active_day_is_not_away() -> None:
    steps = [
        Step(date(2026, 1, 1), "active"),
        Step(date(2026, 2, 27), "paused"),
        Step(date(2026, 3, 11), "active"),
    ]

    assert weekly_counts({}, find_stints(steps, until=UNTIL), Period(FROM, date(2026, 3, 11))) == (
        0,
        0,
    )


def test_json_has_the_fields_iso_days_and_the_share() -> None:
    record = facts_to_json(FACTS)

    assert record == {
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
def test_facts_survive_a_round_trip_through_json(facts: Facts) -> None:
    assert facts_from_json(json.loads(json.dumps(facts_to_json(facts)))) == facts


@pytest.mark.parametrize("from_on", [FROM, None])
def test_board_facts_survive_a_round_trip_through_json(from_on: date | None) -> None:
    lists = (
        (GoalWithoutHelp("g2", "Speak"),),
        (SharedPerspective("industry", "food"),),
        ("tom", "dana"),
    )
    facts = BoardFacts(from_on, UNTIL, 3, 3, 5, 14, 810, 61, "marcus", *lists)

    assert board_facts_from_json(json.loads(json.dumps(facts_to_json(facts)))) == facts


def test_facts_of_other_versions_are_read() -> None:
    record = {
        "from_on": "2026-02-26",
        "until_on": "2026-03-20",
        "window": "4-6w",
        "meetings_count": 2,
        "mood": "good",
    }

    assert facts_from_json(record) == Facts(FROM, UNTIL, "4-6w", meetings_count=2)
