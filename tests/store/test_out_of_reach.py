"""Boards that can't be read or changed for a reason of the file system's, each in its own words."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from boardroom.errors import CannotWrite, NotFound
from boardroom.store.backup import back_up
from boardroom.store.place import board_path, draft_folder
from tests.boards import TODAY, Board
from tests.children import ran
from tests.cli.typed import typed

on_posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such file modes and links")

CHECK = "Check the folder, its permissions and the disk."
SOMEBODY_ELSE = """
import os, sys
from pathlib import Path
from boardroom.errors import BoardroomError
from tests.boards import Board

mine = Board(Path(sys.argv[1]), recorded=True)
if os.geteuid() == 0:
    os.seteuid(65534)  # nobody, whom file modes do keep out
for use in (mine.due, mine.advisor):
    try:
        use()
    except BoardroomError as error:
        print(type(error).__name__, error.message.replace(os.path.dirname(sys.argv[1]), "…"))
    else:
        print("done")
"""


def _as_somebody_else(board: Board) -> list[str]:
    """What a read and a write by a user without rights end with."""
    code, out, err = ran("-c", SOMEBODY_ELSE, board.path, measured=False)
    assert (code, err) == (0, "")
    return out.splitlines()


@pytest.fixture
def folder() -> Iterator[Path]:
    """An open folder in one that everybody may enter, as the tests' own folders are not."""
    with TemporaryDirectory() as name:
        yield Path(name)


@pytest.fixture
def open_board(folder: Path) -> Board:
    """A board in that folder, which everybody may read and change."""
    board = Board(folder / "board.db", recorded=True)
    board.advisor()
    folder.chmod(0o777)
    Path(board.path).chmod(0o666)
    return board


