"""How long commands take, as whole processes, and how much memory `due` needs. Run by hand, on Linux or macOS; times are no tests.

Measured is what users have: the package installed from its source into a fresh environment, compiled, started by its launcher.
The runs of all cases are interleaved, so that a busy moment of the machine falls on each alike, and compared as ratios.
"""

from __future__ import annotations

import argparse
import os
import pty
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import uuid
import venv
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
GROWTH_LIMIT = 1.5
MEMORY_LIMIT_MIB = 45

SQLITE = "import sqlite3"
WRITING = "import typer, rich.console, sqlmodel"
YARDSTICKS = (SQLITE, WRITING)


class Command(NamedTuple):
    """One command, and how many times its yardstick's time it may take. In its words, `{n}` counts the runs.

    `grown_ms` is how long it may take on the grown board, where it has to look at all there is.
    """

    words: str
    limit: float | None
    yardstick: str = SQLITE
    terminal: bool = False
    grown_ms: int | None = None

    def __str__(self) -> str:
        return self.words.replace("{n}", "N") + (" (terminal)" if self.terminal else "")


COMMANDS = (
    Command("due --short", 2),
    Command("due", 7.5),
    Command("due", None, terminal=True),
    Command("board", 9),
    Command("prep marcus", 9),
    Command("search zanzibar", 9, grown_ms=250),
    Command("review --facts", 9, grown_ms=400),
    Command("advisor list", 9),
    Command("agenda list", 9),
    Command("promise list", 9),
    Command("advice list", 9),
    # A pipe is given every meeting there is, a terminal the newest 50: only there can the time stay the same.
    Command("advisor show marcus", 9, terminal=True),
    Command("meeting list", 9, terminal=True),
    Command("history", 9),
    Command("agenda add marcus Question number {n}", 1.25, WRITING),
    Command("plan marcus in {n}w", 1.25, WRITING),
    Command("log marcus A good talk --on -{n}d", 1.25, WRITING),
)


GROWTH = (
    (
        "INSERT INTO meeting (uid, advisor_id, met_on, notes, status, way, minutes) VALUES (?1, ?2, ?3, ?4, 'held', 'coffee', 60)",
        "We spoke about the next step, who decides it, and what to bring when the round begins in the spring.",
    ),
    (
        (
            "INSERT INTO agenda_item (uid, advisor_id, added_on, text, kind, status, answer, closed_on)"
            " VALUES (?1, ?2, ?3, ?4, 'topic', 'covered', 'Ask whoever did it last year', ?3)"
        ),
        "How the next round is decided",
    ),
    (
        "INSERT INTO promise (uid, advisor_id, made_on, text, by_whom, done_on) VALUES (?1, ?2, ?3, ?4, 'me', ?3)",
        "Send the revised plan",
    ),
    (
        (
            "INSERT INTO advice (uid, advisor_id, given_on, text, status, outcome, outcome_on, reported_on)"
            " VALUES (?1, ?2, ?3, ?4, 'worked', 'They said yes at once', ?3, ?3)"
        ),
        "Ask to be there when it is decided",
    ),
)
"""What a board grows by, each statement with its text."""


class Installed(NamedTuple):
    """An environment of its own with the package in it, and the environment variables to run it with."""

    python: Path
    program: Path
    variables: dict[str, str]


def main() -> None:
    """Measures everything and prints one table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=20, help="of each case (20)")
    parser.add_argument(
        "--meetings",
        type=int,
        default=20_000,
        help="held, on the grown board, with thrice as many other records (20,000)",
    )
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        installed = install(folder / "venv")
        small, big = folder / "small" / "board.db", folder / "big" / "board.db"
        make_board(installed, small)
        big.parent.mkdir()
        shutil.copyfile(small, big)
        grow(big, options.meetings)
        references, times = measure(installed, (small, big), options.runs)
        report(references, times, options.meetings)
        memory = peak_memory_mib(installed, big)
    print(
        f"\npeak memory of due with {options.meetings} meetings: {memory:.1f} MiB{verdict(memory, MEMORY_LIMIT_MIB)}"
    )


def install(folder: Path) -> Installed:
    """The package, installed into a new environment at `folder` as a user's installer does it."""
    # Settings of the developer's would change what is measured, such as PYTHONDONTWRITEBYTECODE.
    variables = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "BOARDROOM_", "COVERAGE_"))
    }
    variables |= {"TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}
    # A new pip, as pipx has: its launchers start some 4 ms sooner.
    venv.create(folder, with_pip=True, upgrade_deps=True)
    python = folder / "bin" / "python"
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--compile", ROOT], env=variables, check=True
    )
    return Installed(python, folder / "bin" / "boardroom", variables)


def make_board(installed: Installed, path: Path) -> None:
    """The demonstration board, as a file at `path`."""
    path.parent.mkdir()
    make = "import sys; from datetime import date; from boardroom.actions.demo import make_demo; make_demo(sys.argv[1], today=date.today())"
    subprocess.run([installed.python, "-c", make, path], env=installed.variables, check=True)


