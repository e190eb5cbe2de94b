from __future__ import annotations

import pytest

from tests.boards import Board
from tests.cli.typed import typed, typed_at_screen

pytestmark = pytest.mark.usefixtures("busy")


@pytest.fixture
def busy(board: Board) -> Board:
    """Marcus, met on each of 60 days up to the 28th of February, planned with for December."""
    marcus = board.advisor(joined="2026-01-10")
    for number in range(60):
        board.meeting(marcus, f"2026-0{1 + number // 28}-{1 + number % 28:02}")
    board.meeting(marcus, "2026-12-01", "planned")
    return board


def test_json_has_the_record_with_the_whole_timeline() -> None:
    shown = typed("advisor", "show", "marcus", "--json").json

    timeline = shown.pop("timeline")
    (listed,) = typed("advisor", "list", "--json").json["advisors"]
    none_introduced: dict[str, object] = {"introduced_by": None, "introductions": []}
    assert shown == {"schema": "boardroom.advisor/1", **listed, **none_introduced}
    none = {"met": 0, "missing": 0, "unknown": 0}
    assert (listed["ratings"], listed["match"]) == ([], {"must": none, "nice": none})
    assert len(timeline) == 61
    assert timeline[0] == {
        "on": "2026-03-04",
        "kind": "meeting",
        "event": "held",
        "ref": "m60",
        "text": "coffee",
        "private": False,
    }


def test_a_screen_shows_the_newest_fifty() -> None:
    shown, whole = (
        typed_at_screen("advisor", "show", "marcus", *options).out for options in ((), ("--all",))
    )

    assert (shown.count(" coffee\n"), whole.count(" coffee\n")) == (50, 60)
    assert "More, and older: boardroom advisor show marcus --all" in shown
    assert "More, and older" not in whole
    assert "Tue 1 Dec 2026 (in 10 days)" in shown


def test_since_leaves_out_older_events() -> None:
    shown = typed_at_screen("advisor", "show", "marcus", "--since", "2 Jan").out

    assert "boardroom advisor show marcus --since 2026-01-02 --all" in shown
    assert typed("advisor", "show", "marcus", "--since", "3 Mar").out.splitlines()[-2:] == [
        "2026-03-04\tmeeting\theld\tm60\tcoffee\t",
        "2026-03-03\tmeeting\theld\tm59\tcoffee\t",
    ]


def test_an_unreadable_day_is_bad_input() -> None:
    assert typed("advisor", "show", "marcus", "--since", "soon").code == 2
