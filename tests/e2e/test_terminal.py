"""The installed program on a terminal: its questions, its editor, and interruptions of both."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.boards import Board
from tests.e2e.installed import PROGRAM, boardroom

if sys.platform == "win32":
    pytest.skip("pexpect needs a pseudo-terminal", allow_module_level=True)

import pexpect

LINES = 5_000
CTRL_C, CTRL_D = "\x03", "\x04"


@pytest.fixture(autouse=True)
def _interruptible() -> Iterator[None]:
    """Lets Ctrl-C through: tests in the background ignore it, and a child inherits that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A board that each test gets a copy of."""
    board = Board(tmp_path_factory.mktemp("model") / "board.db")
    marcus = board.advisor("Marcus Ojo")
    board.advisor("Marcus Webb")
    board.meeting(marcus, "2026-11-03")
    return Path(board.path)


@pytest.fixture
def two_called_marcus(model: Path, board: Board) -> Board:
    shutil.copyfile(model, board.path)
    return board


def test_who_is_asked_for_until_it_is_one_person(
    two_called_marcus: Board,
) -> None:
    listed = "  1  Marcus Ojo (marcus)\r\n  2  Marcus Webb (marcus-webb)\r\nWhich mar? [1-2] "
    asked = "This removes Marcus Ojo, with 1 meeting. Continue? [y/N] "
    answers = (("Who? ", "mar\r"), (listed, "1\r"), (asked, "YES\r"))
    assert _typed("advisor rm", answers) == (
        0,
        _with_hint("Removed Marcus Ojo and all their records"),
    )
    assert two_called_marcus.sql("SELECT handle FROM advisor") == [("marcus-webb",)]


def test_a_missing_text_is_asked_for(two_called_marcus: Board) -> None:
    code, _ = _typed(
        "agenda add marcus",
        (
            (
                "What do you want to raise with Marcus Ojo? (like Which budget?) ",
                "How do I get P&L exposure?\r",
            ),
        ),
    )
    assert code == 0
    assert two_called_marcus.sql("SELECT advisor_id, text FROM agenda_item") == [
        (1, "How do I get P&L exposure?")
    ]


PROMPTS = {
    "advisor edit --seat Retail": "Who? ",
    "advisor edit mar --seat Retail": "Which mar? [1-2] ",
    "agenda add marcus": "What do you want to raise with Marcus Ojo? (like Which budget?) ",
    "advisor rm marcus": "Continue? [y/N] ",
}


@pytest.mark.parametrize("command", PROMPTS)
def test_ctrl_c_at_a_question_changes_nothing(two_called_marcus: Board, command: str) -> None:
    before = two_called_marcus.dump()
    assert _typed(command, ((PROMPTS[command], CTRL_C),), echoed="^C") == (
        130,
        "Interrupted, so nothing changed.\r\n",
    )
    assert two_called_marcus.dump() == before


def test_ctrl_d_at_a_question_cancels(two_called_marcus: Board) -> None:
    before = two_called_marcus.dump()
    assert _typed("advisor rm", (("Who? ", CTRL_D),)) == (
        5,
        "There was no answer, so nothing changed.\r\n",
    )
    assert two_called_marcus.dump() == before


@pytest.mark.usefixtures("two_called_marcus")
def test_no_input_asks_nothing() -> None:
    message = "'mar' matches 2 people: marcus (Marcus Ojo), marcus-webb (Marcus Webb)."
    assert _typed("advisor rm mar --no-input") == (
        4,
        f"{message} Use one of these handles.\r\n",
    )


def test_a_broken_pipe_is_silent(board: Board) -> None:
    _fill(board, board.advisor())
    with subprocess.Popen(
        [PROGRAM, "meeting", "list"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        first = child.stdout.readline()
        child.stdout.close()  # as `head -1` does
        assert (first[:7], child.stderr.read()) == (f"m{LINES}\t2", "")


def test_ctrl_c_during_a_run_changes_nothing(two_called_marcus: Board) -> None:
    before = two_called_marcus.dump()
    with subprocess.Popen(
        [PROGRAM, "log", "marcus", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        assert child.stdin is not None
        # More than a pipe holds: once it is written, the program is reading.
        child.stdin.write("x" * 200_000)
        child.stdin.flush()
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=30)
    assert (child.returncode, out, err) == (130, "", "")
    assert two_called_marcus.dump() == before


def test_a_screen_lists_fifty_and_a_pipe_all(board: Board) -> None:
    _fill(board, board.advisor(), count=60)
    _, output = _typed("meeting list")
    ids = re.findall(r"^m\d+", output, re.MULTILINE)
    assert ids == [f"m{number}" for number in range(60, 10, -1)]
    assert len(boardroom("meeting", "list").out.splitlines()) == 60


def _editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Makes a shell script the user's editor; the file to edit is its `$1`."""
    path = tmp_path / "editor.sh"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o700)
    monkeypatch.setenv("EDITOR", str(path))


