from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.rules.lifecycle import Standing
from boardroom.rules.window_state import (
    Clock,
    board_review_clock,
    meeting_clock,
    review_clock,
    review_start,
    snooze_end,
)
from boardroom.rules.windows import Span, Window, parse_window

DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 12, 31))
ONE_DAY = timedelta(days=1)


@st.composite
def windows(draw: st.DrawFn) -> Window:
    shortest = draw(st.integers(1, 60))
    unit = draw(st.sampled_from("dwm"))
    return Window(Span(shortest, unit), Span(draw(st.integers(shortest, 60)), unit))


def day(text: str) -> date:
    return date.fromisoformat(text)


def active(joined: str | date, returned: str | None = None) -> Standing:
    joined_on = day(joined) if isinstance(joined, str) else joined
    returned_on = None if returned is None else day(returned)
    return Standing("active", returned_on or joined_on, joined_on, returned_on, None, None)


def state(clock_of: date, standing: Standing, met: date | None, window: Window) -> str:
    return meeting_clock(standing, met, window, today=clock_of).state


@given(windows(), DAYS)
def test_after_a_meeting_a_window_opens_at_its_shorter_end(window: Window, met: date) -> None:
    opens, closes = window.shortest.after(met), window.longest.after(met)

    states = [
        state(on, active("1980-01-01"), met, window)
        for on in (met, opens - ONE_DAY, opens, closes, closes + ONE_DAY)
    ]

    assert states == ["on_track", "on_track", "due", "due", "overdue"]


@given(windows(), DAYS)
def test_a_first_meeting_is_due_from_joining(window: Window, joined: date) -> None:
    closes = window.longest.after(joined)

    states = [state(on, active(joined), None, window) for on in (joined, closes, closes + ONE_DAY)]

    assert states == ["due", "due", "overdue"]


@given(windows(), DAYS, st.integers(1, 4000))
def test_lateness_is_counted_from_the_longer_end(window: Window, met: date, late: int) -> None:
    closes = window.longest.after(met)
    clock = meeting_clock(active("1980-01-01"), met, window, today=closes + timedelta(days=late))

    assert clock.days_overdue(closes + timedelta(days=late)) == late


@given(windows(), DAYS, st.integers(0, 4000))
def test_nobody_is_late_before_the_longer_end_has_passed(
    window: Window, met: date, early: int
) -> None:
    closes = window.longest.after(met)
    clock = meeting_clock(active("1980-01-01"), met, window, today=closes)

    assert clock.days_overdue(closes - timedelta(days=early)) == 0


@pytest.mark.parametrize(
    ("joined", "returned", "met", "due_from", "due_by"),
    [
        pytest.param(
            "2026-01-10", None, "2026-09-01", "2026-09-29", "2026-10-13", id="the last meeting"
        ),
        pytest.param("2026-01-10", None, None, "2026-01-10", "2026-02-21", id="joining, never met"),
        pytest.param(
            "2026-01-10",
            None,
            "2025-12-24",
            "2026-01-10",
            "2026-02-21",
            id="joining, met only before",
        ),
        pytest.param(
            "2026-01-10",
            None,
            "2026-01-10",
            "2026-02-07",
            "2026-02-21",
            id="a meeting on the day of joining",
        ),
        pytest.param(
            "2026-01-10",
            "2026-06-01",
            "2026-05-01",
            "2026-06-01",
            "2026-07-13",
            id="a return since the last meeting",
        ),
        pytest.param(
            "2026-01-10",
            "2026-06-01",
            "2026-05-29",
            "2026-06-26",
            "2026-07-13",
            id="a return three days after a meeting",
        ),
        pytest.param(
            "2026-01-10", "2026-06-01", None, "2026-06-01", "2026-07-13", id="a return, never met"
        ),
        pytest.param(
            "2026-01-10",
            "2026-06-01",
            "2026-06-01",
            "2026-06-29",
            "2026-07-13",
            id="a meeting on the day of the return",
        ),
        pytest.param(
            "2026-01-10",
            "2026-06-01",
            "2026-06-02",
            "2026-06-30",
            "2026-07-14",
            id="a meeting after the return",
        ),
    ],
)
def test_a_window_starts_at_the_last_meeting_joining_or_return(
    joined: str, returned: str | None, met: str | None, due_from: str, due_by: str
) -> None:
    last_met_on = None if met is None else day(met)

    clock = meeting_clock(
        active(joined, returned), last_met_on, parse_window("4-6w"), today=day("2026-06-15")
    )

    assert clock[1:] == (day(due_from), day(due_by))


