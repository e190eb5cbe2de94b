"""What every test has: a fixed today, its own home, and nothing of the developer's terminal."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.boards import Board

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

_IN_MEMORY = Path("/dev/shm")  # noqa: S108  pytest makes a folder in it that is the user's own
# Thousands of boards are written and flushed, which is faster in memory. No test needs a real disk.
# If memory is short, as in a container, they go to the disk.
if (
    _IN_MEMORY.is_dir()
    and os.access(_IN_MEMORY, os.W_OK)
    and shutil.disk_usage(_IN_MEMORY).free > 2**30
):
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_IN_MEMORY))

_DEVELOPERS_VARIABLES = (
    "BOARDROOM_DB",
    "BOARDROOM_EDITOR",
    "VISUAL",
    "EDITOR",
    "ACCESSIBLE",
    "NO_COLOR",
    "FORCE_COLOR",
    "COLORTERM",
    "COLUMNS",
    "LINES",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "ZDOTDIR",
    # Tell rich that any stream is, or is not, a terminal.
    "TTY_COMPATIBLE",
    "TTY_INTERACTIVE",
)


_STARTS_PROCESSES = {"ran", "start", "kill_in_mid_change", "pexpect", "run_reminder"}
"""Names in test modules that start processes."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="rewrite the golden files; check the diff",
    )


def pytest_configure() -> None:
    """Resets signal handlers, since nohup and the like ignore some signals."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for name in ("SIGHUP", "SIGPIPE", "SIGQUIT", "SIGTERM"):
        if hasattr(signal, name):
            signal.signal(
                getattr(signal, name), signal.SIG_DFL if name != "SIGPIPE" else signal.SIG_IGN
            )


def pytest_itemcollected(item: pytest.Item) -> None:
    """Marks what starts a process, before `-m` selects."""
    module = getattr(item, "module", item)
    if "e2e" in item.path.parts or _STARTS_PROCESSES & vars(module).keys():
        item.add_marker(pytest.mark.process)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Runs the long scripts first; at the end, one of them would keep a single core busy."""
    items.sort(key=lambda item: "e2e" not in item.path.parts)


def pytest_collection_finish() -> None:
    """Leaves all that was collected out of every later search for garbage, and searches less often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the file of that name in `tests/golden`."""

    def check(name: str, text: str) -> None:
        path = Path(__file__).parent / "golden" / f"{name}.txt"
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8")

    return check


@pytest.fixture(autouse=True)
def _surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sets today to Saturday 21 November 2026, and the home folder to the test's own."""
    for name in _DEVELOPERS_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BOARDROOM_TODAY", "2026-11-21")
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))


@pytest.fixture
def board(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Board:
    """A board at `BOARDROOM_DB`; its file is made by the first change."""
    path = tmp_path / "board.db"
    monkeypatch.setenv("BOARDROOM_DB", str(path))
    return Board(path)


@pytest.fixture
def empty_board(board: Board) -> Board:
    """A board at `BOARDROOM_DB` with nothing on it."""
    board.lay_empty()
    return board


@pytest.fixture
def move_to(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Moves the process to a time zone until the end of the test."""

    def move(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    if not hasattr(time, "tzset"):
        pytest.skip("a process can't change its time zone on this platform")
    yield move
    monkeypatch.undo()
    time.tzset()
