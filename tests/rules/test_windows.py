from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.errors import BadInput
from boardroom.rules.windows import Span, Window, parse_minutes, parse_span, parse_window

SPAN_HINT = "Write a number and a unit, like 14d, 2w or 1m."
WINDOW_HINT = "Write it like 4-6w, 6-12m or 6w."
UNIT_HINT = "Use d, w or m: days, weeks or calendar months."
MINUTES_HINT = "Write it like 45m, 90, 1h or 1h30."

COUNTS = st.integers(min_value=1, max_value=999)
UNITS = st.sampled_from("dwm")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14d", Span(14, "d")),
        ("2w", Span(2, "w")),
        ("1m", Span(1, "m")),
        ("2W", Span(2, "w")),
        (" 2 w ", Span(2, "w")),
        ("2 weeks", Span(2, "w")),
        ("1 day", Span(1, "d")),
        ("1 Month", Span(1, "m")),
        ("014d", Span(14, "d")),
        ("0d", Span(0, "d")),
        ("999m", Span(999, "m")),
    ],
)
def test_a_span_is_a_number_and_a_unit(text: str, expected: Span) -> None:
    assert parse_span(text) == expected


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("", "A length of time can't be empty.", SPAN_HINT),
        ("  ", "A length of time can't be empty.", SPAN_HINT),
        ("abc", "'abc' is not a length of time.", SPAN_HINT),
        ("d", "'d' is not a length of time.", SPAN_HINT),
        ("-3d", "'-3d' is not a length of time.", SPAN_HINT),
        ("1.5w", "'1.5w' is not a length of time.", SPAN_HINT),
        ("4-6w", "'4-6w' is not a length of time.", SPAN_HINT),
        ("٣d", "'٣d' is not a length of time.", SPAN_HINT),
        ("6", "'6' has no unit.", UNIT_HINT),
        ("6y", "'6y' has an unknown unit.", UNIT_HINT),
        ("1000d", "'1000d' is too long.", "Use a number up to 999."),
        ("9" * 5000 + "d", f"'{'9' * 59}…' is too long.", "Use a number up to 999."),
    ],
)
def test_an_invalid_span_is_refused(text: str, message: str, hint: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_span(text)

    assert (caught.value.message, caught.value.hint) == (message, hint)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "A length to look ahead can't be empty."),
        ("abc", "'abc' is not a length to look ahead."),
    ],
)
def test_a_refused_span_has_the_name_given(text: str, message: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_span(text, "a length to look ahead")

    assert (caught.value.message, caught.value.hint) == (message, SPAN_HINT)


@pytest.mark.parametrize(
    ("span", "before", "after"),
    [
        (Span(10, "d"), date(2026, 8, 21), date(2026, 9, 10)),
        (Span(6, "w"), date(2026, 7, 20), date(2026, 10, 12)),
        (Span(6, "m"), date(2026, 2, 28), date(2027, 2, 28)),
        (Span(0, "m"), date(2026, 8, 31), date(2026, 8, 31)),
    ],
)
def test_a_span_is_stepped_from_a_day_both_ways(span: Span, before: date, after: date) -> None:
    anchor = date(2026, 8, 31)

    assert (span.before(anchor), span.after(anchor)) == (before, after)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31)), COUNTS, UNITS)
