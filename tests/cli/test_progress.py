"""How far a long command is, on a terminal."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest

from boardroom.cli.progress import Progress


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock on which a tenth of a second passes from look to look."""
    seconds: Iterator[int] = iter(range(1_000_000))
    monkeypatch.setattr("time.monotonic", lambda: next(seconds) / 10)


def _printed(stream: io.StringIO, monkeypatch: pytest.MonkeyPatch, steps: int) -> list[str]:
    monkeypatch.setattr("sys.stderr", stream)
    with Progress("Checked", steps) as progress:
        for _ in range(steps):
            progress.step()
    return stream.getvalue().split("\r")


@pytest.mark.usefixtures("clock")
def test_it_begins_after_a_second_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _printed(_Screen(), monkeypatch, 1_234) == [
        "",
        "Checked 500 of 1,234 records …",
        "Checked 600 of 1,234 records …",
        "Checked 700 of 1,234 records …",
        "Checked 800 of 1,234 records …",
        "Checked 900 of 1,234 records …",
        "Checked 1,000 of 1,234 records …",
        "Checked 1,100 of 1,234 records …",
        " " * len("Checked 1,100 of 1,234 records …"),
        "",
    ]


@pytest.mark.usefixtures("clock")
def test_a_short_command_shows_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _printed(_Screen(), monkeypatch, 450) == [""]


@pytest.mark.usefixtures("clock")
def test_no_pipe_and_no_dumb_terminal_shows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _printed(io.StringIO(), monkeypatch, 5_000) == [""]
    monkeypatch.setenv("TERM", "dumb")
    assert _printed(_Screen(), monkeypatch, 5_000) == [""]
