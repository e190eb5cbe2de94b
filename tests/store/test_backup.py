from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from boardroom.errors import Locked, NotABoard
from boardroom.store.backup import DAILY_COPIES, back_up, back_up_daily
from boardroom.store.file import writing
from boardroom.store.rows import Setting
from tests.boards import TODAY, Board


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """The folder with the copies of the board."""
    return tmp_path / "backups"


def _names(copies: Path) -> list[str]:
    return sorted(os.listdir(copies))


def test_a_new_board_needs_no_copy(board: Board, copies: Path) -> None:
    board.advisor()

    assert not copies.exists()


def test_a_days_first_change_copies_the_board_before_it(board: Board, copies: Path) -> None:
    board.advisor()
    before = (
        board.dump(),
        board.sql("SELECT * FROM operation"),
        board.sql("SELECT * FROM sqlite_sequence"),
    )

    board.advisor("Ana Lima")

    copy = Board(copies / "board-2026-11-21.db")
    assert (
        copy.dump(),
        copy.sql("SELECT * FROM operation"),
        copy.sql("SELECT * FROM sqlite_sequence"),
    ) == before
    assert copy.sql("PRAGMA integrity_check") == [("ok",)]


def test_a_copy_is_itself_a_board(board: Board, copies: Path) -> None:
    board.advisor()
    board.advisor("Ana Lima")

    copy = Board(copies / "board-2026-11-21.db")
    copy.advisor("Tom Berg")

    assert copy.sql("SELECT name FROM advisor") == [("Marcus Ojo",), ("Tom Berg",)]


def test_later_changes_of_the_day_make_no_copy(board: Board, copies: Path) -> None:
    board.advisor()
    board.advisor("Ana Lima")
    before = (copies / "board-2026-11-21.db").read_bytes()

    board.advisor("Tom Berg")

    assert (_names(copies), (copies / "board-2026-11-21.db").read_bytes()) == (
        ["board-2026-11-21.db"],
        before,
    )


def test_each_day_has_its_copy(board: Board, copies: Path) -> None:
    board.advisor()
    board.advisor("Ana Lima")
    board.advisor("Tom Berg", today=TODAY + timedelta(days=1))

    assert _names(copies) == ["board-2026-11-21.db", "board-2026-11-22.db"]
    assert Board(copies / "board-2026-11-22.db").sql("SELECT count(*) FROM advisor") == [(2,)]


def test_only_the_oldest_daily_copies_are_removed(board: Board, copies: Path) -> None:
    board.advisor()
    back_up(board.path, "before-migration")
    (copies / "notes.txt").write_text("mine")
    (copies / "other-2020-01-01.db").write_text("another board's")
    days = [TODAY + timedelta(days=number) for number in range(16)]

    for day in days:
        with writing(board.path) as connection:
            back_up_daily(connection, board.path, today=day)

    daily = [f"board-{day.isoformat()}.db" for day in days[-DAILY_COPIES:]]
    assert DAILY_COPIES == 14
    assert _names(copies) == sorted(
        [*daily, "board-before-migration.db", "notes.txt", "other-2020-01-01.db"]
    )


def test_a_copy_of_the_same_name_is_replaced(board: Board, copies: Path) -> None:
    board.advisor()
    back_up(board.path, "before-restore")
    board.advisor("Ana Lima")

    where = back_up(board.path, "before-restore")

    assert where == str(copies / "board-before-restore.db")
    assert Board(Path(where)).sql("SELECT count(*) FROM advisor") == [(2,)]


def _damage_a_date(path: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE transition SET changed_on = '2026-13-45'")


def test_a_damaged_board_gets_no_copy(board: Board, copies: Path) -> None:
    board.advisor()
    back_up(board.path, "sound")
    _damage_a_date(board.path)

    with pytest.raises(NotABoard) as refused:
        back_up(board.path, "sound")

    assert (
        refused.value.message == f"{board.path} is damaged: CHECK constraint failed in transition."
    )
    assert _names(copies) == ["board-sound.db"]
    assert Board(copies / "board-sound.db").sql("SELECT changed_on FROM transition") == [
        ("2026-01-10",)
    ]


@pytest.mark.skipif(os.name == "nt", reason="making a link needs a right there")
def test_a_link_in_place_of_a_copy_is_replaced(board: Board, copies: Path, tmp_path: Path) -> None:
    board.advisor()
    copies.mkdir()
    (tmp_path / "letter.txt").write_text("Dear Marcus")
    (copies / "board-2026-11-20.db").symlink_to(tmp_path / "letter.txt")

    back_up(board.path, date(2026, 11, 20).isoformat())

    assert (tmp_path / "letter.txt").read_text() == "Dear Marcus"
    assert Board(copies / "board-2026-11-20.db").sql("SELECT count(*) FROM advisor") == [(1,)]


def _make_a_board_meanwhile(board: Board) -> None:
    with board.change() as work:
        board.advisor("Ana Lima")
        work.add(Setting(key="soon", value="7d"))


def test_a_board_made_meanwhile_is_not_copied_from_the_draft(board: Board, copies: Path) -> None:
    with pytest.raises(Locked):
        _make_a_board_meanwhile(board)

    assert not copies.exists()
