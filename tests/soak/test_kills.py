"""A kill -9 at every system call that writes, and while the journal exists."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from tests.boards import Board
from tests.e2e.installed import PROGRAM
from tests.soak.changes import BOARD, CHANGES, Change, Trial, lay, state
from tests.soak.conftest import Measured
from tests.soak.program import environment
from tests.soak.syscalls import SystemCall, injected, needs_strace, recorded

KILLS_WITH_JOURNAL = 150


@needs_strace
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_a_kill_leaves_the_old_state_or_the_new(
    change: Change, template: Path, tmp_path: Path, measured: Measured
) -> None:
    trial = Trial.of(change, template, tmp_path / "sound")
    folder = tmp_path / "recorded"
    trial.lay(folder)
    calls = recorded(change, folder, tmp_path / "log")

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        killed = partial(_killed, trial, tmp_path)
        broken = [fault for faults in pool.map(killed, calls) for fault in faults]

    measured("kill -9 at every write", len(calls), "kills", wrong=broken, what="half-applied")
    assert len(calls) > 3
    assert broken == []


def _killed(trial: Trial, tmp_path: Path, call: SystemCall) -> list[str]:
    """Kills a change at a system call; returns what is wrong afterwards."""
    moment = f"{call.name}-{call.number}"
    folder = tmp_path / moment
    trial.lay(folder)
    ran = injected("signal=KILL", call, trial.change, folder)
    if ran.code not in (-signal.SIGKILL, 128 + signal.SIGKILL):
        return [f"{moment}: not killed, ended with {ran.code}"]
    found = state(folder)
    wrong = [f"{moment}: {name}" for name in trial.half_done(found)]
    shutil.rmtree(folder)
    if ran.out and found != trial.after:
        wrong.append(f"{moment}: reported, but not stored")
    return wrong


def test_no_acknowledged_change_is_lost_by_kills_with_a_journal(
    disk: Path, template: Path, measured: Measured
) -> None:
    folder = disk / "killed"
    lay(template, folder, CHANGES[0])
    path = folder / BOARD
    acknowledged, hot, runs = [], 0, 0
    while hot < KILLS_WITH_JOURNAL and runs < 10 * KILLS_WITH_JOURNAL:
        runs += 1
        text = f"Question number {runs}"
        was_killed = _kill_with_journal(path, text, delay=(runs % 10) / 2000)
        hot += was_killed and Path(f"{path}-journal").exists()
        if not was_killed:
            acknowledged.append(text)

    stored = {text for (text,) in Board(path).sql("SELECT text FROM agenda_item")}
    verdict = Board(path).sql("PRAGMA integrity_check")
    lost = [text for text in acknowledged if text not in stored]
    measured("kill -9 with a journal", hot, "kills", wrong=lost, what="acknowledged lost")
    assert acknowledged
    assert (hot, lost, verdict) == (KILLS_WITH_JOURNAL, [], [("ok",)])


def _kill_with_journal(path: Path, text: str, *, delay: float) -> bool:
    """Adds an item, killed a moment after its journal appears; returns whether it was killed."""
    # A journal of the last kill is there still, until this run rolls it back.
    journal = f"{path}-journal"
    old = _inode(journal)
    with subprocess.Popen(
        [PROGRAM, "agenda", "add", "marcus", text],
        env=environment(str(path)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        while process.poll() is None and _inode(journal) in (0, old):
            pass
        waited = time.monotonic() + delay
        while time.monotonic() < waited:
            pass
        process.kill()
        out, _ = process.communicate()
    return not out and process.returncode == -signal.SIGKILL


def _inode(path: str) -> int:
    try:
        return os.stat(path).st_ino
    except FileNotFoundError:
        return 0
