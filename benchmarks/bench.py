"""Measures how long commands take, as whole processes, and where their time goes.

Run by hand, on Linux or macOS.

It measures what users have: the package installed into a fresh environment, compiled, and started
by its launcher. The runs of all cases are interleaved, so that a busy moment affects all of them,
and compared with `python -c "import sqlite3"`.
"""

from __future__ import annotations

import argparse
import json
import os
import pty
import shlex
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
TEN_YEARS = 3650
MEETINGS_OF_TEN_YEARS = 800
MOST_MEETINGS = 100_000
"""The size of board that the growth limits are for; smaller boards have half of them."""
MEMORY_LIMIT_MIB = 60
SQLITE = "import sqlite3"


class Case(NamedTuple):
    """A command and its limits.

    `ratio` is the limit as a multiple of the yardstick. On a grown board the command may take
    `growth_ms` more than on the demonstration board, or `grown_ms` in all.

    In `words`, `{n}` is the number of the run and `{promise}` the newest open promise. A case that
    is `first_of_day` runs on a day without changes, a `new_board` case without a board.
    """

    words: str
    ratio: float | None = None
    growth_ms: float | None = None
    label: str = ""
    grown_ms: float | None = None
    terminal: bool = False
    first_of_day: bool = False
    new_board: bool = False
    variables: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return self.label or self.words.replace("{n}", "N").replace("{promise}", "pN")


TAB = (
    ("_BOARDROOM_COMPLETE", "bash"),
    ("_BOARDROOM_LINE", "boardroom advisor show m"),
)
READ, WRITE, GROWTH_MS = 3.5, 4, 10
CASES = (
    Case("due --short", 1.6, GROWTH_MS),
    Case("due", 2.5, GROWTH_MS),
    Case("due", 4, GROWTH_MS, "due (screen)", terminal=True),
    Case("board", READ, GROWTH_MS),
    Case("prep marcus", READ, 25),
    Case("advisor list", READ),
    Case("advisor show marcus", READ),
    Case("advisor list --prospects", READ),
    Case("goal list", READ),
    Case("goal show g1", READ),
    Case("agreement show marcus", READ),
    Case("criterion list", READ),
    Case("agenda list", READ),
    Case("meeting list", READ),
    Case("meeting show m1", READ),
    Case("promise list", READ),
    Case("advice list", READ),
    Case("exchange list", READ),
    Case("search zanzibar", READ, grown_ms=300),
    Case("review --facts", READ),
    Case("review --list", READ),
    Case("history", READ),
    Case("config list", READ),
    Case("agenda add marcus Question number {n}", WRITE, GROWTH_MS),
    Case("undo", WRITE, GROWTH_MS),
    Case("redo", WRITE, GROWTH_MS),
    Case("plan marcus in {n}w", WRITE, GROWTH_MS),
    Case("log marcus A good talk --on -{n}d", WRITE, GROWTH_MS),
    Case("promise add marcus Send draft {n}", WRITE, GROWTH_MS),
    Case("done {promise}", WRITE, GROWTH_MS),
    Case("give marcus Notes on draft {n}", WRITE, GROWTH_MS),
    Case("advisor add 'Person {n}' --prospect", WRITE, GROWTH_MS),
    Case("agenda add ana First {n}", 5, label="the first write of a day", first_of_day=True),
    Case("advisor add 'Ana Lima'", 5, label="a new board", new_board=True),
    Case("", 3, label="Tab after advisor show m", variables=TAB),
    Case("-h"),
)
STREAMED = ("meeting list", "advisor show marcus", "advisor show marcus --json")
DISSECTED = ("due", "agenda add marcus Question number {n}")

GROWTH = (
    (
        (
            "INSERT INTO meeting (uid, advisor_id, met_on, notes, status, way, minutes)"
            " VALUES (?1, ?2, ?3, ?4, 'held', 'coffee', 60)"
        ),
        "We spoke about the next step, who decides it, and what to bring to the round in spring.",
    ),
    (
        (
            "INSERT INTO agenda_item"
            " (uid, advisor_id, added_on, text, kind, status, answer, closed_on)"
            " VALUES (?1, ?2, ?3, ?4, 'topic', 'covered', 'Ask whoever did it last year', ?3)"
        ),
        "How the next round is decided",
    ),
    (
        (
            "INSERT INTO promise (uid, advisor_id, made_on, text, by_whom, status, done_on)"
            " VALUES (?1, ?2, ?3, ?4, 'me', 'kept', ?3)"
        ),
        "Send the revised plan",
    ),
    (
        (
            "INSERT INTO advice"
            " (uid, advisor_id, given_on, text, status, outcome, outcome_on, reported_on)"
            " VALUES (?1, ?2, ?3, ?4, 'worked', 'They said yes at once', ?3, ?3)"
        ),
        "Ask to be there when it is decided",
    ),
)
"""The records added to a grown board: each statement, and its text."""

