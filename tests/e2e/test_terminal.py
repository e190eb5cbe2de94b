"""The installed program on a terminal: what it asks, and how it ends when whoever is there answers, goes away or has enough."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tests.boards import Board
from tests.e2e.installed import PROGRAM, boardroom

if sys.platform == "win32":
    pytest.skip("pexpect types into a pseudo-terminal, which Windows has none of", allow_module_level=True)

import pexpect

LINES = 5_000
CTRL_C, CTRL_D = "\x03", "\x04"


@pytest.fixture(autouse=True)
def _interruptible() -> Iterator[None]:
    """Tests that run in the background ignore Ctrl-C, and what they start would inherit that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def two_called_marcus(board: Board) -> Board:
    marcus = board.advisor("Marcus Ojo")
    board.advisor("Marcus Webb")
    board.meeting(marcus, "2026-11-03")
    return board


def test_a_missing_who_is_asked_for(two_called_marcus: Board) -> None:
    assert _typed("advisor rm --yes", (("Who? ", "webb\r"),)) == (0, _took_back("Removed Marcus Webb and everything with them"))
    assert two_called_marcus.sql("SELECT handle FROM advisor") == [("marcus",)]


def test_a_missing_text_is_asked_for(two_called_marcus: Board) -> None:
    code, _ = _typed("agenda add marcus", (("What is there to raise with Marcus Ojo? ", "How do I get P&L exposure?\r"),))
    assert code == 0
    assert two_called_marcus.sql("SELECT advisor_id, text FROM agenda_item") == [(1, "How do I get P&L exposure?")]


def test_an_ambiguous_who_is_asked_about_and_takes_a_number(two_called_marcus: Board) -> None:
    listed = "  1  Marcus Ojo (marcus)\r\n  2  Marcus Webb (marcus-webb)\r\nWhich mar? [1-2] "
    code, _ = _typed("advisor edit mar --seat Retail", ((listed, "2\r"),))
    assert code == 0
    assert two_called_marcus.sql("SELECT handle, seat FROM advisor ORDER BY handle") == [("marcus", None), ("marcus-webb", "Retail")]


def test_an_answer_that_names_none_of_them_is_refused(two_called_marcus: Board) -> None:
    before = two_called_marcus.dump()
    said = (4, "'3' is none of them. Use one of these handles.\r\n")
    assert _typed("advisor edit mar --seat Retail", (("Which mar? [1-2] ", "3\r"),)) == said
    assert two_called_marcus.dump() == before


PROMPTS = {
    "advisor edit --seat Retail": "Who? ",
    "advisor edit mar --seat Retail": "Which mar? [1-2] ",
    "agenda add marcus": "What is there to raise with Marcus Ojo? ",
    "advisor rm marcus": "Go on? [y/N] ",
}


@pytest.mark.parametrize("command", PROMPTS)
def test_ctrl_c_at_a_question_ends_quietly_and_changes_nothing(two_called_marcus: Board, command: str) -> None:
    before = two_called_marcus.dump()
    assert _typed(command, ((PROMPTS[command], CTRL_C),), echoed="^C") == (130, "")
    assert two_called_marcus.dump() == before


def test_ctrl_d_at_a_question_cancels(two_called_marcus: Board) -> None:
    before = two_called_marcus.dump()
    assert _typed("advisor rm", (("Who? ", CTRL_D),)) == (5, "Nothing was answered, so nothing changed.\r\n")
    assert two_called_marcus.dump() == before


def test_a_no_leaves_a_person_on_file(two_called_marcus: Board) -> None:
    before = two_called_marcus.dump()
    assert _typed("advisor rm marcus", (("This removes Marcus Ojo, with 1 meeting. Go on? [y/N] ", "n\r"),)) == (5, "Nothing changed.\r\n")
    assert two_called_marcus.dump() == before


def test_a_yes_removes_a_person(two_called_marcus: Board) -> None:
    said = (0, _took_back("Removed Marcus Ojo and everything with them"))
    assert _typed("advisor rm marcus", (("Go on? [y/N] ", "y\r"),)) == said
    assert two_called_marcus.sql("SELECT handle FROM advisor") == [("marcus-webb",)]


