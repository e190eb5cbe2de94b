from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_on_terminal


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """The folder with the copies of the board."""
    return tmp_path / "backups"


def test_a_copy_is_made_and_listed(board: Board, copies: Path) -> None:
    board.advisor()
    made = copies / "board.db-2026-11-21-by-hand.db"

    assert typed("backup") == Ran(0, f"Copied the board to {made}, and verified it.\n", "")

    size = made.stat().st_size
    assert typed("backup", "list").out == f"2026-11-21\tby-hand\t{size}\tverified\t{made}\n"


def test_a_copy_goes_to_a_path_or_a_folder(board: Board, tmp_path: Path) -> None:
    board.advisor()
    (tmp_path / "usb").mkdir()

    assert typed("backup", str(tmp_path / "mine.db")).code == 0
    assert typed("backup", str(tmp_path / "usb"), "--json").json["path"] == str(
        tmp_path / "usb" / "board.db-2026-11-21-by-hand.db"
    )
    assert Board(tmp_path / "mine.db").dump() == board.dump()


def test_a_file_that_exists_is_never_overwritten(board: Board, tmp_path: Path) -> None:
    board.advisor()
    target = tmp_path / "letter.txt"
    target.write_text("Dear Marcus")

    assert typed("backup", str(target)) == Ran(
        6, "", f"{target} exists, so it was left alone. Name a file that does not exist.\n"
    )
    assert target.read_text() == "Dear Marcus"
    assert sorted(os.listdir(tmp_path)) == ["board.db", "letter.txt"]


def test_a_copy_that_is_damaged_is_listed_as_such(board: Board, copies: Path) -> None:
    board.advisor()
    typed("backup")
    (copies / "board.db-2026-11-20.db").write_text("a shopping list")

    listed = typed("backup", "list", "--json").json["backups"]

    assert [(copy["day"], copy["sound"]) for copy in listed] == [
        ("2026-11-21", True),
        ("2026-11-20", False),
    ]
    assert listed[1]["problem"].endswith("is damaged, or not a board.")


@pytest.mark.usefixtures("board")
def test_a_board_without_copies_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    assert typed("backup", "list").out == ""
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "No copies yet" in typed("backup", "list").out
    assert typed("backup").code == 3


def test_a_day_restores_the_board_of_that_morning(board: Board, copies: Path) -> None:
    board.advisor()
    typed("agenda", "add", "marcus", "Ask for a P&L line")
    copy = copies / "board.db-2026-11-21.db"
    kept = copies / "board.db-2026-11-21-before-restore.db"

    shown = typed("restore", "today", "--dry-run")
    assert shown.out.startswith(f"Restoring {copy}\nagenda items\t1\t0\n")
    refused = typed("restore", "today")
    question = f"This puts {copy} in the place of {board.path}."
    assert refused.code == 2
    assert refused.err == f"{question} This needs confirmation. Confirm with --yes.\n"
    done = typed("restore", "today", "--yes")

    assert done.out == (
        f"Restored {copy}.\nThe board as it was is kept. To go back: boardroom restore {kept}\n"
    )
    assert board.sql("SELECT count(*) FROM agenda_item") == [(0,)]
    assert typed("restore", str(kept), "--yes").code == 0
    assert board.sql("SELECT text FROM agenda_item") == [("Ask for a P&L line",)]


def test_an_undo_is_the_newest_change(board: Board) -> None:
    board.advisor()
    typed("agenda", "add", "marcus", "Ask")
    typed("undo")

    shown = typed("restore", "today", "--dry-run", "--json").json

    assert shown["board"]["summary"] == "undo: Put a1 on the agenda with Marcus Ojo: Ask"


def test_a_restore_can_be_declined_after_seeing_what_differs(board: Board) -> None:
    board.advisor()
    typed("agenda", "add", "marcus", "Ask for a P&L line")
    before = board.dump()

    ran = typed_on_terminal("restore", "today", answers="n\n")

    assert ran.code == 5
    assert "agenda items" in ran.err
    assert board.dump() == before


def test_a_copy_of_another_board_needs_insistence(board: Board, tmp_path: Path) -> None:
    board.advisor()
    other = Board(tmp_path / "other.db")
    other.advisor("Ana Lima")
    other.put("UPDATE board_identity SET uid = ?", "9f0d3c1e-0000-4000-8000-000000000000")

    refused = typed("restore", other.path, "--yes")

    assert refused == Ran(
        6,
        "",
        f"{other.path} is a copy of another board, so it was not restored."
        " Name that board with --db, or insist with --another-board.\n",
    )
    assert typed("restore", other.path, "--yes", "--another-board").code == 0
    assert board.sql("SELECT name FROM advisor") == [("Ana Lima",)]


def test_a_damaged_board_is_restored_and_kept(board: Board, copies: Path) -> None:
    board.advisor()
    typed("agenda", "add", "marcus", "Ask")
    Path(board.path).write_text("a shopping list")

    ran = typed("restore", "today", "--yes", "--json").json

    assert (ran["board"], ran["copy"]["counts"]["advisor"]) == (None, 1)
    assert ran["kept"] == str(copies / "board.db-2026-11-21-damaged.db")
    assert board.sql("SELECT name FROM advisor") == [("Marcus Ojo",)]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("2026-11-19", "There is no copy of 2026-11-19 in "),
        ("nonsense", "There is no file 'nonsense', and it is no day."),
    ],
)
def test_a_copy_that_is_not_there_is_named(board: Board, source: str, message: str) -> None:
    board.advisor()
    typed("agenda", "add", "marcus", "Ask")

    ran = typed("restore", source, "--json")

    assert (ran.code, message in ran.err, '"2026-11-21"' in ran.err) == (3, True, True)


def test_the_board_itself_is_no_copy(board: Board) -> None:
    board.advisor()

    assert typed("restore", board.path, "--yes").code == 2
