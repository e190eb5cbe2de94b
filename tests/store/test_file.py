from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from boardroom.errors import CannotWrite, Locked
from boardroom.queries.history import operations
from boardroom.queries.people import people
from boardroom.store import file
from boardroom.store.file import VERSION, reading, writing
from boardroom.store.header import APPLICATION_ID
from boardroom.store.place import default_path
from boardroom.store.rows import Setting
from boardroom.store.work import change
from tests.boards import TODAY, Board
from tests.children import kill_in_mid_change

posix_modes = pytest.mark.skipif(os.name == "nt", reason="Windows has no such file modes")


@pytest.fixture
def open_umask() -> Iterator[None]:
    """Lets everybody read and write new files, unless their maker says otherwise."""
    before = os.umask(0)
    yield
    os.umask(before)


@posix_modes
@pytest.mark.usefixtures("open_umask")
def test_a_board_and_its_folder_are_the_users_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data" / "mine"))
    board = Board(Path(default_path()), recorded=True)

    board.advisor()
    board.advisor("Ana Lima")

    modes = {
        str(path.relative_to(tmp_path)): oct(path.stat().st_mode & 0o777)
        for path in sorted(tmp_path.rglob("*"))
    }
    assert modes == {
        "data": "0o700",
        "data/mine": "0o700",
        "data/mine/boardroom": "0o700",
        "data/mine/boardroom/backups": "0o700",
        "data/mine/boardroom/backups/board.db-2026-11-21.db": "0o600",
        "data/mine/boardroom/board.db": "0o600",
    }


@posix_modes
def test_a_board_that_others_can_read_becomes_the_users_alone(board: Board) -> None:
    board.advisor()
    Path(board.path).chmod(0o644)

    board.recorded = True
    board.advisor("Ana Lima")

    assert Path(board.path).stat().st_mode & 0o777 == 0o600


def test_a_board_has_its_application_id_and_version(board: Board) -> None:
    board.advisor()

    assert (board.sql("PRAGMA application_id"), board.sql("PRAGMA user_version")) == (
        [(APPLICATION_ID,)],
        [(VERSION,)],
    )


def test_a_large_change_is_written_at_its_commit_alone(board: Board) -> None:
    board.advisor()
    before = os.path.getsize(board.path)

    with writing(board.path) as connection:
        for number in range(400):
            connection.execute(
                "INSERT INTO setting (key, value) VALUES (?, ?)", (f"l{number}", "v" * 10_000)
            )
        assert os.path.getsize(board.path) == before

    assert os.path.getsize(board.path) > before + 4_000_000


def test_a_change_uses_the_safe_pragmas(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "wait_seconds", lambda: 4.5)  # the program has just started
    board.advisor()
    pragmas = (
        "journal_mode",
        "synchronous",
        "foreign_keys",
        "secure_delete",
        "busy_timeout",
        "trusted_schema",
    )

    with writing(board.path) as connection:
        found = {pragma: connection.execute(f"PRAGMA {pragma}").fetchone()[0] for pragma in pragmas}

    extra = 3
    assert found == {
        "journal_mode": "delete",
        "synchronous": extra,
        "foreign_keys": 1,
        "secure_delete": 1,
        "busy_timeout": 4500,
        "trusted_schema": 0,
    }


def test_reading_without_a_board_makes_no_file(board: Board, tmp_path: Path) -> None:
    with reading(board.path) as connection:
        assert people(connection) == []

    assert list(tmp_path.iterdir()) == []


def test_a_reader_cannot_write(board: Board) -> None:
    board.advisor()

    with pytest.raises(CannotWrite), reading(board.path) as connection:
        connection.execute("DELETE FROM advisor")

    assert board.sql("SELECT handle FROM advisor") == [("marcus",)]


def test_a_reader_sees_one_state_during_a_change(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.advisor()
    monkeypatch.setattr(file, "WAIT_SECONDS", 0)

    with reading(board.path) as connection:
        before = len(people(connection))
        with pytest.raises(Locked):
            board.advisor("Ana Lima")
        after = len(operations(connection))

    assert (before, after) == (1, 1)


@pytest.mark.parametrize(
    "name",
    [
        "my board.db",
        "100%20.db",
        "why?.db",
        "a#b&mode=memory.db",
        "Übersicht 顾问 🙂.db",
        "semi;colon.db",
        "board",
    ],
)
def test_any_characters_may_be_in_a_path(name: str, tmp_path: Path) -> None:
    if os.name == "nt" and "?" in name:
        pytest.skip("Windows has no such file name")
    (tmp_path / name).mkdir()
    board = Board(tmp_path / name / name, recorded=True)

    board.advisor()
    board.advisor("Ana Lima")

    with reading(board.path) as connection:
        assert [person.handle for person in people(connection)] == ["ana", "marcus"]
    assert sorted(os.listdir(tmp_path / name)) == sorted(["backups", name])


@pytest.mark.skipif(os.name == "nt", reason="two slashes begin a network path there")
def test_a_path_may_begin_with_two_slashes(tmp_path: Path) -> None:
    board = Board(tmp_path / "board.db", recorded=True)
    board.advisor()

    with reading(f"/{board.path}") as connection:
        assert len(people(connection)) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text on other systems")
def test_a_path_need_not_be_valid_utf_8(tmp_path: Path) -> None:
    board = Board(tmp_path / os.fsdecode(b"\xff.db"), recorded=True)

    board.advisor()

    assert os.listdir(os.fsencode(tmp_path)) == [b"\xff.db"]


def _by_reading(board: Board) -> None:
    assert board.due().counts == {"overdue": 1, "due": 1, "soon": 0}


def _by_changing(board: Board) -> None:
    with change(board.path, "config set", today=TODAY) as work:
        work.add(Setting(key="soon", value="7d"))


@pytest.mark.parametrize("use", [_by_reading, _by_changing])
def test_a_change_cut_off_by_a_kill_is_rolled_back(
    use: Callable[[Board], None], board: Board
) -> None:
    board.advisor(notes="Met at the fair")
    kill_in_mid_change(board.path, "UPDATE advisor SET notes = printf('%.*c', 300000, 'x')")

    use(board)

    assert board.sql("SELECT notes FROM advisor") == [("Met at the fair",)]
    assert board.sql("PRAGMA integrity_check") == [("ok",)]
    assert not os.path.exists(f"{board.path}-journal")


def _hold(path: str, lock: str) -> closing[sqlite3.Connection]:
    """Holds the board as another process in the middle of a change."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute(f"BEGIN {lock}")
    return closing(other)


def test_reading_during_a_write_is_refused_in_time(board: Board) -> None:
    board.advisor()

    with (
        _hold(board.path, "EXCLUSIVE"),
        pytest.raises(Locked) as refused,
        reading(board.path, wait=0),
    ):
        pass

    assert refused.value.message == f"{board.path} is locked: another program is changing it."


def test_a_board_about_to_be_written_can_be_read(board: Board) -> None:
    board.advisor()

    with _hold(board.path, "IMMEDIATE"), reading(board.path, wait=0) as connection:
        assert len(people(connection)) == 1


@pytest.mark.parametrize("lock", ["IMMEDIATE", "EXCLUSIVE"])
def test_changing_during_a_write_is_refused_in_time(
    lock: str, board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.advisor()
    board.advisor("Ana Lima")
    before = board.dump()
    monkeypatch.setattr(file, "WAIT_SECONDS", 0)

    with _hold(board.path, lock), pytest.raises(Locked):
        board.advisor("Tom Berg")

    assert board.dump() == before