def test_a_yes_parts_with_a_person(two_called_marcus: Board) -> None:
    question = "This frees the seat of Marcus Ojo; the history stays. Go on? [y/N] "
    said = (0, _took_back("Parted with Marcus Ojo, Sat 21 Nov 2026 (today)"))
    assert _typed("advisor part marcus", ((question, "YES\r"),)) == said
    assert two_called_marcus.sql("SELECT status FROM transition WHERE advisor_id = 1 ORDER BY id") == [("active",), ("alumni",)]


@pytest.mark.usefixtures("two_called_marcus")
def test_nothing_is_asked_with_no_input() -> None:
    said = "'mar' fits 2 people: marcus (Marcus Ojo), marcus-webb (Marcus Webb). Use one of these handles."
    assert _typed("advisor rm mar --no-input") == (4, f"{said}\r\n")


def test_a_reader_that_goes_away_is_nobodys_trouble(board: Board) -> None:
    _fill(board, board.advisor())
    with subprocess.Popen([PROGRAM, "meeting", "list"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        first = child.stdout.readline()
        child.stdout.close()  # as `head -1` does
        assert (first[:7], child.stderr.read()) == (f"m{LINES}\t2", "")


def test_ctrl_c_during_a_run_is_quiet_and_changes_nothing(two_called_marcus: Board) -> None:
    before = two_called_marcus.dump()
    with subprocess.Popen(
        [PROGRAM, "log", "marcus", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as child:
        assert child.stdin is not None
        child.stdin.write("x" * 200_000)  # more than a pipe holds: once it has been taken, the program is reading on
        child.stdin.flush()
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=30)
    assert (child.returncode, out, err) == (130, "", "")
    assert two_called_marcus.dump() == before


def test_a_screen_lists_the_newest_fifty_and_a_pipe_all(board: Board) -> None:
    _fill(board, board.advisor(), count=60)
    _, seen = _typed("meeting list")
    ids = re.findall(r"^m\d+", re.sub(r"\x1b\[[0-9;]*m", "", seen), re.MULTILINE)
    assert ids == [f"m{number}" for number in range(60, 10, -1)]
    assert len(boardroom("meeting", "list").out.splitlines()) == 60


@pytest.mark.skipif(shutil.which("bash") is None, reason="it is bash that presses the key")
@pytest.mark.usefixtures("two_called_marcus")
def test_bash_completes_commands_and_handles_with_the_script_it_is_given() -> None:
    script = """
        eval "$("$0" completion bash)"
        for line in 'boardroom advisor show m' 'boardroom co'; do
            COMP_WORDS=($line) COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _boardroom_completion "$0"
            echo "${COMPREPLY[*]}"
        done
    """
    told = subprocess.run(["bash", "-c", script, PROGRAM], capture_output=True, text=True, timeout=60, check=True)  # noqa: S607  any bash
    assert told.stdout == "marcus marcus-webb\nconfig completion\n"


def _typed(command: str, answers: tuple[tuple[str, str], ...] = (), *, echoed: str | None = None) -> tuple[int, str]:
    """Runs a command on a terminal of 100 columns; returns its exit code and what it said after the last answer."""
    child: pexpect.spawn[str] = pexpect.spawn(PROGRAM, command.split(), timeout=30, encoding="utf-8", dimensions=(40, 100))
    for question, answer in answers:
        child.expect_exact(question)
        child.send(answer)
        # The terminal shows what was typed.
        child.expect_exact(f"{answer.strip() if echoed is None else echoed}\r\n" if answer != CTRL_D else "\r\n")
    said = child.read()
    child.close()
    assert child.exitstatus is not None
    return child.exitstatus, said


def _took_back(summary: str) -> str:
    return f"{summary} · boardroom undo takes it back\r\n"


def _fill(board: Board, advisor_id: int, *, count: int = LINES) -> None:
    """Puts a held meeting on file for each of as many days."""
    with board.change() as work:
        work.connection.execute(
            "WITH RECURSIVE day(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM day WHERE n < ?)"
            " INSERT INTO meeting (uid, advisor_id, status, met_on, way, minutes, notes, private)"
            " SELECT printf('%036d', n), ?, 'held', date('2010-01-01', n || ' days'), 'coffee', 60, 'Noted', 0 FROM day",
            (count, advisor_id),
        )
