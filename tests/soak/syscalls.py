"""Watches the system calls of a run with strace, and makes one of them fail or kill the run."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.soak.changes import Change
from tests.soak.program import Ran

WRITES = (
    "write",
    "pwrite64",
    "writev",
    "pwritev",
    "sendfile",
    "copy_file_range",
    "fsync",
    "fdatasync",
    "ftruncate",
    "fallocate",
    "link",
    "linkat",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "mkdir",
    "mkdirat",
    "rmdir",
    "chmod",
    "fchmod",
)
"""The system calls that change a disk; opening a file to create it is one more."""

needs_strace = pytest.mark.skipif(
    shutil.which("strace") is None, reason="needs strace (apt install strace)"
)

_LINE = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (-?\d+|\?)(.*)")


class SystemCall(NamedTuple):
    """A system call as strace printed it; `number` counts those of its name from 1."""

    name: str
    number: int
    arguments: str
    result: int


def recorded(change: Change, folder: Path, log: Path) -> list[SystemCall]:
    """Makes a change in its folder; returns its writing system calls, with all that they write."""
    traced = f"trace={','.join((*WRITES, 'openat'))}"
    under = ("strace", "-f", "-y", "-xx", "-s", "9000000", "-o", str(log), "-e", traced)
    ran = change.run(folder, under=under)
    assert ran.code == 0, ran
    counts: Counter[str] = Counter()
    found = []
    for line in log.read_text(encoding="ascii", errors="replace").splitlines():
        match = _LINE.match(line)
        if match is None:
            continue
        name, arguments, result, _ = match.groups()
        counts[name] += 1
        if name != "openat" or "O_CREAT" in arguments:
            found.append(SystemCall(name, counts[name], arguments, int(result.replace("?", "-1"))))
    return found


def injected(
    fault: str, call: SystemCall, change: Change, folder: Path, *, lasting: bool = False
) -> Ran:
    """Makes a change with a fault in one system call: `signal=KILL`, `error=ENOSPC`.

    If it is `lasting`, every later call of that name fails too.
    """
    inject = f"inject={call.name}:{fault}:when={call.number}{'+' if lasting else ''}"
    # seccomp would be faster, but with it strace sends no signals.
    fast = () if fault.startswith("signal") else ("--seccomp-bpf",)
    log = f"{folder}.log"
    under = ("strace", "-f", *fast, "-o", log, "-e", f"trace={call.name}", "-e", inject)
    return change.run(folder, under=under)
