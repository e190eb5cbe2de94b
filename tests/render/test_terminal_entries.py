from __future__ import annotations

import io

import pytest
from rich.console import Console

from boardroom.render.page import Entries, Entry, Heading, Page
from boardroom.render.terminal import print_page

COMMAND = "boardroom due --all"


def lines(entries: Entries, height: int, width: int = 80) -> list[str]:
    """The lines of a screen of that height."""
    out = io.StringIO()
    print_page(
        Page((Heading("Saturday"), entries)),
        Console(file=out, width=width, height=height, color_system=None),
    )
    return out.getvalue().splitlines()


def of(count: int, folded: int = 0, all_command: str = COMMAND) -> Entries:
    rows = tuple(
        Entry("due", f"P{number}", "never met", "boardroom plan WHEN") for number in range(count)
    )
    return Entries(rows, tuple(f"F{number}: soon" for number in range(folded)), all_command)


@pytest.mark.parametrize(
    ("count", "height", "last"),
    [
        (10, 24, "               boardroom plan WHEN"),
        (11, 24, f"and 2 more: {COMMAND}"),
        (40, 24, f"and 31 more: {COMMAND}"),
        (3, 1, f"and 3 more: {COMMAND}"),
    ],
)
def test_entries_take_at_most_the_height_less_two(count: int, height: int, last: str) -> None:
    shown = lines(of(count), height)

    assert shown[-1].split() == last.split()
    assert len(shown) <= max(height - 2, 3)


def test_all_is_shown_without_a_command_for_it() -> None:
    assert len(lines(of(40, all_command=""), 24)) == 82


def test_folded_entries_are_left_out_first() -> None:
    shown = lines(of(8, folded=40), 24, width=60)

    assert shown[-3:-1] != []
    assert shown[-1].endswith(f"more: {COMMAND}")
    assert any(line.startswith("Soon · F0: soon") for line in shown)
    assert len(shown) <= 22


def test_a_second_command_follows_the_first() -> None:
    entry = Entry("due", "Tom", "pause ended", "boardroom resume", "boardroom pause")

    assert lines(Entries((entry,)), 24)[2:] == [
        "due      Tom  pause ended",
        "              boardroom resume",
        "              or boardroom pause",
    ]
    assert lines(Entries((entry,)), 24, width=120)[2:] == [
        "due      Tom  pause ended  boardroom resume",
        "                           or boardroom pause",
    ]
    assert lines(Entries((entry,)), 24, width=40)[-1] == "    or boardroom pause"