def _to_write_ahead(board: Board) -> None:
    with closing(sqlite3.connect(board.path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")


@on_posix
def test_a_closed_folder_is_named(open_board: Board, folder: Path) -> None:
    folder.chmod(0)

    ended = _as_somebody_else(open_board)

    folder.chmod(0o700)
    assert ended == ["CannotWrite The folder … can't be opened: you have no permission."] * 2


@on_posix
def test_a_closed_file_is_named(open_board: Board) -> None:
    Path(open_board.path).chmod(0)

    closed = "CannotWrite …/board.db can't be opened: you have no permission."
    assert _as_somebody_else(open_board) == [closed] * 2


@on_posix
def test_a_read_only_file_can_be_read(open_board: Board) -> None:
    Path(open_board.path).chmod(0o444)

    assert _as_somebody_else(open_board) == [
        "done",
        "CannotWrite …/board.db can't be changed: the file, its folder or its disk is read-only.",
    ]


@on_posix
def test_a_closed_folder_of_backups_stops_a_change(open_board: Board, folder: Path) -> None:
    (folder / "backups").mkdir(mode=0o555)

    assert _as_somebody_else(open_board) == [
        "done",
        "CannotWrite No backup of the board can be made in …/backups: it belongs to another user.",
    ]


@on_posix
def test_a_change_that_is_refused_leaves_no_copy(open_board: Board, folder: Path) -> None:
    (folder / "backups").mkdir()
    (folder / "backups").chmod(0o777)
    folder.chmod(0o555)

    ended = _as_somebody_else(open_board)

    folder.chmod(0o700)
    assert ended == [
        "done",
        "CannotWrite …/board.db can't be changed: the file, its folder or its disk is read-only.",
    ]
    assert os.listdir(folder / "backups") == []


@on_posix
def test_a_new_board_needs_a_folder_that_can_be_written(folder: Path) -> None:
    folder.chmod(0o555)

    ended = _as_somebody_else(Board(folder / "new.db"))

    folder.chmod(0o700)
    assert ended == ["done", "CannotWrite No board can be made in …: Permission denied."]


@on_posix
def test_a_board_in_write_ahead_mode_needs_a_folder_that_can_be_written(
    open_board: Board, folder: Path
) -> None:
    _to_write_ahead(open_board)
    folder.chmod(0o555)
    Path(open_board.path).chmod(0o444)

    ended = _as_somebody_else(open_board)

    folder.chmod(0o700)
    wal = (
        "CannotWrite …/board.db was put into write-ahead mode (WAL) by another program,"
        " and can't be opened where nothing can be written."
    )
    assert ended == [wal] * 2


def test_a_board_that_another_program_holds_in_write_ahead_mode_is_changed(tmp_path: Path) -> None:
    board = Board(tmp_path / "board.db", recorded=True)
    board.advisor()
    _to_write_ahead(board)
    with closing(sqlite3.connect(board.path, isolation_level=None)) as other:
        other.execute("UPDATE advisor SET name = 'Marc Ojo'")  # in the file beside it
        board.advisor("Ana Lima")
        names = other.execute("SELECT name FROM advisor ORDER BY id").fetchall()

    assert names == [("Marc Ojo",), ("Ana Lima",)]
    (copy,) = (tmp_path / "backups").iterdir()
    assert Board(copy).sql("SELECT name FROM advisor") == [("Marc Ojo",)]


def _a_file(backups: Path) -> None:
    backups.touch()


def _a_link_to_nothing(backups: Path) -> None:
    backups.symlink_to(backups.parent / "gone")


def _a_link_elsewhere(backups: Path) -> None:
    (backups.parent / "elsewhere").mkdir()
    backups.symlink_to(backups.parent / "elsewhere")


@pytest.mark.parametrize(
    ("make", "why"),
    [
        (_a_file, "it is a file, not a folder"),
        pytest.param(_a_link_to_nothing, "it is a link that leads nowhere", marks=on_posix),
        pytest.param(_a_link_elsewhere, "it is a link", marks=on_posix),
    ],
)
def test_backups_that_are_no_folder_stop_a_change(
    make: Callable[[Path], None], why: str, tmp_path: Path
) -> None:
    board = Board(tmp_path / "board.db", recorded=True)
    board.advisor()
    make(tmp_path / "backups")

    with pytest.raises(CannotWrite) as refused:
        board.advisor("Ana Lima")

    folder = tmp_path / "backups"
    assert refused.value.message == f"No backup of the board can be made in {folder}: {why}."
    assert refused.value.hint == (
        f"Nothing was changed, since the first change of a day needs one. {CHECK}"
    )
    assert board.sql("SELECT name FROM advisor") == [("Marcus Ojo",)]


@pytest.mark.parametrize(
    ("reason", "hint"),
    [
        ("by-hand", CHECK),
        ("before-import", f"Nothing was changed, since this change needs one first. {CHECK}"),
    ],
)
def test_a_copy_that_fails_says_what_that_stopped(reason: str, hint: str, tmp_path: Path) -> None:
    board = Board(tmp_path / "board.db", recorded=True)
    board.advisor()
    _a_file(tmp_path / "backups")

    with pytest.raises(CannotWrite) as refused:
        back_up(board.path, reason, today=TODAY)

    assert refused.value.hint == hint


@on_posix
def test_the_backups_of_a_link_are_beside_the_file(board: Board, tmp_path: Path) -> None:
    board.advisor()
    links = tmp_path / "links"
    links.mkdir()
    link = Board(links / "mine.db", recorded=True)
    Path(link.path).symlink_to(board.path)

    link.advisor("Ana Lima")

    assert os.listdir(links) == ["mine.db"]
    assert os.listdir(tmp_path / "backups") == ["board.db-2026-11-21.db"]
    assert draft_folder(link.path) == str(tmp_path / "drafts")


@on_posix
def test_a_link_to_nothing_is_named(board: Board, tmp_path: Path) -> None:
    Path(board.path).symlink_to(tmp_path / "gone.db")

    with pytest.raises(CannotWrite) as refused:
        board.due()

    gone = tmp_path / "gone.db"
    assert refused.value.message == f"{board.path} is a link to {gone}, which does not exist."


@pytest.fixture
def removed_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A current folder that is no longer there."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()


@on_posix
@pytest.mark.usefixtures("removed_folder")
def test_a_relative_path_in_a_removed_folder_is_named() -> None:
    with pytest.raises(NotFound) as refused:
        board_path("board.db")

    assert (refused.value.message, refused.value.hint) == (
        "The current folder was removed, so there is no board.db in it.",
        "Change to another folder, or write the whole path in --db.",
    )
    assert typed("due", "--short", "--db", "board.db") == (0, "", "")


@on_posix
@pytest.mark.usefixtures("removed_folder")
def test_a_whole_path_works_in_a_removed_folder(board: Board) -> None:
    board.advisor()
    board.advisor("Ana Lima")

    assert [view.handle for view in board.due().advisors] == ["ana", "marcus"]
