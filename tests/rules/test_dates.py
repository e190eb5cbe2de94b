from __future__ import annotations

import time as time_module
from contextlib import suppress
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.errors import BadInput
from boardroom.rules.dates import JustPassed, Moment, StillAhead, Toward, parse_day, parse_moment

SATURDAY = date(2026, 11, 21)
IN_REACH = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31))
TOWARD = st.sampled_from(["forward", "back"])
FORMS = "Write it like 24 Nov, 2026-11-24, tue, next tue, in 3w or 3 weeks ago."
CLOCK_HINT = "Write it like 15:30, 3pm or 3:30pm."
REACH_HINT = "Check the year, as in 24 Nov 2026."
NUMBER_HINT = "Add the month, like 24 Nov, or say how long from now, like in 10d."

# fmt: off
WORDS = [
    "0", "3", "29", "31", "99999", "2026", "0000", "feb", "nov", "may.", "tue", "sat", "next", "last",
    "this", "in", "ago", "+", "-", "w", "3w", "days", "y", "today", "at", "3pm", "25:00", "15:30",
    "03/04/2026", "2026-11-24t",
]
# fmt: on
WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


def forward(text: str) -> Moment:
    return parse_moment(text, today=SATURDAY, toward="forward")


@pytest.mark.parametrize(
    "text",
    [
        "Tue 24 Nov",
        "Tue, 24 Nov 2026",
        "tuesday 2026-11-24",
        "tue",
        "Tues.",
        "TUESDAY",
        "this tue",
        "next  tue",
        "in 3d",
        "in 3 days",
        "+3d",
        "+ 3 days",
    ],
)
def test_every_form_of_tuesday_is_that_tuesday(text: str) -> None:
    assert forward(text) == Moment(date(2026, 11, 24), None)


@pytest.mark.parametrize(
    ("text", "planning", "logging"),
    [
        ("today", date(2026, 11, 21), date(2026, 11, 21)),
        ("tomorrow", date(2026, 11, 22), date(2026, 11, 22)),
        ("Yesterday", date(2026, 11, 20), date(2026, 11, 20)),
        ("tmrw", date(2026, 11, 22), date(2026, 11, 22)),
        ("tmr", date(2026, 11, 22), date(2026, 11, 22)),
        ("the 3rd", date(2026, 12, 3), date(2026, 11, 3)),
        ("the 21st", date(2026, 11, 21), date(2026, 11, 21)),
        ("on the 31st", date(2026, 12, 31), date(2026, 10, 31)),
        ("day after tomorrow", date(2026, 11, 23), date(2026, 11, 23)),
        ("the day after tomorrow", date(2026, 11, 23), date(2026, 11, 23)),
        ("day before yesterday", date(2026, 11, 19), date(2026, 11, 19)),
        ("the day before yesterday", date(2026, 11, 19), date(2026, 11, 19)),
        ("tue", date(2026, 11, 24), date(2026, 11, 17)),
        ("this tue", date(2026, 11, 24), date(2026, 11, 17)),
        ("next tue", date(2026, 11, 24), date(2026, 11, 24)),
        ("last tue", date(2026, 11, 17), date(2026, 11, 17)),
        ("on tue", date(2026, 11, 24), date(2026, 11, 17)),
        ("end of month", date(2026, 11, 30), date(2026, 10, 31)),
        ("the end of the month", date(2026, 11, 30), date(2026, 10, 31)),
        ("sat", date(2026, 11, 21), date(2026, 11, 21)),
        ("this sat", date(2026, 11, 21), date(2026, 11, 21)),
        ("next sat", date(2026, 11, 28), date(2026, 11, 28)),
        ("last sat", date(2026, 11, 14), date(2026, 11, 14)),
        ("last fri", date(2026, 11, 20), date(2026, 11, 20)),
    ],
)
def test_a_missing_week_is_found_ahead_or_behind(text: str, planning: date, logging: date) -> None:
    assert parse_day(text, today=SATURDAY, toward="forward") == planning
    assert parse_day(text, today=SATURDAY, toward="back") == logging


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in 0d", date(2026, 8, 31)),
        ("in 3w", date(2026, 9, 21)),
        ("in 3 Weeks", date(2026, 9, 21)),
        ("in 1 week", date(2026, 9, 7)),
        ("in a week", date(2026, 9, 7)),
        ("in 2 weeks time", date(2026, 9, 14)),
        ("in two weeks' time", date(2026, 9, 14)),
        ("in a week's time", date(2026, 9, 7)),
        ("two weeks ago", date(2026, 8, 17)),
        ("a month ago", date(2026, 7, 31)),
        ("in twelve days", date(2026, 9, 12)),
        ("three weeks from now", date(2026, 9, 21)),
        ("+2w", date(2026, 9, 14)),
        ("in 6m", date(2027, 2, 28)),
        ("in 6 months", date(2027, 2, 28)),
        ("+1y", date(2027, 8, 31)),
        ("in 2 years", date(2028, 8, 31)),
        ("-3d", date(2026, 8, 28)),
        ("3 weeks ago", date(2026, 8, 10)),
        ("3w ago", date(2026, 8, 10)),
        ("1 day ago", date(2026, 8, 30)),
        ("1 month ago", date(2026, 7, 31)),
        ("6m ago", date(2026, 2, 28)),
        ("1 year ago", date(2025, 8, 31)),
    ],
)
@pytest.mark.parametrize("toward", ["forward", "back"])
def test_a_length_from_now_says_its_own_direction(
    text: str, expected: date, toward: Toward
) -> None:
    assert parse_moment(text, today=date(2026, 8, 31), toward=toward) == Moment(expected, None)


