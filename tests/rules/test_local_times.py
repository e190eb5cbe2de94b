"""What a clock shows where somebody is, on days around the changes of the clocks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from boardroom.rules.local_times import their_time


@pytest.mark.parametrize(
    ("on", "zone", "words"),
    [
        ("2026-10-24", "Europe/Lisbon", "15:00 in Lisbon"),
        ("2026-10-25", "Europe/Lisbon", "15:00 in Lisbon"),
        ("2026-10-24", "America/New_York", "10:00 in New York"),
        ("2026-10-26", "America/New_York", "11:00 in New York"),  # Berlin is back, New York is not
        ("2026-11-02", "America/New_York", "10:00 in New York"),
        ("2026-03-07", "America/New_York", "10:00 in New York"),
        ("2026-03-09", "America/New_York", "11:00 in New York"),
        ("2026-03-29", "America/New_York", "10:00 in New York"),
        ("2026-03-28", "Asia/Tokyo", "00:00 on Sun in Tokyo"),
        ("2026-03-29", "Asia/Tokyo", "23:00 in Tokyo"),
        ("2026-10-25", "UTC", "15:00 in UTC"),
        ("2026-11-24", "Europe/Berlin", ""),
        ("2026-11-24", "Europe/Paris", ""),
        ("2026-11-24", "Europe/Nowhere", ""),
        ("2026-11-24", "Europe", ""),
        ("2026-11-24", "../etc/passwd", ""),
    ],
)
def test_their_time_is_that_of_the_day_itself(
    on: str, zone: str, words: str, move_to: Callable[[str], None]
) -> None:
    move_to("Europe/Berlin")

    assert their_time(date.fromisoformat(on), "16:00", zone) == words


@pytest.mark.parametrize(
    ("at", "zone", "words"),
    [
        ("23:30", "Europe/Lisbon", "07:30 on Fri in Lisbon"),
        ("09:00", "Asia/Kolkata", "22:30 in Kolkata"),
        ("00:30", "Pacific/Honolulu", "22:30 on Wed in Honolulu"),
    ],
)
def test_the_other_day_is_named(
    at: str, zone: str, words: str, move_to: Callable[[str], None]
) -> None:
    move_to("America/Los_Angeles")

    assert their_time(date(2026, 11, 26), at, zone) == words


def test_an_hour_that_the_clocks_skip_is_no_difference(move_to: Callable[[str], None]) -> None:
    move_to("Europe/Berlin")

    assert their_time(date(2026, 3, 29), "02:30", "Europe/Berlin") == ""
