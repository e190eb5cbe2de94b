from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.errors import BadInput
from boardroom.rules.day_format import format_day
from boardroom.rules.days_in_texts import DatedText, only_day, split_day

THURSDAY = date(2026, 11, 26)


def parsed(line: str, date_order: str | None = None) -> DatedText:
    return split_day(line, what="promise", today=THURSDAY, date_order=date_order)


@pytest.mark.parametrize(
    ("line", "text", "due_on"),
    [
        ("send the deck by friday", "send the deck", date(2026, 11, 27)),
        ("Shadow the round by 10 Dec", "Shadow the round", date(2026, 12, 10)),
        ("send it @ 1 Dec", "send it", date(2026, 12, 1)),
        ("send it by 2026-12-01.", "send it", date(2026, 12, 1)),
        ("send it by tomorrow.", "send it", date(2026, 11, 27)),
        ("send it By Fri", "send it", date(2026, 11, 27)),
        ("send it by friday!", "send it", date(2026, 11, 27)),
        ("send it (by 1 dec)", "send it", date(2026, 12, 1)),
        ("send it [by 1 dec].", "send it", date(2026, 12, 1)),
        ("send (the deck by 1 dec)", "send (the deck)", date(2026, 12, 1)),
        ("send it by Dec 1st.", "send it", date(2026, 12, 1)),
        ("send it by 1 dec 5pm", "send it at 5pm", date(2026, 12, 1)),
        ("send it by 5pm 1 dec", "send it at 5pm", date(2026, 12, 1)),
        ("call the bank by tomorrow noon", "call the bank at noon", date(2026, 11, 27)),
        ("send it, by 1 dec", "send it", date(2026, 12, 1)),
        ("send it by end of june", "send it", date(2027, 6, 30)),
        ("send it by 3 dec at noon", "send it at noon", date(2026, 12, 3)),
        ("send it @ 2026-12-01T17:00:00", "send it at 17:00", date(2026, 12, 1)),
        ("send it by end of month", "send it", date(2026, 11, 30)),
        ("send it by in two weeks", "send it", date(2026, 12, 10)),
        ("send it by post by tue", "send it by post", date(2026, 12, 1)),
        ("meet @ the canteen @ 2026-12-24", "meet @ the canteen", date(2026, 12, 24)),
        ("  finish by the book by tomorrow ", "finish by the book", date(2026, 11, 27)),
        ("send it\nby 1 Dec", "send it", date(2026, 12, 1)),
    ],
)
def test_a_day_at_the_end_is_taken_off_the_text(line: str, text: str, due_on: date) -> None:
    assert parsed(line) == DatedText(text, due_on)


@pytest.mark.parametrize(
    "line",
    [
        "Run a P&L by June",
        "send it before Friday",
        "call Tom tomorrow",
        "coffee @ Blue Bottle",
        "Speak @ PyCon",
        "meet Tom @ Blue Bottle",
        "send it by next week",
        "send it by 31 Feb",
        "send it by post",
        "stand by me by by",
        "write to ana@example.org",
        "grow by 2m",
        "send it @",
        "send it by 24.11.",
        f"send it by {'9' * 5000}",
    ],
)
def test_what_is_no_date_stays_text(line: str) -> None:
    assert parsed(line) == DatedText(line, None)


@pytest.mark.parametrize("line", ["by 1 Dec", "By fri", "@ tomorrow", " by 24 Nov 2026 "])
def test_a_day_alone_is_no_text(line: str) -> None:
    with pytest.raises(BadInput) as raised:
        parsed(line)
    assert (raised.value.message, raised.value.hint) == (
        f"'{line.strip()}' is only a day; the text of the promise is missing.",
        f"Write the text before the day: TEXT {line.strip()}",
    )


@pytest.mark.parametrize("line", ["by", "by train", "by next week", "@ Blue Bottle"])
def test_other_words_after_by_are_a_text(line: str) -> None:
    assert parsed(line) == DatedText(line, None)


def test_a_date_that_ends_in_a_dot_is_read_with_it() -> None:
    assert parsed("send it by 24.12.", "dmy") == DatedText("send it", date(2026, 12, 24))


@pytest.mark.parametrize("line", [" ", "\0", "\0 by 1 Dec"])
def test_a_text_that_cannot_be_kept_is_refused(line: str) -> None:
    with pytest.raises(BadInput, match="The promise can't"):
        parsed(line)


@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 12, 31)),
    st.sampled_from(["by", "@", "BY"]),
    st.sampled_from(["", ".", "!"]),
)
def test_a_day_the_program_printed_is_read_back(day: date, word: str, mark: str) -> None:
    assert parsed(f"send it {word} {format_day(day)}{mark}") == DatedText("send it", day)


@given(st.text(alphabet="ab @()[].!by1fridec \n", min_size=1).filter(str.strip))
def test_a_text_without_a_day_is_kept_whole(line: str) -> None:
    dated = parsed(line)

    assert dated.due_on is not None or dated.text == line.strip()


def test_a_day_comes_from_the_text_or_the_option() -> None:
    friday = date(2026, 11, 27)
    assert only_day(DatedText("x", None), friday, "--by") == friday
    assert only_day(DatedText("x", friday), None, "--by") == friday
    assert only_day(DatedText("x", friday), friday, "--by") == friday
    assert only_day(DatedText("x", None), None, "--by") is None


def test_two_days_are_refused() -> None:
    with pytest.raises(BadInput) as caught:
        only_day(DatedText("x", date(2026, 11, 27)), date(2026, 11, 28), "--by")

    assert (caught.value.message, caught.value.hint) == (
        "The day is given twice, in the text and by --by.",
        "Leave --by out, or the day at the end of 'x'.",
    )
