"""Reminders in prompts and at login, run by their shells."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pexpect
import pytest

from boardroom.formats.prompt_segments import login, prompt
from boardroom.formats.reminder_files import Reminder
from tests.formats.reminded import BOARD, DUE, command_in, run_reminder, words_of_call
from tests.shells import NEEDS_BASH, NEEDS_FISH, NEEDS_TMUX, NEEDS_ZSH

SHORT = ["--db", BOARD, "due", "--short"]
IN_A_SHELL = [
    pytest.param("bash", marks=NEEDS_BASH),
    pytest.param("zsh", marks=NEEDS_ZSH),
    pytest.param("fish", marks=NEEDS_FISH),
]
PROMPT_OF = {
    "bash": ["bash", "-c", "PS1='$ '\n{}\necho \"${{PS1@P}}\""],
    "zsh": ["zsh", "-f", "-c", "PROMPT='$ '\n{}\nprint -P $PROMPT"],
    "fish": ["fish", "-c", "{}\nfish_right_prompt"],
}
START_OF = {
    "bash": "bash --noprofile --norc {}",
    "zsh": "zsh -f {}",
    "fish": "fish --no-config -i {}",
}


def _text(reminder: Reminder, of: str) -> str:
    [text] = [file.text for file in reminder.files if file.of == of]
    return text


def _prompt(shell: str, folder: Path, due: str) -> str:
    text = _text(prompt(command_in(folder, due=due)), shell)
    return run_reminder([word.format(text) for word in PROMPT_OF[shell]], folder)


@pytest.mark.parametrize("shell", IN_A_SHELL)
def test_a_prompt_shows_what_is_due(shell: str, tmp_path: Path) -> None:
    assert DUE in _prompt(shell, tmp_path, DUE)
    assert words_of_call(tmp_path) == SHORT


@pytest.mark.parametrize("shell", IN_A_SHELL)
def test_a_prompt_shows_nothing_if_nothing_is_due(shell: str, tmp_path: Path) -> None:
    assert _prompt(shell, tmp_path, "").strip() == ("" if shell == "fish" else "$")


def test_the_module_of_starship(tmp_path: Path) -> None:
    module = tomllib.loads(_text(prompt(command_in(tmp_path)), "starship"))["custom"]["boardroom"]

    assert run_reminder([*module["shell"], "-c", module.pop("command")], tmp_path) == f"{DUE}\n"
    assert words_of_call(tmp_path) == SHORT
    assert module == {"when": True, "shell": ["sh"], "format": "([$output]($style) )"}


def test_the_line_of_tmux() -> None:
    text = _text(prompt(["/my tools/boardroom", "--db", "/50% $a #1.db"]), "tmux")

    assert text == (
        "set -g status-interval 60\n"
        "set -ag status-right \" #('/my tools/boardroom' --db '/50%% \\$a ##1.db' due --short)\"\n"
    )


@pytest.mark.parametrize("_", [pytest.param("tmux", marks=NEEDS_TMUX)])
def test_tmux_takes_the_line(_: str, tmp_path: Path) -> None:
    (tmp_path / "tmux.conf").write_text(
        _text(prompt(command_in(tmp_path)), "tmux"), encoding="utf-8"
    )
    start = ["tmux", "-S", f"{tmp_path}/t", "-f", f"{tmp_path}/tmux.conf"]

    shown = run_reminder([*start, "start-server", ";", "show", "-gv", "status-right"], tmp_path)

    call = prompt(command_in(tmp_path)).files[0].text.partition("due=$(")[2].partition(") &&")[0]
    assert shown.rstrip("\n").endswith(f" #({call.replace('%', '%%').replace('#', '##')})")


@pytest.mark.parametrize("shell", IN_A_SHELL)
def test_a_login_prints_the_list_once_a_day(shell: str, tmp_path: Path) -> None:
    line = _text(login(command_in(tmp_path)), shell)
    (tmp_path / "line").write_text(line, encoding="utf-8")
    start = START_OF[shell].format(tmp_path / "line")
    variables = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "TERM": "dumb"}

    printed = []
    for last in (None, None, "2026-01-01\n"):
        if last:
            (tmp_path / ".cache/boardroom-day").write_text(last, encoding="utf-8")
        printed.append(DUE in pexpect.run(start, env=variables, encoding="utf-8"))

    assert line.count("\n") == 1
    assert printed == [True, False, True]
    assert words_of_call(tmp_path) == ["--db", BOARD, "due"]


@pytest.mark.parametrize("shell", [pytest.param("bash", marks=NEEDS_BASH)])
def test_a_login_without_a_terminal_prints_nothing(shell: str, tmp_path: Path) -> None:
    line = _text(login(command_in(tmp_path)), shell)

    assert run_reminder([shell, "-c", f"{line} true"], tmp_path) == ""
