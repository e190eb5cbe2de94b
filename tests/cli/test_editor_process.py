from __future__ import annotations

import io
import os
import signal
import sys
from contextlib import redirect_stderr
from pathlib import Path
from unittest.mock import patch

import pytest

from boardroom.cli.call import Call
from boardroom.cli.editor import edit_text
from boardroom.cli.failures import Exit
from boardroom.errors import BadInput, Cancelled
from tests.cli.drafts import draft_path, drafts, kept
from tests.editors import Editor


@pytest.mark.parametrize(
    ("code", "message"),
    [
        (3, "The editor ended with exit code 3, so nothing changed."),
        pytest.param(
            -9,
            "The editor was killed (signal 9), so nothing changed.",
            marks=pytest.mark.skipif(os.name == "nt", reason="no signals"),
        ),
    ],
)
def test_a_failing_editor_cancels_and_the_draft_stays(
    call: Call, editor: Editor, code: int, message: str
) -> None:
    editor.saves("One").ends(code)

    with pytest.raises(Cancelled) as caught:
        edit_text(call, "Text", str, name="note")

    assert (caught.value.message, caught.value.hint) == (
        message,
        f"Your text is kept in {kept(draft_path(call))}",
    )
    assert drafts(call) == {"note.md": "One"}


@pytest.mark.parametrize(
    "code",
    [
        130,
        pytest.param(
            -signal.SIGINT, marks=pytest.mark.skipif(os.name == "nt", reason="no signals")
        ),
    ],
)
def test_ctrl_c_in_the_editor_ends_the_program_and_keeps_the_draft(
    call: Call, editor: Editor, code: int
) -> None:
    editor.saves("One").ends(code)
    printed = io.StringIO()

    with pytest.raises(KeyboardInterrupt), redirect_stderr(printed):
        edit_text(call, "Text", str, name="note")

    assert printed.getvalue() == f"\nYour text is kept in {kept(draft_path(call))}\n"
    assert drafts(call) == {"note.md": "One"}


def test_a_failing_editor_without_a_word_leaves_nodraft_path(call: Call, editor: Editor) -> None:
    editor.closes().ends(1)

    with pytest.raises(Cancelled) as caught:
        edit_text(call, "Text", str, name="note")

    assert (caught.value.message, caught.value.hint) == (
        "The editor ended with exit code 1, so nothing changed.",
        "",
    )
    assert drafts(call) == {}


@pytest.mark.skipif(os.name == "nt", reason="no signals")
def test_ctrl_c_without_a_word_leaves_no_draft(
    call: Call, editor: Editor, capsys: pytest.CaptureFixture[str]
) -> None:
    editor.closes().ends(-signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        edit_text(call, "Text", str, name="note")

    assert (capsys.readouterr().err, drafts(call)) == ("\n", {})


@pytest.mark.skipif(os.name == "nt", reason="no signals")
def test_the_draft_of_a_killed_editor_stays(call: Call, editor: Editor) -> None:
    editor.closes().ends(-9)

    with pytest.raises(Cancelled) as caught:
        edit_text(call, "Text", str, name="note")

    assert (caught.value.hint, drafts(call)) == (
        f"Your text is kept in {kept(draft_path(call))}",
        {"note.md": "Text"},
    )


@pytest.mark.skipif(os.name == "nt", reason="no signals")
@pytest.mark.parametrize("number", [15, 1])
def test_a_program_told_to_end_lets_the_editor_save(
    call: Call, editor: Editor, number: int, capsys: pytest.CaptureFixture[str]
) -> None:
    editor.tells_the_program_to_end(number)
    before = signal.getsignal(number)

    with pytest.raises(Exit) as caught:
        edit_text(call, "Text", str, name="note")

    assert (caught.value.exit_code, capsys.readouterr().err) == (
        128 + number,
        f"Your text is kept in {kept(draft_path(call))}\n",
    )
    assert drafts(call) == {"note.md": "Rescued"}
    assert signal.getsignal(number) is before


@pytest.mark.skipif(os.name == "nt", reason="no signals")
def test_a_hangup_under_nohup_is_ignored(call: Call, editor: Editor) -> None:
    editor.saves("One")
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)

    with patch("boardroom.cli.editor_process.signal.signal", wraps=signal.signal) as handled:
        edit_text(call, "Text", str, name="note")

    assert [set_.args[1] for set_ in handled.call_args_list if set_.args[0] == signal.SIGHUP] == [
        signal.SIG_IGN
    ]
    signal.signal(signal.SIGHUP, before)


