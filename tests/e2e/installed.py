"""The installed program, started as a process of its own: what was said, and how it ended."""

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
"""The script that installing the package made."""


class Ran(NamedTuple):
    """The exit code, and what was said."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, Any]:
        """The JSON object on standard output."""
        found: dict[str, Any] = json.loads(self.out)
        return found


def boardroom(*argv: str, stdin: str = "", measured: bool = True, **variables: str) -> Ran:
    """Runs the program with these words, and these variables beside the test's own; its coverage is counted where `measured`."""
    own = {
        name: value for name, value in os.environ.items() if measured or not name.startswith("COV")
    }
    done = subprocess.run(
        [PROGRAM, *argv],
        input=stdin,
        env={**own, "PYTHONUTF8": "1", **variables},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)
