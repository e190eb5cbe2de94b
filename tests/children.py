"""Python started as a process of its own: for what a process decides by itself, such as what it imports, locks or leaves behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def start(*arguments: str, measured: bool = True) -> subprocess.Popen[str]:
    """Starts Python with these arguments; its streams are pipes, and `boardroom` and `tests` can be imported.

    Its coverage is measured, unless it can write no file, loads nothing that it is not asked to, or runs what others do in process.
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
    """Runs Python with these arguments to its end: the exit code, and what it wrote to standard output and standard error."""
    with start(*arguments, measured=measured) as child:
        out, err = child.communicate(timeout=60)
    return child.returncode, out, err


def kill_in_mid_change(path: str, sql: str) -> None:
    """Leaves a SQLite file as a kill in the middle of that change leaves it: half written, and its journal beside it."""
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
