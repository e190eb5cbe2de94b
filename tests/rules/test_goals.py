from __future__ import annotations

from datetime import date, timedelta

import pytest

from boardroom.errors import Refused
from boardroom.rules.goals import (
    Progress,
    check_not_taken,
    check_open,
    check_transition,
    progress,
    tell_due_on,
    tell_promise,
)
from boardroom.rules.windows import Span

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("status", "to"),
    [("open", "achieved"), ("open", "dropped"), ("achieved", "open"), ("dropped", "open")],
)
def test_an_open_goal_is_closed_and_a_closed_one_opens_again(status: str, to: str) -> None:
    check_transition("g1", status, to)


@pytest.mark.parametrize(
    ("status", "to", "message", "hint"),
    [
        (
            "open",
            "open",
            "g1 is already open.",
            "Possible commands: boardroom done g1 or boardroom goal drop g1",
        ),
        (
            "achieved",
            "achieved",
            "g1 was already achieved.",
            "Possible commands: boardroom goal edit g1 --open",
        ),
        (
            "achieved",
            "dropped",
            "g1 was achieved, so it can't be dropped.",
            "Possible commands: boardroom goal edit g1 --open",
        ),
        (
            "dropped",
            "achieved",
            "g1 was dropped, so it can't be achieved.",
            "Possible commands: boardroom goal edit g1 --open",
        ),
    ],
)
def test_any_other_transition_is_refused_with_the_possible_ones(
    status: str, to: str, message: str, hint: str
) -> None:
    with pytest.raises(Refused) as caught:
        check_transition("g1", status, to)

    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_only_an_open_goal_takes_on_more() -> None:
    check_open("g1", "open", "no step can be added")
    with pytest.raises(Refused) as caught:
        check_open("g1", "dropped", "no step can be added")

    assert caught.value.message == "g1 was dropped, so no step can be added."
    assert caught.value.hint == "To reopen it: boardroom goal edit g1 --open"


def test_a_step_is_taken_once() -> None:
    check_not_taken("s1", None)
    with pytest.raises(Refused) as caught:
        check_not_taken("s1", TODAY)

    assert caught.value.message == "s1 was already taken, on Sat 21 Nov 2026."
    assert caught.value.hint == "To mark it as not taken: boardroom goal step edit s1 --undone"


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], Progress(0, 0)),
        ([None], Progress(0, 1)),
        ([TODAY, None, date(2025, 1, 1)], Progress(2, 3)),
    ],
)
def test_progress_is_steps_taken_of_all(days: list[date | None], expected: Progress) -> None:
    assert progress(days) == expected


@pytest.mark.parametrize(
    ("ago", "thanks", "ahead"),
    [
        (0, Span(1, "d"), 1),
        (0, Span(2, "w"), 14),
        (5, Span(1, "d"), 0),
        (0, None, 7),
        (3, None, 4),
        (30, None, 0),
    ],
)
def test_the_day_to_tell_follows_thanks_and_is_never_past(
    ago: int, thanks: Span | None, ahead: int
) -> None:
    assert tell_due_on(TODAY - timedelta(days=ago), thanks, today=TODAY) == TODAY + timedelta(
        days=ahead
    )


def test_a_long_title_is_told_briefly() -> None:
    assert tell_promise("Ana Lima", "Run a P&L") == "Tell Ana Lima that you achieved Run a P&L"
    assert (
        tell_promise("Ana Lima", "Run a P&L\nof my own")
        == "Tell Ana Lima that you achieved Run a P&L…"
    )
