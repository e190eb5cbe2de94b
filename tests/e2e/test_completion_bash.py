"""The Tab key in a real bash."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.boards import Board
from tests.e2e.shell_sessions import board_to_complete, session

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")

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
        bash.shows("boardroom agenda add ana de\tck\t?", "agenda add ana deck?")
        shown = bash.shows("boardroom backup \t\t", "list")

    assert "deck.md" in shown
    assert not (tmp_path / "hurt").exists()
