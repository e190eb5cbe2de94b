"""Days counted within a month, looking ahead and back from Sat 21 Nov 2026."""

from __future__ import annotations

import pytest

from boardroom.rules.dates import JustPassed, StillAhead, Toward, parse_moment
from boardroom.rules.day_format import format_day
from tests.boards import TODAY


@pytest.mark.parametrize(
    ("text", "toward", "day"),
    [
        ("first monday of december", "forward", "Mon 7 Dec 2026"),
        ("the first Mon. in December", "forward", "Mon 7 Dec 2026"),
        ("first monday of december", "back", "Mon 1 Dec 2025"),
        ("2nd tue march", "forward", "Tue 9 Mar 2027"),
        ("second tue of march 2026", "back", "Tue 10 Mar 2026"),
        ("fourth friday of next month", "forward", "Fri 25 Dec 2026"),
        ("last fri of the month", "forward", "Fri 27 Nov 2026"),
        ("last friday of last month", "back", "Fri 30 Oct 2026"),
        ("third thursday of this month", "back", "Thu 19 Nov 2026"),
        ("last day of november", "forward", "Mon 30 Nov 2026"),
        ("end of next month", "forward", "Thu 31 Dec 2026"),
        ("end of last month", "back", "Sat 31 Oct 2026"),
        ("end of the month", "back", "Sat 31 Oct 2026"),
        ("last day of feb 2028", "forward", "Tue 29 Feb 2028"),
        ("first of january", "forward", "Fri 1 Jan 2027"),
        ("the first day of next month", "forward", "Tue 1 Dec 2026"),
        ("in a fortnight", "forward", "Sat 5 Dec 2026"),
        ("two fortnights ago", "back", "Sat 24 Oct 2026"),
        ("in half a year", "forward", "Fri 21 May 2027"),
        ("half a year ago", "back", "Thu 21 May 2026"),
    ],
)
def test_a_day_counted_within_a_month(text: str, toward: Toward, day: str) -> None:
    assert format_day(parse_moment(text, today=TODAY, toward=toward).on) == day


def test_a_time_may_follow_a_day_of_a_month() -> None:
    moment = parse_moment("first monday of december 15:30", today=TODAY, toward="forward")

    assert (format_day(moment.on), moment.at) == ("Mon 7 Dec 2026", "15:30")


def test_a_weekday_of_a_month_that_has_just_passed_names_that_of_next_year() -> None:
    with pytest.raises(JustPassed) as error:
        parse_moment("third monday of november", today=TODAY, toward="forward")

    assert error.value.hint == "Write the year: Mon 16 Nov 2026, or Mon 15 Nov 2027."


def test_a_weekday_of_a_month_that_is_soon_to_come_names_that_of_last_year() -> None:
    with pytest.raises(StillAhead) as error:
        parse_moment("fourth monday of november", today=TODAY, toward="back")

    assert error.value.hint == "If it was Mon 24 Nov 2025, write the year."
