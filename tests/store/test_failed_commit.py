"""When the disk fails at the end of a change, the program says if the change is stored."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from boardroom.errors import CannotWrite, NotSynced
from boardroom.store import file, migrate, private_files, purge, schema_mending
from boardroom.store import restore as store
from boardroom.store.backup import back_up_to
from boardroom.store.migrations import STEPS
from boardroom.store.restore import restore
from tests.boards import TODAY, Board
from tests.cli.typed import Ran, typed

NAMES = "SELECT name FROM advisor ORDER BY id"
STORED = (
    "The change is stored, but {path} can't be flushed to the disk: {why}. A power cut could undo it."
    " Don't repeat it. Check the disk, then see: boardroom history\n"
)


def _io_error() -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = "SQLITE_IOERR_DIR_FSYNC"
    return error


class _FailsAfterCommit(sqlite3.Connection):
    def execute(self, sql: str, *parameters: object) -> sqlite3.Cursor:
        cursor = super().execute(sql, *parameters)  # type: ignore[arg-type]  # as they come
        if sql == "COMMIT":
            raise _io_error()
        return cursor


class _FailsBeforeCommit(sqlite3.Connection):
    def execute(self, sql: str, *parameters: object) -> sqlite3.Cursor:
        if sql == "COMMIT":
            super().execute("ROLLBACK")  # as SQLite does
            raise _io_error()
        return super().execute(sql, *parameters)  # type: ignore[arg-type]  # as they come


@pytest.fixture
def board(board: Board) -> Board:
    """A board with Marcus on it."""
    board.advisor("Marcus Ojo")
    return board


@pytest.fixture
def writes_with(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Has every change made by connections of a class, and every read fail if it `blinds`."""
    connect = file.connect

    def use(factory: type[sqlite3.Connection], *, blinds: bool = False) -> None:
        def connected(path: str, mode: str, wait: float) -> sqlite3.Connection:
            if mode == "rw":
                return sqlite3.connect(path, factory=factory, isolation_level=None)
            if blinds:
                raise _io_error()
            return connect(path, mode, wait)

        monkeypatch.setattr(file, "connect", connected)

    return use


def test_a_change_that_is_in_the_file_is_said_to_be_stored(
    board: Board, writes_with: Callable[..., None]
) -> None:
    writes_with(_FailsAfterCommit)

    ran = typed("advisor", "add", "Ana Lima")

    assert ran == Ran(23, "", STORED.format(path=board.path, why="disk I/O error"))
    assert board.sql(NAMES) == [("Marcus Ojo",), ("Ana Lima",)]


def test_a_change_that_is_not_in_the_file_is_said_to_have_changed_nothing(
    board: Board, writes_with: Callable[..., None]
) -> None:
    writes_with(_FailsBeforeCommit)

    ran = typed("advisor", "add", "Ana Lima")

    assert ran == Ran(
        23,
        "",
        f"{board.path} can't be written: disk I/O error."
        " Check the free space and the permissions; nothing was changed.\n",
    )
    assert board.sql(NAMES) == [("Marcus Ojo",)]


def test_a_board_that_can_not_be_read_afterwards_is_said_to_be_in_doubt(
    board: Board, writes_with: Callable[..., None]
) -> None:
    writes_with(_FailsAfterCommit, blinds=True)

    with pytest.raises(CannotWrite) as failed:
        board.advisor("Ana Lima")

    assert (failed.value.message, failed.value.hint) == (
        (
            f"The disk failed while the change was being stored (disk I/O error), and {board.path}"
            " can't be read to see if it is."
        ),
        "Check the disk, and look before you repeat it: boardroom history",
    )


def _no_sync(_: str) -> None:
    raise OSError(errno.EDQUOT, "Disk quota exceeded")


