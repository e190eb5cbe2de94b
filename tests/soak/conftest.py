"""Collects what each bar was measured at, and prints it as one table."""

from __future__ import annotations

import compileall
import os
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, Protocol

import pytest

import boardroom
from tests.soak.changes import make_template
from tests.soak.program import TODAY

_KEY = "bar"


_MEASURE_MEMORY = ("test_hostile_imports", "test_large_calendars", "test_round_trips")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Runs what measures memory first: a new process counts what its parent had taken until then."""
    items.sort(key=lambda item: item.path.stem not in _MEASURE_MEMORY)


class Figure(NamedTuple):
    """What one test measured of a bar: so many `done`, and so many of them `wrong`.

    `seconds` and `mib` are the most that any took.
    """

    bar: str
    done: int
    unit: str
    wrong: int
    what: str
    seconds: float = 0
    mib: float = 0

    def plus(self, other: Figure) -> Figure:
        """This and what another test measured of the same."""
        return self._replace(
            done=self.done + other.done,
            wrong=self.wrong + other.wrong,
            seconds=max(self.seconds, other.seconds),
            mib=max(self.mib, other.mib),
        )

    def cells(self, result: str) -> tuple[str, str, str, str]:
        """The line of the table."""
        figure = f"{self.wrong:,} {self.what}"
        if self.seconds:
            figure += f", at most {self.seconds:.1f} s"
        if self.mib:
            figure += f", at most {self.mib:.0f} MiB"
        return self.bar, f"{self.done:,} {self.unit}", result, figure


class Measured(Protocol):
    """Notes a figure, with everything that was wrong; to be called before the test asserts it."""

    def __call__(
        self,
        bar: str,
        done: int,
        unit: str,
        *,
        wrong: Collection[object],
        what: str = "wrong",
        seconds: float = 0,
        mib: float = 0,
    ) -> None: ...


@pytest.fixture
def measured(record_property: Callable[[str, object], None]) -> Measured:
    """Notes a figure for the table."""

    def note(
        bar: str,
        done: int,
        unit: str,
        *,
        wrong: Collection[object],
        what: str = "wrong",
        seconds: float = 0,
        mib: float = 0,
    ) -> None:
        print(*wrong, sep="\n")
        record_property(_KEY, tuple(Figure(bar, done, unit, len(wrong), what, seconds, mib)))

    return note


@pytest.fixture(scope="session", autouse=True)
def _compiled() -> None:
    """Has the program compiled as an installation has it, since no run writes bytecode."""
    compileall.compile_dir(os.path.dirname(boardroom.__file__), quiet=1)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a board and files to import, to be copied."""
    folder = tmp_path_factory.mktemp("soak") / "template"
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("BOARDROOM_TODAY", TODAY)
        make_template(folder)
    return folder


@pytest.fixture
def disk() -> Iterator[Path]:
    """A folder on a real disk, where the tests' own are in memory."""
    with TemporaryDirectory(dir=Path(__file__).parents[2], prefix=".soak-") as name:
        yield Path(name)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints the table: a line for each bar, and for each test that could not measure."""
    lines = [("bar", "done", "result", "figure"), *_lines(terminalreporter)]
    widths = [max(len(line[column]) for line in lines) for column in range(3)]
    terminalreporter.section("soak")
    for line in lines:
        cells = [cell.ljust(width) for cell, width in zip(line, widths, strict=False)]
        terminalreporter.write_line("  ".join([*cells, line[3]]).rstrip())


def _lines(reporter: pytest.TerminalReporter) -> list[tuple[str, str, str, str]]:
    figures: dict[tuple[str, str, str], tuple[Figure, str]] = {}
    others = []
    for result, word in (("passed", "ok"), ("failed", "FAILED"), ("error", "FAILED")):
        for report in reporter.stats.get(result, []):
            noted = [Figure(*value) for key, value in report.user_properties if key == _KEY]
            if not noted:
                others.append((_name(report), "", word, ""))
            for figure in noted:
                key = figure.bar, figure.unit, figure.what
                earlier = figures.get(key)
                figures[key] = (figure.plus(earlier[0]) if earlier else figure, word)
    others += [
        (_name(report), "", "skipped", str(report.longrepr[2]))
        for report in reporter.stats.get("skipped", [])
    ]
    return [*(figure.cells(word) for figure, word in figures.values()), *sorted(others)]


def _name(report: pytest.TestReport) -> str:
    return report.nodeid.rpartition("::")[2]
