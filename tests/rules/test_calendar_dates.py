from __future__ import annotations

from datetime import date, timedelta

import pytest
from dateutil import parser
from hypothesis import assume, given
from hypothesis import strategies as st

from boardroom.errors import BadInput
from boardroom.rules.calendar_dates import Toward
from boardroom.rules.dates import parse_day

SATURDAY = date(2026, 11, 21)
IN_REACH = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))
WELL_IN_REACH = st.dates(min_value=date(1910, 1, 1), max_value=date(2190, 12, 31))
TOWARD = st.sampled_from(["forward", "back"])
FORMS = "Write it like 24 Nov, 2026-11-24, tue, next tue, in 3w or 3 weeks ago."
REACH_HINT = "Check the year, as in 24 Nov 2026."
MONTH_HINT = "Months go from 1 to 12; write the date like 2026-11-24 or 24 Nov 2026."
NUMBER_HINT = "Add the month, like 24 Nov, or say how long from now, like in 10d."


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-24",
        "2026-11-24 ",
        "24 Nov",
        "24 nov 2026",
        "24 NOVEMBER 2026",
        "24 Nov. 2026",
        "24th Nov",
        "24-Nov-2026",
        "24nov",
        "24. Nov",
        "24th of November",
        "the 24th of Nov 2026",
        "2026/11/24",
        "Nov 24",
        "Nov 24, 2026",
        "November 24th, 2026",
        "24/11/2026",
        "24.11.2026",
        "24-11-2026",
        "11/24/2026",
    ],
)
def test_every_way_to_write_a_day_out_is_that_day(text: str) -> None:
    assert parse_day(text, today=SATURDAY, toward="forward") == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "planning", "logging"),
    [
        ("6 nov", date(2027, 11, 6), date(2026, 11, 6)),
        ("6 dec", date(2026, 12, 6), date(2025, 12, 6)),
        ("21 nov", date(2026, 11, 21), date(2026, 11, 21)),
        ("may 1", date(2027, 5, 1), date(2026, 5, 1)),
        ("29 feb", date(2028, 2, 29), date(2024, 2, 29)),
        ("2026-01-05", date(2026, 1, 5), date(2026, 1, 5)),
        ("2026-1-5", date(2026, 1, 5), date(2026, 1, 5)),
        ("3/3/2026", date(2026, 3, 3), date(2026, 3, 3)),
    ],
)
def test_a_missing_year_is_found_ahead_or_behind(text: str, planning: date, logging: date) -> None:
    assert parse_day(text, today=SATURDAY, toward="forward") == planning
    assert parse_day(text, today=SATURDAY, toward="back") == logging


