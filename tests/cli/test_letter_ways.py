"""A letter edited, opened in the mail program, or written as a message."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.boards import Board
from tests.cli.letters import NUDGE, SENT
from tests.cli.typed import Ran, typed, typed_at_screen
from tests.editors import Editor


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], str]:
    """A program that the system opens links with; returns the link that it was given."""
    if sys.platform != "linux":
        pytest.skip("the opener is another program")
    program = tmp_path / "bin" / "xdg-open"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nprintf %s "$1" > "{tmp_path}/opened"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    return lambda: (tmp_path / "opened").read_text(encoding="utf-8")


@pytest.mark.usefixtures("ana")
def test_it_can_be_edited_first(editor: Editor) -> None:
    editor.replaces("Introduce me\n", "Introduce me to your editor\n")

    ran = typed_at_screen("letter", "nudge", "ana", "--edit")

    assert editor.shown == [NUDGE]
    assert ran == Ran(0, NUDGE.replace("Introduce me", "Introduce me to your editor"), SENT)


@pytest.mark.usefixtures("ana")
def test_what_is_no_letter_opens_again_and_is_kept(editor: Editor) -> None:
    editor.replaces("Subject:", "Bcc:").closes()

    ran = typed_at_screen("letter", "nudge", "ana", "--edit")

    assert (ran.code, ran.out) == (2, "")
    assert "above the letter is\nno header of it." in editor.shown[1]
    draft = Path(ran.err.partition("Your text is kept in ")[2].partition(". To ")[0])
    assert "Bcc: A small reminder" in draft.read_text(encoding="utf-8")


@pytest.mark.usefixtures("ana")
def test_closing_without_saving_prints_no_letter(editor: Editor) -> None:
    editor.closes()

    assert (typed_at_screen("letter", "nudge", "ana", "--edit").out, len(editor.shown)) == ("", 1)


@pytest.mark.usefixtures("ana")
def test_the_mail_program_gets_it_as_a_link(opened: Callable[[], str]) -> None:
    ran = typed("letter", "nudge", "ana", "--open")

    assert ran == Ran(0, "", SENT)
    assert opened().startswith("mailto:ana@example.org?subject=A%20small%20reminder&body=Dear%20")


@pytest.mark.usefixtures("opened")
def test_a_letter_too_long_for_a_link_can_be_shortened(board: Board, editor: Editor) -> None:
    ana = board.advisor("Ana Lima", email="ana@example.org")
    board.promise(ana, "x" * 3000, by_whom="them")

    ran = typed("letter", "nudge", "ana", "--open")

    assert (ran.code, ran.out) == (6, "")
    assert ran.err.endswith("Shorten it with --edit, or write it to a file: --eml FILE\n")
    editor.saves_as_it_is().replaces("x" * 3000, "it")
    assert typed_at_screen("letter", "nudge", "ana", "--open", "--edit").code == 0


@pytest.mark.usefixtures("ana")
def test_without_a_program_nothing_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("PATH", str(tmp_path))

    assert typed("letter", "nudge", "ana", "--open") == Ran(
        2,
        "",
        "Nothing here opens a mail program: xdg-open was not found."
        " Install it, or leave out --open.\n",
    )


@pytest.mark.usefixtures("ana", "opened")
def test_a_program_that_fails_is_said(tmp_path: Path) -> None:
    program = tmp_path / "bin" / "xdg-open"
    program.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")

    ran = typed("letter", "nudge", "ana", "--open")

    assert (ran.code, ran.err) == (
        2,
        (
            f"{program} can't open it, and ended with exit code 3."
            " Set up a mail program, or leave out --open.\n"
        ),
    )


@pytest.mark.usefixtures("ana")
def test_a_message_is_written_to_a_private_file(tmp_path: Path) -> None:
    path = tmp_path / "nudge.eml"

    ran = typed("letter", "nudge", "ana", "--eml", str(path))
    again = typed("letter", "nudge", "ana", "--eml", str(path))

    assert (ran.out, ran.err, again.out) == (f"Wrote {path}.\n", SENT, f"Replaced {path}.\n")
    assert path.read_bytes().startswith(b"To: Ana Lima <ana@example.org>\r\nSubject: A small rem")
    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.usefixtures("ana")
def test_a_board_is_never_replaced_by_a_message(board: Board) -> None:
    ran = typed("letter", "nudge", "ana", "--eml", board.path)

    assert (ran.code, "is a board, and would be replaced" in ran.err) == (2, True)
