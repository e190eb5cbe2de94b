"""The completion scripts, and what the program answers when one of them asks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boardroom.cli.tree import TREE, Branch
from tests.boards import Board
from tests.children import ran
from tests.cli.typed import typed

WHOSE = [
    "advisor show",
    "advisor edit",
    "advisor rm",
    "advisor pause",
    "--db PATH advisor show",
    "advisor show --json",
]


@pytest.fixture
def board(board: Board) -> Board:
    for name in ("Marcus Ojo", "Marcus Webb", "Ana Lima"):
        board.advisor(name)
    return board


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_a_script_is_printed_for_each_shell(shell: str) -> None:
    script = typed("completion", shell)
    assert (script.code, script.err) == (0, "")
    assert (
        f"_BOARDROOM_COMPLETE=complete_{shell}" in script.out
        or '$Env:_BOARDROOM_COMPLETE = "complete_powershell"' in script.out
    )


def test_a_shell_that_is_none_is_refused() -> None:
    assert typed("completion", "tcsh") == (
        2,
        "",
        "'tcsh' is not a shell. Use one of bash, zsh, fish, powershell, pwsh.\n",
    )


@pytest.mark.parametrize("words", WHOSE)
def test_a_who_is_completed_with_handles(
    board: Board, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    words = words.replace("PATH", board.path)
    assert _completed(monkeypatch, f"{words} m") == ["marcus", "marcus-webb"]
    assert _completed(monkeypatch, f"{words} ") == ["ana", "marcus", "marcus-webb"]
    assert _completed(monkeypatch, f"{words} x") == []


def test_a_name_may_hold_anything_and_is_not_shown_to_the_shell(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.advisor("$(rm -rf ~) [/bold]")
    monkeypatch.setenv("_BOARDROOM_COMPLETE", "complete_zsh")
    monkeypatch.setenv("_TYPER_COMPLETE_ARGS", "boardroom advisor show r")
    assert typed().out == "_arguments '*: :((\"rm\"))'\n"


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("", list(TREE)),
        ("a", ["advisor", "agreement", "agenda", "advice"]),
        ("advisor s", ["show", "seat"]),
        ("advisor ", [*TREE["advisor"].leaves] if isinstance(TREE["advisor"], Branch) else []),
        ("goal step ", ["add", "edit", "rm"]),
        ("--d", ["--db", "--debug"]),
        ("advisor --n", ["--no-input"]),
        ("due --w", ["--within"]),
        ("--version advisor s", ["show", "seat"]),
        ("due ", []),
    ],
)
@pytest.mark.usefixtures("board")
def test_commands_and_options_are_completed(
    monkeypatch: pytest.MonkeyPatch, words: str, completed: list[str]
) -> None:
    assert _completed(monkeypatch, words) == completed


@pytest.mark.parametrize("words", ["advisor show m", "--db PATH advisor show m"])
def test_a_board_that_can_not_be_read_completes_nothing_quietly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    monkeypatch.setenv("BOARDROOM_DB", str(tmp_path))
    assert _completed(monkeypatch, words.replace("PATH", str(tmp_path))) == []


def test_fish_learns_by_the_exit_code_whether_there_is_anything(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert board.path
    monkeypatch.setenv("_BOARDROOM_COMPLETE", "complete_fish")
    monkeypatch.setenv("_TYPER_COMPLETE_FISH_ACTION", "is-args")
    for word, code in (("m", 0), ("x", 1)):
        monkeypatch.setenv("_TYPER_COMPLETE_ARGS", f"boardroom advisor show {word}")
        assert typed().code == code


def test_the_names_of_commands_are_completed_without_importing_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _ask(monkeypatch, "advisor ")
    script = (
        "import json, sys; from boardroom.cli.run import run; run([]);"
        "print(json.dumps([name for name in sys.modules if name == 'sqlmodel' or name.startswith('boardroom.cli.advisor')]))"
    )
    code, out, err = ran("-c", script)
    *names, imported = out.splitlines()
    assert (code, err, json.loads(imported)) == (0, "", [])
    assert "show" in names


def _completed(monkeypatch: pytest.MonkeyPatch, words: str) -> list[str]:
    """What bash is told when the tab key is pressed after these words."""
    _ask(monkeypatch, words)
    told = typed()
    assert (told.code, told.err) == (0, "")
    return told.out.splitlines() if told.out != "\n" else []


def _ask(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    line = f"boardroom {words}"
    monkeypatch.setenv("_BOARDROOM_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(line.split(" ")) - 1))
