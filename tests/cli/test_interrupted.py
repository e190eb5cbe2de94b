"""Ctrl-C right after a commit: what is stored is said to be stored."""

from __future__ import annotations

import signal
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from boardroom.cli.call import Call
from boardroom.cli.failures import exit_code_of
from boardroom.store import file
from boardroom.store import restore as store
from boardroom.store.backup import back_up_to
from tests.boards import Board
from tests.cli.typed import Ran, typed

REPEATS = "Don't repeat it. See: boardroom history\n"


class _Interrupted(sqlite3.Connection):
    def execute(self, sql: str, *parameters: object) -> sqlite3.Cursor:
        cursor = super().execute(sql, *parameters)  # type: ignore[arg-type]  # as they come
        if sql == "COMMIT":
            signal.raise_signal(signal.SIGINT)
        return cursor


class _InterruptedBefore(sqlite3.Connection):
    def execute(self, sql: str, *parameters: object) -> sqlite3.Cursor:
        if sql == "COMMIT":
            signal.raise_signal(signal.SIGINT)
        return super().execute(sql, *parameters)  # type: ignore[arg-type]  # as they come


@pytest.fixture
def writes_with(monkeypatch: pytest.MonkeyPatch) -> Callable[[type[sqlite3.Connection]], None]:
    """Has every change made by connections of a class."""
    connect = file.connect

    def use(factory: type[sqlite3.Connection]) -> None:
        def connected(path: str, mode: str, wait: float) -> sqlite3.Connection:
            if mode == "rw":
                return sqlite3.connect(path, factory=factory, isolation_level=None)
            return connect(path, mode, wait)

        monkeypatch.setattr(file, "connect", connected)

    return use


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("agenda add marcus Tea", ": Put a1 on the agenda with Marcus Ojo: Tea"),
        ("undo", ""),
        ("purge marcus --yes", ""),
    ],
)
def test_a_change_that_is_committed_is_said_to_be_stored(
    words: str, said: str, board: Board, writes_with: Callable[[type[sqlite3.Connection]], None]
) -> None:
    board.recorded = True
    board.advisor("Marcus Ojo")
    before = board.dump()
    writes_with(_Interrupted)

    ran = typed(*words.split())

    assert ran == Ran(130, "", f"Interrupted, but the change is stored{said}. {REPEATS}")
    assert board.dump() != before


def test_a_change_that_is_not_committed_is_not_said_to_be_stored(
    board: Board, writes_with: Callable[[type[sqlite3.Connection]], None]
) -> None:
    board.advisor("Marcus Ojo")
    before = board.dump()
    writes_with(_InterruptedBefore)

    assert typed("advisor", "add", "Ana Lima") == Ran(130, "", "")
    assert board.dump() == before


@pytest.mark.parametrize("moment", ["before", "after"])
def test_a_new_board_is_there_if_it_is_said_to_be_stored(
    moment: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "new.db"
    monkeypatch.setenv("BOARDROOM_DB", str(path))
    move = "boardroom.store.migrate.move_to_new"

    def moved(draft: str, target: str) -> None:
        if moment == "after":
            Path(draft).rename(target)
        raise KeyboardInterrupt

    monkeypatch.setattr(move, moved)

    ran = typed("advisor", "add", "Ana Lima")

    assert (ran.code, "stored" in ran.err, path.exists()) == (
        130,
        moment == "after",
        moment == "after",
    )


def test_a_restored_board_is_said_to_be_stored(
    board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.advisor("Marcus Ojo")
    copy = back_up_to(board.path, str(tmp_path / "copy.db"))
    board.advisor("Ana Lima")

    class _InterruptedBackup(sqlite3.Connection):
        def backup(self, *target: object, **options: object) -> None:
            super().backup(*target, **options)  # type: ignore[arg-type]  # as they come
            raise KeyboardInterrupt

    def connected(path: str, *_: object) -> sqlite3.Connection:
        return sqlite3.connect(path, factory=_InterruptedBackup, isolation_level=None)

    monkeypatch.setattr(store, "connect", connected)

    ran = typed("restore", copy, "--yes")

    assert (ran.code, ran.err) == (130, f"Interrupted, but the change is stored. {REPEATS}")
    assert board.sql("SELECT name FROM advisor") == [("Marcus Ojo",)]


def test_ctrl_c_that_a_library_has_turned_into_another_error_is_ctrl_c() -> None:
    def command() -> None:
        raise RuntimeError("Error calling __set_name__") from KeyboardInterrupt()

    assert exit_code_of(command, Call(), []) == 130
