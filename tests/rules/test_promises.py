from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.errors import BadInput, Refused
from boardroom.rules.day_format import format_day
from boardroom.rules.promises import (
    ParsedPromise,
    check_not_kept,
    follow_up_due_on,
    format_next_promise,
    parse_promise,
    report_text,
    thanks_due_on,
)
from boardroom.rules.windows import Span

TODAY = date(2026, 11, 21)
DAY = Span(1, "d")


def parsed(line: str) -> ParsedPromise:
    return parse_promise(line, today=TODAY, date_order=None)


@pytest.mark.parametrize(
    ("line", "text", "due_on"),
    [
        ("send the revised deck by 1 Dec", "send the revised deck", date(2026, 12, 1)),
        ("send the revised deck @ 1 Dec", "send the revised deck", date(2026, 12, 1)),
        ("send it by post by tue", "send it by post", date(2026, 11, 24)),
        ("send it by post", "send it by post", None),
        ("send it by tue 15:30", "send it by tue 15:30", None),
        ("stand by me by by", "stand by me by by", None),
        ("introduce Dana Reyes", "introduce Dana Reyes", None),
        ("write to ana@example.org", "write to ana@example.org", None),
        ("meet @ the canteen @ 2026-12-24", "meet @ the canteen", date(2026, 12, 24)),
        ("  finish by the book by tomorrow ", "finish by the book", date(2026, 11, 22)),
        (" by 1 Dec", "by 1 Dec", None),
    ],
)
def test_a_day_at_the_end_is_read(line: str, text: str, due_on: date | None) -> None:
    assert parsed(line) == ParsedPromise(text, due_on)


@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31)), st.sampled_from(["by", "@"])
)
def test_a_day_the_program_printed_is_read_back(day: date, word: str) -> None:
    assert parsed(f"send the deck {word} {format_day(day)}") == ParsedPromise("send the deck", day)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (
            "send it @ the office",
            (
                "In 'send it @ the office', “ @ ” must be followed by a date."
                " 'the office' is not a date."
            ),
        ),
        ("send it @ ", "In 'send it @ ', “ @ ” must be followed by a date. The date is empty."),
        (" @ 1 Dec", "The promise can't be empty."),
        ("  ", "The promise can't be empty."),
    ],
)
def test_a_bad_line_is_quoted_back(line: str, message: str) -> None:
    with pytest.raises(BadInput) as error:
        parsed(line)

    assert error.value.message == message


def test_a_kept_promise_is_refused() -> None:
    check_not_kept("p3", None)
    with pytest.raises(Refused, match=r"p3 was already kept, on Sat 21 Nov 2026\."):
        check_not_kept("p3", TODAY)


@pytest.mark.parametrize(("ago", "expected"), [(0, 1), (1, 0), (2, 0), (7, 0), (8, None)])
def test_thanks_are_due_a_day_after_a_recent_meeting(ago: int, expected: int | None) -> None:
    due_on = thanks_due_on(TODAY - timedelta(days=ago), DAY, today=TODAY)

    assert due_on == (None if expected is None else TODAY + timedelta(days=expected))


@pytest.mark.parametrize(("ago", "expected"), [(0, 7), (3, 4), (7, 0), (60, 0)])
def test_a_follow_up_is_due_within_seven_days(ago: int, expected: int) -> None:
    assert follow_up_due_on(TODAY - timedelta(days=ago), today=TODAY) == TODAY + timedelta(
        days=expected
    )


def test_a_report_names_the_person_if_known() -> None:
    assert report_text("Marcus Ojo", "Dana Reyes") == "Tell Marcus Ojo how it went with Dana Reyes"
    assert (
        report_text("Marcus Ojo", None)
        == "Tell Marcus Ojo how it went with the person they introduced"
    )


def test_a_next_promise_is_appended_with_its_day() -> None:
    assert (
        format_next_promise(2, "Thank Ana Lima", TODAY)
        == "; your promise p2: Thank Ana Lima, by Sat 21 Nov 2026"
    )
