"""The Tab key in a real zsh and a real fish, by `make test-shells`."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.boards import Board
from tests.e2e.installed import PROGRAM, boardroom
from tests.e2e.shell_sessions import board_to_complete, session
from tests.shells import NEEDS_FISH, NEEDS_ZSH


@pytest.mark.parametrize("shell", [pytest.param("zsh", marks=NEEDS_ZSH)])
def test_tab_completes_in_zsh_and_a_question_mark_is_text(
    shell: str, board: Board, tmp_path: Path
) -> None:
    board_to_complete(board)
    start = ["PS1='$ '", "unset zle_bracketed_paste", 'eval "$(boardroom completion zsh)"']

    with session(shell, ["-f", "-i"], start, tmp_path) as zsh:
        zsh.shows("boardroom bac\t", "backup ")
        zsh.shows("boardroom prep lim\t", "prep lima ")
        zsh.shows("boardroom prep marcus o\t", "prep marcus ojo ")
        zsh.shows("boardroom search --who=m\t", "--who=marcus ")
        zsh.shows("boardroom import de\t", "import deck.md ")
        zsh.shows("boardroom due --db=de\t", "--db=deck.md ")
        zsh.shows("boardroom done \t\t", "p1  -- Tell Ana how it went")
        zsh.shows("boardroom done \t\t", "p2  -- Send `touch hurt` $(touch hurt) the *.md: 20%")
        zsh.shows("boardroom agenda add ana What is *new*?\n", "What is *new*?\r\n")

    assert not (tmp_path / "hurt").exists()
    assert board.sql("SELECT text FROM agenda_item") == [("What is *new*?",)]


FISH = {
    "bac": ["backup\tCopy the board, or list its copies."],
    "prep lim": ["lima\tAna Lima"],
    "prep marcus o": ["ojo\tMarcus Ojo"],
    "search --who=m": ["--who=marcus\tMarcus Ojo"],
    "import de": ["deck.md"],
    "due --db=de": ["--db=deck.md"],
    "agenda add ana de": [],
    "done p": [
        "p1\tTell Ana how it went",
        "p2\tSend `touch hurt` $(touch hurt) the *.md: 20%",
    ],
}


@pytest.mark.parametrize("line", [pytest.param(line, marks=NEEDS_FISH) for line in FISH])
def test_tab_completes_in_fish(line: str, board: Board, tmp_path: Path) -> None:
    board_to_complete(board)
    (tmp_path / "deck.md").touch()
    boardroom("completion", "fish", "--install", "--yes")

    answer = subprocess.run(
        [shutil.which("fish") or "fish", "-c", f"complete -C 'boardroom {line}'"],
        cwd=tmp_path,
        env={**os.environ, "PATH": f"{Path(PROGRAM).parent}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )

    assert (sorted(answer.stdout.splitlines()), answer.stderr) == (FISH[line], "")
    assert not (tmp_path / "hurt").exists()
