from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.render.window_bar import window_bar
from boardroom.rules.lifecycle import Standing
from boardroom.rules.window_state import Clock, meeting_clock
from boardroom.rules.windows import parse_window

BEGAN = date(2026, 1, 10)


def bar(after: int, *, window: str = "4-6w", met: bool = True) -> str:
    """The bar of a window that began that many days ago."""
    return window_bar(BEGAN, clock(after, window, met=met), today=BEGAN + timedelta(days=after))


def clock(after: int, window: str, *, met: bool) -> Clock:
    standing = Standing("active", BEGAN, BEGAN, None, None, None)
    return meeting_clock(
        standing, BEGAN if met else None, parse_window(window), today=BEGAN + timedelta(days=after)
    )


@pytest.mark.parametrize(
    ("after", "drawn"),
    [
        (0, "●·····━━━━"),
        (14, "···●··━━━━"),
        (27, "·····●━━━━"),
        (28, "······●━━━"),
        (42, "······━━━●"),
        (43, "······━━━━ ●"),
        (400, "······━━━━ ●"),
    ],
)
def test_today_moves_through_the_window(after: int, drawn: str) -> None:
    assert bar(after) == drawn


def test_a_first_meeting_is_due_at_once() -> None:
    assert [bar(after, met=False) for after in (0, 20, 42, 43)] == [
        "●━━━━━━━━━",
        "━━━━●━━━━━",
        "━━━━━━━━━●",
        "━━━━━━━━━━ ●",
    ]


def test_a_short_wait_takes_one_sign() -> None:
    assert [bar(after, window="1-999w") for after in (0, 6, 7, 6993)] == [
        "●━━━━━━━━━",
        "●━━━━━━━━━",
        "·●━━━━━━━━",
        "·━━━━━━━━●",
    ]


@given(
    after=st.integers(min_value=0, max_value=2000),
    window=st.sampled_from(["1d", "6w", "1-2d", "4-6w", "6-12m", "1-999w"]),
    met=st.booleans(),
)
def test_today_is_on_the_right_side_of_the_opening(after: int, window: str, met: bool) -> None:
    before, _, rest = bar(after, window=window, met=met).partition("●")

    match clock(after, window, met=met).state:
        case "on_track":
            assert ("━" in before, "━" in rest, len(before + rest)) == (False, True, 9)
        case "due":
            assert ("·" in rest, len(before + rest)) == (False, 9)
        case _:
            assert (rest, before[-1], len(before)) == ("", " ", 11)