def test_log_opens_the_editor_on_the_terminal(
    two_called_marcus: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_called_marcus.item(1, "Budget?")
    # Only on a terminal can it read what is typed and show its own output.
    _editor(
        tmp_path,
        monkeypatch,
        "test -t 0 && test -t 1 && printf 'Covered? ' && read box"
        """ && sed -i "s/\\[ \\]/[$box]/" "$1" """,
    )
    logged = "Logged m2: coffee with Marcus Ojo, Sat 21 Nov 2026 (today) covered a1 Budget?"
    thanks = "promises p1: Thank Marcus Ojo by Sun 22 Nov"
    code, output = _typed("log marcus", (("Covered? ", "x\r"),))
    following = "next due from Sat 19 Dec (4-6w), say Tue 22 Dec: boardroom plan marcus next"
    assert (code, " ".join(output.split())) == (
        0,
        f"{logged} {thanks} {following} boardroom undo takes it back",
    )
    assert two_called_marcus.sql("SELECT status FROM agenda_item") == [("covered",)]


def test_ctrl_c_in_the_editor_keeps_the_draft(
    two_called_marcus: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = two_called_marcus.dump()
    _editor(tmp_path, monkeypatch, "echo Mine >> \"$1\"; printf 'Continue? '; read answer")
    draft = tmp_path / "drafts" / "log-marcus-2026-11-21.md"
    code, output = _typed("log marcus", (("Continue? ", CTRL_C),), echoed="^C")
    assert (code, "".join(output.split()).startswith(f"Yourtextiskeptin{draft}")) == (130, True)
    assert draft.read_text(encoding="utf-8").endswith("## Exchange\nMine\n")
    assert two_called_marcus.dump() == before


def test_an_editor_may_handle_ctrl_c(
    two_called_marcus: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _editor(
        tmp_path,
        monkeypatch,
        "trap 'echo; echo Saved > \"$1\"; exit 0' INT; printf 'Continue? '; read answer",
    )
    code, output = _typed("log marcus", (("Continue? ", CTRL_C),), echoed="^C")
    assert (code, output.startswith("Logged m2: ")) == (0, True)
    assert two_called_marcus.sql("SELECT notes FROM meeting WHERE id = 2") == [("Saved",)]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_the_editor_and_keeps_the_draft(
    two_called_marcus: Board,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: signal.Signals,
) -> None:
    before = two_called_marcus.dump()
    _editor(
        tmp_path,
        monkeypatch,
        "trap 'echo Mine >> \"$1\"; exit 1' TERM HUP; printf 'Continue? '; read answer",
    )
    draft = tmp_path / "drafts" / "log-marcus-2026-11-21.md"
    child = _started("log marcus")
    child.expect_exact("Continue? ")
    child.kill(number)
    output = child.read()
    child.wait()
    assert child.exitstatus == 128 + number
    assert "".join(output.split()).startswith(f"Yourtextiskeptin{draft}")
    assert draft.read_text(encoding="utf-8").endswith("## Exchange\nMine\n")
    assert two_called_marcus.dump() == before


def test_a_draft_survives_a_closed_terminal(
    two_called_marcus: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = tmp_path / "drafts" / "log-marcus-2026-11-21.md"
    _editor(tmp_path, monkeypatch, "echo Mine >> \"$1\"; printf 'Continue? '; read answer")
    child = _started("log marcus")
    child.expect_exact("Continue? ")
    child.close()
    _editor(tmp_path, monkeypatch, 'echo \'## Notes\' > "$1"; echo Yours >> "$1"')
    code, output = _typed("log marcus")
    assert code == 0
    assert "".join(output.split()).startswith(f"Anolderdraftofthisiskeptin{draft}")
    assert two_called_marcus.sql("SELECT notes FROM meeting WHERE id = 2") == [("Yours",)]
    assert draft.read_text(encoding="utf-8").endswith("## Exchange\nMine\n")


def _typed(
    command: str, answers: tuple[tuple[str, str], ...] = (), *, echoed: str | None = None
) -> tuple[int, str]:
    """Runs a command on a terminal of 100 columns.

    Returns its exit code and its output after the last answer.
    """
    child = _started(command)
    for question, answer in answers:
        child.expect_exact(question)
        child.send(answer)
        # The terminal shows what was typed.
        child.expect_exact(
            f"{answer.strip() if echoed is None else echoed}\r\n" if answer != CTRL_D else "\r\n"
        )
    output = child.read()
    # It has ended, and pexpect would wait nevertheless.
    child.ptyproc.delayafterclose = 0  # type: ignore[attr-defined]
    child.close()
    assert child.exitstatus is not None
    return child.exitstatus, re.sub(r"\x1b\[[0-9;]*m", "", output)


def _with_hint(summary: str) -> str:
    return f"{summary}\r\nboardroom undo takes it back\r\n"


def _fill(board: Board, advisor_id: int, *, count: int = LINES) -> None:
    """Stores a held meeting on each of `count` days."""
    with board.change() as work:
        work.connection.execute(
            "WITH RECURSIVE day(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM day WHERE n < ?)"
            " INSERT INTO meeting (uid, advisor_id, status, met_on, way, minutes, notes, private)"
            " SELECT printf('%036d', n), ?, 'held', date('2010-01-01', n || ' days'), 'coffee', 60,"
            " 'Noted', 0 FROM day",
            (count, advisor_id),
        )


def _started(command: str) -> pexpect.spawn[str]:
    """Starts a command on a terminal of 100 columns."""
    return pexpect.spawn(
        PROGRAM,
        command.split(),
        timeout=30,
        encoding="utf-8",
        dimensions=(40, 100),
        env=dict(os.environ),  # without the COLUMNS that readline sets behind Python's back
    )