def test_a_length_may_cross_all_the_years_in_reach() -> None:
    assert parse_day("100000 days ago", today=date(2200, 1, 1), toward="back") == date(1926, 3, 19)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-11-24 15:30", "15:30"),
        ("2026-11-24T15:30", "15:30"),
        ("Tue 24 Nov 2026 15:30", "15:30"),
        ("nov 24 9:05", "09:05"),
        ("24 Nov at 3pm", "15:00"),
        ("tue 3pm", "15:00"),
        ("next tue 3:30 PM", "15:30"),
        ("in 3d at 15:30", "15:30"),
        ("in 3 days 3 pm", "15:00"),
        ("+3d 12am", "00:00"),
        ("tue 12pm", "12:00"),
        ("tue 00:00", "00:00"),
        ("tue 23:59", "23:59"),
        ("tue 11:59am", "11:59"),
        ("15:30 tue", "15:30"),
        ("tue 15.30", "15:30"),
        ("tue 15h", "15:00"),
        ("tue noon", "12:00"),
        ("at 9:30 on tue", "09:30"),
        ("2026-11-24 15:30:59", "15:30"),
        ("2026-11-24T15:30:59.125", "15:30"),
    ],
)
def test_a_time_may_follow_the_day(text: str, at: str) -> None:
    assert forward(text) == Moment(date(2026, 11, 24), at)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("", "The date is empty.", FORMS),
        ("  ", "The date is empty.", FORMS),
        ("soon", "'soon' is not a date.", FORMS),
        (",", "',' is not a date.", FORMS),
        ("Tue tomorrow", "'Tue tomorrow' is not a date.", FORMS),
        ("in -3d", "'in -3d' is not a date.", FORMS),
        ("tue at", "'tue at' is not a date.", FORMS),
        ("\u0661\u0660 Nov", "'\u0661\u0660 Nov' is not a date.", FORMS),
        ("\x1b[31mtue", r"'\x1b[31mtue' is not a date.", FORMS),
        ("tue " * 3000, f"'{('tue ' * 15)[:59]}…' is not a date.", FORMS),
        (
            "tue 10",
            "'10' in 'tue 10' may be a time or a day of the month.",
            "Write tue 10am or tue 10pm, or the month too, like 10 Nov.",
        ),
        (
            "tomorrow 10",
            "'10' in 'tomorrow 10' is not written like a time.",
            "Write tomorrow 10am or tomorrow 10pm.",
        ),
        (
            "tomorrow 15",
            "'15' in 'tomorrow 15' is not written like a time.",
            "Write tomorrow 15:00.",
        ),
        ("3w", "'3w' is a length of time, not a day.", "Say which way: in 3w, or 3w ago."),
        (
            "Wed 24 Nov",
            "Tue 24 Nov 2026 is not a Wednesday.",
            "Write Tue 24 Nov 2026, or leave the weekday out.",
        ),
        (
            "sun 2026-11-21",
            "Sat 21 Nov 2026 is not a Sunday.",
            "Write Sat 21 Nov 2026, or leave the weekday out.",
        ),
        ("15:30", "'15:30' is a time without a day.", "Add the day: today 15:30."),
        ("at 3pm", "'at 3pm' is a time without a day.", "Add the day: today 15:00."),
        ("tue 25:00", "'25:00' is not a time of day.", CLOCK_HINT),
        ("tue 24:00", "'24:00' is not a time of day.", CLOCK_HINT),
        ("tue 15:60", "'15:60' is not a time of day.", CLOCK_HINT),
        ("tue 15:3", "'15:3' is not a time of day.", CLOCK_HINT),
        ("tue 15:30:00", "'15:30:00' is not a time of day.", CLOCK_HINT),
        ("tue 15:30pm", "'15:30pm' is not a time of day.", CLOCK_HINT),
        ("tue 13pm", "'13pm' is not a time of day.", CLOCK_HINT),
        ("tue 0am", "'0am' is not a time of day.", CLOCK_HINT),
        ("tue at 3", "'3' is not a time of day.", CLOCK_HINT),
        ("25:00", "'25:00' is not a time of day.", CLOCK_HINT),
        ("in 999y", "The year 3025 is out of range: dates go from 1900 to 2200.", REACH_HINT),
        ("-99999d", "The year 1753 is out of range: dates go from 1900 to 2200.", REACH_HINT),
        (
            "in 9999y",
            "That is out of range: dates go from 1900 to 2200.",
            "Use a nearer day, like in 3w.",
        ),
        (
            "999999w ago",
            "That is out of range: dates go from 1900 to 2200.",
            "Use a nearer day, like in 3w.",
        ),
        (
            f"in {'9' * 5000}d",
            "That is out of range: dates go from 1900 to 2200.",
            "Use a nearer day, like in 3w.",
        ),
    ],
)
def test_a_doubtful_or_impossible_date_is_refused(text: str, message: str, hint: str) -> None:
    with pytest.raises(BadInput) as caught:
        forward(text)

    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_a_weekday_is_judged_by_the_year_that_was_found() -> None:
    with pytest.raises(BadInput) as caught:
        parse_moment("Tue 24 Dec", today=SATURDAY, toward="back")

    assert (caught.value.message, caught.value.hint) == (
        "Wed 24 Dec 2025 is not a Tuesday.",
        "Write Wed 24 Dec 2025, or leave the weekday out.",
    )