def grow(path: Path, meetings: int) -> None:
    """Adds held meetings to the board at `path`: every second day with each advisor, back from before its first one.

    To each belong an agenda item that it covered, a promise that was kept and advice that was reported back, one in ten with an accent.
    """
    connection = sqlite3.connect(path)
    advisors = [row[0] for row in connection.execute("SELECT id FROM advisor ORDER BY id")]
    first = date.fromisoformat(connection.execute("SELECT min(met_on) FROM meeting").fetchone()[0])
    days = [
        (first - timedelta(days=2 * (n // len(advisors) + 1))).isoformat() for n in range(meetings)
    ]
    with connection:
        for statement, text in GROWTH:
            rows = (
                (
                    str(uuid.uuid4()),
                    advisors[n % len(advisors)],
                    day,
                    f"{n}: {text}{' à propos' if n % 10 == 0 else ''}",
                )
                for n, day in enumerate(days)
            )
            connection.executemany(statement, rows)
    connection.close()


def measure(
    installed: Installed, boards: tuple[Path, Path], runs: int
) -> tuple[dict[str, float], dict[tuple[Command, Path], float]]:
    """Medians in seconds: of each yardstick, and of each command on each board. A first round, uncounted, warms the disk's cache."""
    references: dict[str, list[float]] = {code: [] for code in YARDSTICKS}
    times: dict[tuple[Command, Path], list[float]] = {
        (command, board): [] for command in COMMANDS for board in boards
    }
    for n in range(1, runs + 2):
        for code, seconds in references.items():
            seconds.append(
                timed([str(installed.python), "-c", code], installed.variables, terminal=False)
            )
        for (command, board), seconds in times.items():
            words = [word.replace("{n}", str(n)) for word in command.words.split()]
            variables = installed.variables | {"BOARDROOM_DB": str(board)}
            seconds.append(
                timed([str(installed.program), *words], variables, terminal=command.terminal)
            )
        if sys.stderr.isatty():
            print(f"\rround {n} of {runs + 1}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    medians = {code: median(seconds[1:]) for code, seconds in references.items()}
    return medians, {case: median(seconds[1:]) for case, seconds in times.items()}


def timed(arguments: list[str], variables: dict[str, str], *, terminal: bool) -> float:
    """Seconds from starting a process to its end, its output read through a pipe or a terminal."""
    reader, writer = pty.openpty() if terminal else os.pipe()
    output = bytearray()
    start = time.perf_counter()
    process = subprocess.Popen(
        arguments,
        env=variables,
        stdin=writer if terminal else subprocess.DEVNULL,
        stdout=writer,
        stderr=writer,
    )
    os.close(writer)
    try:
        while block := os.read(reader, 65_536):
            output += block
    except OSError:
        pass  # so Linux reports the end of a terminal
    status = process.wait()
    seconds = time.perf_counter() - start
    os.close(reader)
    if status != 0:
        sys.exit(f"{' '.join(arguments)} ended with {status}:\n{output.decode()}")
    return seconds


def peak_memory_mib(installed: Installed, board: Path) -> float:
    """The most memory that `due` had in use on `board`."""
    # Linux counts what a process was before `exec`, so this script's own few MiB are the least it can show.
    with open(os.devnull, "wb") as nowhere:
        process = subprocess.Popen(
            [installed.program, "due"],
            env=installed.variables | {"BOARDROOM_DB": str(board)},
            stdout=nowhere,
        )
        used = os.wait4(process.pid, 0)[2].ru_maxrss
    return used / (1024 * 1024 if sys.platform == "darwin" else 1024)


def report(
    references: dict[str, float], times: dict[tuple[Command, Path], float], meetings: int
) -> None:
    """Prints the yardsticks, then a line for each command: its time and ratio, and how both bear the meetings."""
    for code, seconds in references.items():
        print(f'{1000 * seconds:7.1f} ms   python -c "{code}"')
    print(f"\n{'':42}{'demonstration board':29}{meetings} meetings")
    print(
        f"{'command':42}{'ms':>6}{'ratio':>7}{'limit':>11}     {'ms':>6}{'growth':>7}{'limit':>11}"
    )
    small, big = dict.fromkeys(board for _, board in times)
    for command in COMMANDS:
        seconds, grown = times[command, small], times[command, big]
        ratio, growth = seconds / references[command.yardstick], grown / seconds
        bearing = (
            verdict(growth, GROWTH_LIMIT)
            if command.grown_ms is None
            else verdict(1000 * grown, command.grown_ms, " ms")
        )
        print(
            f"{command!s:42}{1000 * seconds:6.1f}{ratio:7.2f}{verdict(ratio, command.limit):16}{1000 * grown:6.1f}{growth:7.2f}{bearing}"
        )


def verdict(value: float, limit: float | None, unit: str = "") -> str:
    """The limit, and whether the value keeps to it."""
    return (
        "" if limit is None else f"  ≤ {f'{limit}{unit}':<5} {'ok' if value <= limit else 'over'}"
    )


if __name__ == "__main__":
    main()
