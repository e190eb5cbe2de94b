from __future__ import annotations

from datetime import date

import pytest

from boardroom.rules.balance import counted_from


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