def test_a_time_is_refused_if_only_a_day_fits() -> None:
    with pytest.raises(BadInput) as caught:
        parse_day("tue 3pm", today=SATURDAY, toward="forward")

    assert (caught.value.message, caught.value.hint) == (
        "'tue 3pm' has a time, but only a day is allowed.",
        "Leave the time out: 2026-11-24.",
    )


@given(IN_REACH, st.times(), IN_REACH, TOWARD)
def test_a_day_and_time_as_they_are_echoed_read_back(
    day: date, clock: time, today: date, toward: Toward
) -> None:
    at = f"{clock:%H:%M}"

    assert parse_moment(
        f"{day:%a} {day.day} {day:%b %Y} {at}", today=today, toward=toward
    ) == Moment(day, at)


@given(
    IN_REACH.filter(lambda day: 1900 < day.year < 2200), st.sampled_from(WEEKDAYS), st.booleans()
)
def test_every_weekday_is_the_nearest_one_on_the_right_side(
    today: date, name: str, short: bool
) -> None:
    word = name[:3] if short else name
    ahead, behind = (parse_day(word, today=today, toward=toward) for toward in ("forward", "back"))
    following, last = (
        parse_day(f"{which} {word}", today=today, toward="forward") for which in ("next", "last")
    )

    assert {f"{day:%A}".lower() for day in (ahead, behind, following, last)} == {name}
    assert 0 <= (ahead - today).days <= 6
    assert 0 <= (today - behind).days <= 6
    assert 1 <= (following - today).days <= 7
    assert 1 <= (today - last).days <= 7


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)),
    TOWARD,
)
def test_whatever_is_typed_is_a_day_in_reach_or_bad_input(text: str, toward: Toward) -> None:
    with suppress(BadInput):
        assert 1900 <= parse_moment(text, today=SATURDAY, toward=toward).on.year <= 2200


