from __future__ import annotations

from datetime import date, timedelta

import pytest

from boardroom.errors import Refused
from boardroom.rules.promises import (
    check_open,
    follow_up_due_on,
    format_next_promise,
    report_text,
    thanks_due_on,
)
from boardroom.rules.windows import Span

TODAY = date(2026, 11, 21)
DAY = Span(1, "d")


CHANGE = "Change it with: boardroom promise edit p3"
REOPEN = "Reopen it with: boardroom promise edit p3 --kept ''"
KEEP = "If you kept it after all: boardroom promise edit p3 --kept DATE"


@pytest.mark.parametrize(
    ("status", "to", "message", "hint"),
    [
        ("kept", "kept", "p3 was already kept, on Sat 21 Nov 2026.", CHANGE),
        ("kept", "", "p3 was already kept, on Sat 21 Nov 2026.", CHANGE),
        ("kept", "dropped", "p3 was kept on Sat 21 Nov 2026, so it can't be dropped.", REOPEN),
        ("dropped", "kept", "p3 was dropped on Sat 21 Nov 2026, so it can't be kept.", KEEP),
        ("dropped", "dropped", "p3 was already dropped, on Sat 21 Nov 2026.", REOPEN),
        ("dropped", "", "p3 was already dropped, on Sat 21 Nov 2026.", REOPEN),
    ],
)
def test_a_closed_promise_is_refused_with_what_to_do(
    status: str, to: str, message: str, hint: str
) -> None:
    check_open("p3", "open", None, to)
    with pytest.raises(Refused) as caught:
        check_open("p3", status, TODAY, to)

    assert (caught.value.message, caught.value.hint) == (message, hint)


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
