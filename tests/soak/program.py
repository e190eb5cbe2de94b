"""Runs the installed program as a process, in bytes, and measures its time and memory."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from typing import NamedTuple

from tests.e2e.installed import PROGRAM

TODAY = "2026-11-21"
DOCUMENTED = {0, 2, 3, 4, 5, 6, 10, 11, 20, 21, 22, 23, 24, 130}
"""The exit codes that users may rely on; 1 is a bug."""


class Ran(NamedTuple):
    """What a process ended with, its time in seconds and its peak memory in MiB.

    `cpu_seconds` is what it used of a processor, which is steady beside other programs.
    """

    code: int
    out: bytes
    err: bytes
    seconds: float
    mib: float
    cpu_seconds: float

    @property
    def crashed(self) -> bool:
        """Whether it ended in a way that is documented nowhere, or showed its inside."""
        return (
            self.code not in DOCUMENTED
            or b"Traceback" in self.out + self.err
            or b"Something unexpected" in self.err
        )


def environment(db: str | None = None, **variables: str) -> dict[str, str]:
    """The variables of a run: those of the tests, with `db` as the board."""
    made = {
        name: value for name, value in os.environ.items() if not name.startswith(("COV", "PYTEST"))
    }
    made |= {"PYTHONDONTWRITEBYTECODE": "1", "BOARDROOM_TODAY": TODAY}
    if db is not None:
        made["BOARDROOM_DB"] = db
    return made | variables


def boardroom(
    *argv: str | bytes,
    db: str | None = None,
    stdin: bytes = b"",
    under: tuple[str, ...] = (),
    variables: dict[str, str] | None = None,
    seconds: float = 60,
) -> Ran:
    """Runs the program, `under` another one if given; it is killed after so many `seconds`."""
    with (
        tempfile.TemporaryFile() as given,
        tempfile.TemporaryFile() as out,
        tempfile.TemporaryFile() as err,
    ):
        given.write(stdin)
        given.seek(0)
        begun = time.monotonic()
        process = subprocess.Popen(
            [*under, PROGRAM, *argv],
            env=environment(db, **variables or {}),
            stdin=given,
            stdout=out,
            stderr=err,
        )
        timer = threading.Timer(seconds, process.kill)
        timer.start()
        _, status, used = os.wait4(process.pid, 0)
        timer.cancel()
        took = time.monotonic() - begun
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        return Ran(
            process.returncode,
            out.read(),
            err.read(),
            took,
            used.ru_maxrss / 1024,
            used.ru_utime + used.ru_stime,
        )