def test_a_range_sets_the_length() -> None:
    assert forward("tue 9:00-10:15") == Moment(date(2026, 11, 24), "09:00", 75)


@pytest.mark.skipif(not hasattr(time_module, "tzset"), reason="Windows sets no time zone")
@pytest.mark.parametrize(
    ("text", "on", "at"),
    [
        ("2026-07-24T23:30Z", date(2026, 7, 25), "01:30"),
        ("2026-11-24T15:30:00Z", date(2026, 11, 24), "16:30"),
        ("2026-11-24 15:30 +05:30", date(2026, 11, 24), "11:00"),
        ("2026-11-24T15:30-0800", date(2026, 11, 25), "00:30"),
        ("2026-11-24T15:30+02", date(2026, 11, 24), "14:30"),
    ],
)
def test_an_offset_is_converted_to_local_time(
    text: str, on: date, at: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time_module.tzset()
    try:
        assert forward(text) == Moment(on, at)
    finally:
        monkeypatch.undo()
        time_module.tzset()


@pytest.mark.parametrize("length", ["2w", "two weeks", "14 days"])
def test_a_bare_length_goes_the_way_of_its_option(length: str) -> None:
    days = [
        parse_day(length, today=SATURDAY, toward=toward, bare_length=True)
        for toward in ("forward", "back")
    ]

    assert days == [date(2026, 12, 5), date(2026, 11, 7)]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("20 Nov", "Write the year: Fri 20 Nov 2026, or Sat 20 Nov 2027."),
        ("Nov 20", "Write the year: Fri 20 Nov 2026, or Sat 20 Nov 2027."),
        ("fri 20 nov", "Write the year: Fri 20 Nov 2026, or Sat 20 Nov 2027."),
        ("20 Nov 15:30", "Write the year: Fri 20 Nov 2026 15:30, or Sat 20 Nov 2027 15:30."),
        ("7 Nov", "Write the year: Sat 7 Nov 2026, or Sun 7 Nov 2027."),
    ],
)
def test_a_yearless_day_of_the_last_two_weeks_is_not_put_into_next_year(
    text: str, hint: str
) -> None:
    with pytest.raises(JustPassed) as caught:
        forward(text)

    day, ago = ("7 Nov", "14 days ago") if "7" in text else ("20 Nov", "yesterday")
    assert (caught.value.message, caught.value.hint) == (f"{day} was {ago}.", hint)


def test_a_29_february_just_passed_is_next_in_a_leap_year() -> None:
    with pytest.raises(JustPassed) as caught:
        parse_moment("29 Feb", today=date(2096, 3, 1), toward="forward")

    assert caught.value.next_year == "Fri 29 Feb 2104"