def test_a_new_board_whose_folder_is_not_flushed_is_said_to_be_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARDROOM_DB", str(tmp_path / "new.db"))
    monkeypatch.setattr(private_files, "sync_folder", _no_sync)

    ran = typed("advisor", "add", "Ana Lima")

    assert ran == Ran(23, "", STORED.format(path=tmp_path / "new.db", why="Disk quota exceeded"))
    assert Board(tmp_path / "new.db").sql(NAMES) == [("Ana Lima",)]


@pytest.mark.parametrize("was", [None, b"damaged"])
def test_a_restored_board_whose_folder_is_not_flushed_is_said_to_be_stored(
    was: bytes | None, board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = back_up_to(board.path, str(tmp_path / "copy.db"))
    Path(board.path).unlink()
    if was is not None:
        Path(board.path).write_bytes(was)
    monkeypatch.setattr(private_files, "sync_folder", _no_sync)

    with pytest.raises(NotSynced):
        restore(board.path, copy, today=TODAY)

    assert board.sql(NAMES) == [("Marcus Ojo",)]


class _FailsAfterBackup(sqlite3.Connection):
    def backup(self, target: sqlite3.Connection, **options: Any) -> None:  # noqa: ANN401  as they come
        super().backup(target, **options)
        raise _io_error()


def test_a_restored_board_is_said_to_be_stored_if_the_last_flush_fails(
    board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = back_up_to(board.path, str(tmp_path / "copy.db"))
    board.advisor("Ana Lima")

    def connected(path: str, *_: object) -> sqlite3.Connection:
        return sqlite3.connect(path, factory=_FailsAfterBackup, isolation_level=None)

    monkeypatch.setattr(store, "connect", connected)

    with pytest.raises(NotSynced):
        restore(board.path, copy, today=TODAY)

    assert board.sql(NAMES) == [("Marcus Ojo",)]


def _fails_in(module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    """Has the connections that a module writes with fail after each commit."""

    def connected(path: str, *_: object, **__: object) -> sqlite3.Connection:
        return sqlite3.connect(path, factory=_FailsAfterCommit, isolation_level=None)

    monkeypatch.setattr(module, "connect", connected)


def test_a_migration_is_said_to_be_stored_if_the_last_flush_fails(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = {
        **STEPS,
        file.VERSION + 1: ("ALTER TABLE advisor ADD COLUMN shoe_size INTEGER",),
    }
    monkeypatch.setattr(migrate, "STEPS", steps)
    _fails_in(migrate, monkeypatch)

    with pytest.raises(NotSynced):
        migrate.bring_up_to_date(board.path)

    assert board.sql("PRAGMA user_version") == [(file.VERSION + 1,)]


def test_a_mended_schema_is_said_to_be_stored_if_the_last_flush_fails(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.sql("DROP INDEX meeting_by_day")
    _fails_in(schema_mending, monkeypatch)

    with pytest.raises(NotSynced):
        schema_mending.mend_schema(board.path, today=TODAY)

    assert board.sql("SELECT name FROM sqlite_master WHERE name = 'meeting_by_day'")


def test_a_purged_copy_is_said_to_be_stored_if_the_last_flush_fails(
    board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = Board(Path(back_up_to(board.path, str(tmp_path / "copy.db"))))
    [(uid,)] = copy.sql("SELECT uid FROM advisor")
    _fails_in(purge, monkeypatch)

    with pytest.raises(NotSynced):
        purge.purge_copy(copy.path, purge.Purge("advisor", uid, ("Marcus",), "a person", "Marcus"))

    assert copy.sql(NAMES) == []


def test_a_written_file_whose_folder_is_not_flushed_is_said_to_be_written(
    board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(private_files, "sync_folder", _no_sync)
    target = tmp_path / "out.json"

    ran = typed("export", "-o", str(target))

    assert (ran.code, ran.out) == (23, "")
    assert ran.err.endswith(
        f"{target} is written, but can't be flushed to the disk: Disk quota exceeded."
        " A power cut could undo that. Check the disk.\n"
    )
    assert target.read_text().startswith("{")
    assert board.sql(NAMES) == [("Marcus Ojo",)]