DISSECTING = """
import time
begun = time.monotonic()
import os, sys
opened = closed = None
from boardroom.__main__ import main
import sqlite3

class Connection(sqlite3.Connection):
    def close(self):
        global closed
        super().close()
        closed = time.monotonic()

def connect(*arguments, **options):
    global opened
    opened = opened or time.monotonic()
    return connects(*arguments, factory=Connection, **options)

def leave(code):
    sys.stderr.write(repr([begun, opened, closed, time.monotonic()]).replace("None", "null"))
    sys.stderr.flush()
    leaves(code)

connects, sqlite3.connect = sqlite3.connect, connect
leaves, os._exit = os._exit, leave
main()
"""
PIECES = ("interpreter", "imports", "board open", "render", "teardown")


class Installed(NamedTuple):
    """An environment with the package installed, and the environment variables to run it with."""

    python: Path
    program: Path
    variables: dict[str, str]


class Board(NamedTuple):
    """A board to measure on; `meetings` is how many were added to the demonstration board."""

    path: Path
    name: str
    meetings: int


Times = dict[tuple[Case, Board], list[float]]


def main() -> None:
    """Measures everything and prints one table."""
    options = _options()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        installed = install(folder / "venv")
        boards = make_boards(installed, folder, options.meetings)
        cases = [case for case in CASES if options.only in str(case)]
        yardstick, times = measure(installed, cases, boards, options.runs)
        report(yardstick, times, boards)
        print(f"\n{'Pieces of start-up, ms':42}" + "".join(f"{piece:>13}" for piece in PIECES))
        for words in DISSECTED:
            pieces = dissect(installed, words, boards[0], options.runs)
            print(f"{words:42}" + "".join(f"{1000 * seconds:13.1f}" for seconds in pieces))
        print(f"\nPeak memory into a pipe, {boards[-1].name}:")
        for words in STREAMED:
            memory = peak_memory_mib(installed, words, boards[-1])
            print(f"{words:42}{memory:6.1f} MiB{verdict(memory, MEMORY_LIMIT_MIB, ' MiB')}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=20, help="runs of each case (20)")
    parser.add_argument(
        "--meetings",
        type=int,
        action="append",
        default=[],
        help="also measure a board with this many held meetings, such as 20000 or 100000,"
        " and three times as many other records; may be repeated",
    )
    parser.add_argument("--only", default="", help="only the cases that contain this text")
    return parser.parse_args()


def install(folder: Path) -> Installed:
    """Installs the package into a new environment at `folder`."""
    # The developer's settings, such as PYTHONDONTWRITEBYTECODE, would affect the times.
    variables = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "BOARDROOM_", "COVERAGE_", "FORCE_COLOR", "NO_COLOR"))
    }
    variables |= {"TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}
    # A current pip, as pipx has, whose launchers start some 4 ms faster.
    venv.create(folder, with_pip=True, upgrade_deps=True)
    python = folder / "bin" / "python"
    subprocess.run(
        [python, "-m", "pip", "install", "--quiet", "--compile", ROOT], env=variables, check=True
    )
    return Installed(python, folder / "bin" / "boardroom", variables)


def make_boards(installed: Installed, folder: Path, meetings: list[int]) -> list[Board]:
    """Makes the demonstration board, one of ten years, and one for each count of meetings."""
    demo = Board(folder / "demo" / "board.db", "demonstration board", 0)
    demo.path.parent.mkdir()
    make = (
        "import sys; from datetime import date; from boardroom.actions.demo import make_demo;"
        " make_demo(sys.argv[1], today=date.today())"
    )
    subprocess.run([installed.python, "-c", make, demo.path], env=installed.variables, check=True)
    boards = [demo]
    for count in (MEETINGS_OF_TEN_YEARS, *meetings):
        name = "ten years" if count == MEETINGS_OF_TEN_YEARS else f"{count:,} meetings"
        board = Board(folder / f"{count}" / "board.db", name, count)
        board.path.parent.mkdir()
        shutil.copyfile(demo.path, board.path)
        grow(board)
        boards.append(board)
    return boards


def grow(board: Board) -> None:
    """Adds held meetings in the ten years before the first one, or earlier if there are many.

    Each comes with a covered agenda item, a kept promise and advice that was reported back. One
    text in ten has an accent.
    """
    connection = sqlite3.connect(board.path)
    advisors = [row[0] for row in connection.execute("SELECT id FROM advisor ORDER BY id")]
    first = date.fromisoformat(connection.execute("SELECT min(met_on) FROM meeting").fetchone()[0])
    step = max(1, TEN_YEARS * len(advisors) // board.meetings)
    days = [
        (first - timedelta(days=step * (n // len(advisors) + 1))).isoformat()
        for n in range(board.meetings)
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
    installed: Installed, cases: list[Case], boards: list[Board], runs: int
) -> tuple[float, dict[tuple[Case, Board], float]]:
    """The medians in seconds of the yardstick, and of each case on each board.

    A first round is not counted. It fills the disk cache and makes the day's copy of each board.
    """
    references: list[float] = []
    times: Times = {(case, board): [] for case in cases for board in boards}
    for n in range(1, runs + 2):
        references.append(timed([str(installed.python), "-c", SQLITE], installed.variables))
        for (case, board), seconds in times.items():
            seconds.append(timed_case(installed, case, board, n))
        if sys.stderr.isatty():
            print(f"\rround {n} of {runs + 1}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return median(references[1:]), {case: median(seconds[1:]) for case, seconds in times.items()}


def timed_case(installed: Installed, case: Case, board: Board, n: int) -> float:
    """The seconds that one run of a case takes on a board."""
    variables = installed.variables | dict(case.variables) | {"BOARDROOM_DB": str(board.path)}
    if case.first_of_day:
        day = date.today() - timedelta(days=n)  # noqa: DTZ011  the user's day
        variables["BOARDROOM_TODAY"] = day.isoformat()
    if case.new_board:
        folder = board.path.parent / f"new-{n}"
        folder.mkdir(exist_ok=True)  # which a named board needs
        variables["BOARDROOM_DB"] = str(folder / "board.db")
    words = [fill(word, board, n) for word in shlex.split(case.words)]
    return timed([str(installed.program), *words], variables, terminal=case.terminal)


def fill(word: str, board: Board, n: int) -> str:
    """A word of a case with its placeholders filled in."""
    if "{promise}" in word:
        connection = sqlite3.connect(board.path)
        newest = connection.execute("SELECT max(id) FROM promise WHERE done_on IS NULL").fetchone()
        connection.close()
        word = word.replace("{promise}", f"p{newest[0]}")
    return word.replace("{n}", str(n))


def timed(arguments: list[str], variables: dict[str, str], *, terminal: bool = False) -> float:
    """The seconds a process takes from start to end, with a pipe or a terminal for its output."""
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
        pass  # the end of a terminal, on Linux
    status = process.wait()
    seconds = time.perf_counter() - start
    os.close(reader)
    if status != 0:
        sys.exit(f"{' '.join(arguments)} ended with {status}:\n{output.decode()}")
    return seconds


def dissect(installed: Installed, words: str, board: Board, runs: int) -> list[float]:
    """The medians in seconds of the `PIECES` of a command."""
    variables = installed.variables | {"BOARDROOM_DB": str(board.path)}
    pieces: list[list[float]] = [[] for _ in PIECES]
    for n in range(runs + 1, 2 * runs + 1):
        arguments = [fill(word, board, n) for word in words.split()]
        start = time.monotonic()
        with subprocess.Popen(
            [installed.python, "-c", DISSECTING, *arguments],
            env=variables,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        ) as process:
            assert process.stderr is not None
            stamps = json.load(process.stderr)
            process.wait()
            moments = [start, *stamps, time.monotonic()]
        for piece, begun, ended in zip(pieces, moments, moments[1:], strict=False):
            piece.append(ended - begun)
    return [median(piece) for piece in pieces]


def peak_memory_mib(installed: Installed, words: str, board: Board) -> float:
    """The peak memory of a command on a board."""
    # On Linux this includes the process before `exec`, so it is never below this script's own.
    with open(os.devnull, "wb") as nowhere:
        process = subprocess.Popen(
            [installed.program, *words.split()],
            env=installed.variables | {"BOARDROOM_DB": str(board.path)},
            stdout=nowhere,
        )
        used = os.wait4(process.pid, 0)[2].ru_maxrss
    return used / (1024 * 1024 if sys.platform == "darwin" else 1024)


def report(yardstick: float, times: dict[tuple[Case, Board], float], boards: list[Board]) -> None:
    """Prints a line per case: its ratios to the yardstick, and what a grown board adds."""
    demo = boards[0]
    print(f'python -c "{SQLITE}": {1000 * yardstick:.1f} ms\n')
    print(f"{'':42}{demo.name:24}" + "".join(f"{board.name:48}" for board in boards[1:]))
    heading = f"{'ms':>6}{'ratio':>7}{'limit':>11}"
    print(f"{'':42}{heading}" + f"{heading}{'more ms':>13}{'limit':>11}" * (len(boards) - 1))
    for case in dict.fromkeys(case for case, _ in times):
        line = f"{case!s:42}"
        for board in boards:
            seconds = times[case, board]
            ratio = seconds / yardstick
            # Lists grow with the board, so ratios have no limit on a board beyond ten years.
            limit = case.ratio if board.meetings <= MEETINGS_OF_TEN_YEARS else None
            line += f"{1000 * seconds:6.1f}{ratio:7.2f}{verdict(ratio, limit):13}"
            if board != demo:
                more = 1000 * (seconds - times[case, demo])
                line += f"{more:+11.1f}{verdict_on_growth(case, board, seconds, more):13}"
        print(line.rstrip())


def verdict_on_growth(case: Case, board: Board, seconds: float, more_ms: float) -> str:
    """The limit on a grown board, and whether it is kept."""
    if case.grown_ms is not None:
        return verdict(1000 * seconds, case.grown_ms, " ms in all")
    share = 1 if board.meetings >= MOST_MEETINGS else 0.5
    return verdict(more_ms, case.growth_ms and case.growth_ms * share, " ms")


def verdict(value: float, limit: float | None, unit: str = "") -> str:
    """The limit, and whether the value is within it."""
    return "" if limit is None else f" ≤ {limit:g}{unit} {'ok' if value <= limit else 'over'}"


if __name__ == "__main__":
    main()