@pytest.mark.parametrize(
    ("text", "year"),
    [("6 Nov", 2027), ("21 Nov", 2026), ("sat 20 Nov", 2027), ("20 Nov 2026", 2026)],
)
def test_any_other_day_looks_forward(text: str, year: int) -> None:
    assert forward(text).on.year == year


@pytest.mark.parametrize("text", ["2026-11-24T15:30+99:00"])
def test_an_offset_that_does_not_exist_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="has no offset that exists"):
        forward(text)


@pytest.mark.parametrize(
    ("text", "order", "last_year"),
    [
        ("22 Nov", None, "Sat 22 Nov 2025"),
        ("nov 22", None, "Sat 22 Nov 2025"),
        ("sun 22 nov", None, "Sat 22 Nov 2025"),
        ("22 Nov 15:30", None, "Sat 22 Nov 2025 15:30"),
        ("22.11.", "dmy", "Sat 22 Nov 2025"),
        ("11/22", "mdy", "Sat 22 Nov 2025"),
        ("5 Dec", None, "Fri 5 Dec 2025"),
    ],
)
def test_a_yearless_day_of_the_next_two_weeks_is_not_put_into_last_year(
    text: str, order: str | None, last_year: str
) -> None:
    with pytest.raises(StillAhead) as caught:
        parse_moment(text, today=SATURDAY, toward="back", date_order=order)

    day, ahead = ("5 Dec", "in 14 days") if "5" in text[:1] else ("22 Nov", "tomorrow")
    assert (caught.value.message, caught.value.hint) == (
        f"{day} is {ahead}, and only a past day fits here.",
        f"If it was {last_year}, write the year.",
    )


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("6 Dec", date(2025, 12, 6)),
        ("21 Nov", SATURDAY),
        ("sun", date(2026, 11, 15)),
        ("22 Nov 2025", date(2025, 11, 22)),
        ("22 Nov 2026", date(2026, 11, 22)),
    ],
)
def test_any_other_day_looks_back(text: str, on: date) -> None:
    assert parse_moment(text, today=SATURDAY, toward="back").on == on


@pytest.mark.parametrize(
    ("text", "toward", "on"),
    [
        ("by friday", "forward", date(2026, 11, 27)),
        ("end of june", "forward", date(2027, 6, 30)),
        ("the end of Nov", "forward", date(2026, 11, 30)),
        ("end of feb 2028", "forward", date(2028, 2, 29)),
        ("end of june", "back", date(2026, 6, 30)),
        ("end of feb", "back", date(2026, 2, 28)),
    ],
)
def test_by_a_day_and_the_end_of_a_month_are_days(text: str, toward: Toward, on: date) -> None:
    assert parse_day(text, today=SATURDAY, toward=toward) == on


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "2 weeks from friday",
            "'2 weeks from friday' is not a date.",
            "Write the day itself, like Fri 11 Dec 2026.",
        ),
        (
            "a week on friday",
            "'a week on friday' is not a date.",
            "Write the day itself, like Fri 4 Dec 2026.",
        ),
        (
            "mon in two weeks",
            "'mon in two weeks' is not a date.",
            "Write the day itself, like Mon 7 Dec 2026.",
        ),
        (
            "1st dec half past three",
            "'half past three' is not written like a time.",
            "Write it in figures, like 15:30 or 3:30pm.",
        ),
        (
            "tue 3 o'clock",
            '"3 o\'clock" is not written like a time.',
            "Write it in figures, like 15:30 or 3:30pm.",
        ),
        (
            "15/1/27 1pm",
            "'15/1/27' has a year of two digits.",
            "Write the year in full: 15/1/2027.",
        ),
        (
            "1 dec '27",
            '"1 dec \'27" has a year of two digits.',
            "Write the year in full: 1 dec 2027.",
        ),
    ],
)
def test_days_in_other_words_say_what_to_write(text: str, message: str, hint: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_moment(text, today=SATURDAY, toward="forward", date_order="dmy")

    assert (caught.value.message, caught.value.hint) == (message, hint)
