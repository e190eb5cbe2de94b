from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from boardroom.errors import CannotWrite, Locked, NotABoard, Refused
from boardroom.queries.agreements import agreement
from boardroom.queries.history import operations
from boardroom.queries.meetings import meeting
from boardroom.queries.people import people
from boardroom.store import file, migrate, reversal, schema
from boardroom.store.file import VERSION, reading
from boardroom.store.header import APPLICATION_ID
from boardroom.store.migrate import bring_up_to_date, new_board
from boardroom.store.migrations import STEPS
from boardroom.store.work import change
from tests.boards import TODAY, Board
from tests.rows_source import SCHEMA_PATH, schema_after, schema_source

FIRST = 2  # version 1 was never released
GOLDEN = Path(__file__).parents[1] / "golden"
ADDS_A_COLUMN = (
    "ALTER TABLE advisor ADD COLUMN shoe_size INTEGER",
    "UPDATE advisor SET shoe_size = 43",
)
BREAKS_HALFWAY = ("DELETE FROM advisor", "INSERT INTO nowhere VALUES (1)")
LEAVES_LOOSE_ENDS = ("INSERT INTO goal_helper (goal_id, advisor_id) VALUES (77, 1)",)

Release = Callable[[Sequence[str]], int]


@pytest.fixture
def release(monkeypatch: pytest.MonkeyPatch) -> Release:
    """Adds a migration of these statements to the program; returns its new version."""

    def make(statements: Sequence[str]) -> int:
        monkeypatch.setattr(migrate, "STEPS", {**STEPS, VERSION + 1: tuple(statements)})
        monkeypatch.setattr(file, "VERSION", VERSION + 1)
        return VERSION + 1

    return make


def _sql(path: object, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(str(path))) as connection:
        return connection.execute(query).fetchall()


def test_there_is_a_migration_for_each_version() -> None:
    assert sorted(STEPS) == list(range(FIRST, VERSION + 1))


@pytest.mark.parametrize("version", range(FIRST, VERSION + 1))
def test_a_schema_once_released_never_changes(version: int) -> None:
    golden = (GOLDEN / f"schema-v{version}.sql").read_text(encoding="utf-8")

    assert "".join(f"{sql};\n" for sql in schema_after(version)) == golden


def test_a_new_board_has_what_the_migrations_make() -> None:
    assert SCHEMA_PATH.read_text(encoding="utf-8") == schema_source()
    assert schema.VERSION == VERSION


