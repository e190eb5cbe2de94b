"""Readers that leave, outputs that are closed, full or ASCII, plain terminals, and Ctrl-C."""

from __future__ import annotations

import shutil
import signal
import subprocess
import time
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.e2e.installed import PROGRAM
from tests.soak.changes import BOARD, CHANGES, Change, Trial, state
from tests.soak.conftest import Measured
from tests.soak.program import DOCUMENTED, boardroom, environment

READS = (
    "due",
    "due --short",
    "board",
    "prep marcus",
    "search a",
    "export",
    "history",
    "-h",
    "due --json",
)
WRITE = "agenda add marcus Budget"
MOMENTS = 60

# Run by the shell as `$0 words`; what each should end with.
OUTPUTS = {
    "| head -n 1": ('{ "$0" %s; echo "exit $?" >&2; } | head -n 1 > /dev/null', {0}),
    "| true": ('{ "$0" %s; echo "exit $?" >&2; } | true', {0}),
    "closed": ('"$0" %s >&-; echo "exit $?" >&2', {0}),
    "all closed": ('"$0" %s <&- >&- 2>/dev/null; echo "exit $?" >&2', {0}),
    "/dev/full": ('"$0" %s > /dev/full; echo "exit $?" >&2', {23}),
}


@pytest.mark.parametrize("output", OUTPUTS)
def test_an_output_that_fails_is_no_crash(
    output: str, template: Path, tmp_path: Path, measured: Measured
) -> None:
    script, codes = OUTPUTS[output]
    path = tmp_path / BOARD
    wrong = []
    for words in (*READS, WRITE, "undo"):
        if words != "undo":
            shutil.copy(template / BOARD, path)
        done = subprocess.run(
            ["sh", "-c", script % words, PROGRAM],
            env=environment(str(path)),
            capture_output=True,
            check=False,
        )
        said, _, code = done.stderr.decode().rpartition("exit ")
        if int(code) not in codes or "Traceback" in said or "unexpected" in said:
            wrong.append(f"{words} {output}: {done.stderr!r}")
        if words in (WRITE, "undo") and output in ("closed", "/dev/full") and "stored" not in said:
            wrong.append(f"{words} {output}: not said to be stored: {done.stderr!r}")

    measured(f"output {output}", len(READS) + 2, "runs", wrong=wrong)
    assert wrong == []


PLAIN = {
    "ASCII output": {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
    "Latin-1 output": {"PYTHONIOENCODING": "latin-1"},
    "TERM=dumb": {"TERM": "dumb", "FORCE_COLOR": ""},
    "no TERM at all": {"TERM": ""},
    "20 columns": {"COLUMNS": "20", "FORCE_COLOR": "1"},
    "0 columns": {"COLUMNS": "0", "FORCE_COLOR": "1"},
}


@pytest.mark.parametrize("name", PLAIN)
def test_a_plain_terminal_shows_everything(
    name: str, template: Path, tmp_path: Path, measured: Measured
) -> None:
    path = tmp_path / BOARD
    shutil.copy(template / BOARD, path)
    odd = "Zoë 王小明 👩🏽‍🚀 – “quoted” x²"
    wrong = []
    for words in ((*WRITE.split(), odd), *(words.split() for words in READS)):
        ran = boardroom(*words, db=str(path), variables=PLAIN[name])
        if ran.code != 0 or ran.crashed:
            wrong.append(f"{words}: exit {ran.code} {ran.err[-200:]!r}")

    measured(name, len(READS) + 1, "runs", wrong=wrong)
    assert wrong == []


class Interrupted(NamedTuple):
    """What came of a Ctrl-C: the exit code and the error output."""

    code: int
    out: bytes
    err: bytes

    @property
    def is_early(self) -> bool:
        """Whether it came before the first line of ours, where Python ends as it likes."""
        by_python = b"KeyboardInterrupt" in self.err and b"boardroom" not in self.err
        return self.code == -signal.SIGINT or (self.code in (0, 1) and by_python)


def _interrupt(change: Change, folder: Path, after: float) -> Interrupted:
    with subprocess.Popen(
        [PROGRAM, *change.argv(folder)],
        env=environment(str(folder / BOARD)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        process.stdin.write(change.stdin)
        process.stdin.close()
        process.stdin = None
        time.sleep(after)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    return Interrupted(process.returncode, out, err)


INTERRUPTED = [
    change for change in CHANGES if change.name in ("add", "log", "import", "restore", "export -o")
]


@pytest.mark.parametrize("change", INTERRUPTED, ids=lambda change: change.name)
def test_ctrl_c_leaves_a_change_whole_or_absent(
    change: Change, template: Path, tmp_path: Path, measured: Measured
) -> None:
    trial = Trial.of(change, template, tmp_path / "sound")
    seconds = change.run(tmp_path / "sound").seconds
    folder = tmp_path / "home"
    wrong, early = [], 0
    for moment in range(MOMENTS):
        trial.lay(folder)
        done = _interrupt(change, folder, seconds * moment / MOMENTS)
        found = state(folder)
        label = f"{change.name} at {moment}/{MOMENTS}: exit {done.code}"
        if done.is_early:
            early += 1
        elif b"Traceback" in done.err or done.code not in DOCUMENTED:
            wrong.append(f"{label} {done.err[-300:]!r}")
        wrong += [f"{label}: {name}" for name in trial.half_done(found)]
        is_done = found[BOARD] == trial.after[BOARD] != trial.before[BOARD]
        if done.code == 130 and is_done and b"stored" not in done.err:
            wrong.append(f"{label}, stored, but not said: {done.err!r}")
        if done.code == 0 and found != trial.after:
            wrong.append(f"{label}, but not stored")

    measured("Ctrl-C", MOMENTS, "moments", wrong=wrong)
    measured("Ctrl-C", early, "of them before Python runs us", wrong=[], what="half-applied")
    assert wrong == []


def test_ctrl_c_is_quiet_in_a_read(template: Path, measured: Measured) -> None:
    wrong, early = [], 0
    change = Change("board", ("board",))
    seconds = change.run(template).seconds
    for moment in range(MOMENTS):
        done = _interrupt(change, template, seconds * moment / MOMENTS)
        if done.is_early:
            early += 1
        elif done.err or done.code not in (0, 130):
            wrong.append(f"board at {moment}/{MOMENTS}: exit {done.code} {done.err[-300:]!r}")

    measured("Ctrl-C in a read", MOMENTS, "moments", wrong=wrong, what=f"loud ({early} too early)")
    assert wrong == []
