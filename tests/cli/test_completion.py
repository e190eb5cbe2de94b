"""The completion scripts, and the line in a startup file that loads one."""

from __future__ import annotations

import stat
import subprocess
from pathlib import Path
from unittest.mock import patch

import pytest

from tests.cli.typed import typed, typed_on_terminal
from tests.pages import PAGES

BASH_LINE = 'eval "$(boardroom completion bash)"'
FILES = {
    "bash": ".bashrc",
    "zsh": ".zshrc",
    "fish": ".config/fish/completions/boardroom.fish",
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's home folder, on Linux."""
    monkeypatch.setattr("sys.platform", "linux")
    return tmp_path


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_a_script_is_printed_for_each_shell(shell: str) -> None:
    script = typed("completion", shell)
    asks = {
        "powershell": "$env:_BOARDROOM_COMPLETE = 'powershell'",
        "pwsh": "$env:_BOARDROOM_COMPLETE = 'powershell'",
    }.get(shell, f"_BOARDROOM_COMPLETE={shell} ")

    assert (script.code, script.err) == (0, "")
    assert asks in script.out


def test_a_shell_that_is_none_is_refused() -> None:
    assert typed("completion", "tcsh") == (
        2,
        "",
        "'tcsh' is not a shell. Use one of bash, zsh, fish, powershell, pwsh.\n",
    )


def test_the_script_is_told_as_json() -> None:
    told = typed("completion", "bash", "--json").json

    assert told.pop("script") == typed("completion", "bash").out
    assert told == {
        "schema": "boardroom.completion/1",
        "shell": "bash",
        "line": BASH_LINE,
        "file": None,
        "added": False,
    }


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_the_page_of_completion_has_the_line_of_each_shell(shell: str) -> None:
    line = typed("completion", shell, "--json").json["line"].replace("|", r"\|")

    assert f"| `{line}` |" in PAGES["docs/completion.md"]


@pytest.mark.parametrize("shell", FILES)
def test_the_line_is_added_once(shell: str, home: Path) -> None:
    line = typed("completion", shell, "--json").json["line"]
    file = home / FILES[shell]

    added = typed("completion", shell, "--install", "--yes")
    again = typed("completion", shell, "--install")

    assert added == (0, f"Added the line {line} to the new file {file}. A new shell has it.\n", "")
    assert again == (0, f"{file} loads the completion already, so nothing changed.\n", "")
    assert file.read_text(encoding="utf-8") == f"{line}\n"


def test_the_line_is_shown_and_a_yes_is_asked_for(home: Path) -> None:
    asked = typed_on_terminal("completion", "bash", "--install", answers="n\n")

    assert asked == (
        5,
        "",
        (
            f"  {BASH_LINE}\n"
            f"This adds the line to the new file {home}/.bashrc. Continue? [y/N] Nothing changed.\n"
        ),
    )
    assert not (home / ".bashrc").exists()


def test_without_a_terminal_it_wants_a_yes(home: Path) -> None:
    refused = typed("completion", "bash", "--install")

    assert (refused.code, "Confirm with --yes." in refused.err) == (2, True)
    assert not (home / ".bashrc").exists()


def test_what_the_file_has_stays_and_so_does_its_mode(home: Path) -> None:
    file = home / ".bashrc"
    file.write_bytes(b"# boardroom completion bash\nalias l='ls \xff'")
    file.chmod(0o640)

    typed("completion", "bash", "--install", "--yes")

    assert file.read_bytes() == (
        b"# boardroom completion bash\nalias l='ls \xff'\n" + BASH_LINE.encode() + b"\n"
    )
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_link_is_followed_and_named(home: Path) -> None:
    real = home / "dotfiles" / "bashrc"
    real.parent.mkdir()
    real.write_text("one\n", encoding="utf-8")
    (home / ".bashrc").symlink_to(real)

    asked = typed_on_terminal("completion", "bash", "--install", answers="y\n")

    assert f"to {home}/.bashrc (which leads to {real})." in asked.err
    assert (home / ".bashrc").is_symlink()
    assert real.read_text(encoding="utf-8") == f"one\n{BASH_LINE}\n"


@pytest.mark.parametrize("in_the_way", ["a folder", "a link to itself"])
def test_a_file_that_can_not_be_changed_is_an_error(in_the_way: str, home: Path) -> None:
    file = home / ".bashrc"
    if in_the_way == "a folder":
        file.mkdir()
    else:
        file.symlink_to(file)

    failed = typed("completion", "bash", "--install", "--yes")

    assert (failed.code, failed.out) == (23, "")
    assert failed.err.startswith(f"{file} can't be changed: ")


def test_the_folder_of_zsh_and_of_fish_may_be_elsewhere(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ZDOTDIR", str(home / "z"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))

    for shell in ("zsh", "fish"):
        typed("completion", shell, "--install", "--yes")

    assert (home / "z/.zshrc").is_file()
    assert (home / "config/fish/completions/boardroom.fish").is_file()


@pytest.mark.parametrize(
    ("present", "used"),
    [
        ([], ".bash_profile"),
        ([".profile"], ".profile"),
        ([".profile", ".bash_login"], ".bash_login"),
    ],
)
def test_on_macos_bash_reads_its_login_file(
    present: list[str], used: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    for name in present:
        (home / name).write_text("", encoding="utf-8")

    told = typed("completion", "bash", "--install", "--yes", "--json").json

    assert (told["file"], told["added"]) == (str(home / used), True)


def test_powershell_is_asked_where_its_profile_is(home: Path) -> None:
    profile = home / "Documents" / "profile.ps1"
    answered = subprocess.CompletedProcess([], 0, stdout=f"{profile}\n")

    with patch("subprocess.run", return_value=answered):
        told = typed("completion", "pwsh", "--install", "--yes", "--json").json

    assert told["file"] == str(profile)
    assert profile.read_text(encoding="utf-8") == f"{told['line']}\n"


def test_a_powershell_that_does_not_start_is_an_error_with_the_line() -> None:
    with patch("subprocess.run", side_effect=FileNotFoundError):
        failed = typed("completion", "powershell", "--install")

    assert failed == (
        3,
        "",
        (
            "powershell can't be started, so the path of its profile is not known. Add this line to"
            " $PROFILE: boardroom completion powershell | Out-String | Invoke-Expression\n"
        ),
    )
