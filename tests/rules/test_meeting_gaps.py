from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.rules.active_periods import Period, find_stints, review_period
from boardroom.rules.lifecycle import Step, standing
from boardroom.rules.meeting_gaps import Gap, find_gaps
from boardroom.rules.windows import Window, parse_window
from tests.rules.test_active_periods import FIRST, courses

WINDOWS = st.sampled_from(["4-6w", "10d", "1m", "1-2m", "1w", "3m"]).map(parse_window)


def day(text: str) -> date:
    return date.fromisoformat(text)


def gaps_of(
    met: str,
    window: str,
    steps: str = "2026-01-01 active",
    *,
    from_on: str = "2026-01-01",
    until: str,
) -> list[tuple[int, bool]]:
    """The gaps in a period, by these steps and days of meetings."""
    taken = [Step(day(step.split()[0]), step.split()[1]) for step in steps.split(", ")]
    stints = find_stints(taken, until=day(until))
    return [
        (gap.days, gap.within)
        for gap in find_gaps(
            [day(text) for text in met.split()],
            stints,
            parse_window(window),
            Period(day(from_on), day(until)),
        )
    ]


@pytest.mark.parametrize(
    ("met", "window", "expected"),
    [
        ("2026-01-01 2026-02-12", "4-6w", (42, True)),
        ("2026-01-01 2026-02-13", "4-6w", (43, False)),
        (
            "2026-01-01 2026-01-02",
            "4-6w",
            (1, True),
        ),  # sooner than the window opens is not too late
        ("2026-01-31 2026-02-28", "1m", (28, True)),
        ("2026-01-31 2026-03-01", "1m", (29, False)),
        ("2028-01-31 2028-02-29", "1m", (29, True)),
        ("2028-01-31 2028-03-01", "1m", (30, False)),
        ("2028-02-29 2029-02-28", "12m", (365, True)),
        ("2028-02-29 2029-03-01", "12m", (366, False)),
        ("2026-08-31 2027-02-28", "1-6m", (181, True)),
        ("2026-08-31 2027-03-01", "1-6m", (182, False)),
    ],
)
def test_a_gap_is_within_the_window_up_to_its_last_day(
    met: str, window: str, expected: tuple[int, bool]
) -> None:
    first, last = met.split()

    assert gaps_of(met, window, f"{first} active", from_on=first, until=last) == [expected]


@pytest.mark.parametrize(("from_on", "count"), [("2026-03-01", 1), ("2026-03-02", 0)])
def test_a_gap_belongs_to_the_period_it_ends_in(from_on: str, count: int) -> None:
    assert (
        gaps_of("2026-01-01 2026-03-01", "4-6w", from_on=from_on, until="2026-03-10")
        == [(59, False)] * count
    )


def test_the_very_first_meeting_ends_no_gap() -> None:
    assert gaps_of("2026-05-20 2026-06-10", "4-6w", until="2026-06-20") == [(21, True)]


def test_after_an_earlier_meeting_the_seating_starts_the_wait() -> None:
    assert gaps_of("2025-11-01 2026-01-20", "4-6w", until="2026-02-01") == [(19, True)]
    assert gaps_of("2026-01-01 2026-01-20", "4-6w", until="2026-02-01") == [(19, True)]
    assert gaps_of("2025-11-01", "4-6w", until="2026-02-13") == [(43, False)]


@pytest.mark.parametrize(
    ("until", "expected"),
    [("2026-02-12", []), ("2026-02-13", [(43, False)]), ("2026-02-14", [(44, False)])],
)
def test_an_open_gap_counts_once_it_is_too_long(
    until: str, expected: list[tuple[int, bool]]
) -> None:
    assert gaps_of("2026-01-01", "4-6w", until=until) == expected
    assert gaps_of("", "4-6w", until=until) == expected


