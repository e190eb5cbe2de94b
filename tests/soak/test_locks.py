"""Another program holds the board: for too long, for a while, or without being in the way."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from tests.soak.changes import BOARD, CHANGES, Change, lay, state
from tests.soak.conftest import Measured
from tests.soak.program import Ran, boardroom

LIMIT_SECONDS = 6.0
PROMPT_SECONDS = 1.0
HELD_SECONDS = 2.0
AT_ONCE = 2

ON_THE_BOARD = [
    *(change for change in CHANGES if BOARD not in change.without),
    Change("backup", ("backup",)),
]
READS = [
    Change(words, tuple(words.split()))
    for words in (
        "due",
        "board",
        "search budget",
        "advisor show marcus",
        "export",
        "history",
        "doctor",
    )
]


@pytest.fixture
def home(template: Path, tmp_path: Path) -> Path:
    """A folder with a board."""
    lay(template, tmp_path / "home", ON_THE_BOARD[0])
    return tmp_path / "home"


@pytest.fixture
def other(home: Path) -> Iterator[sqlite3.Connection]:
    """Another program that has the board open."""
    with closing(_connected(home)) as connection:
        yield connection


def _connected(home: Path) -> sqlite3.Connection:
    return sqlite3.connect(home / BOARD, isolation_level=None, check_same_thread=False)


def _each(
    changes: list[Change], template: Path, tmp_path: Path, run: Callable[[Change, Path], Ran]
) -> dict[str, Ran]:
    """Runs each change in a folder of its own, some of them at once."""

    def laid(change: Change) -> Ran:
        folder = tmp_path / change.name
        lay(template, folder, change)
        return run(change, folder)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(zip([change.name for change in changes], pool.map(laid, changes), strict=True))


def test_a_locked_board_is_refused_in_time(
    template: Path, tmp_path: Path, measured: Measured
) -> None:
    changed = []

    def run(change: Change, folder: Path) -> Ran:
        before = state(folder)
        with closing(_connected(folder)) as other:
            other.execute("BEGIN EXCLUSIVE")
            ran = change.run(folder)
        changed.extend([change.name] if state(folder) != before else [])
        return ran

    ran = _each([*ON_THE_BOARD, *READS], template, tmp_path, run)

    wrong = {
        name: (one.code, round(one.seconds, 1))
        for name, one in ran.items()
        if one.code != 20 or one.seconds > LIMIT_SECONDS
    }
    slowest = max(one.seconds for one in ran.values())
    measured(
        "locked throughout", len(ran), "runs", wrong=[*wrong.items(), *changed], seconds=slowest
    )
    assert (wrong, changed) == ({}, [])


def test_a_short_lock_is_waited_out(template: Path, tmp_path: Path, measured: Measured) -> None:
    def run(change: Change, folder: Path) -> Ran:
        with closing(_connected(folder)) as other:
            other.execute("BEGIN EXCLUSIVE")
            timer = threading.Timer(HELD_SECONDS, other.execute, ("ROLLBACK",))
            timer.start()
            ran = change.run(folder)
            timer.join()
        return ran

    ran = _each([*ON_THE_BOARD, *READS], template, tmp_path, run)

    wrong = {name: (one.code, one.err) for name, one in ran.items() if one.code != 0}
    slowest = max(one.seconds for one in ran.values())
    measured(
        "locked for 2 s", len(ran), "runs", wrong=wrong.items(), what="refused", seconds=slowest
    )
    assert wrong == {}


def test_prompt_and_tab_do_not_wait(
    home: Path, other: sqlite3.Connection, measured: Measured
) -> None:
    other.execute("BEGIN EXCLUSIVE")
    tab = {
        "_BOARDROOM_COMPLETE": "complete_bash",
        "COMP_WORDS": "boardroom advisor show m",
        "COMP_CWORD": "3",
    }

    runs = [
        boardroom("due", "--short", db=str(home / BOARD)),
        boardroom(db=str(home / BOARD), variables=tab),
    ]

    slow = [ran for ran in runs if ran.seconds > PROMPT_SECONDS]
    slowest = max(ran.seconds for ran in runs)
    measured("locked: prompt, Tab", 2, "runs", wrong=slow, what="slow", seconds=slowest)
    assert slow == []


def test_an_idle_reader_in_write_ahead_mode_is_not_in_the_way(
    template: Path, tmp_path: Path, measured: Measured
) -> None:
    different = []

    def run(change: Change, folder: Path) -> Ran:
        sound = tmp_path / f"{change.name} sound"
        lay(template, sound, change)
        change.run(sound)
        with closing(_connected(folder)) as other:
            other.execute("PRAGMA journal_mode = WAL")
            other.execute("SELECT count(*) FROM advisor").fetchone()
            ran = change.run(folder)
        different.extend([change.name] if state(folder) != state(sound) else [])
        return ran

    ran = _each([*ON_THE_BOARD, *READS], template, tmp_path, run)

    wrong = {name: (one.code, one.err) for name, one in ran.items() if one.code != 0}
    measured("WAL held open by a reader", len(ran), "runs", wrong=wrong.items(), what="refused")
    assert (wrong, different) == ({}, [])