@pytest.mark.parametrize(
    ("date_order", "text", "expected"),
    [
        ("dmy", "03/04/2026", date(2026, 4, 3)),
        ("mdy", "03/04/2026", date(2026, 3, 4)),
        ("dmy", "3.4.2026", date(2026, 4, 3)),
        ("mdy", "24/11/2026", date(2026, 11, 24)),
        ("dmy", "11/24/2026", date(2026, 11, 24)),
        ("dmy", "20/11", date(2026, 11, 20)),
        ("dmy", "20.11.", date(2026, 11, 20)),
        ("dmy", "3/4", date(2026, 4, 3)),
        ("mdy", "3/4", date(2026, 3, 4)),
        ("mdy", "20.11.", date(2026, 11, 20)),
    ],
)
def test_the_date_order_decides_between_two_possible_days(
    date_order: str, text: str, expected: date
) -> None:
    assert parse_day(text, today=SATURDAY, toward="back", date_order=date_order) == expected


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "24/11",
            "'24/11' is read only once the order of day and month is set.",
            "Write 24 Nov, or set it: boardroom config set date_order dmy (or mdy).",
        ),
        (
            "24.11.",
            "'24.11.' is read only once the order of day and month is set.",
            "Write 24 Nov, or set it: boardroom config set date_order dmy (or mdy).",
        ),
        ("24/24", "There is no month 24.", MONTH_HINT),
        ("03/04/26", "'03/04/26' has a year of two digits.", "Write the year in full: 03/04/2026."),
        ("24/11-2026", "'24/11-2026' is not a date.", FORMS),
        ("24 Nov 2026 2027", "'24 Nov 2026 2027' is not a date.", FORMS),
        ("10", "'10' alone is not a date.", NUMBER_HINT),
        ("24th", "'24th' alone is not a date.", NUMBER_HINT),
        ("20261124", "'20261124' alone is not a date.", NUMBER_HINT),
        ("2026", "'2026' is a year, not a day.", "Say which day, like 24 Nov 2026."),
        ("may", "'may' is a month, not a day.", "Say which day, like 24 May."),
        ("Sept.", "'sept.' is a month, not a day.", "Say which day, like 24 Sep."),
        ("Nov 2026", "'nov 2026' is a month, not a day.", "Say which day, like 24 Nov 2026."),
        ("2026-11", "'2026-11' is a month, not a day.", "Say which day, like 24 Nov 2026."),
        (
            "03/04/2026",
            "'03/04/2026' could be Fri 3 Apr 2026 or Wed 4 Mar 2026.",
            (
                "Write Fri 3 Apr 2026, or set the order:"
                " boardroom config set date_order dmy (or mdy)."
            ),
        ),
        ("31 Feb", "February has no 31st.", "Its last day is 28 Feb."),
        ("Feb 30", "February has no 30th.", "Its last day is 28 Feb."),
        ("31 Nov", "November has no 31st.", "Its last day is 30 Nov."),
        ("32 Dec", "December has no 32nd.", "Its last day is 31 Dec."),
        ("33 Dec 2026", "December 2026 has no 33rd.", "Its last day is 31 Dec 2026."),
        ("0 Nov", "November has no 0th.", "Its last day is 30 Nov."),
        ("31 Feb 2026", "February 2026 has no 31st.", "Its last day is 28 Feb 2026."),
        ("29 Feb 2026", "February 2026 has no 29th.", "Its last day is 28 Feb 2026."),
        ("2028-02-30", "February 2028 has no 30th.", "Its last day is 29 Feb 2028."),
        ("31/02/2026", "February 2026 has no 31st.", "Its last day is 28 Feb 2026."),
        ("2026-13-01", "There is no month 13.", MONTH_HINT),
        ("2026-00-01", "There is no month 0.", MONTH_HINT),
        ("24/24/2026", "There is no month 24.", MONTH_HINT),
        ("5/0/2026", "There is no month 0.", MONTH_HINT),
        ("1899-12-31", "The year 1899 is out of range: dates go from 1900 to 2200.", REACH_HINT),
        ("1 Jan 2201", "The year 2201 is out of range: dates go from 1900 to 2200.", REACH_HINT),
    ],
)
def test_a_partial_or_impossible_date_is_refused(text: str, message: str, hint: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_day(text, today=SATURDAY, toward="forward")

    assert (caught.value.message, caught.value.hint) == (message, hint)


@pytest.mark.parametrize(
    ("today", "toward", "expected"),
    [
        (date(2028, 2, 29), "forward", date(2028, 2, 29)),
        (date(2028, 4, 1), "forward", date(2032, 2, 29)),
        (date(2096, 4, 1), "forward", date(2104, 2, 29)),
        (date(2104, 2, 1), "back", date(2096, 2, 29)),
        (date(2028, 2, 29), "back", date(2028, 2, 29)),
    ],
)
def test_the_next_or_last_29_february_may_be_eight_years_away(
    today: date, toward: Toward, expected: date
) -> None:
    assert parse_day("29 feb", today=today, toward=toward) == expected


@pytest.mark.parametrize(
    ("text", "today", "toward", "year"),
    [("1 jan", date(2200, 12, 31), "forward", 2201), ("31 dec", date(1900, 1, 1), "back", 1899)],
)
def test_a_missing_year_is_not_looked_for_out_of_reach(
    text: str, today: date, toward: Toward, year: int
) -> None:
    with pytest.raises(BadInput) as caught:
        parse_day(text, today=today, toward=toward)

    assert (caught.value.message, caught.value.hint) == (
        f"The year {year} is out of range: dates go from 1900 to 2200.",
        REACH_HINT,
    )


@given(IN_REACH, IN_REACH, TOWARD)
def test_a_date_echoed_in_iso_reads_back(day: date, today: date, toward: Toward) -> None:
    assert parse_day(day.isoformat(), today=today, toward=toward) == day


@given(
    IN_REACH,
    st.sampled_from(
        ["%d %b %Y", "%d %B %Y", "%b %d, %Y", "%B %d %Y", "%a, %d %b %Y", "%A %Y-%m-%d"]
    ),
)
def test_full_dates_agree_with_dateutil(day: date, form: str) -> None:
    text = day.strftime(form)

    assert parse_day(text, today=SATURDAY, toward="back") == parser.parse(text).date()


@given(WELL_IN_REACH, WELL_IN_REACH)
def test_a_day_without_a_year_is_the_nearest_one(day: date, today: date) -> None:
    text = f"{day.day} {day:%b}"
    in_years = [_in_year(day, today.year + step) for step in (-1, 0, 1)]
    assume(all(on is None or not 0 < abs((on - today).days) <= 14 for on in in_years))
    behind = parse_day(text, today=today, toward="back")
    ahead = parse_day(text, today=today, toward="forward")

    assert (ahead.day, ahead.month, behind.day, behind.month) == (
        day.day,
        day.month,
        day.day,
        day.month,
    )
    assert behind <= today <= ahead
    between = [behind + timedelta(days=days) for days in range(1, (ahead - behind).days)]
    assert [other for other in between if (other.day, other.month) == (day.day, day.month)] == []


def _in_year(day: date, year: int) -> date | None:
    try:
        return day.replace(year=year)
    except ValueError:
        return None
