"""Random records of every kind come back from every format of our own, byte by byte."""

from __future__ import annotations

from pathlib import Path

from tests.random_boards import check_round_trips


def test_300_random_records_come_back(tmp_path: Path) -> None:
    check_round_trips(tmp_path, seed=12, count=300)
