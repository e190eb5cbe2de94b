from __future__ import annotations

import pytest

from boardroom.errors import BadInput
from boardroom.rules.clock_times import ClockTime, parse_clock_time, split_time


@pytest.mark.parametrize(
    ("words", "day", "time"),
    [
        ("tue", "tue", None),
        ("tue 15:30", "tue", "15:30"),
        ("15:30 tue", "tue", "15:30"),
        ("at 9:30 tue", "tue", "9:30"),
        ("tue at 9:30", "tue", "9:30"),
        ("tomorrow noon", "tomorrow", "noon"),
        ("3pm 24 nov", "24 nov", "3pm"),
        ("24 nov 2026 3 pm", "24 nov 2026", "3 pm"),
        ("fri 9:00-10:00", "fri", "9:00-10:00"),
        ("9.00 - 10.15 fri", "fri", "9.00 - 10.15"),
        ("15.10", "", "15.10"),
        ("15.10.", "15.10.", None),
        ("15.10. 15.30", "15.10.", "15.30"),
        ("24.11.2026", "24.11.2026", None),
        ("tue at 3", "tue", "3"),
    ],
)
def test_a_time_stands_before_or_after_the_day(words: str, day: str, time: str | None) -> None:
    assert split_time(words) == (day, time)


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("15:30", ClockTime("15:30", None)),
        ("15.30", ClockTime("15:30", None)),
        ("15h", ClockTime("15:00", None)),
        ("15h30", ClockTime("15:30", None)),
        ("3pm", ClockTime("15:00", None)),
        ("3.30 pm", ClockTime("15:30", None)),
        ("noon", ClockTime("12:00", None)),
        ("9:00-10:00", ClockTime("09:00", 60)),
        ("9.00 – 10.15", ClockTime("09:00", 75)),
        ("3-4pm", ClockTime("15:00", 60)),
        ("11am-noon", ClockTime("11:00", 60)),
        ("15h-16h30", ClockTime("15:00", 90)),
    ],
)
def test_every_form_of_a_time_is_read(time: str, expected: ClockTime) -> None:
    assert parse_clock_time(time) == expected


@pytest.mark.parametrize(
    ("time", "message", "hint"),
    [
        ("25:00", "'25:00' is not a time of day.", "Write it like 15:30, 3pm or 3:30pm."),
        (
            "24.11",
            "'24.11' is not a time of day.",
            "Write it like 15:30, 3pm or 3:30pm. A date ends in a dot: 24.11.",
        ),
        ("10:00-9:00", "'10:00-9:00' ends before it begins.", "Write it like 9:00-10:00."),
        ("9:00-25:00", "'9:00-25:00' is not a time of day.", "Write it like 15:30, 3pm or 3:30pm."),
    ],
)
def test_an_impossible_time_is_refused(time: str, message: str, hint: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_clock_time(time)

    assert (caught.value.message, caught.value.hint) == (message, hint)


@pytest.mark.parametrize(
    ("words", "day", "clock"),
    [
        ("thursday 9-10", "thursday", ClockTime("09:00", 60)),
        ("thursday 9 to 10", "thursday", ClockTime("09:00", 60)),
        ("thursday from 9 to 17", "thursday", ClockTime("09:00", 480)),
        ("thu 9:00 to 10:30", "thu", ClockTime("09:00", 90)),
        ("thu 2 to 3pm", "thu", ClockTime("14:00", 60)),
        ("thu midday", "thu", ClockTime("12:00", None)),
        ("thu midday-1pm", "thu", ClockTime("12:00", 60)),
    ],
)
def test_a_range_of_whole_hours_and_midday_are_times(
    words: str, day: str, clock: ClockTime
) -> None:
    found, time = split_time(words)

    assert (found, parse_clock_time(time or "")) == (day, clock)


def test_a_range_of_hours_in_the_afternoon_too_is_refused() -> None:
    with pytest.raises(BadInput) as caught:
        parse_clock_time("2-3")

    assert (caught.value.message, caught.value.hint) == (
        "'2-3' may be in the morning or in the afternoon.",
        "Write it like 14:00-15:00 or 2-3pm.",
    )


def test_after_a_month_alone_a_range_is_no_time() -> None:
    assert split_time("dec 9-10") == ("dec 9-10", None)
