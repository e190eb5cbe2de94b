"""A disk that is full, broken or read-only at each write: by injected errors, and for real."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from tests.soak.changes import BOARD, CHANGES, Change, Trial, drafts, lay, state
from tests.soak.conftest import Measured
from tests.soak.program import Ran, boardroom
from tests.soak.syscalls import SystemCall, injected, needs_strace, recorded

FAULTS = {
    "one I/O error": ("error=EIO", False),
    "no space from then on": ("error=ENOSPC", True),
}
IN_ONE_FILE = tuple(change for change in CHANGES if not change.write_ahead)
"""Without those on a board in write-ahead mode, which SQLite can't even read on such a disk."""
DISK_KIB = 4096
PAGE = 4096
COARSE = 8
"""The pages between two levels that a disk is filled to at first."""


@needs_strace
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_a_failing_write_loses_nothing(
    change: Change, fault: str, template: Path, tmp_path: Path, measured: Measured
) -> None:
    trial = Trial.of(change, template, tmp_path / "sound")
    folder = tmp_path / "recorded"
    trial.lay(folder)
    calls = recorded(change, folder, tmp_path / "log")

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        failed = partial(_failed, trial, fault, tmp_path)
        broken = [wrong for faults in pool.map(failed, calls) for wrong in faults]

    measured(f"a disk with {fault}", len(calls), "faults", wrong=broken)
    assert broken == []


def _failed(trial: Trial, fault: str, tmp_path: Path, call: SystemCall) -> list[str]:
    moment = f"{trial.change.name}, {call.name} {call.number}"
    folder = tmp_path / f"{call.name}-{call.number}"
    trial.lay(folder)
    error, lasting = FAULTS[fault]
    ran = injected(error, call, trial.change, folder, lasting=lasting)
    # A removal that fails leaves its file, and a write that fails for good can't be rolled back
    # until the next read, nor be told of.
    is_excused = call.name.startswith("unlink") or lasting
    # Where no stream takes another word, nothing more can be said either.
    is_mute = lasting and call.name == "write"
    wrong = list(_wrong(ran, folder, trial, may_remain=is_excused, may_be_mute=is_mute))
    shutil.rmtree(folder)
    return [f"{moment}: {sentence}" for sentence in wrong]


def _wrong(
    ran: Ran, folder: Path, trial: Trial, *, may_remain: bool = False, may_be_mute: bool = False
) -> Iterator[str]:
    """Yields what is wrong after a change on a failing disk, where drafts may have to remain."""
    if ran.code not in (0, 23) or ran.crashed:
        yield f"exit {ran.code}: {ran.err[-200:]!r}"
    left = drafts(folder)  # before the board is read, which rolls a journal back
    found = state(folder)
    yield from trial.half_done(found)
    if left and not may_remain:
        yield f"left {left}"
    if ran.code == 0 and found != trial.after and not ran.err:
        yield "reported, but not stored"
    is_changed = found.get(BOARD) != trial.before.get(BOARD)
    is_said = may_be_mute or not ran.err or b"stored" in ran.err
    if ran.code == 23 and is_changed and not is_said:
        yield f"stored, but says {ran.err[-200:]!r}"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of `DISK_KIB` in memory."""
    with _mounted(tmp_path / "disk", "-t", "tmpfs", "-o", f"size={DISK_KIB}k", "tmpfs") as disk:
        yield disk


@contextmanager
def _mounted(disk: Path, *how: str) -> Iterator[Path]:
    disk.mkdir()
    mounting = subprocess.run(["mount", *how, str(disk)], capture_output=True, check=False)
    if mounting.returncode != 0:
        pytest.skip(f"nothing can be mounted here: {mounting.stderr.decode().strip()}")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def _fill(disk: Path, *, leaving: int) -> None:
    """Fills a disk but for so many bytes."""
    status = os.statvfs(disk)
    spare = status.f_bavail * status.f_frsize - leaving
    (disk / "filler").write_bytes(b"\0" * max(spare, 0))


class FillingDisk:
    """A change on a disk that has ever more space left; `wrong` is what went wrong."""

    def __init__(self, trial: Trial, disk: Path) -> None:
        self.trial, self.disk = trial, disk
        self.levels, self.refused = 0, 0
        self.wrong: list[str] = []

    def fill(self, most_pages: int) -> None:
        """Makes the change at levels some pages apart, then at each page just below enough."""
        for pages in range(0, most_pages, COARSE):
            if self._is_enough(pages):
                for fewer in range(max(pages - COARSE, 0) + 1, pages):
                    self._is_enough(fewer)
                break

    def _is_enough(self, pages: int) -> bool:
        self.levels += 1
        (self.disk / "filler").unlink(missing_ok=True)
        folder = self.disk / "home"
        self.trial.lay(folder)
        _fill(self.disk, leaving=pages * PAGE)
        ran = self.trial.change.run(folder)
        self.refused += ran.code == 23
        wrong = list(_wrong(ran, folder, self.trial))
        if BOARD in self.trial.before and boardroom("due", db=str(folder / BOARD)).code != 0:
            wrong.append("the board can't be read")
        name = self.trial.change.name
        self.wrong += [f"{name}, {pages} pages: {sentence}" for sentence in wrong]
        return ran.code == 0

    def note(self, measured: Measured, bar: str) -> None:
        """Notes the figure, and asserts it."""
        measured(bar, self.levels, "levels", wrong=self.wrong)
        assert (self.wrong, 0 < self.refused < self.levels) == ([], True)


@pytest.mark.parametrize("change", IN_ONE_FILE, ids=lambda change: change.name)
def test_a_disk_that_fills_up_loses_nothing(
    change: Change, template: Path, small_disk: Path, tmp_path: Path, measured: Measured
) -> None:
    filling = FillingDisk(Trial.of(change, template, tmp_path / "sound"), small_disk)

    filling.fill(most_pages=DISK_KIB * 1024 // PAGE)

    filling.note(measured, "a disk that fills up")


@pytest.mark.parametrize("change", IN_ONE_FILE, ids=lambda change: change.name)
def test_a_read_only_disk_is_read(
    change: Change, template: Path, small_disk: Path, measured: Measured
) -> None:
    folder = small_disk / "home"
    lay(template, folder, change)
    before = state(folder)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)

    ran = change.run(folder)

    reads = [
        boardroom(*words.split(), db=str(folder / BOARD))
        for words in ("due", "board", "search budget", "export")
    ]
    wrong = [f"{change.name}: {ran}"] if ran.code != 23 or ran.crashed else []
    wrong += [f"{change.name}: {read}" for read in reads if BOARD in before and read.code != 0]
    measured("a read-only disk", 5, "runs", wrong=wrong)
    assert (wrong, state(folder)) == ([], before)


def test_a_disk_image_that_fills_up_during_an_import(
    template: Path, tmp_path: Path, measured: Measured
) -> None:
    image = tmp_path / "image"
    with open(image, "wb") as file:
        file.truncate(2 * DISK_KIB * 1024)
    subprocess.run(["mkfs.ext4", "-q", str(image)], check=True, capture_output=True)
    change = next(change for change in CHANGES if change.name == "import")
    with _mounted(tmp_path / "disk", "-o", "loop", str(image)) as disk:
        filling = FillingDisk(Trial.of(change, template, tmp_path / "sound"), disk)

        filling.fill(most_pages=DISK_KIB * 1024 // PAGE)

    filling.note(measured, "a disk image (ext4) that fills up")
