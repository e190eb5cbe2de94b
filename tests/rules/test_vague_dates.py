from __future__ import annotations

from datetime import date

import pytest

from boardroom.errors import BadInput
from boardroom.rules.dates import parse_moment

THURSDAY = date(2026, 11, 26)
WHICH_MONDAY = "Say which day of it, like Mon 30 Nov 2026."


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("next week", "'next week' is a week, not a day.", "Say which day: next tue, or in 1w."),
        ("last week", "'last week' is a week, not a day.", "Say which day: last tue, or 1w ago."),
        ("this week", "'this week' is a week, not a day.", "Say which day: tue, or 24 Nov."),
        ("next month", "'next month' is a month, not a day.", "Say which day: next tue, or in 1m."),
        ("next year", "'next year' is a year, not a day.", "Say which day: next tue, or in 1y."),
        ("this weekend", "'this weekend' is two days, not a day.", "Say which: sat or sun."),
        ("weekend", "'weekend' is two days, not a day.", "Say which: sat or sun."),
        (
            "mid December",
            "'mid december' is a part of a month, not a day.",
            "Say which day, like 15 Dec.",
        ),
        (
            "end of week",
            "'end of week' is a part of a week, not a day.",
            "Say which day, like fri or end of month.",
        ),
        (
            "friday week",
            "'friday week' is not a date.",
            "Write the day itself, like Fri 4 Dec 2026.",
        ),
        (
            "fri 1530",
            "'1530' in 'fri 1530' is not written like a time.",
            "Write it with a colon, like fri 15:30.",
        ),
        ("tonight", "'tonight' does not say at what time.", "Write the time, like today 19:00."),
        (
            "tomorrow morning",
            "'tomorrow morning' does not say at what time.",
            "Write the time, like tomorrow 9:00.",
        ),
        (
            "tues week 12:30",
            "'tues week' is not a date.",
            "Write the day itself, like Tue 8 Dec 2026.",
        ),
        (
            "tomorrow lunchtime",
            "'tomorrow lunchtime' does not say at what time.",
            "Write the time, like tomorrow 12:30.",
        ),
        (
            "wk of 26 jan",
            "'wk of 26 jan' is a week, not a day.",
            "Say which day of it, like 26 jan.",
        ),
        (
            "w/c 26 jan",
            "'w/c 26 jan' is a week, not a day.",
            "Say which day of it, like 26 jan.",
        ),
        (
            "sunday next week",
            (
                "'sunday next week' could be Sun 29 Nov 2026 or Sun 6 Dec 2026: weeks begin on Monday"
                " or on Sunday."
            ),
            "Write the day itself, like Sun 29 Nov 2026.",
        ),
        ("week 49", "'week 49' is a week, not a day.", WHICH_MONDAY),
        ("KW49", "'kw49' is a week, not a day.", WHICH_MONDAY),
        ("2026-W49", "'2026-w49' is a week, not a day.", WHICH_MONDAY),
        ("2026-W49-1", "'2026-w49-1' is a week, not a day.", WHICH_MONDAY),
    ],
)
def test_what_names_no_single_day_is_refused_in_its_own_words(
    text: str, message: str, hint: str
) -> None:
    with pytest.raises(BadInput) as caught:
        parse_moment(text, today=THURSDAY, toward="forward")

    assert (caught.value.message, caught.value.hint) == (message, hint)


@pytest.mark.parametrize(
    "hinted",
    [
        "next tue",
        "in 1w",
        "in 1m",
        "in 1y",
        "last tue",
        "1w ago",
        "tue",
        "24 Dec",
        "sat",
        "15 Dec",
        "fri",
        "end of month",
        "Fri 4 Dec 2026",
        "fri 15:30",
        "today 19:00",
        "tomorrow 9:00",
        "Mon 30 Nov 2026",
    ],
)
def test_every_hint_can_be_typed(hinted: str) -> None:
    parse_moment(hinted, today=THURSDAY, toward="forward")


@pytest.mark.parametrize(
    "text", ["in half an hour", "in an hour", "in 2 hours", "half an hour from now", "in 30 min"]
)
def test_hours_from_now_are_a_time_and_no_day(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_moment(text, today=THURSDAY, toward="forward")

    assert caught.value.message == f"'{text}' is a time, not a day."


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("in the morning", "Write the time, like today 9:00."),
        ("tomorrow in the evening", "Write the time, like tomorrow 19:00."),
        ("the week after next", "Say which day, like in 2w."),
    ],
)
def test_the_hint_is_about_the_whole_text(text: str, hint: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_moment(text, today=THURSDAY, toward="forward")

    assert caught.value.hint == hint
