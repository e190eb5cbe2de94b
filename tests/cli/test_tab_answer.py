"""How completions are printed for a shell, and what a Tab loads."""

from __future__ import annotations

import json

import pytest

from tests.boards import Board
from tests.children import ran
from tests.cli.typed import typed


def test_a_description_is_one_safe_line(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    board.promise(board.advisor("Ana Lima"), "Send\tit \x1b[31mnow\n$(reboot) `id` " + "x " * 60)

    monkeypatch.setenv("_BOARDROOM_COMPLETE", "zsh")
    monkeypatch.setenv("_BOARDROOM_LINE", "boardroom done ")

    assert typed().out == (
        ":words\np1\tSend it \\x1b[31mnow $(reboot) `id` x x x x x x x x x x x x…\n"
    )


@pytest.mark.parametrize(
    ("line", "listing", "answer"),
    [
        ("promise ", "9", (":words\nadd   Add a promise.\nlist  List promises, both ways.\n"
         "edit  Edit a promise.\ndrop  Drop promises that nobody will keep.\nrm    Remove a promise.\n")),
        ("promise ", "37", ":words\nadd\nlist\nedit\ndrop\nrm\n"),
        ("promise a", "9", ":words\nadd\n"),
        ("log ana --way=l", "9", ":words\nlunch\n"),
        ("import ", "9", ":files\n"),
        ("due ", "9", ":words\n"),
    ],
)  # fmt: skip
def test_bash_gets_lines_to_list(
    line: str, listing: str, answer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_BOARDROOM_COMPLETE", "bash")
    monkeypatch.setenv("_BOARDROOM_LINE", f"boardroom {line}")
    monkeypatch.setenv("_BOARDROOM_LISTING", listing)

    assert typed() == (0, answer, "")


@pytest.mark.parametrize(("line", "command_modules"), [("advisor ", False), ("prep m", True)])
def test_a_tab_loads_no_typer_rich_or_typing(
    line: str, command_modules: bool, board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.lay_demo()
    monkeypatch.setenv("_BOARDROOM_COMPLETE", "bash")
    monkeypatch.setenv("_BOARDROOM_LINE", f"boardroom {line}")
    script = (
        "import json, sys; from boardroom.cli.run import run; run([]);"
        "print(json.dumps([name for name in ('typer', 'rich', 'sqlmodel', 'typing', 'dateutil') if name in sys.modules]));"
        "print(any(name.startswith(('boardroom.cli.advisor', 'boardroom.cli.prep')) for name in sys.modules))"
    )
    code, out, err = ran("-S", "-c", script)
    *_, imported, has_command = out.splitlines()

    assert (code, err, json.loads(imported), has_command) == (0, "", [], str(command_modules))
