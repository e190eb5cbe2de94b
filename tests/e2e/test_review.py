"""A review on a terminal that is interrupted, closed or killed at each of its questions."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from itertools import cycle

import pytest

from tests.boards import Board
from tests.e2e.installed import PROGRAM

if sys.platform == "win32":
    pytest.skip("pexpect needs a pseudo-terminal", allow_module_level=True)

import pexpect

CTRL_C, CTRL_D = "\x03", "\x04"
QUESTIONS = (
    ("Value, 1-5? ", "4"),
    ("Chemistry, 1-5? ", "5"),
    ("Trust, 1-5? ", "3"),
    ("Fits your next six months, y/n? ", "no"),
    ("A note? ", "Outgrown"),
    ("Decision: keep, adjust, pause or part? ", "part"),
    ("What do you need now? ", "Candour"),
    ("What do you seek in your advisors? ", "Contacts"),
    ("What do you bring them? ", "Insight"),
    ("What to look for next? One per line, Enter to finish: ", "Has run a P&L"),
    ("A criterion for the next advisor? [must/nice/no] ", "must"),
)
ENDING = (
    "What to look for next? One per line, Enter to finish: ",
    "Complete the review? [y/N, or a name to ask again] ",
)
STORED = ("value", "chemistry", "trust", "fits_next", "note", "decision")


@pytest.fixture(autouse=True)
def _interruptible() -> Iterator[None]:
    """Lets Ctrl-C through: tests in the background ignore it, and a child inherits that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def ana(board: Board) -> Board:
    board.advisor("Ana Lima")
    return board


def test_an_interrupted_review_keeps_its_answers(
    ana: Board,
) -> None:
    others = {table: rows for table, rows in ana.dump().items() if not table.startswith("review")}
    asked = [question for question, _ in QUESTIONS[1:]] + [ENDING[0]]
    for number, ((question, answer), following, end) in enumerate(
        zip(QUESTIONS, asked, cycle((_interrupted, _closed, _killed)), strict=False), 1
    ):
        child = _started()
        child.expect_exact(question)
        child.send(f"{answer}\r")
        child.expect_exact(following)
        end(child)

        [stored] = ana.sql(f"SELECT {', '.join(STORED)} FROM review_answer")  # noqa: S608  as above
        assert stored == tuple(
            [4, 5, 3, 0, "Outgrown", "part"][:number] + [None] * (len(STORED) - number)
        )
        assert {
            table: rows for table, rows in ana.dump().items() if not table.startswith("review")
        } == others

    child = _started()
    for question, answer in zip(ENDING, ("", "y"), strict=True):
        child.expect_exact(question)
        child.send(f"{answer}\r")
    child.expect_exact("Completed r1\r\n")
    child.expect("parted with.*Ana Lima")
    assert _ended(child) == 0
    assert ana.sql("SELECT text, must FROM criterion") == [("Has run a P&L", 1)]
    assert ana.sql("SELECT status FROM transition ORDER BY id") == [("active",), ("alumni",)]


@pytest.mark.parametrize(
    ("typed", "echoed", "code"),
    [("q\r", "q\r\n", 0), (CTRL_D, "\r\n", 0), (CTRL_C, "^C\r\n", 130)],
)
def test_q_ctrl_d_and_ctrl_c_leave_the_review(
    ana: Board, typed: str, echoed: str, code: int
) -> None:
    child = _started()
    child.expect_exact("Value, 1-5? ")
    child.send("4\r")
    child.expect_exact("Chemistry, 1-5? ")
    child.send(typed)
    child.expect_exact(
        f"{echoed}Left r1, 0 of 1 done; your answers are saved."
        " Continue any day with:\r\nboardroom review\r\n"
    )
    assert _ended(child) == code
    assert ana.sql("SELECT value, chemistry FROM review_answer") == [(4, None)]


def _interrupted(child: pexpect.spawn[str]) -> None:
    child.send(CTRL_C)
    assert _ended(child) == 130


def _closed(child: pexpect.spawn[str]) -> None:
    # It ends at once, and pexpect would wait for longer.
    child.ptyproc.delayafterclose = 0.01  # type: ignore[attr-defined]
    child.close()


def _killed(child: pexpect.spawn[str]) -> None:
    child.kill(signal.SIGKILL)
    child.wait()


def _started() -> pexpect.spawn[str]:
    return pexpect.spawn(PROGRAM, ["review"], timeout=30, encoding="utf-8", dimensions=(24, 80))


def _ended(child: pexpect.spawn[str]) -> int | None:
    child.read()
    child.wait()
    return child.exitstatus
