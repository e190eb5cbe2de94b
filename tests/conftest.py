"""What every test stands on: a fixed today, a home of its own, and nothing of the developer's terminal."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.boards import Board

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

_IN_MEMORY = Path("/dev/shm")  # noqa: S108  pytest makes a folder in it that is the user's own
# Thousands of boards are written and flushed, each in a moment; no test shows what only a real disk does, which is to outlast a
# power cut. Where memory is short, as in a container, they go to the disk.
if (
    _IN_MEMORY.is_dir()
    and os.access(_IN_MEMORY, os.W_OK)
    and shutil.disk_usage(_IN_MEMORY).free > 2**30
):
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_IN_MEMORY))

_OF_THE_DEVELOPER = (
    "BOARDROOM_DB",
    "BOARDROOM_EDITOR",
    "VISUAL",
    "EDITOR",
    "NO_COLOR",
    "FORCE_COLOR",
    "COLORTERM",
    "COLUMNS",
    "LINES",
    # Read by rich: a terminal or not, whatever the stream is.
    "TTY_COMPATIBLE",
    "TTY_INTERACTIVE",
)


_STARTS_PROCESSES = {"ran", "start", "kill_in_mid_change", "pexpect"}
"""What a test module has from tests/children.py, or imports, if it starts processes."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="take what the screens show now as right; look at the difference",
    )


def pytest_configure() -> None:
    """Takes signals as a terminal has them: under nohup, say, some are ignored from the start."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for name in ("SIGHUP", "SIGPIPE", "SIGQUIT", "SIGTERM"):
        if hasattr(signal, name):
            signal.signal(
                getattr(signal, name), signal.SIG_DFL if name != "SIGPIPE" else signal.SIG_IGN
            )


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long scripts first, whatever the random order: begun last, one of them would keep a single core busy at the end."""
    items.sort(key=lambda item: "e2e" not in item.path.parts)
    for item in items:
        if (
            "e2e" in item.path.parts
            or _STARTS_PROCESSES & vars(getattr(item, "module", item)).keys()
        ):
            item.add_marker(pytest.mark.process)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Holds a text against the file of that name in `tests/golden`."""

    def check(name: str, text: str) -> None:
        path = Path(__file__).parent / "golden" / f"{name}.txt"
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8")

    return check


@pytest.fixture(autouse=True)
def _surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Saturday 21 November 2026, in a home folder that is the test's own on every platform."""
    for name in _OF_THE_DEVELOPER:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("BOARDROOM_TODAY", "2026-11-21")
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))


@pytest.fixture
def board(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Board:
    """An empty board, which the program also finds by `BOARDROOM_DB`; its file is there from the first change on."""
    path = tmp_path / "board.db"
    monkeypatch.setenv("BOARDROOM_DB", str(path))
    return Board(path)