@pytest.mark.parametrize(
    "given",
    [
        {"BOARDROOM_EDITOR": "mine", "VISUAL": "no"},
        {"BOARDROOM_EDITOR": " ", "VISUAL": "mine", "EDITOR": "no"},
        {"EDITOR": "mine"},
    ],
)
def test_the_first_variable_that_names_an_editor_counts(
    given: dict[str, str], call: Call, editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor.saves("One")
    mine = os.environ["BOARDROOM_EDITOR"]
    monkeypatch.delenv("BOARDROOM_EDITOR")
    for variable, value in given.items():
        monkeypatch.setenv(variable, mine if value == "mine" else value)

    assert edit_text(call, "Text", str, name="note") == "One"


@pytest.mark.skipif(sys.platform == "win32", reason="a script is no program there")
@pytest.mark.parametrize("name", ["nano", "vi", "my editor"])
def test_without_a_variable_the_first_installed_editor_opens(
    name: str, tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / name
    program.write_text('#!/bin/sh\necho One > "$1"\n')
    program.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    if name == "my editor":
        monkeypatch.setenv("EDITOR", str(program))

    assert edit_text(call, "Text", str, name="note") == "One\n"


@pytest.mark.parametrize(
    ("given", "message", "hint"),
    [
        (
            None,
            "No editor was found.",
            "Set EDITOR, or use options on the command line.",
        ),
        (
            "gone --wait",
            "The editor in EDITOR was not found: gone.",
            "Set it to an installed editor, like nano.",
        ),
        (
            "'gone",
            "EDITOR has an unclosed quote: 'gone.",
            "Write it as in a shell, like: code --wait",
        ),
    ],
)
def test_without_an_editor_nothing_begins(
    given: str | None,
    message: str,
    hint: str,
    *,
    call: Call,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    if given:
        monkeypatch.setenv("EDITOR", given)

    with pytest.raises(BadInput) as caught:
        edit_text(call, "Text", str, name="note")

    assert (caught.value.message, caught.value.hint) == (message, hint)
    assert drafts(call) == {}


@pytest.mark.skipif(sys.platform == "win32", reason="a program is what its name says there")
def test_an_editor_that_is_no_program_is_reported(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken"
    broken.write_text("neither a script nor a program")
    broken.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(broken))

    with pytest.raises(BadInput) as caught:
        edit_text(call, "Text", str, name="note")

    assert caught.value.message == f"{broken} can't be started: Exec format error."


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such shell")
@pytest.mark.parametrize(
    "value",
    [
        "~/bin/ed",
        "$HOME/bin/ed",
        "NAME=One ~/bin/ed --wait",
        "'{home}/my bin/ed' --wait",
        "{home}/my bin/ed",
        "env NAME=One ed",
        "true && ed",
    ],
)
def test_the_value_of_a_variable_is_read_as_git_reads_it(
    value: str, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    for folder in ("bin", "my bin"):
        (home / folder).mkdir(parents=True)
        program = home / folder / "ed"
        program.write_text('#!/bin/sh\nfor draft; do :; done\necho "${NAME:-One}" > "$draft"\n')
        program.chmod(0o700)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("PATH", f"{home / 'bin'}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("EDITOR", value.format(home=home))

    assert edit_text(call, "Text", str, name="note") == "One\n"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such shell")
def test_a_program_that_the_shell_does_not_find_ends_the_editing(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "~/no/such/program")

    with pytest.raises(Cancelled, match="ended with exit code 127"):
        edit_text(call, "Text", str, name="note")
    assert drafts(call) == {}
