"""An interactive shell on a terminal, with the completion script loaded and a board to complete."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pexpect

from tests.boards import Board
from tests.e2e.installed import PROGRAM

READY = "the shell is ready"
_CLEAR_LINE = "\x15"


class ShellSession:
    """Types into a shell, and waits for what it shows."""

    def __init__(self, child: pexpect.spawn[str]) -> None:
        self._child = child

    def shows(self, keys: str, expected: str) -> str:
        """Presses keys, waits for a text on the screen, and clears the line.

        Returns what was shown up to that text.
        """
        self._child.send(keys)
        self._child.expect_exact(expected)
        shown = str(self._child.before)
        self._child.send(_CLEAR_LINE)
        return shown


@contextmanager
def session(
    shell: str, arguments: list[str], start: list[str], folder: Path
) -> Iterator[ShellSession]:
    """A shell in a folder with a file `deck.md`, after the lines of `start`."""
    (folder / "deck.md").touch()
    environment: dict[str, Any] = {
        **{name: value for name, value in os.environ.items() if not name.startswith("COV")},
        "PATH": f"{Path(PROGRAM).parent}{os.pathsep}{os.environ['PATH']}",
        "TERM": "dumb",
        "PS1": "$ ",
    }
    child = pexpect.spawn(
        shutil.which(shell) or shell,
        arguments,
        cwd=str(folder),
        env=environment,
        encoding="utf-8",
        dimensions=(50, 120),
        timeout=20,
    )
    try:
        for line in start:
            child.sendline(line)
        child.sendline(f'echo "{READY[:5]}""{READY[5:]}"')
        child.expect_exact(READY)
        yield ShellSession(child)
    finally:
        child.close(force=True)


def board_to_complete(board: Board) -> Board:
    """Two people and two promises, with words that a shell could take for its own."""
    ana = board.advisor("Ana Lima")
    board.advisor("Marcus Ojo")
    board.promise(ana, "Tell Ana how it went")
    board.promise(ana, "Send `touch hurt` $(touch hurt) the *.md: 20%")
    return board