def test_an_open_gap_counts_in_a_period_of_one_day() -> None:
    assert gaps_of("2026-01-01", "4-6w", from_on="2026-02-13", until="2026-02-13") == [(43, False)]
    assert gaps_of(
        "2026-01-01",
        "4-6w",
        "2026-01-01 active, 2026-02-14 alumni",
        from_on="2026-02-14",
        until="2026-03-01",
    ) == [(43, False)]


PAUSED = "2026-01-01 active, 2026-01-11 paused, 2026-03-01 active"


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("2026-02-20", (9, True)),
        ("2026-03-01", (10, True)),
        ("2026-04-02", (42, True)),
        ("2026-04-03", (43, False)),
    ],
)
def test_a_pause_is_taken_out_of_the_gap_and_the_window(
    last: str, expected: tuple[int, bool]
) -> None:
    assert gaps_of(f"2026-01-01 {last}", "4-6w", PAUSED, until=last) == [expected]


def test_meetings_in_one_pause_or_on_one_day_make_no_gap() -> None:
    assert gaps_of(
        "2026-01-10 2026-01-11 2026-01-20 2026-02-20 2026-03-05", "4-6w", PAUSED, until="2026-03-05"
    ) == [(5, True)]


def test_a_gap_that_a_parting_ends_counts_if_too_long() -> None:
    steps = "2026-01-01 active, {} alumni"

    assert gaps_of("2026-01-05", "2w", steps.format("2026-01-20"), until="2026-06-01") == []
    assert gaps_of("2026-01-05", "2w", steps.format("2026-01-21"), until="2026-06-01") == [
        (15, False)
    ]


def test_a_goodbye_on_the_day_of_the_parting_ends_a_gap() -> None:
    assert gaps_of(
        "2026-01-05 2026-01-25", "2w", "2026-01-01 active, 2026-01-25 alumni", until="2026-06-01"
    ) == [(19, False)]


def test_each_stint_starts_anew() -> None:
    steps = "2026-01-01 active, 2026-02-01 alumni, 2026-05-01 asked, 2026-06-01 active"

    assert gaps_of("2026-01-29 2026-03-01 2026-06-10", "4-6w", steps, until="2026-06-20") == [
        (9, True)
    ]


def counted_day_by_day(
    steps: list[Step], met: Sequence[date], window: Window, from_on: date, until: date
) -> list[Gap]:
    """The gaps as counting every day finds them."""
    gaps: list[tuple[date, Gap]] = []
    on_board, waited, allowed, known = False, 0, 0, False
    for number in range((until - FIRST).days + 1):
        today = FIRST + timedelta(days=number)
        where = standing(steps, as_of=today)
        was_on_board, on_board = (
            on_board,
            where is not None and where.status in ("active", "paused"),
        )
        if on_board and not was_on_board:
            waited, allowed = 0, (window.longest.after(today) - today).days
            known = any(day <= today for day in met)
            continue
        if not on_board and not was_on_board:
            continue
        waited += where is not None and where.status == "active"
        if today in met:
            gaps += [(today, Gap(waited, waited <= allowed))] if known else []
            waited, allowed, known = 0, (window.longest.after(today) - today).days, True
        if not on_board and waited > allowed:
            gaps.append((today, Gap(waited, within=False)))
    if on_board and waited > allowed:
        gaps.append((until, Gap(waited, within=False)))
    return [gap for end, gap in gaps if end >= from_on and gap.days]


@given(
    courses(),
    st.sets(st.integers(-20, 400), max_size=12),
    WINDOWS,
    st.integers(0, 300),
    st.integers(0, 400),
)
def test_gaps_match_a_count_day_by_day(
    steps: list[Step], met: set[int], window: Window, start: int, length: int
) -> None:
    from_on, until = FIRST + timedelta(days=start), FIRST + timedelta(days=start + length)
    days = sorted(each for number in met if (each := FIRST + timedelta(days=number)) <= until)
    stints = find_stints(steps, until=until)
    covered = review_period(stints, from_on=from_on, until=until)

    found_gaps = [] if covered is None else list(find_gaps(days, stints, window, covered))

    assert found_gaps == counted_day_by_day(steps, days, window, from_on, until)
