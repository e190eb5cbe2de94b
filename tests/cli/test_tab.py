"""What a shell is told at a Tab is the same with Typer and without it."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from unittest.mock import patch

import pytest

from boardroom.cli import tab
from boardroom.cli.call import Call
from boardroom.store.file import WAIT_SECONDS
from tests.boards import Board
from tests.cli.typed import typed

PLAIN = [
    "",
    "a",
    "zzz",
    "--json ",
    "goal ",
    "goal st",
    "goal step ",
    "advisor show ",
    "advisor show m",
    "advisor show zzz",
    "advisor show --json m",
    "--db PATH advisor show m",
    "advisor --db=PATH show m",
    "advisor show marcus ",
    "agenda add m",
    "agenda add marcus ",
    "agenda add marcus Which bud",
    "agenda add --kind ",
    "agenda add --kind topic m",
    "search --who m",
    "review --advisor m",
    "review m",
    "log marcus --on ",
    "undo ",
    "due ",
    "due x",
    "advisor show ana marcus m",
]
ODD = [
    "--d",
    "advisor show --",
    "advisor show --j",
    "search --who=m",
    "nonsense ",
    "due --nonsense ",
    "advisor show 'm",
    "advisor show -- m",
    "demo advisor show m",
    "goal show g1 g2 m",
    "=",
]


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Board:
    """A board with three people on it."""
    board = Board(tmp_path_factory.mktemp("three") / "board.db")
    for name in ("Marcus Ojo", "Marcus Webb", "Ana Lima"):
        board.advisor(name)
    return board


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "fish is-args", "powershell"])
@pytest.mark.parametrize("words", [*PLAIN, *ODD])
def test_a_tab_is_answered_alike(
    words: str, shell: str, three: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARDROOM_DB", three.path)
    _press(monkeypatch, words.replace("PATH", three.path), shell)

    answered = typed()
    with patch("boardroom.cli.tab.answer", return_value=None):
        assert answered == typed()


def test_a_tab_waits_no_longer_than_a_prompt(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    board.advisor()
    _press(monkeypatch, "advisor show m", "fish")
    with closing(sqlite3.connect(board.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        begun = time.monotonic()

        answered = typed()

    assert (answered.out.strip(), time.monotonic() - begun < WAIT_SECONDS) == ("", True)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
@pytest.mark.parametrize("words", PLAIN)
def test_a_plain_tab_needs_no_typer(
    words: str, shell: str, three: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARDROOM_DB", three.path)
    _press(monkeypatch, words.replace("PATH", three.path), shell)

    assert tab.answer(f"complete_{shell}", Call()) is not None


@pytest.mark.parametrize("words", ODD)
def test_an_odd_tab_is_left_to_typer(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _press(monkeypatch, words, "bash")

    assert tab.answer("complete_bash", Call()) is None


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The seats at a glance.", "The seats at a glance."),
        ("x" * 45, "x" * 45),
        (
            "Who has not been seen, whose review has come, what is planned.",
            "Who has not been seen, whose review has...",
        ),
    ],
)
def test_help_beside_a_command_is_cut_at_a_blank(text: str, short: str) -> None:
    assert tab.shortened(text) == short


def _press(monkeypatch: pytest.MonkeyPatch, words: str, shell: str) -> None:
    """Sets what a completion script sets when Tab is pressed after these words."""
    name, _, action = shell.partition(" ")
    line = f"boardroom {words}"
    monkeypatch.setenv("_BOARDROOM_COMPLETE", f"complete_{name}")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", line)
    monkeypatch.setenv("_TYPER_COMPLETE_WORD_TO_COMPLETE", line.rsplit(" ", maxsplit=1)[-1])
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", action or "get-args")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(line.split(" ")) - 1))