@pytest.mark.parametrize(
    ("window", "met", "due_from", "due_by"),
    [
        ("1-6m", "2026-08-31", "2026-09-30", "2027-02-28"),
        ("1-6m", "2027-08-31", "2027-09-30", "2028-02-29"),
        ("1m", "2027-01-31", "2027-02-28", "2027-02-28"),
        ("1m", "2028-01-30", "2028-02-29", "2028-02-29"),
        ("12-24m", "2024-02-29", "2025-02-28", "2026-02-28"),
        ("48m", "2024-02-29", "2028-02-29", "2028-02-29"),
        ("4w", "2028-02-01", "2028-02-29", "2028-02-29"),
        ("28-30d", "2028-02-29", "2028-03-28", "2028-03-30"),
    ],
)
def test_months_are_calendar_months_clamped_to_their_end(
    window: str, met: str, due_from: str, due_by: str
) -> None:
    clock = meeting_clock(active("2020-01-01"), day(met), parse_window(window), today=day(met))

    assert clock == Clock("on_track", day(due_from), day(due_by))


def test_a_first_review_counts_from_joining() -> None:
    clock = review_clock(active("2026-01-10"), None, parse_window("6-12m"), today=day("2026-01-10"))

    assert clock == Clock("on_track", day("2026-07-10"), day("2027-01-10"))


@pytest.mark.parametrize(
    ("returned", "last", "due_from", "due_by"),
    [
        pytest.param(None, "2026-03-31", "2026-09-30", "2027-03-31", id="the last review"),
        pytest.param("2026-08-31", None, "2027-02-28", "2027-08-31", id="the return"),
        pytest.param(
            "2026-08-31", "2026-03-31", "2027-02-28", "2027-08-31", id="a return since the review"
        ),
        pytest.param(
            "2026-03-01", "2026-08-31", "2027-02-28", "2027-08-31", id="a review since the return"
        ),
    ],
)
def test_a_review_counts_from_the_last_one_or_a_later_return(
    returned: str | None, last: str | None, due_from: str, due_by: str
) -> None:
    clock = review_clock(
        active("2026-01-10", returned),
        None if last is None else day(last),
        parse_window("6-12m"),
        today=day("2026-09-01"),
    )

    assert clock == Clock("on_track", day(due_from), day(due_by))


@given(windows(), DAYS)
def test_a_review_is_due_from_the_shorter_to_the_longer_end(window: Window, last: date) -> None:
    opens, closes = window.shortest.after(last), window.longest.after(last)
    days = (opens - ONE_DAY, opens, closes, closes + ONE_DAY)

    states = [review_clock(active("1980-01-01"), last, window, today=on).state for on in days]

    assert states == ["on_track", "due", "due", "overdue"]


def test_a_review_starts_from_the_latest_of_review_joining_and_return() -> None:
    back = active("2026-01-10", "2026-09-01")

    assert [
        review_start(active("2026-01-10"), None),
        review_start(active("2026-01-10"), day("2026-03-01")),
        review_start(back, day("2026-03-01")),
        review_start(back, day("2026-10-01")),
    ] == [day("2026-01-10"), day("2026-03-01"), day("2026-09-01"), day("2026-10-01")]


def test_a_boards_first_review_counts_from_the_earliest_of_its_advisors() -> None:
    starts = [day("2026-03-01"), day("2026-01-10"), day("2026-05-05")]

    clock = board_review_clock(starts, None, parse_window("6-12m"), today=day("2026-07-10"))

    assert clock == Clock("due", day("2026-07-10"), day("2027-01-10"))


def test_a_boards_review_counts_from_its_last_one() -> None:
    clock = board_review_clock(
        [day("2026-01-10")], day("2026-08-01"), parse_window("6-12m"), today=day("2026-11-21")
    )

    assert clock == Clock("on_track", day("2027-02-01"), day("2027-08-01"))


def test_an_empty_board_has_no_review_even_after_one() -> None:
    assert (
        board_review_clock([], day("2025-01-01"), parse_window("6-12m"), today=day("2026-11-21"))
        is None
    )


SNOOZED_ON, UNTIL = day("2026-11-10"), day("2026-11-24")


@pytest.mark.parametrize(
    ("today", "met", "hidden"),
    [
        pytest.param("2026-11-10", None, True, id="from the day it is said"),
        pytest.param("2026-11-23", None, True, id="to the day before its day"),
        pytest.param("2026-11-24", None, False, id="not on its day"),
        pytest.param("2026-11-21", "2026-11-09", True, id="a meeting before it does not end it"),
        pytest.param(
            "2026-11-21", "2026-11-10", True, id="one on its first day may have come before it"
        ),
        pytest.param("2026-11-21", "2026-11-15", False, id="one since ends it"),
    ],
)
def test_a_snooze_hides_until_its_day_or_the_next_held_meeting(
    today: str, met: str | None, *, hidden: bool
) -> None:
    end = snooze_end(UNTIL, SNOOZED_ON, None if met is None else day(met), today=day(today))

    assert end == (UNTIL if hidden else None)


def test_without_a_snooze_there_is_no_end() -> None:
    assert snooze_end(None, None, day("2026-11-01"), today=day("2026-11-21")) is None
