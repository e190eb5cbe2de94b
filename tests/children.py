"""Starts Python processes, to test what they import, lock or leave behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def start(*arguments: str, measured: bool = True) -> subprocess.Popen[str]:
    """Starts Python with these arguments and pipes; it can import `boardroom` and `tests`.

    `measured` is whether its coverage is measured.
    """
    variables = {
        name: value for name, value in os.environ.items() if measured or not name.startswith("COV")
    }
    return subprocess.Popen(
        [sys.executable, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**variables, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
    )


def ran(*arguments: str, measured: bool = True) -> tuple[int, str, str]:
    """Runs Python with these arguments; returns exit code, standard output and standard error."""
    with start(*arguments, measured=measured) as child:
        out, err = child.communicate(timeout=60)
    return child.returncode, out, err


def kill_in_mid_change(path: str, sql: str) -> None:
    """Kills a process in the middle of a change, which leaves a half-written file and a journal."""
    before = Path(path).read_bytes()
    ran("-c", _KILLED, path, sql)
    assert Path(f"{path}-journal").stat().st_size > 0
    assert Path(path).read_bytes() != before


_KILLED = """
import os, signal, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute(sys.argv[2])
os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
"""
