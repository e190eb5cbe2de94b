from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from boardroom.rules.thinning import days_to_keep

TODAY = date(2026, 11, 21)


def _lived(first: date, last: date) -> set[date]:
    """The copies left after a change on every day from the first to the last."""
    kept: set[date] = set()
    day = first
    while day <= last:
        kept = days_to_keep({*kept, day}, today=day)
        day += timedelta(days=1)
    return kept


def test_ten_years_leave_days_weeks_months_and_years() -> None:
    kept = sorted(_lived(date(2016, 11, 22), TODAY), reverse=True)

    assert kept[:7] == [TODAY - timedelta(days=number) for number in range(7)]
    # Sundays end the weeks; each month and year ends with its own last day.
    assert kept[7:14] == [
        date(2026, 11, 8),
        date(2026, 11, 1),
        date(2026, 10, 31),
        date(2026, 10, 25),
        date(2026, 10, 18),
        date(2026, 10, 11),
        date(2026, 10, 4),
    ]
    assert kept[-9:] == [date(year, 12, 31) for year in range(2024, 2015, -1)]
    assert len(kept) <= 7 + 8 + 24 + 10


def test_a_clock_ahead_pushes_nothing_out() -> None:
    real = _lived(date(2026, 1, 1), TODAY)
    ahead = {date(2036, 1, number) for number in range(1, 15)}

    wrong = days_to_keep({*real, *ahead}, today=date(2036, 1, 20))
    right = days_to_keep({*real, *ahead}, today=TODAY + timedelta(days=1))

    assert real <= wrong
    assert right == {*days_to_keep(real, today=TODAY + timedelta(days=1)), *ahead}


def test_a_clock_gone_back_removes_nothing_newer() -> None:
    real = _lived(date(2026, 1, 1), TODAY)

    assert days_to_keep({*real, date(2016, 5, 1)}, today=date(2016, 5, 1)) == {
        *real,
        date(2016, 5, 1),
    }


@given(st.sets(st.dates(date(2000, 1, 1), date(2040, 1, 1))), st.dates())
def test_the_copy_just_made_is_kept(days: set[date], today: date) -> None:
    kept = days_to_keep({*days, today}, today=today)

    assert today in kept
    assert kept <= {*days, today}
    assert days_to_keep(kept, today=today) == kept
