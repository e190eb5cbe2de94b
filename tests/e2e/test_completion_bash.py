"""The Tab key in a real bash."""

from __future__ import annotations

from pathlib import Path

from tests.boards import Board
from tests.e2e.shell_sessions import board_to_complete, session
from tests.shells import NEEDS_BASH

pytestmark = NEEDS_BASH

START = ["bind 'set enable-bracketed-paste off'", 'eval "$(boardroom completion bash)"']


def test_tab_completes_in_bash(board: Board, tmp_path: Path) -> None:
    board_to_complete(board)

    with session("bash", ["--norc", "-i"], START, tmp_path) as bash:
        bash.shows("boardroom bac\t", "boardroom backup ")
        bash.shows("boardroom prep lim\t", "prep lima ")
        bash.shows("boardroom prep marcus o\t", "prep marcus ojo ")
        bash.shows("boardroom search --who=m\t", "--who=marcus ")
        bash.shows("boardroom import de\t", "import deck.md ")
        bash.shows("boardroom done p\t\t", "p1  Tell Ana how it went")
        bash.shows("boardroom done p\t\t", "p2  Send `touch hurt` $(touch hurt) the *.md: 20%")
        bash.shows("boardroom agenda add ana de\t", "ana de\x07")  # the bell: there is nothing
        shown = bash.shows("boardroom backup \t\t", "list")

    assert "deck.md" in shown
    assert not (tmp_path / "hurt").exists()
