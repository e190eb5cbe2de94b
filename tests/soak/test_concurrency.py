"""Many processes change one board at once, on a quiet machine and on a busy one."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest

from tests.boards import Board
from tests.soak.changes import BOARD
from tests.soak.conftest import Measured
from tests.soak.program import Ran, boardroom

BUSY_LOOPS = 12
LOADS = {"quiet": 0, f"beside {BUSY_LOOPS} busy loops": BUSY_LOOPS}

with_loads = pytest.mark.parametrize("load", LOADS)


@contextmanager
def _busy(loops: int) -> Iterator[None]:
    """Keeps the processors busy meanwhile."""
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(loops)]
    try:
        yield
    finally:
        for process in busy:
            process.kill()
            process.wait()


@pytest.fixture
def shared(template: Path, disk: Path) -> Board:
    """A board on a real disk."""
    shutil.copy(template / BOARD, disk / BOARD)
    return Board(disk / BOARD)


@with_loads
def test_every_add_is_stored_beside_reads(load: str, shared: Board, measured: Measured) -> None:
    def adds(process: int) -> list[Ran]:
        texts = [f"Question {process}-{number}" for number in range(8)]
        return [boardroom("agenda", "add", "marcus", text, db=shared.path) for text in texts]

    with _busy(LOADS[load]), ThreadPoolExecutor(24) as pool:
        reads = [pool.submit(boardroom, "due", "--json", db=shared.path) for _ in range(40)]
        added = [ran for runs in pool.map(adds, range(16)) for ran in runs]
        read = [future.result() for future in reads]

    refused = [ran for ran in (*added, *read) if ran.code != 0]
    stored = shared.sql("SELECT count(DISTINCT text) FROM agenda_item WHERE text LIKE 'Question %'")
    bar = f"16 processes × 8 adds beside 40 reads, {load}"
    slowest = max(ran.seconds for ran in (*added, *read))
    measured(bar, stored[0][0], "stored", wrong=refused, what="refused", seconds=slowest)
    assert (stored, refused) == ([(128,)], [])


@with_loads
def test_every_edit_of_one_record_is_in_its_history(
    load: str, shared: Board, measured: Measured
) -> None:
    def edits(process: int) -> list[Ran]:
        orgs = [f"Org {process}-{number}" for number in range(10)]
        return [
            boardroom("advisor", "edit", "marcus", "--org", org, db=shared.path) for org in orgs
        ]

    with _busy(LOADS[load]), ThreadPoolExecutor(8) as pool:
        edited = [ran for runs in pool.map(edits, range(8)) for ran in runs]

    refused = [ran for ran in edited if ran.code != 0]
    steps = shared.sql(
        "SELECT json_extract(before, '$.org'), json_extract(after, '$.org')"
        " FROM row_image JOIN operation ON operation.id = operation_id"
        " WHERE command = 'advisor edit' ORDER BY operation.id"
    )
    follows = all(after == before for (_, after), (before, _) in pairwise(steps))
    bar = f"8 × 10 edits of one record, {load}"
    slowest = max(ran.seconds for ran in edited)
    measured(bar, len(steps), "steps", wrong=refused, what="refused", seconds=slowest)
    assert (len(steps), follows, refused) == (80, True, [])


@with_loads
def test_the_first_changes_at_once_are_all_stored(
    load: str, tmp_path: Path, measured: Measured
) -> None:
    path = tmp_path / BOARD

    def add(process: int) -> Ran:
        return boardroom("advisor", "add", f"Person{process} Name", "--prospect", db=str(path))

    with _busy(LOADS[load]), ThreadPoolExecutor(8) as pool:
        added = list(pool.map(add, range(8)))

    refused = [ran for ran in added if ran.code != 0]
    stored = Board(path).sql("SELECT count(*) FROM advisor")[0][0]
    slowest = max(ran.seconds for ran in added)
    bar = f"8 first commands at once, {load}"
    measured(bar, stored, "stored", wrong=refused, what="refused", seconds=slowest)
    assert (stored, refused) == (8, [])
