"""Runs the installed program as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

PROGRAM = str(
    Path(sys.executable).with_name("boardroom.exe" if sys.platform == "win32" else "boardroom")
)
"""The script that installing the package created."""


class Ran(NamedTuple):
    """The exit code and the output."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The JSON object on standard output."""
        record: dict[str, Any] = json.loads(self.out)
        return record


def boardroom(*argv: str, stdin: str = "", measured: bool = True, **variables: str) -> Ran:
    """Runs the program with these arguments, and these variables added to the test's own.

    Its coverage is counted if `measured`.
    """
    environment = {
        name: value for name, value in os.environ.items() if measured or not name.startswith("COV")
    }
    done = subprocess.run(
        [PROGRAM, *argv],
        input=stdin,
        env={**environment, "PYTHONUTF8": "1", **variables},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)
