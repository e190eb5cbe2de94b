"""No day of the calendar, and no clock that jumped, ends a command badly or costs a copy."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.boards import Board
from tests.cli.typed import typed

DAYS = {
    "a leap day": "2028-02-29",
    "the clocks go forward": "2027-03-28",
    "the clocks go back": "2027-10-31",
    "ten years back": "2016-11-21",
    "the last day": "2200-12-31",
    "the first day": "1900-01-01",
}
COMMANDS = (
    "due",
    "due --within 999d --json",
    "due --as-of 2016-01-01",
    "board",
    "prep marcus",
    "advisor show marcus",
    "history",
    "review --facts",
    "agenda add marcus How?",
    "plan ana 2027-03-28T02:30+01:00 --another",
    "plan ana tomorrow 02:30 --another",
    "log marcus We met --on today",
    "snooze marcus --until 999d",
    "promise add ana Send it by tomorrow",
    "undo",
    "doctor",
)


@pytest.mark.parametrize("day", DAYS.values(), ids=DAYS)
def test_no_day_ends_a_command_badly(
    day: str, board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.lay_demo()
    monkeypatch.setenv("BOARDROOM_TODAY", day)

    ended = {command: typed(*command.split()).code for command in COMMANDS}

    # 21: the doctor finds meetings held on a day still to come.
    assert {command: code for command, code in ended.items() if code not in (0, 2, 6, 21)} == {}
    assert [command for command, code in ended.items() if code == 21] in ([], ["doctor"])


def test_no_clock_that_jumped_costs_a_copy(
    board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.advisor("Marcus Ojo")
    good = [f"2026-11-{number}" for number in range(10, 20)]
    wrong = [*(f"2036-11-{number}" for number in range(10, 24)), "2016-02-29", "2200-12-31"]
    for day in (*good[:5], *wrong, *good[5:]):
        monkeypatch.setenv("BOARDROOM_TODAY", day)
        typed("agenda", "add", "marcus", f"How was {day}?")

    kept = set(os.listdir(tmp_path / "backups"))

    assert {f"board.db-{day}.db" for day in good[-7:]} <= kept
