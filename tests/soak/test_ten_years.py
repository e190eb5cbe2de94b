"""A board of ten years: its size, its copies, a migration, and how fast its commands are."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from itertools import product
from pathlib import Path
from statistics import median
from unittest.mock import patch

import pytest

from boardroom.actions.demo import make_demo
from boardroom.store import file, migrate
from boardroom.store.file import VERSION
from boardroom.store.migrations import STEPS
from tests.boards import TODAY, Board
from tests.soak.changes import rows
from tests.soak.conftest import Measured
from tests.soak.program import Ran, boardroom
from tests.soak.ten_years import TenYears

OPERATIONS = 6_000
BOARD_MIB, COPIES_MIB = 3.0, 150.0
SLOWER = 1.2
RUNS = 15
COMMANDS = """
due --short
due
board
prep marcus
advisor list
advisor show marcus --since -6m
goal list
agenda list
promise list
advice list
search zanzibar
search zanzibar pricing
review --facts
history --limit 20
config list
agenda add marcus Question {}
undo
promise add marcus Draft {}
log marcus A talk --on -{}d
""".strip().splitlines()
"""What takes as long on a board of any age. A list in a pipe gives all, so it takes as it is long."""
TABS = ("advisor show m", "done ", "agenda edit a", "meeting show m")


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Board]:
    """A board that ten years were lived on."""
    board = Board(tmp_path_factory.mktemp("lived") / "board.db")
    with pytest.MonkeyPatch.context() as environment:
        years = TenYears(board, environment, random.Random(5))  # noqa: S311  no secret
        years.live()
    assert years.count >= OPERATIONS
    yield board
    shutil.rmtree(os.path.dirname(board.path))


def _copies(board: Board) -> list[Path]:
    return sorted((Path(board.path).parent / "backups").iterdir())


def test_the_board_stays_small(lived: Board, measured: Measured) -> None:
    operations = lived.sql("SELECT max(id) FROM operation")[0][0]
    mib = os.path.getsize(lived.path) / 2**20
    of_copies = sum(path.stat().st_size for path in _copies(lived)) / 2**20

    too_large = [mib] if mib > BOARD_MIB else []
    measured(
        f"ten years: a board of {mib:.2f} MiB",
        operations,
        "operations",
        wrong=too_large,
        what="too large",
    )
    too_much = [of_copies] if of_copies > COPIES_MIB else []
    measured(
        f"ten years: copies of {of_copies:.0f} MiB",
        len(_copies(lived)),
        "copies",
        wrong=too_much,
        what="too large",
    )
    assert (too_large, too_much) == ([], [])


def test_the_board_is_sound(lived: Board, measured: Measured) -> None:
    ran = boardroom("doctor", db=lived.path)

    wrong = [] if ran.code == 0 else [ran]
    measured("ten years: doctor", 1, "board", wrong=wrong, seconds=ran.seconds)
    assert wrong == []


def test_every_copy_is_restored_whole(lived: Board, tmp_path: Path, measured: Measured) -> None:
    wrong = []
    for copy in _copies(lived):
        path = tmp_path / f"{copy.name} restored"
        ran = boardroom("restore", str(copy), "--yes", db=str(path))
        if ran.code != 0 or rows(path) != rows(copy) or rows(copy).startswith("damaged"):
            wrong.append(f"{copy.name}: exit {ran.code} {ran.err!r}")
        path.unlink()

    measured("ten years: restored", len(_copies(lived)), "copies", wrong=wrong, what="not whole")
    assert wrong == []


def test_a_migration_keeps_everything(lived: Board, tmp_path: Path, measured: Measured) -> None:
    steps = {**STEPS, VERSION + 1: ("ALTER TABLE advisor ADD COLUMN shoe_size INTEGER",)}
    wrong = []
    boards = [Path(lived.path), *_copies(lived)]
    for source in boards:
        folder = tmp_path / source.name
        folder.mkdir()
        path = folder / "board.db"
        shutil.copy(source, path)
        before = Board(path).dump()
        with patch.object(migrate, "STEPS", steps), patch.object(file, "VERSION", VERSION + 1):
            migrate.bring_up_to_date(str(path))
        after = Board(path).dump()
        after["advisor"] = [row[:-1] for row in after["advisor"]]
        with closing(sqlite3.connect(path)) as connection:
            verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if (after, verdict) != (before, "ok"):
            wrong.append(f"{source.name}: {verdict}")
        shutil.rmtree(folder)

    measured("ten years: migrated", len(boards), "boards", wrong=wrong, what="not whole")
    assert wrong == []


def test_no_command_is_much_slower_than_on_the_demonstration_board(
    lived: Board, tmp_path: Path, measured: Measured
) -> None:
    demo, ten_years = tmp_path / "demo.db", tmp_path / "ten.db"
    make_demo(str(demo), today=TODAY)
    shutil.copy(lived.path, ten_years)
    used: dict[tuple[str, Path], list[float]] = defaultdict(list)
    for number in range(1, RUNS + 2):
        for words, path in product((*COMMANDS, *TABS), (demo, ten_years)):
            ran = _run(words, number, str(path))
            assert ran.code == 0, (words, ran)
            if number > 1:  # the first run makes the day's copy
                used[words, path].append(ran.cpu_seconds)

    ratios = {
        words: median(used[words, ten_years]) / median(used[words, demo])
        for words in (*COMMANDS, *TABS)
    }
    slow = [f"{words}: {ratio:.2f} ×" for words, ratio in ratios.items() if ratio > SLOWER]
    worst = max(ratios.values())
    print(*(f"{ratio:.2f} × {words}" for words, ratio in ratios.items()), sep="\n")
    measured(
        f"ten years: at most {worst:.2f} × the demonstration's time",
        len(ratios),
        "commands",
        wrong=slow,
        what="slower",
    )
    assert slow == []


def _run(words: str, number: int, path: str) -> Ran:
    """Runs a command, or presses Tab at the end of one."""
    if words not in TABS:
        return boardroom(*words.format(number).split(), db=path)
    line = f"boardroom {words}"
    tab = {
        "_BOARDROOM_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(line.count(" ")),
    }
    return boardroom(db=path, variables=tab)
