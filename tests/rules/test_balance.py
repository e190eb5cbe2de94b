from __future__ import annotations

from datetime import date

import pytest

from boardroom.rules.balance import Balance, counted_from, should_offer


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (date(2026, 11, 21), date(2026, 5, 21)),
        (date(2026, 8, 31), date(2026, 2, 28)),
        (date(2027, 1, 1), date(2026, 7, 1)),
    ],
)
def test_six_calendar_months_count(today: date, first: date) -> None:
    assert counted_from(today) == first


@pytest.mark.parametrize(
    ("given", "received", "has_met", "expected"),
    [
        (0, 0, True, False),
        (1, 1, True, False),
        (2, 1, True, False),
        (1, 2, True, True),
        (0, 0, False, True),
        (2, 1, False, True),
    ],
)
def test_something_is_offered_before_a_first_meeting_and_after_getting_more(
    given: int, received: int, *, has_met: bool, expected: bool
) -> None:
    balance = Balance(given, received, None)

    assert should_offer(balance, has_met=has_met) is expected
