"""A power cut after every system call, with unsynced writes lost: the old board or the new one."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.soak.changes import CHANGES, Change, Trial, state
from tests.soak.conftest import Measured
from tests.soak.syscalls import needs_strace, recorded
from tests.soak.unsynced import Disk, ways_to_cut


@needs_strace
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_a_power_cut_leaves_the_old_state_or_the_new(
    change: Change, template: Path, tmp_path: Path, measured: Measured
) -> None:
    trial = Trial.of(change, template, tmp_path / "sound")
    folder = tmp_path / "home"
    trial.lay(folder)
    calls = recorded(change, folder, tmp_path / "log")
    trial.lay(folder)
    disk = Disk(folder, calls)
    broken, cuts = [], 0
    seen: set[frozenset[tuple[str, bytes]]] = set()
    for prefix in range(len(calls) + 1):
        for way, is_kept in ways_to_cut(seed=prefix).items():
            files = disk.after(prefix, is_kept)
            key = frozenset(files.items())
            is_reported = prefix > disk.reported
            if key in seen and not is_reported:
                continue
            seen.add(key)
            cuts += 1
            _put(folder, files)
            found = state(folder)
            moment = f"{prefix} ({calls[prefix - 1].name if prefix else 'start'}), {way}"
            broken += [f"{moment}: {name}" for name in trial.half_done(found)]
            if is_reported and found != trial.after:
                broken.append(f"{moment}: reported, but lost")

    measured("a power cut", cuts, "states", wrong=broken, what="half-applied or lost")
    assert broken == []


def _put(folder: Path, files: dict[str, bytes]) -> None:
    """Makes a folder hold these files, and nothing else."""
    shutil.rmtree(folder)
    folder.mkdir()
    for name, content in files.items():
        path = Path(name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
