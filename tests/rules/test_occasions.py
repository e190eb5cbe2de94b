from __future__ import annotations

from datetime import date

import pytest

from boardroom.rules.occasions import is_done, last_on, next_on

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("occurs_on", "yearly", "today", "last", "following"),
    [
        ("2026-12-11", False, TODAY, None, "2026-12-11"),
        ("2026-11-21", False, TODAY, None, "2026-11-21"),
        ("2026-11-20", False, TODAY, "2026-11-20", None),
        ("1980-12-24", True, TODAY, "2025-12-24", "2026-12-24"),
        ("1980-11-21", True, TODAY, "2025-11-21", "2026-11-21"),
        ("1980-11-20", True, TODAY, "2026-11-20", "2027-11-20"),
        ("2026-11-20", True, TODAY, "2026-11-20", "2027-11-20"),
        ("2026-12-24", True, TODAY, None, "2026-12-24"),
        ("1980-02-29", True, TODAY, "2026-02-28", "2027-02-28"),
        ("1980-02-29", True, date(2028, 2, 28), "2027-02-28", "2028-02-29"),
        ("1980-02-29", True, date(2027, 3, 1), "2027-02-28", "2028-02-29"),
    ],
)
def test_an_occasion_has_a_last_and_a_next_day(
    occurs_on: str, yearly: bool, today: date, last: str | None, following: str | None
) -> None:
    day = date.fromisoformat(occurs_on)

    assert (last_on(day, yearly, today), next_on(day, yearly, today)) == (
        last and date.fromisoformat(last),
        following and date.fromisoformat(following),
    )


@pytest.mark.parametrize(
    ("done_on", "is_over"),
    [(None, False), ("2026-12-03", False), ("2026-12-04", True), ("2026-12-12", True)],
)
def test_an_occasion_is_done_from_a_week_before_it(done_on: str | None, is_over: bool) -> None:
    day = None if done_on is None else date.fromisoformat(done_on)

    assert is_done(date(2026, 12, 11), day) is is_over
