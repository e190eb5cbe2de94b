"""Collects what each bar was measured at, and prints it as one table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.soak.changes import make_template
from tests.soak.program import TODAY

Measured = Callable[[str, str, str], None]
"""Notes one line of the table: the bar, what was done, and the figure."""

_KEY = "bar"


@pytest.fixture
def measured(record_property: Callable[[str, object], None]) -> Measured:
    """Notes a line of the table; to be called before the test asserts anything."""

    def note(bar: str, done: str, figure: str) -> None:
        record_property(_KEY, (bar, done, figure))

    return note


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Prints the table: a line for each figure, and for each bar that could not be measured."""
    lines = [("bar", "done", "result", "figure"), *_lines(terminalreporter)]
    widths = [max(len(line[column]) for line in lines) for column in range(3)]
    terminalreporter.section("soak")
    for line in lines:
        cells = [cell.ljust(width) for cell, width in zip(line, widths, strict=False)]
        terminalreporter.write_line("  ".join([*cells, line[3]]).rstrip())


def _lines(reporter: pytest.TerminalReporter) -> Iterator[tuple[str, str, str, str]]:
    for result, word in (("passed", "ok"), ("failed", "FAILED"), ("error", "FAILED")):
        for report in reporter.stats.get(result, []):
            noted = [value for key, value in report.user_properties if key == _KEY]
            name = report.nodeid.rpartition("::")[2]
            for bar, done, figure in noted or [(name, "", "")]:
                yield bar, done, word, figure
    for report in reporter.stats.get("skipped", []):
        yield report.nodeid.rpartition("::")[2], "", "skipped", str(report.longrepr[2])


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