@pytest.mark.parametrize("version", range(FIRST, VERSION + 1))
def test_a_board_of_any_released_version_can_be_used(version: int, board: Board) -> None:
    with closing(sqlite3.connect(board.path)) as connection:
        connection.executescript((GOLDEN / f"schema-v{version}.sql").read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {version}")

    board.advisor()

    assert (board.due().counts, board.sql("PRAGMA user_version")) == (
        {"overdue": 1, "due": 1, "soon": 0},
        [(VERSION,)],
    )


def test_version_3_keeps_what_was_private_and_begins_the_periods(board: Board) -> None:
    uids = (f"{number:036}" for number in range(9))
    with closing(sqlite3.connect(board.path)) as connection, connection:
        connection.executescript((GOLDEN / "schema-v2.sql").read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 2")
        for handle, confidential in (("ana", 1), ("tom", 0)):
            connection.execute(
                "INSERT INTO advisor (uid, handle, name, nicknames, strengths, perspectives)"
                " VALUES (?, ?, ?, '[]', '[]', '{}')",
                (next(uids), handle, handle.capitalize()),
            )
            connection.execute(
                "INSERT INTO agreement (uid, advisor_id, agreed_on, focus, confidential)"
                " VALUES (?, last_insert_rowid(), '2026-10-01', '[]', ?)",
                (next(uids), confidential),
            )
        # Logged while the agreement was open, while it was confidential, and as private.
        for advisor_id, met_on, private in (
            *((1, "2026-09-01", 0), (1, "2026-11-01", 1)),
            *((2, "2026-09-01", 1), (2, "2026-11-01", 0)),
        ):
            connection.execute(
                "INSERT INTO meeting (uid, advisor_id, status, met_on, way, minutes, private)"
                " VALUES (?, ?, 'held', ?, 'coffee', 60, ?)",
                (next(uids), advisor_id, met_on, private),
            )

    with reading(board.path) as connection:
        agreements = [agreement(connection, advisor_id) for advisor_id in (1, 2)]
        are_private = [meeting(connection, number).private for number in (1, 2, 3, 4)]

    assert [agreed and agreed.confidential_since for agreed in agreements] == [
        date(2026, 10, 1),
        None,
    ]
    assert are_private == [False, True, True, False]
    assert board.sql("SELECT private FROM meeting ORDER BY id") == [(None,), (1,), (1,), (None,)]


def test_version_5_takes_the_day_of_a_step_from_the_history(board: Board) -> None:
    with closing(sqlite3.connect(board.path)) as connection, connection:
        connection.executescript((GOLDEN / "schema-v4.sql").read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 4")
        connection.executescript(
            """
            INSERT INTO goal (uid, title, horizon, status, added_on)
                VALUES ('000000000000000000000000000000000001', 'Lead', 'near', 'open', '2026-10-01');
            INSERT INTO goal_step (uid, goal_id, text) VALUES ('000000000000000000000000000000000002', 1, 'Ask');
            INSERT INTO goal_step (uid, goal_id, text) VALUES ('000000000000000000000000000000000003', 1, 'Read');
            INSERT INTO operation (at, kind, command, summary)
                VALUES ('2026-11-03T09:00:00+00:00', 'change', 'goal step add', 'Added s1');
            INSERT INTO row_image (operation_id, table_name, row_id, after)
                VALUES (1, 'goal_step', 1, '{}');
            """
        )

    with reading(board.path) as connection:
        added = connection.execute("SELECT added_on FROM goal_step ORDER BY id").fetchall()

    assert [tuple(row) for row in added] == [("2026-11-03",), (None,)]


def test_version_6_makes_everybody_an_advisor(board: Board) -> None:
    with closing(sqlite3.connect(board.path)) as connection, connection:
        connection.executescript((GOLDEN / "schema-v5.sql").read_text(encoding="utf-8"))
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA user_version = 5")
        connection.execute(
            "INSERT INTO advisor (uid, handle, name) VALUES (?, 'ana', 'Ana Lima')", ("0" * 36,)
        )

    with reading(board.path) as connection:
        people_on_file = connection.execute(
            "SELECT name, role, title, timezone, usual FROM advisor"
        ).fetchall()

    assert people_on_file == [("Ana Lima", "advisor", None, None, None)]


def _read(board: Board) -> None:
    with reading(board.path) as connection:
        assert [person.name for person in people(connection)] == ["Marcus Ojo"]


def _change(board: Board) -> None:
    with change(board.path, "advisor rm", today=TODAY) as work:
        work.watch_all()
        work.connection.execute("UPDATE advisor SET shoe_size = 44")


@pytest.mark.parametrize(("use", "size"), [(_read, 43), (_change, 44)])
def test_even_a_reader_migrates_an_older_board(
    use: Callable[[Board], None], size: int, board: Board, release: Release
) -> None:
    board.advisor("Marcus Ojo")
    version = release(ADDS_A_COLUMN)

    use(board)

    assert (board.sql("PRAGMA user_version"), board.sql("SELECT name, shoe_size FROM advisor")) == (
        [(version,)],
        [("Marcus Ojo", size)],
    )


def test_a_migration_keeps_a_copy_of_the_old_board(
    board: Board, release: Release, tmp_path: Path
) -> None:
    board.advisor("Marcus Ojo")
    before = board.dump()
    release(ADDS_A_COLUMN)

    _read(board)

    kept = Board(tmp_path / "backups" / "board.db-2026-11-21-before-migration.db")
    assert (kept.dump(), kept.sql("PRAGMA user_version"), kept.sql("PRAGMA application_id")) == (
        before,
        [(VERSION,)],
        [(APPLICATION_ID,)],
    )


def test_the_history_lists_a_migration_once(board: Board, release: Release) -> None:
    board.advisor("Marcus Ojo")
    version = release(ADDS_A_COLUMN)

    _read(board)
    _read(board)

    with reading(board.path) as connection:
        found = [(done.kind, done.summary) for done in operations(connection)]
    assert found == [
        ("migration", f"Brought the board from version {VERSION} to {version}"),
        ("change", "Seated Marcus Ojo (marcus), Sat 10 Jan 2026"),
    ]


def test_a_second_migration_at_the_same_time_does_nothing(board: Board, release: Release) -> None:
    board.advisor("Marcus Ojo")
    version = release(ADDS_A_COLUMN)
    _read(board)
    before = (board.dump(), board.sql("SELECT * FROM operation"))

    bring_up_to_date(board.path)

    assert (board.dump(), board.sql("SELECT * FROM operation")) == before
    assert board.sql("PRAGMA user_version") == [(version,)]


@pytest.mark.parametrize(
    ("statements", "error"),
    [(BREAKS_HALFWAY, sqlite3.OperationalError), (LEAVES_LOOSE_ENDS, NotABoard)],
)
def test_a_failed_migration_changes_nothing(
    statements: Sequence[str], error: type[Exception], board: Board, release: Release
) -> None:
    board.advisor("Marcus Ojo")
    before = Path(board.path).read_bytes()
    release(statements)

    with pytest.raises(error):
        _read(board)

    assert Path(board.path).read_bytes() == before
    assert not os.path.exists(f"{board.path}-journal")


def test_no_migration_without_a_backup(board: Board, release: Release, tmp_path: Path) -> None:
    board.advisor("Marcus Ojo")
    (tmp_path / "backups").write_text("in the way")
    release(ADDS_A_COLUMN)

    with pytest.raises(CannotWrite):
        _read(board)

    assert board.sql("PRAGMA user_version") == [(VERSION,)]


def test_a_migration_is_a_barrier_for_undo_and_redo(board: Board, release: Release) -> None:
    board.advisor("Marcus Ojo")
    board.advisor("Ana Lima")
    reversal.undo(board.path, 1, today=TODAY)
    release(ADDS_A_COLUMN)
    _read(board)

    with pytest.raises(Refused, match="There is nothing to undo"):
        reversal.undo(board.path, 1, today=TODAY)
    with pytest.raises(Refused, match="There is nothing to redo"):
        reversal.redo(board.path, 1, today=TODAY)


def test_a_change_after_a_migration_can_be_undone(board: Board, release: Release) -> None:
    board.advisor("Marcus Ojo")
    release(ADDS_A_COLUMN)
    _read(board)
    before = board.dump()
    _change(board)

    reversal.undo(board.path, 1, today=TODAY)

    assert board.dump() == before


def test_a_board_of_the_unreleased_version_is_refused(board: Board) -> None:
    board.advisor("Marcus Ojo")
    board.sql("PRAGMA user_version = 1")
    before = Path(board.path).read_bytes()

    with pytest.raises(NotABoard) as refused:
        _read(board)

    assert refused.value.message == f"{board.path} was made by an unreleased boardroom."
    assert Path(board.path).read_bytes() == before


def _mistaken(board: Board) -> None:
    with change(board.path, "advisor add", today=TODAY) as work:
        board_in_the_making = work.connection.execute("SELECT count(*) FROM advisor").fetchone()
        assert board_in_the_making == (0,)
        raise KeyboardInterrupt


def test_a_failed_first_change_leaves_no_file(board: Board, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        _mistaken(board)
    with pytest.raises(Refused):
        reversal.undo(board.path, 1, today=TODAY)

    assert list(tmp_path.iterdir()) == []


def _too_slow(board: Board) -> None:
    with board.change() as work:
        board.advisor("Ana Lima")
        work.connection.execute("INSERT INTO setting (key, value) VALUES ('soon', '7d')")


def test_the_first_of_two_new_boards_wins(board: Board, tmp_path: Path) -> None:
    with pytest.raises(Locked) as refused:
        _too_slow(board)

    assert (
        refused.value.message
        == f"{board.path} was made by another program just now, so nothing was written."
    )
    assert (board.sql("SELECT name FROM advisor"), board.sql("SELECT * FROM setting")) == (
        [("Ana Lima",)],
        [],
    )
    assert os.listdir(tmp_path) == ["board.db"]


def _no_links(*_: object) -> None:
    raise OSError("this file system has no links")


def test_a_board_needs_no_hard_links(
    board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "link", _no_links)

    board.advisor("Ana Lima")
    with pytest.raises(Locked), new_board(board.path) as connection:
        connection.close()

    assert (board.sql("SELECT name FROM advisor"), os.listdir(tmp_path)) == (
        [("Ana Lima",)],
        ["board.db"],
    )
