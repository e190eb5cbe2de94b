from __future__ import annotations

from datetime import date

import pytest

from boardroom.rules.occasions import is_done, last_on, next_on, to_raise, to_remember

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


@pytest.mark.parametrize(
    ("on", "yearly", "done", "listed"),
    [
        ("2026-11-29", False, None, None),
        ("2026-11-28", False, None, "2026-11-28"),
        ("2026-11-21", False, None, "2026-11-21"),
        ("2026-11-18", False, None, "2026-11-18"),
        ("2026-11-17", False, None, None),
        ("2026-11-20", False, "2026-11-20", None),
        ("2026-11-28", False, "2026-11-21", None),
        ("2026-11-28", False, "2026-11-20", "2026-11-28"),
        ("1980-11-24", True, "2025-11-25", "2026-11-24"),
        ("1980-11-19", True, "2025-11-20", "2026-11-19"),
        ("1980-11-19", True, "2026-11-19", None),
    ],
)
def test_an_occasion_is_remembered_from_a_week_before_to_three_days_after(
    on: str, yearly: bool, done: str | None, listed: str | None
) -> None:
    day = to_remember(
        date.fromisoformat(on), yearly, None if done is None else date.fromisoformat(done), TODAY
    )

    assert (day and day.isoformat()) == listed


@pytest.mark.parametrize(
    ("on", "yearly", "done", "raised"),
    [
        ("2025-02-03", False, None, "2025-02-03"),
        ("2025-02-03", False, "2025-03-01", None),
        ("2027-01-20", False, None, "2027-01-20"),
        ("2027-01-21", False, None, None),
        ("1980-10-21", True, None, "2026-10-21"),
        ("1980-10-20", True, None, None),
        ("1980-12-24", True, None, "2026-12-24"),
    ],
)
def test_an_occasion_is_raised_until_it_is_done_and_a_yearly_one_for_a_month(
    on: str, yearly: bool, done: str | None, raised: str | None
) -> None:
    day = to_raise(
        date.fromisoformat(on), yearly, None if done is None else date.fromisoformat(done), TODAY
    )

    assert (day and day.isoformat()) == raised


def test_a_birthday_on_29_february_is_remembered_on_the_28th() -> None:
    birthday, sunday, leap_year = date(1980, 2, 29), date(2027, 2, 28), date(2028, 2, 29)

    assert (
        to_remember(birthday, True, None, sunday),
        to_remember(birthday, True, None, leap_year),
    ) == (sunday, leap_year)
