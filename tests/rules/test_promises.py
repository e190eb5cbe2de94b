from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.errors import BadInput, Refused
from boardroom.rules.day_format import format_day
from boardroom.rules.promises import (
    Said,
    check_open,
    follow_up_due_on,
    how_it_went,
    parse_promise,
    thanks_due_on,
)
from boardroom.rules.windows import Span

TODAY = date(2026, 11, 21)
DAY = Span(1, "d")


def parsed(line: str) -> Said:
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
def test_a_day_is_read_where_one_was_written(line: str, text: str, due_on: date | None) -> None:
    assert parsed(line) == Said(text, due_on)


@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31)), st.sampled_from(["by", "@"])
)
def test_a_day_as_the_program_says_it_is_read_back(day: date, word: str) -> None:
    assert parsed(f"send the deck {word} {format_day(day)}") == Said("send the deck", day)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "send it @ the office",
            "In 'send it @ the office', after “ @ ” must stand a date. 'the office' is not a date.",
        ),
        ("send it @ ", "In 'send it @ ', after “ @ ” must stand a date. The date is empty."),
        (" @ 1 Dec", "The promise can't be empty."),
        ("  ", "The promise can't be empty."),
    ],
)
def test_what_stands_where_a_date_must_is_quoted_back(line: str, said: str) -> None:
    with pytest.raises(BadInput) as error:
        parsed(line)

    assert error.value.message == said


def test_a_kept_promise_is_not_kept_again() -> None:
    check_open("p3", None)
    with pytest.raises(Refused, match=r"p3 was kept already, on Sat 21 Nov 2026\."):
        check_open("p3", TODAY)


@pytest.mark.parametrize(("ago", "expected"), [(0, 1), (1, 0), (2, 0), (7, 0), (8, None)])
def test_thanks_are_due_a_day_after_a_meeting_of_the_last_seven_and_never_before_today(
    ago: int, expected: int | None
) -> None:
    due_on = thanks_due_on(TODAY - timedelta(days=ago), DAY, today=TODAY)

    assert due_on == (None if expected is None else TODAY + timedelta(days=expected))


@pytest.mark.parametrize(("ago", "expected"), [(0, 7), (3, 4), (7, 0), (60, 0)])
def test_an_introduction_is_followed_up_within_seven_days_and_never_before_today(
    ago: int, expected: int
) -> None:
    assert follow_up_due_on(TODAY - timedelta(days=ago), today=TODAY) == TODAY + timedelta(
        days=expected
    )


def test_whoever_introduced_somebody_is_told_how_it_went() -> None:
    assert how_it_went("Marcus Ojo", "Dana Reyes") == "Tell Marcus Ojo how it went with Dana Reyes"
    assert (
        how_it_went("Marcus Ojo", None)
        == "Tell Marcus Ojo how it went with the person they introduced"
    )
