from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.rules.active_periods import (
    Period,
    Stint,
    Stretch,
    active_days_after,
    active_days_in,
    find_stints,
    review_period,
)
from boardroom.rules.lifecycle import NEXT, Step, standing

UNTIL = date(2026, 11, 21)
# A leap day, the end of a month and the end of a year are near.
FIRST = date(2028, 1, 20)


def on(month: int, day: int, year: int = 2026) -> date:
    return date(year, month, day)


@st.composite
def courses(draw: st.DrawFn) -> list[Step]:
    """Steps that the lifecycle allows, each on a later day than the one before."""
    status, day, steps = draw(st.sampled_from(["prospect", "active"])), FIRST, []
    for _ in range(draw(st.integers(1, 8))):
        steps.append(Step(day, status))
        status, day = (
            draw(st.sampled_from(NEXT[status])),
            day + timedelta(days=draw(st.integers(1, 60))),
        )
    return steps


def test_a_pause_splits_a_stint_into_stretches() -> None:
    steps = [
        Step(on(1, 5), "prospect"),
        Step(on(1, 10), "active"),
        Step(on(3, 1), "paused"),
        Step(on(5, 1), "active"),
    ]

    stints = find_stints(steps, until=UNTIL)

    assert stints == (
        Stint(on(1, 10), None, (Stretch(on(1, 10), on(3, 1)), Stretch(on(5, 1), None))),
    )


def test_coming_back_after_parting_is_a_second_stint() -> None:
    steps = [
        Step(on(1, 10), "active"),
        Step(on(3, 1), "paused"),
        Step(on(4, 1), "alumni"),
        Step(on(9, 1), "asked"),
        Step(on(9, 9), "active"),
    ]

    stints = find_stints(steps, until=UNTIL)

    assert stints == (
        Stint(on(1, 10), on(4, 1), (Stretch(on(1, 10), on(3, 1)),)),
        Stint(on(9, 9), None, (Stretch(on(9, 9), None),)),
    )


def test_a_pause_on_the_day_of_joining_leaves_no_active_day() -> None:
    assert find_stints([Step(on(1, 10), "active"), Step(on(1, 10), "paused")], until=UNTIL) == (
        Stint(on(1, 10), None, ()),
    )


@pytest.mark.parametrize(("until", "count"), [(on(2, 28), 0), (on(3, 1), 1), (on(3, 2), 1)])
def test_a_step_counts_from_its_day_on(until: date, count: int) -> None:
    assert (
        len(find_stints([Step(on(1, 10), "prospect"), Step(on(3, 1), "active")], until=until))
        == count
    )


def test_a_prospect_who_declined_has_no_stint() -> None:
    assert (
        find_stints(
            [Step(on(1, 10), "prospect"), Step(on(2, 1), "asked"), Step(on(3, 1), "declined")],
            until=UNTIL,
        )
        == ()
    )


@pytest.mark.parametrize(
    ("from_on", "expected"),
    [
        (None, Period(on(1, 10), UNTIL)),
        (on(1, 9), Period(on(1, 10), UNTIL)),
        (on(1, 10), Period(on(1, 10), UNTIL)),
        (on(1, 11), Period(on(1, 11), UNTIL)),
        (UNTIL, Period(UNTIL, UNTIL)),
        (UNTIL + timedelta(days=1), Period(UNTIL + timedelta(days=1), UNTIL)),
    ],
)
def test_a_period_starts_on_its_first_day_or_the_seating(
    from_on: date | None, expected: Period
) -> None:
    assert review_period([Stint(on(1, 10), None, ())], from_on=from_on, until=UNTIL) == expected


@pytest.mark.parametrize(
    ("from_on", "expected"),
    [
        (None, Period(on(1, 10), on(4, 1))),
        (on(4, 1), Period(on(4, 1), on(4, 1))),
        (on(4, 2), None),
    ],
)
def test_a_period_ends_on_the_day_of_the_parting(
    from_on: date | None, expected: Period | None
) -> None:
    assert review_period([Stint(on(1, 10), on(4, 1), ())], from_on=from_on, until=UNTIL) == expected


def test_a_period_spans_every_stint_it_touches() -> None:
    stints = [
        Stint(on(1, 10), on(2, 1), ()),
        Stint(on(3, 1), on(4, 1), ()),
        Stint(on(9, 9), None, ()),
    ]

    assert [
        review_period(stints, from_on=day, until=UNTIL)
        for day in (None, on(2, 2), on(4, 1), on(4, 2))
    ] == [
        Period(on(1, 10), UNTIL),
        Period(on(3, 1), UNTIL),
        Period(on(4, 1), UNTIL),
        Period(on(9, 9), UNTIL),
    ]


def test_without_a_stint_there_is_no_period() -> None:
    assert review_period([], from_on=None, until=UNTIL) is None


@pytest.mark.parametrize(
    ("days", "count"),
    [
        (Period(on(2, 28, 2028), on(3, 1, 2028)), 3),
        (Period(on(2, 28, 2027), on(3, 1, 2027)), 2),
        (Period(UNTIL, UNTIL), 1),
        (Period(UNTIL + timedelta(days=1), UNTIL), 0),
        (Period(UNTIL + timedelta(days=9), UNTIL), 0),
    ],
)
def test_a_period_includes_both_its_ends(days: Period, count: int) -> None:
    assert days.days == count


def test_the_last_day_of_the_calendar_is_no_exception() -> None:
    stints = (Stint(date.min, None, (Stretch(date.min, None),)),)

    assert (
        active_days_after(stints, date.min, date.max),
        active_days_after(stints, date.max, date.max),
    ) == (
        date.max.toordinal() - 1,
        0,
    )
    assert active_days_in(stints, Period(date.min, date.max)) == date.max.toordinal()


@given(courses(), st.integers(-5, 400), st.integers(-5, 400))
def test_active_days_match_a_count_day_by_day(steps: list[Step], start: int, end: int) -> None:
    after, until = FIRST + timedelta(days=start), FIRST + timedelta(days=end)
    days = [after + timedelta(days=number) for number in range(1, end - start + 1)]

    where = [standing(steps, as_of=day) for day in days]

    stints = find_stints(steps, until=date.max)
    expected = sum(each is not None and each.status == "active" for each in where)
    assert active_days_after(stints, after, until) == expected
    assert active_days_in(stints, Period(after + timedelta(days=1), until)) == expected
