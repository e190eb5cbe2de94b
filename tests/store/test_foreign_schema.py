"""What another program put into a board's schema is refused at open, and never run."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from boardroom.errors import NotABoard
from boardroom.store.backup import back_up, back_up_to
from boardroom.store.restore import content, restore
from tests.boards import TODAY, Board
from tests.cli.typed import Ran, typed

ENDLESS = "WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n AS id FROM r"
FOREIGN = {
    "a trigger, evil,": "CREATE TRIGGER evil AFTER INSERT ON agenda_item BEGIN DELETE FROM advisor; END",
    "a view, people,": f"CREATE VIEW people AS {ENDLESS}",
    "a view, promise_open,": f"DROP INDEX promise_open; CREATE VIEW promise_open AS {ENDLESS}",
    "a view, writable,": (
        "CREATE VIEW writable AS SELECT 1;"
        " CREATE TRIGGER instead INSTEAD OF INSERT ON writable BEGIN DELETE FROM advisor; END"
    ),
    "a virtual table, areas,": (
        "PRAGMA writable_schema = ON; INSERT INTO sqlite_master VALUES"
        " ('table', 'areas', 'areas', 0, 'CREATE VIRTUAL TABLE areas USING somebodys (x)')"
    ),
    "an index, only_one,": "CREATE UNIQUE INDEX only_one ON agenda_item (advisor_id)",
    "a table, mine,": "CREATE TABLE mine (advisor_id REFERENCES advisor (id))",
    "a table, real,": f"ALTER TABLE advisor RENAME TO real; CREATE VIEW advisor AS {ENDLESS}",
}
ALTERED = {
    "another program has altered advisor": "ALTER TABLE advisor DROP COLUMN org",
    "another program has altered meeting": (
        "ALTER TABLE meeting ADD COLUMN big TEXT GENERATED ALWAYS AS (hex(zeroblob(1000000)))"
    ),
    "rating is missing": "DROP TABLE rating",
}


@pytest.fixture
def board(board: Board) -> Board:
    """A board with Marcus on it."""
    board.advisor("Marcus Ojo")
    return board


def _outside(board: Board, sql: str) -> bytes:
    """Changes the file as another program, and returns its content."""
    with closing(sqlite3.connect(board.path)) as connection:
        connection.executescript(sql)
    return Path(board.path).read_bytes()


@pytest.mark.parametrize(("what", "sql"), FOREIGN.items(), ids=FOREIGN)
@pytest.mark.parametrize(
    "use",
    [
        Board.due,
        Board.advisor,
        lambda board: back_up(board.path, "by-hand", today=TODAY),
        lambda board: back_up_to(board.path, f"{board.path}-copy"),
        lambda board: content(board.path),
    ],
)
def test_what_is_foreign_is_refused_and_never_run(
    use: Callable[[Board], object], what: str, sql: str, board: Board
) -> None:
    before = _outside(board, sql)

    with pytest.raises(NotABoard) as refused:
        use(board)

    assert refused.value.message == f"{board.path} holds {what} that boardroom did not make."
    assert refused.value.hint.endswith("what to do: boardroom doctor")
    assert Path(board.path).read_bytes() == before


@pytest.mark.parametrize(("why", "sql"), ALTERED.items(), ids=ALTERED)
def test_what_was_altered_is_refused(why: str, sql: str, board: Board) -> None:
    _outside(board, sql)

    with pytest.raises(NotABoard) as refused:
        board.due()

    assert refused.value.message == f"{board.path} is damaged: {why}."


@pytest.mark.parametrize("sql", [*FOREIGN.values(), *ALTERED.values()], ids=[*FOREIGN, *ALTERED])
def test_a_prompt_is_silent_and_doctor_looks_without_running_anything(
    sql: str, board: Board
) -> None:
    before = _outside(board, sql)

    prompt, looked = typed("due", "--short"), typed("doctor", "--json")

    assert prompt == Ran(0, "", "")
    assert (looked.code, {finding["kind"] for finding in looked.json["findings"][:-1]}) == (
        21,
        {"schema"},
    )
    assert Path(board.path).read_bytes() == before


@pytest.mark.parametrize(
    "sql",
    [
        "ANALYZE",
        "PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, ', ', ',\n\t')",
    ],
    ids=["counted", "written with other spaces"],
)
def test_what_does_nothing_is_no_reason_to_refuse(sql: str, board: Board) -> None:
    _outside(board, sql)

    board.advisor("Ana Lima")

    assert board.sql("SELECT name FROM advisor") == [("Marcus Ojo",), ("Ana Lima",)]


MENDABLE = [name for name in FOREIGN if "real" not in name]


@pytest.mark.parametrize("what", MENDABLE)
def test_doctor_removes_what_is_foreign_and_keeps_the_file_as_it_was(
    what: str, board: Board, tmp_path: Path
) -> None:
    records = board.dump()
    before = _outside(board, FOREIGN[what])

    fixed = typed("doctor", "--fix")

    assert f"Removed {what} that boardroom did not make." in fixed.err.splitlines()
    assert (tmp_path / "backups" / "board.db-2026-11-21-before-doctor.db").read_bytes() == before
    assert board.dump() == records
    assert typed("agenda", "add", "marcus", "How?").code == 0


def test_doctor_leaves_tables_that_hold_rows(board: Board) -> None:
    before = _outside(board, "CREATE TABLE mine (x); INSERT INTO mine VALUES ('my own words')")

    fixed = typed("doctor", "--fix")

    assert (fixed.code, fixed.out.splitlines()[0].split("\t")[2:]) == (
        21,
        [
            "It holds a table, mine, that boardroom did not make.",
            "Remove it with the program that made it.",
        ],
    )
    assert Path(board.path).read_bytes() == before


def test_a_lost_index_is_made_again(board: Board) -> None:
    _outside(board, "DROP INDEX promise_open")

    fixed = typed("doctor", "--fix")

    assert "Made promise_open again." in fixed.err.splitlines()
    assert typed("due").code == 0


def test_a_copy_takes_the_place_of_a_board_that_is_refused(board: Board, tmp_path: Path) -> None:
    copy = back_up_to(board.path, str(tmp_path / "copy.db"))
    before = _outside(board, FOREIGN["a table, real,"])

    kept = restore(board.path, copy, today=TODAY)

    assert Path(kept).read_bytes() == before
    assert board.sql("SELECT name FROM advisor") == [("Marcus Ojo",)]


def test_a_copy_that_holds_what_is_foreign_is_not_restored(board: Board, tmp_path: Path) -> None:
    copy = Board(Path(back_up_to(board.path, str(tmp_path / "copy.db"))))
    _outside(copy, FOREIGN["a trigger, evil,"])

    with pytest.raises(NotABoard):
        restore(board.path, copy.path, today=TODAY)


def test_an_older_board_with_a_trigger_is_not_migrated(board: Board) -> None:
    before = _outside(board, f"PRAGMA user_version = 2; {FOREIGN['a trigger, evil,']}")

    with pytest.raises(NotABoard):
        board.due()

    assert Path(board.path).read_bytes() == before
