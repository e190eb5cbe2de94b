"""What does not fit the terminal is counted, with the command that shows it."""

from __future__ import annotations

import shlex

import pytest

from tests.boards import Board
from tests.cli.typed import typed


@pytest.mark.usefixtures("plain_screen")
@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("due", "boardroom due --all"),
        ("due --severity due --within 30d", "boardroom due --all --within 30d --severity due"),
        ("due --as-of 'in 2w'", "boardroom due --all --as-of 'in 2w'"),
    ],
)
def test_the_command_that_shows_the_rest_keeps_the_options(
    board: Board, monkeypatch: pytest.MonkeyPatch, words: str, command: str
) -> None:
    for name in ("Ana Lima", "Bo Ek", "Cy Roe", "Di Fox", "Ed Lee"):
        board.advisor(name, joined="2026-01-10")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("LINES", "10")

    lines = typed(*shlex.split(words)).out.splitlines()

    assert (len(lines) <= 8, lines[-1]) == (True, f"and 4 more: {command}")
    assert typed(*shlex.split(command)[1:]).code == 0
