"""Calendars as large as one may be: read in bounded time and memory."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.boards import Board
from tests.calendars import LARGE
from tests.large_hostile_files import measured as run_measured
from tests.soak.conftest import Measured


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="measures memory in /proc")
def test_a_large_calendar_takes_seconds_and_little_memory(
    board: Board, tmp_path: Path, measured: Measured
) -> None:
    board.advisor("Ana Lima", email="ana@example.org")
    board.advisor("Marcus Ojo")
    path = tmp_path / "large.ics"
    ran = {}
    for name, make in LARGE.items():
        path.write_bytes(make())
        ran[name] = run_measured(str(path), board.path, "calendar", "read", "--dry-run")

    wrong = {
        name: one
        for name, one in ran.items()
        if one.code or "Traceback" in one.err or one.cpu_seconds >= 10 or one.peak_mib >= 300
    }
    measured(
        "large calendars",
        len(ran),
        "files",
        wrong=wrong.items(),
        seconds=max(one.cpu_seconds for one in ran.values()),
        mib=max(one.peak_mib for one in ran.values()),
    )
    assert wrong == {}
