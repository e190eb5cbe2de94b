"""`remind`: what to install, with the program's own path, and how."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from boardroom.cli.call import Call
from boardroom.cli.remind import KINDS, program
from boardroom.cli.tab import offer_for
from tests.cli.typed import typed


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The path of the program, in a folder of its own."""
    path = tmp_path / "my tools" / "boardroom"
    path.parent.mkdir()
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setattr("sys.argv", [str(path)])
    monkeypatch.delenv("XDG_DATA_HOME")
    return str(path)


def test_the_text_is_on_stdout_and_how_to_install_it_on_stderr(installed: str) -> None:
    assert typed("remind", "cron", "--at", "7:05") == (
        0,
        f"5 7 * * * '{installed}' due --severity due\n",
        (
            "To install it:\n"
            "  (crontab -l 2>/dev/null; boardroom remind cron --at 7:05) | crontab -\n"
            "cron mails what is due to you on this machine, which needs a mail program. It does not"
            " catch up on a day when the machine was off; systemd and launchd do.\n"
        ),
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_names_the_program(kind: str, installed: str) -> None:
    reminder = typed("remind", kind)

    assert (reminder.code, installed in reminder.out) == (0, True)


@pytest.mark.parametrize("named_by", ["--db", "BOARDROOM_DB", "XDG_DATA_HOME", None])
def test_the_board_is_named_if_it_is_not_at_its_usual_place(
    named_by: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "boardroom" / "board.db")
    if named_by == "XDG_DATA_HOME":
        monkeypatch.setenv(named_by, str(tmp_path))
    elif named_by == "BOARDROOM_DB":
        monkeypatch.setenv(named_by, path)
    if named_by != "XDG_DATA_HOME":
        monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    options = ["--db", path] if named_by == "--db" else []

    reminder = typed(*options, "remind", "cron")

    assert (f" --db {path} due" in reminder.out) == (named_by is not None)
    assert (f"boardroom --db {path} remind" in reminder.err) == (named_by == "--db")


def test_a_relative_path_of_the_board_is_made_absolute() -> None:
    told = typed("--db", "mine.db", "remind", "cron", "--json").json

    assert told["board"] == os.path.abspath("mine.db")


@pytest.mark.parametrize(
    ("at", "time"), [("8am", "08:00"), ("noon", "12:00"), ("at 19.45", "19:45"), ("6h", "06:00")]
)
def test_a_time_is_read_as_everywhere(at: str, time: str) -> None:
    assert typed("remind", "systemd", "--at", at, "--json").json["at"] == time


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["cron", "--at", "25:00"], "'25:00' is not a time of day. Write it like 15:30, 3pm or 3:30pm."),
        (["cron", "--at", "8:00-9:00"], "'8:00-9:00' is a range of times. Give one time: --at 08:00."),
        (["prompt", "--at", "8am"], ("--at has no use with prompt, which has no time of day."
         " Leave it out, or use it with cron, systemd, launchd or windows.")),
        (["cron", "--shell", "zsh"], "--shell has no use with cron. Leave it out, or use prompt or login."),
        (["login", "--shell", "tmux"], "'tmux' is not a shell with a part of its own. Use one of bash, zsh, fish."),
        (["mail"], "'mail' is not a way to be reminded. Use one of cron, systemd, launchd, windows, prompt, login. To note what to do: boardroom promise add WHO TEXT --by DATE"),
        (["--db", "a\nb", "cron"], (f"The path {f'{os.getcwd()}/a{chr(10)}b'!r} contains a control character."
         " Rename it, and try again.")),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(words: list[str], error: str) -> None:
    assert typed("remind", *words) == (2, "", f"{error}\n")


def test_without_a_kind_it_says_what_to_write() -> None:
    refused = typed("remind")

    assert (refused.code, refused.out) == (2, "")
    assert "boardroom remind cron" in refused.err


def test_one_shells_part_stands_alone(installed: str) -> None:
    every, one = typed("remind", "prompt").out, typed("remind", "prompt", "--shell", "zsh").out

    assert installed in one
    assert f"# zsh: ~/.zshrc\n{one}\n# fish: " in every


def test_a_demo_names_no_board(installed: str) -> None:
    assert typed("demo", "remind", "cron").out == f"30 8 * * * '{installed}' due --severity due\n"


def test_its_json_has_the_files_and_how_to_install_them(installed: str) -> None:
    told = typed("remind", "systemd", "--json").json
    files = told.pop("files")

    assert [list(file) for file in files] == [["path", "of", "text"]] * 2
    assert "30 8" not in files[0]["text"]
    assert "08:30:00" in files[1]["text"]
    assert told.pop("note")
    assert told == {
        "schema": "boardroom.reminder/1",
        "kind": "systemd",
        "at": "08:30",
        "program": [installed],
        "board": None,
        "install": ["boardroom remind systemd | sh"],
    }


def test_a_program_started_as_a_module_is_the_one_beside_its_python(
    tmp_path: Path, installed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["/somewhere/boardroom/__main__.py"])
    monkeypatch.setattr("sys.executable", str(Path(installed).with_name("python")))
    assert program() == (installed,)

    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    monkeypatch.setenv("PATH", str(Path(installed).parent))
    assert program() == (installed,)

    monkeypatch.setenv("PATH", "")
    assert program() == (str(tmp_path / "python"), "-m", "boardroom")


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_a_link_to_the_program_is_kept(
    tmp_path: Path, installed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = tmp_path / "boardroom"
    link.symlink_to(installed)
    monkeypatch.setattr("sys.argv", [str(link)])

    assert program() == (str(link),)


def test_tab_completes_its_words() -> None:
    assert list(offer_for("boardroom remind ", Call()).words) == list(KINDS)
    assert list(offer_for("boardroom remind prompt --shell t", Call()).words) == ["tmux"]