def test_no_span_steps_a_day_in_reach_out_of_the_calendar(day: date, count: int, unit: str) -> None:
    span = Span(count, unit)

    assert span.before(day) < day < span.after(day)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4-6w", Window(Span(4, "w"), Span(6, "w"))),
        ("6-12m", Window(Span(6, "m"), Span(12, "m"))),
        ("30-45d", Window(Span(30, "d"), Span(45, "d"))),
        ("6w", Window(Span(6, "w"), Span(6, "w"))),
        ("monthly", Window(Span(1, "m"), Span(1, "m"))),
        ("weekly", Window(Span(1, "w"), Span(1, "w"))),
        ("every 4 weeks", Window(Span(4, "w"), Span(4, "w"))),
        ("every two weeks", Window(Span(2, "w"), Span(2, "w"))),
        ("every month", Window(Span(1, "m"), Span(1, "m"))),
        ("every 4-6 weeks", Window(Span(4, "w"), Span(6, "w"))),
        (" 4 - 6 W ", Window(Span(4, "w"), Span(6, "w"))),
        ("4–6w", Window(Span(4, "w"), Span(6, "w"))),
        ("4w-6w", Window(Span(4, "w"), Span(6, "w"))),
        ("4-6 weeks", Window(Span(4, "w"), Span(6, "w"))),
        ("4 w - 6 weeks", Window(Span(4, "w"), Span(6, "w"))),
    ],
)
def test_a_window_is_a_range_in_one_unit(text: str, expected: Window) -> None:
    assert parse_window(text) == expected


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("", "A window can't be empty.", WINDOW_HINT),
        ("  ", "A window can't be empty.", WINDOW_HINT),
        ("abc", "'abc' is not a window.", WINDOW_HINT),
        ("-6w", "'-6w' is not a window.", WINDOW_HINT),
        ("6-w", "'6-w' is not a window.", WINDOW_HINT),
        ("4-6-8w", "'4-6-8w' is not a window.", WINDOW_HINT),
        ("4.5w", "'4.5w' is not a window.", WINDOW_HINT),
        ("6", "'6' has no unit.", UNIT_HINT),
        ("4-6", "'4-6' has no unit.", UNIT_HINT),
        ("4w-6", "'4w-6' has no unit.", UNIT_HINT),
        ("6y", "'6y' has an unknown unit.", UNIT_HINT),
        ("4-6y", "'4-6y' has an unknown unit.", UNIT_HINT),
        ("4w-6m", "'4w-6m' mixes two units.", "Write both ends in one unit, like 4-6w."),
        ("6-4w", "'6-4w' is backwards.", "Write the shorter wait first: 4-6w."),
        ("0w", "'0w' leaves no time between meetings.", "Start at 1 or more, like 1-2w."),
        ("0-6w", "'0-6w' leaves no time between meetings.", "Start at 1 or more, like 1-2w."),
        ("6-0w", "'6-0w' leaves no time between meetings.", "Start at 1 or more, like 1-2w."),
        ("4-1000w", "'4-1000w' is too long.", "Use a number up to 999."),
        ("9" * 5000 + "w", f"'{'9' * 59}…' is too long.", "Use a number up to 999."),
    ],
)
def test_an_invalid_window_is_refused(text: str, message: str, hint: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_window(text)

    assert (caught.value.message, caught.value.hint) == (message, hint)


@pytest.mark.parametrize(("text", "shown"), [("4 – 6 weeks", "4-6w"), ("6-6w", "6w"), ("6W", "6w")])
def test_a_window_is_shown_in_its_shortest_form(text: str, shown: str) -> None:
    assert str(parse_window(text)) == shown


@given(COUNTS, UNITS)
def test_a_span_as_it_is_shown_reads_back(count: int, unit: str) -> None:
    assert parse_span(str(Span(count, unit))) == Span(count, unit)


@given(COUNTS, COUNTS, UNITS)
def test_a_window_as_it_is_shown_reads_back(one: int, other: int, unit: str) -> None:
    window = Window(Span(min(one, other), unit), Span(max(one, other), unit))

    assert parse_window(str(window)) == window


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("60m", 60),
        ("90", 90),
        ("60 min", 60),
        ("45 minutes", 45),
        ("1h", 60),
        ("1h30", 90),
        ("1h30m", 90),
        ("1h 30m", 90),
        ("1 hour", 60),
        ("an hour", 60),
        ("2 hours 15 minutes", 135),
        ("1.5h", 90),
        ("1,5 hours", 90),
        ("1 H 5", 65),
        ("0h45", 45),
        ("1", 1),
        ("24h", 1440),
        ("1440", 1440),
    ],
)
def test_minutes_are_read_with_or_without_hours(text: str, expected: int) -> None:
    assert parse_minutes(text) == expected


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "A length in minutes can't be empty."),
        ("  ", "A length in minutes can't be empty."),
        ("abc", "'abc' is not a length in minutes."),
        ("1.333h", "'1.333h' is not a length in minutes."),
        ("h", "'h' is not a length in minutes."),
        ("h30", "'h30' is not a length in minutes."),
        ("1h30h", "'1h30h' is not a length in minutes."),
        ("-60", "'-60' is not a length in minutes."),
        ("2w", "'2w' is not a length in minutes."),
        ("²", "'²' is not a length in minutes."),
        ("²h", "'²h' is not a length in minutes."),
        ("1h60", "'1h60' is not a length in minutes: after the hours, minutes go from 0 to 59."),
        ("0", "'0' is no time at all."),
        ("0h0m", "'0h0m' is no time at all."),
        ("1441", "'1441' is longer than a day."),
        ("24h01", "'24h01' is longer than a day."),
        ("9" * 5000, f"'{'9' * 59}…' is longer than a day."),
        ("9" * 5000 + "h", f"'{'9' * 59}…' is longer than a day."),
    ],
)
def test_invalid_minutes_are_refused(text: str, message: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_minutes(text)

    assert (caught.value.message, caught.value.hint) == (message, MINUTES_HINT)


@given(st.integers(min_value=1, max_value=1440))
def test_hours_and_minutes_are_the_minutes_they_add_up_to(minutes: int) -> None:
    assert (parse_minutes(f"{minutes}m"), parse_minutes(f"{minutes // 60}h{minutes % 60:02}")) == (
        minutes,
        minutes,
    )
