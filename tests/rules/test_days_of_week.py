from __future__ import annotations

from datetime import date

import pytest

from boardroom.errors import BadInput
from boardroom.rules.dates import Toward, parse_day

WEDNESDAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thursday next week", date(2026, 12, 3)),
        ("thurs next week", date(2026, 12, 3)),
        ("next week thursday", date(2026, 12, 3)),
        ("next week on thu", date(2026, 12, 3)),
        ("thu of next week", date(2026, 12, 3)),
        ("monday of the next week", date(2026, 11, 30)),
        ("thu this week", date(2026, 11, 26)),
        ("tue this week", date(2026, 11, 24)),
        ("fri last week", date(2026, 11, 20)),
        ("last week fri", date(2026, 11, 20)),
    ],
)
@pytest.mark.parametrize("toward", ["forward", "back"])
def test_a_weekday_of_a_named_week_is_in_that_week(
    text: str, expected: date, toward: Toward
) -> None:
    assert parse_day(text, today=WEDNESDAY, toward=toward) == expected


@pytest.mark.parametrize(
    ("text", "today"),
    [
        ("sun next week", WEDNESDAY),
        ("this week sunday", WEDNESDAY),
        ("thu next week", date(2026, 11, 29)),
    ],
)
def test_a_day_that_depends_on_how_weeks_begin_is_refused(text: str, today: date) -> None:
    with pytest.raises(BadInput, match=" could be ") as caught:
        parse_day(text, today=today, toward="forward")

    day = caught.value.hint.removeprefix("Write the day itself, like ").rstrip(".")
    parse_day(day, today=today, toward="forward")


def test_no_week_is_named_outside_the_calendar() -> None:
    with pytest.raises(BadInput):
        parse_day("thu next week", today=date(9999, 12, 29), toward="forward")
