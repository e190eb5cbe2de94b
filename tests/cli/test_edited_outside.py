"""A record that another program spoilt is named; a prompt and a Tab are silent, and never hang."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing

import pytest

from boardroom.cli import tab
from boardroom.cli.call import Call
from tests.boards import Board
from tests.cli.typed import Ran, typed

EDITS = {
    "UPDATE advisor SET nicknames = '[oops]'": "advisor 1: nicknames: this is no JSON.",
    "DELETE FROM transition": "marcus: This person has no status.",
    "UPDATE meeting SET met_on = '2026-13-45'": "m1: met_on: Input should be a valid date or datetime, month value is outside expected range of 1-12.",
    "UPDATE agenda_item SET status = 'pondered'": "a1: status: has to be one of open, covered, dropped.",
    "INSERT INTO setting (key, value) VALUES ('soon', 'later')": "setting 1: value: 'later' is not a length of time.",
    "UPDATE operation SET at = 'once'": "operation 1: Its time can't be read.",
    "UPDATE row_image SET after = '[oops]'": "row_image 1: What it keeps for undo can't be read.",
    "UPDATE row_image SET table_name = 'nowhere'": "row_image 1: What it keeps for undo can't be read.",
    "UPDATE advisor SET window = 'often'": "advisor 1: window: 'often' is not a window.",
}


@pytest.fixture
def board(board: Board) -> Board:
    """A board with Marcus, whom one met, and a question for him."""
    board.recorded = True
    marcus = board.advisor("Marcus Ojo")
    board.meeting(marcus, "2026-11-10")
    board.item(marcus)
    return board


def _edit(board: Board, sql: str) -> None:
    with closing(sqlite3.connect(board.path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute(sql)
        connection.commit()


@pytest.mark.parametrize(
    ("sql", "command"),
    [
        ("UPDATE advisor SET nicknames = '[oops]'", "board"),
        ("UPDATE advisor SET nicknames = '[oops]'", "agenda add marcus How?"),
        ("DELETE FROM transition", "board"),
        ("DELETE FROM transition", "advisor pause marcus"),
        ("UPDATE meeting SET met_on = '2026-13-45'", "meeting list"),
        ("UPDATE meeting SET met_on = '2026-13-45'", "meeting edit m1 --for 30m"),
        ("UPDATE advisor SET window = 'often'", "due"),
        ("INSERT INTO setting (key, value) VALUES ('soon', 'later')", "due"),
        ("UPDATE operation SET at = 'once'", "history"),
        ("UPDATE row_image SET after = '[oops]'", "undo"),
        ("UPDATE row_image SET table_name = 'nowhere'", "undo"),
    ],
)
def test_a_spoilt_record_is_named(sql: str, command: str, board: Board) -> None:
    _edit(board, sql)
    before = board.dump()

    ran = typed(*command.split())

    assert ran == Ran(
        21,
        "",
        f"{board.path} is damaged, or was changed by another program: {EDITS[sql]}"
        " See all that is wrong and what to do: boardroom doctor\n",
    )
    assert board.dump() == before


@pytest.mark.parametrize("sql", EDITS)
def test_a_prompt_and_a_tab_are_silent(
    sql: str, board: Board, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _edit(board, sql)
    monkeypatch.setenv("_BOARDROOM_LINE", "boardroom advisor show m")

    prompt = typed("due", "--short")
    tab.answer("bash", Call())

    assert (prompt.code, prompt.err) == (0, "")
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("sql", EDITS)
def test_doctor_names_the_record(sql: str, board: Board) -> None:
    _edit(board, sql)

    ran = typed("doctor", "--json")

    first = ran.json["findings"][0]
    assert (ran.code, f"{first['subject']}: {first['message']}") == (21, EDITS[sql])


def test_a_tab_does_not_hang_beside_a_lock(
    board: Board, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("_BOARDROOM_LINE", "boardroom advisor show m")

    with closing(sqlite3.connect(board.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        began = time.monotonic()
        tab.answer("bash", Call())
        took_seconds = time.monotonic() - began

    assert capsys.readouterr() == (":words\n", "")
    assert took_seconds < 2


def test_a_change_that_went_wrong_halfway_is_rolled_back(board: Board) -> None:
    _edit(board, "UPDATE advisor SET nicknames = '[oops]'")
    before = board.dump()

    ran = typed("advisor", "add", "Ana Lima")

    assert (ran.code, board.dump()) == (21, before)
