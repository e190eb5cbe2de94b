"""Restoring copies, from sound and damaged boards."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from boardroom.errors import CannotWrite, Locked, NotABoard
from boardroom.store import restore as store
from boardroom.store.backup import back_up_to
from boardroom.store.restore import content, restore
from tests.boards import TODAY, Board
from tests.cli.typed import typed

on_posix = pytest.mark.skipif(os.name == "nt", reason="making a link needs a right there")
NAMES = "SELECT name FROM advisor ORDER BY id"


@pytest.fixture
def copy(board: Board, tmp_path: Path) -> str:
    """A copy with Marcus alone; then Ana joins the board."""
    board.advisor("Marcus Ojo")
    path = back_up_to(board.path, str(tmp_path / "copy.db"))
    board.advisor("Ana Lima")
    return path


def test_a_copy_takes_the_boards_place_and_the_board_is_kept(board: Board, copy: str) -> None:
    kept = restore(board.path, copy, today=TODAY)

    assert board.sql(NAMES) == [("Marcus Ojo",)]
    assert Board(Path(kept)).sql(NAMES) == [("Marcus Ojo",), ("Ana Lima",)]

    restore(board.path, kept, today=TODAY)

    assert board.sql(NAMES) == [("Marcus Ojo",), ("Ana Lima",)]


def test_another_program_goes_on_with_the_restored_board(board: Board, copy: str) -> None:
    with closing(sqlite3.connect(board.path)) as other:
        assert len(other.execute(NAMES).fetchall()) == 2

        restore(board.path, copy, today=TODAY)
        with other:
            other.execute("UPDATE advisor SET seat = 'Mirror'")

    assert board.sql("SELECT name, seat FROM advisor") == [("Marcus Ojo", "Mirror")]


def test_a_board_in_use_is_not_restored(
    board: Board, copy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("boardroom.store.file.WAIT_SECONDS", 0.01)
    before = board.dump()

    with closing(sqlite3.connect(board.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Locked):
            restore(board.path, copy, today=TODAY)

    assert board.dump() == before


def _write_ahead(board: Board) -> sqlite3.Connection:
    """Another program that has put the board into write-ahead mode and read it."""
    other = sqlite3.connect(board.path, isolation_level=None)
    other.execute("PRAGMA journal_mode = WAL")
    assert len(other.execute(NAMES).fetchall()) == 2
    return other


def test_readers_of_a_write_ahead_board_are_not_in_the_way(board: Board, copy: str) -> None:
    with closing(_write_ahead(board)) as idle, closing(_write_ahead(board)) as busy:
        busy.execute("BEGIN")
        assert len(busy.execute(NAMES).fetchall()) == 2

        kept = restore(board.path, copy, today=TODAY)

        assert idle.execute(NAMES).fetchall() == [("Marcus Ojo",)]
        assert len(busy.execute(NAMES).fetchall()) == 2
        busy.execute("COMMIT")
        assert busy.execute(NAMES).fetchall() == [("Marcus Ojo",)]
    assert board.sql(NAMES) == [("Marcus Ojo",)]
    assert board.sql("PRAGMA integrity_check") == [("ok",)]
    assert Board(Path(kept)).sql(NAMES) == [("Marcus Ojo",), ("Ana Lima",)]


def test_a_write_ahead_board_is_not_restored_while_another_program_writes(
    board: Board, copy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("boardroom.store.file.WAIT_SECONDS", 0.01)

    with closing(_write_ahead(board)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Locked):
            restore(board.path, copy, today=TODAY)
        other.execute("ROLLBACK")

    assert board.sql(NAMES) == [("Marcus Ojo",), ("Ana Lima",)]


def test_pages_of_another_size_are_restored_in_write_ahead_mode(board: Board, copy: str) -> None:
    with closing(sqlite3.connect(copy, isolation_level=None)) as other:
        other.execute("PRAGMA page_size = 8192")
        other.execute("VACUUM")

    with closing(_write_ahead(board)):
        restore(board.path, copy, today=TODAY)

    assert board.sql(NAMES) == [("Marcus Ojo",)]
    assert board.sql("PRAGMA integrity_check") == [("ok",)]


def test_a_restore_killed_in_write_ahead_mode_leaves_the_old_board(
    board: Board, copy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = board.dump()
    with closing(_write_ahead(board)):
        # The old board is kept when the first page is written and none is committed.
        monkeypatch.setattr(store, "back_up", lambda *_, **__: os._exit(0))
        child = os.fork()
        if not child:
            restore(board.path, copy, today=TODAY)
            os._exit(1)
        assert os.waitpid(child, 0)[1] == 0

    assert board.dump() == before
    assert board.sql("PRAGMA integrity_check") == [("ok",)]


def test_a_missing_board_comes_back(board: Board, copy: str) -> None:
    os.unlink(board.path)

    kept = restore(board.path, copy, today=TODAY)

    assert (kept, board.sql(NAMES)) == ("", [("Marcus Ojo",)])
    assert os.stat(board.path).st_mode & 0o777 == 0o600


@pytest.mark.parametrize("damage", [b"", b"a shopping list", b"SQLite format 3\0" + b"\0" * 5000])
def test_a_damaged_board_is_moved_aside_with_its_journal(
    damage: bytes, board: Board, copy: str, tmp_path: Path
) -> None:
    Path(board.path).write_bytes(damage)
    Path(f"{board.path}-journal").write_bytes(b"a journal that SQLite did not write")

    kept = restore(board.path, copy, today=TODAY)

    assert Path(kept).read_bytes() == damage
    assert not Path(f"{board.path}-journal").exists()
    assert board.sql(NAMES) == [("Marcus Ojo",)]
    assert not [name for name in os.listdir(tmp_path) if name.startswith(".board-")]


def test_a_hot_journal_is_not_rolled_into_the_copy(board: Board, copy: str) -> None:
    killed = os.fork()
    if not killed:
        connection = sqlite3.connect(board.path, isolation_level=None)
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE advisor SET notes = hex(randomblob(100000))")
        os._exit(0)
    os.waitpid(killed, 0)
    assert os.path.getsize(f"{board.path}-journal") > 0

    restore(board.path, copy, today=TODAY)

    assert board.sql("SELECT name, notes FROM advisor") == [("Marcus Ojo", None)]
    assert board.sql("PRAGMA integrity_check") == [("ok",)]


@pytest.mark.parametrize("companion", ["-journal", "-wal"])
def test_what_was_left_of_a_board_that_is_gone_is_not_written_into_the_copy(
    companion: str, board: Board, copy: str, tmp_path: Path
) -> None:
    _kill_with_a_companion(board, companion)
    os.unlink(board.path)

    restore(board.path, copy, today=TODAY)

    assert board.sql("SELECT name, notes FROM advisor") == [("Marcus Ojo", None)]
    assert board.sql("PRAGMA integrity_check") == [("ok",)]
    kept = tmp_path / "backups" / f"board.db-2026-11-21-damaged.db{companion}"
    assert kept.stat().st_size > 0


@pytest.mark.parametrize("companion", ["-journal", "-wal"])
def test_no_new_board_appears_beside_what_was_left_of_another(companion: str, board: Board) -> None:
    board.advisor("Marcus Ojo")
    _kill_with_a_companion(board, companion)
    os.unlink(board.path)
    left = Path(f"{board.path}{companion}").read_bytes()

    with pytest.raises(CannotWrite) as refused:
        board.advisor("Ana Lima")

    assert refused.value.message == (
        f"{board.path}{companion} is there without its board, and SQLite would write it into a new"
        " one."
    )
    assert Path(f"{board.path}{companion}").read_bytes() == left
    assert not os.path.lexists(board.path)


@pytest.mark.parametrize("companion", ["-journal", "-wal"])
def test_a_killed_change_hinders_neither_doctor_nor_restore(
    companion: str, board: Board, copy: str
) -> None:
    _kill_with_a_companion(board, companion)
    doctor = typed("doctor")
    _kill_with_a_companion(board, companion)
    restored = typed("restore", copy, "--yes")

    assert (doctor.code, restored.code) == (0, 0)
    assert board.sql("SELECT name, notes FROM advisor") == [("Marcus Ojo", None)]


def test_a_damaged_board_with_a_journal_is_restored(board: Board, copy: str) -> None:
    _kill_with_a_companion(board, "-journal")
    with open(board.path, "r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * 4096 * 20)

    restored = typed("restore", copy, "--yes")

    assert restored.code == 0
    assert board.sql("SELECT name, notes FROM advisor") == [("Marcus Ojo", None)]
    assert board.sql("PRAGMA integrity_check") == [("ok",)]


def _kill_with_a_companion(board: Board, companion: str) -> None:
    """Kills a process in a change, which leaves a journal or a WAL."""
    mode = {"-journal": "DELETE", "-wal": "WAL"}[companion]
    killed = os.fork()
    if not killed:
        connection = sqlite3.connect(board.path, isolation_level=None)
        connection.execute(f"PRAGMA journal_mode = {mode}")
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE advisor SET notes = hex(randomblob(100000))")
        if companion == "-wal":
            connection.execute("COMMIT")
        os._exit(0)
    os.waitpid(killed, 0)
    assert os.path.getsize(f"{board.path}{companion}") > 0


@on_posix
@pytest.mark.parametrize("is_damaged", [False, True])
def test_the_file_that_a_link_leads_to_is_restored(
    is_damaged: bool, board: Board, copy: str, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    target = elsewhere / "mine.db"
    os.rename(board.path, target)
    os.symlink(target, board.path)
    if is_damaged:
        target.write_bytes(b"damaged")

    kept = restore(board.path, copy, today=TODAY)

    assert os.readlink(board.path) == str(target)
    assert Board(target).sql(NAMES) == [("Marcus Ojo",)]
    assert os.path.dirname(kept) == str(elsewhere / "backups")
    assert sorted(os.listdir(elsewhere)) == ["backups", "mine.db"]


def test_a_copy_is_restored_with_what_another_program_keeps_beside_it(
    board: Board, copy: str
) -> None:
    Path(board.path).write_bytes(b"damaged")
    with closing(sqlite3.connect(copy, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("UPDATE advisor SET name = 'Marc Ojo'")

        restore(board.path, copy, today=TODAY)

    assert board.sql(NAMES) == [("Marc Ojo",)]


def test_a_damaged_copy_is_refused(board: Board, copy: str) -> None:
    with open(copy, "r+b") as file:
        file.seek(4096 * 5)
        file.write(b"\0" * 4096 * 60)
    before = board.dump()

    with pytest.raises(NotABoard):
        restore(board.path, copy, today=TODAY)

    assert board.dump() == before


def test_the_content_is_counted(board: Board, copy: str) -> None:
    found = content(board.path)

    assert found.uid == content(copy).uid
    assert (found.counts["advisor"], found.counts["meeting"]) == (2, 0)
    assert Board(Path(copy)).sql("SELECT count(*) FROM board_identity") == [(1,)]
