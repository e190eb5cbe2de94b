"""Long lists are read while they are shown, and lock nobody out."""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, redirect_stdout
from typing import Any
from unittest.mock import Mock

import pytest

from boardroom.cli.call import Call
from boardroom.errors import Locked
from boardroom.queries.long_list import convert, long_list
from boardroom.queries.search import search
from boardroom.render.page import Page, for_pipe
from boardroom.rules.phrase_search import parse_query
from boardroom.store.file import reading
from tests.boards import Board
from tests.cli.typed import typed

Shown = tuple[Page, dict[str, Any]]


class Output(io.StringIO):
    """A pipe; `meanwhile` runs when the first rows are written."""

    def __init__(self, meanwhile: Callable[[], object]) -> None:
        super().__init__()
        self._meanwhile: Callable[[], object] | None = meanwhile

    def write(self, text: str) -> int:
        meanwhile, self._meanwhile = self._meanwhile, None
        if meanwhile is not None:
            meanwhile()
        return super().write(text)


@pytest.fixture
def meetings(board: Board, monkeypatch: pytest.MonkeyPatch) -> Board:
    """A board of a meeting on each of 300 days."""
    board.advisor()
    board.put(
        "WITH RECURSIVE day(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM day WHERE n < 300)"
        " INSERT INTO meeting (uid, advisor_id, status, met_on, way, minutes, private)"
        " SELECT printf('%036d', n), 1, 'held', date('2020-01-01', n || ' days'), 'coffee', 60, 0"
        " FROM day"
    )
    monkeypatch.setattr("boardroom.queries.long_list.SLICE", 100)
    return board


def meeting_days(connection: sqlite3.Connection) -> Shown:
    """The page and the record of every meeting's day."""

    def read(ids: Sequence[int]) -> list[tuple[int, str]]:
        marks = ", ".join("?" * len(ids))
        return connection.execute(
            f"SELECT id, met_on FROM meeting WHERE id IN ({marks}) ORDER BY id",  # noqa: S608  ?
            ids,
        ).fetchall()

    days = long_list(connection.execute("SELECT id FROM meeting ORDER BY id"), read)
    return Page((), (for_pipe(day for day in days),)), {"days": convert(days, lambda day: day[0])}


def call_on(board: Board, *, as_json: bool = False) -> Call:
    call = Call()
    call.db, call.json = board.path, as_json
    return call


def test_a_long_list_is_read_by_one_connection(
    meetings: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Mock(wraps=sqlite3.connect)
    monkeypatch.setattr("sqlite3.connect", opened)

    with redirect_stdout(io.StringIO()) as out:
        call_on(meetings).show_list(meeting_days)

    assert [line.split("\t")[0] for line in out.getvalue().splitlines()] == [
        str(number) for number in range(1, 301)
    ]
    assert opened.call_count == 1


def test_a_long_list_is_printed_as_json(meetings: Board) -> None:
    with redirect_stdout(io.StringIO()) as out:
        call_on(meetings, as_json=True).show_list(meeting_days)

    assert json.loads(out.getvalue()) == {"days": list(range(1, 301))}


def test_a_change_is_made_while_a_list_is_read(meetings: Board) -> None:
    def change() -> None:
        with meetings.change() as work:
            work.connection.execute("DELETE FROM meeting WHERE id = 200")
            work.connection.execute("UPDATE meeting SET met_on = '1999-12-31' WHERE id = 300")

    with redirect_stdout(Output(change)) as out:
        call_on(meetings).show_list(meeting_days)

    lines = out.getvalue().splitlines()
    assert (len(lines), lines[-1]) == (299, "300\t1999-12-31")


def test_a_broken_pipe_is_not_an_error_of_the_board(meetings: Board) -> None:
    def close() -> None:
        raise BrokenPipeError

    with redirect_stdout(Output(close)), pytest.raises(BrokenPipeError):
        call_on(meetings).show_list(meeting_days)


def test_an_error_of_the_board_has_its_usual_meaning(meetings: Board) -> None:
    def impatient(connection: sqlite3.Connection) -> Shown:
        connection.execute("PRAGMA busy_timeout = 10")
        return meeting_days(connection)

    with closing(sqlite3.connect(meetings.path, isolation_level=None)) as other:
        lock = Output(lambda: other.execute("BEGIN EXCLUSIVE"))
        with redirect_stdout(lock), pytest.raises(Locked):
            call_on(meetings).show_list(impatient)


def test_a_question_is_asked_before_the_list_is_shown(
    meetings: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    def query(connection: sqlite3.Connection) -> str:
        count = connection.execute("SELECT count(*) FROM meeting").fetchone()[0]
        return f"{call.ask(f'How many of {count}?')} of {count}"

    call = call_on(meetings)
    monkeypatch.setattr("sys.stdin", io.StringIO("7\n"))

    with call.listing(query) as answer:
        assert answer == "7 of 300"


LISTS = (
    "meeting list",
    "agenda list --all",
    "promise list --all",
    "advice list --all",
    "exchange list",
    "history",
    "search a",
)


@pytest.mark.parametrize("as_json", [False, True])
@pytest.mark.parametrize("words", LISTS)
def test_a_list_is_the_same_in_slices(
    board: Board, monkeypatch: pytest.MonkeyPatch, words: str, *, as_json: bool
) -> None:
    board.lay_demo()
    assert typed("config", "set", "soon", "9d").code == 0
    command = [*words.split(), *(["--json"] if as_json else [])]
    at_once = typed(*command)

    monkeypatch.setattr("boardroom.queries.long_list.SLICE", 1)

    assert typed(*command) == at_once
    assert at_once.code == 0
    assert len(at_once.out.splitlines()) > 1


def test_a_hit_that_was_changed_away_is_left_out(
    meetings: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    meetings.put("UPDATE meeting SET notes = 'The deck' WHERE id IN (1, 2, 3)")
    monkeypatch.setattr("boardroom.queries.long_list.SLICE", 1)

    with reading(meetings.path) as connection:
        connection.execute("COMMIT")
        hits = iter(search(connection, parse_query("deck")).hits)
        refs = [str(next(hits).ref)]
        meetings.put("UPDATE meeting SET notes = 'The desk' WHERE id = 2")
        refs += [str(hit.ref) for hit in hits]

    assert refs == ["m3", "m1"]
