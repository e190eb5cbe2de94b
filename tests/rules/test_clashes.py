from __future__ import annotations

from datetime import date

import pytest

from boardroom.rules.clashes import Slot, end_time, overlap

TUE, WED = date(2026, 11, 24), date(2026, 11, 25)
COFFEE = Slot(TUE, "15:30", 60)


@pytest.mark.parametrize(
    "other",
    [
        COFFEE,
        Slot(TUE, "15:00", 31),
        Slot(TUE, "16:29", 1),
        Slot(TUE, "15:45", 5),
        Slot(TUE, "08:00", 1440),
    ],
)
def test_times_that_share_a_minute_overlap(other: Slot) -> None:
    assert overlap(COFFEE, other)
    assert overlap(other, COFFEE)


@pytest.mark.parametrize(
    "other",
    [
        Slot(TUE, "14:30", 60),
        Slot(TUE, "16:30", 60),
        Slot(WED, "15:30", 60),
        Slot(TUE, None, 60),
    ],
)
def test_ends_that_touch_other_days_and_no_time_do_not_overlap(other: Slot) -> None:
    assert not overlap(COFFEE, other)
    assert not overlap(other, COFFEE)


def test_a_meeting_past_midnight_reaches_the_next_day() -> None:
    late = Slot(TUE, "23:30", 90)

    assert overlap(late, Slot(WED, "00:30", 60))
    assert not overlap(late, Slot(WED, "01:00", 60))
    assert end_time(late) == "01:00"
