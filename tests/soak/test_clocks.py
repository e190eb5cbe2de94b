"""Odd days, zones and clocks: nothing crashes, and no good copy of the board is thinned out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.boards import Board
from tests.cli.typed import typed
from tests.soak.changes import BOARD
from tests.soak.conftest import Measured
from tests.soak.program import boardroom

DAYS = {
    "29 February": "2028-02-29",
    "the clocks go forward": "2026-03-29",
    "the clocks go back": "2026-10-25",
    "a clock ten years back": "2016-11-21",
    "the last day": "2200-12-31",
    "the first day": "1900-01-01",
    "year 9999": "9999-12-31",
    "year 1": "0001-01-01",
}
ZONES = ("Europe/Lisbon", "America/New_York", "Australia/Lord_Howe", "<+14>-14", "", "Nowhere/No")
_LIFE = """
advisor add Ana Lima --window 6-12m
plan ana tomorrow 01:30
plan ana in 11m 02:30
plan ana 2026-03-29T01:30Z
meeting move m1 in 3w
agenda add ana Budget
promise add ana Send it by 29 feb 2028
promise add ana Send it by 31 dec 9999
log ana It went well --on today --i-owe Write
log ana Earlier --on a month ago
goal add Run it --target in 99y
snooze ana --until 29 feb
pause ana
due
due --within 99y
due --as-of 9999-12-31
due --as-of 0001-01-01
board
prep ana
advisor show ana
review --facts
history
search it --since 29 feb
undo
backup list
""".strip().splitlines()


@pytest.mark.parametrize("day", DAYS)
def test_an_odd_day_crashes_nothing(day: str, tmp_path: Path, measured: Measured) -> None:
    wrong, count = [], 0
    for zone in ZONES if day.startswith("the clocks") else ZONES[:1]:
        db = str(tmp_path / f"{count}.db")
        for words in _LIFE:
            count += 1
            variables = {"BOARDROOM_TODAY": DAYS[day], "TZ": zone}
            ran = boardroom(*words.split(), db=db, variables=variables)
            if ran.crashed:
                wrong.append(f"{day}, {zone}, {words}: exit {ran.code} {ran.err[-200:]!r}")

    measured(f"today: {day}", count, "commands", wrong=wrong, what="crashes")
    assert wrong == []


def test_the_real_clock_across_its_changes_crashes_nothing(
    tmp_path: Path, measured: Measured
) -> None:
    """Without `BOARDROOM_TODAY`, in zones whose clocks or days differ."""
    wrong = []
    zones = (*ZONES, "Pacific/Kiritimati", "Etc/GMT+12", "XXX25", "XXX-24:59:59")
    for zone in zones:
        for words in ("advisor add Ana --another", "due", "board"):
            db = str(tmp_path / BOARD)
            ran = boardroom(*words.split(), db=db, variables={"TZ": zone, "BOARDROOM_TODAY": ""})
            if ran.crashed:
                wrong.append(f"{zone}, {words}: exit {ran.code} {ran.err[-200:]!r}")

    measured("zones of the real clock", len(zones) * 3, "commands", wrong=wrong, what="crashes")
    assert wrong == []


REAL_DAYS = 40
_FIRST = date(2026, 11, 1)


def _lived(folder: Path, monkeypatch: pytest.MonkeyPatch, days: Iterator[date]) -> set[str]:
    """Changes a board once on each of these days; returns the names of the copies kept."""
    folder.mkdir()
    monkeypatch.setenv("BOARDROOM_DB", str(folder / BOARD))
    for number, day in enumerate(days):
        monkeypatch.setenv("BOARDROOM_TODAY", day.isoformat())
        ran = typed(
            *(("agenda", "add", "ana", f"Item {number}") if number else ("advisor", "add", "Ana"))
        )
        assert ran.code == 0, ran
    return {path.name for path in (folder / "backups").iterdir()}


def _jumping(jump: date, days_away: int) -> Iterator[date]:
    """Real days, in the middle of which the clock is elsewhere for some days."""
    for number in range(REAL_DAYS):
        yield _FIRST + timedelta(days=number)
        if number == REAL_DAYS // 2:
            yield from (jump + timedelta(days=away) for away in range(days_away))


JUMPS = {
    "ten years ahead for 14 days": (date(2036, 11, 1), 14),
    "ten years back for 14 days": (date(2016, 11, 1), 14),
    "to 1900 for a day": (date(1900, 1, 1), 1),
    "to 2200 for 30 days": (date(2200, 1, 1), 30),
    "a year ahead for 60 days": (date(2027, 11, 1), 60),
    "a month ahead for 3 days": (date(2026, 12, 25), 3),
}


@pytest.mark.parametrize("jump", JUMPS)
def test_a_clock_that_jumps_thins_no_good_copy(
    jump: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, measured: Measured
) -> None:
    steady = (_FIRST + timedelta(days=number) for number in range(REAL_DAYS))
    expected = _lived(tmp_path / "steady", monkeypatch, steady)

    kept = _lived(tmp_path / "jumped", monkeypatch, _jumping(*JUMPS[jump]))

    missing = sorted(expected - kept)
    damaged = [
        path.name
        for path in (tmp_path / "jumped" / "backups").iterdir()
        if Board(path).sql("PRAGMA integrity_check") != [("ok",)]
    ]
    wrong = [*missing, *damaged]
    measured(f"a clock {jump}", len(expected), "copies", wrong=wrong, what="good ones thinned")
    assert wrong == []
