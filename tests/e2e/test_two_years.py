"""Two years with a board of advisors, typed into the installed program day by day.

There is a review after three months and one in each of the next two years. In the first two months
the due list is shown every morning, later on the days on which something is typed. In the second
year come a mentee, a formal programme with somebody in another time zone, and letters.
"""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from boardroom.rules.day_format import format_day
from tests.boards import Board
from tests.e2e.installed import PROGRAM
from tests.e2e.two_years_typed import AFTERWARDS, NEXT_YEAR, PIPED, SITTINGS, TYPED
from tests.e2e.typing_in import TypingIn

if sys.platform == "win32":
    pytest.skip("pexpect needs a pseudo-terminal", allow_module_level=True)

import pexpect

FIRST, LAST = date(2026, 9, 1), date(2026, 10, 31)  # the days that begin with the due list


def _commands(typed: str) -> list[str]:
    """The lines, those that end in a backslash joined with the next."""
    return typed.strip().replace(" \\\n ", "").splitlines()


def _mornings(program: TypingIn, board: Board) -> list[str]:
    """The output of the first two months: each morning's due list, piped, and each answer."""
    typed: dict[date, list[str]] = {}
    for line in _commands(TYPED):
        day, words = line.split(" ", 1)
        typed.setdefault(date.fromisoformat(f"2026-{day}"), []).append(words)
    output = []
    for number in range((LAST - FIRST).days + 1):
        today = FIRST + timedelta(days=number)
        output.append(f"# {format_day(today)}\n{_run(program, 'due', today, board)}")
        output += [
            f"$ {words}\n{_run(program, words, today, board)}" for words in typed.pop(today, ())
        ]
    assert not typed
    return output


def _later(program: TypingIn, board: Board) -> list[str]:
    """The output of the time after them, on the days on which something was typed."""
    output, last = [], ""
    for line in [*_commands(AFTERWARDS), *_commands(NEXT_YEAR)]:
        day, words = line.split(" ", 1)
        today = date.fromisoformat(day)
        if day != last:
            output.append(f"# {format_day(today)}\n{_run(program, 'due', today, board)}")
        is_review = words == "review"
        answer = _review(day, board) if is_review else _run(program, words, today, board)
        output.append(f"$ {words}\n{answer}")
        last = day
    return output


def _run(program: TypingIn, words: str, today: date, board: Board) -> str:
    words, _, text = words.partition(" < ")
    ran = program(
        *shlex.split(words),
        stdin=PIPED.get(text, text.replace("\\n", "\n")),
        BOARDROOM_TODAY=today.isoformat(),
        BOARDROOM_DB=board.path,
    )
    assert ran.code == 0, f"{today} {words}: {ran.err}"
    return ran.out + "".join(f"2> {line}\n" for line in ran.err.splitlines())


def _review(day: str, board: Board) -> str:
    """Answers a review on a terminal; returns what it did, with the way back if there is one."""
    child = pexpect.spawn(
        PROGRAM,
        ["review"],
        timeout=10,
        encoding="utf-8",
        dimensions=(24, 300),
        env={**os.environ, "BOARDROOM_TODAY": day, "BOARDROOM_DB": board.path, "NO_COLOR": "1"},
    )
    for question, answer in SITTINGS[day]:
        child.expect_exact(f"\n{question}")
        child.send(f"{answer}\r")
    rest = child.read()
    child.wait()
    assert child.exitstatus == 0, rest
    lines = rest.splitlines()
    started = [number for number, line in enumerate(lines) if line.startswith("Completed ")]
    return "".join(f"{line}\n" for line in lines[started[-1] if started else -1 :])


@pytest.mark.usefixtures("empty_board")
def test_two_years_with_a_board(
    board: Board, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Europe/Lisbon")
    with TypingIn() as program:
        output = [*_mornings(program, board), *_later(program, board)]

    golden("two-years", "\n".join(output))
