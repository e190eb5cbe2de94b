from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from boardroom.errors import Locked, NotABoard
from boardroom.store.backup import back_up, back_up_to, keep_as_it_is
from boardroom.store.copies import BY_HAND
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

    copy = Board(copies / "board.db-2026-11-21.db")
    assert (
        copy.dump(),
        copy.sql("SELECT * FROM operation"),
        copy.sql("SELECT * FROM sqlite_sequence"),
    ) == before
    assert copy.sql("PRAGMA integrity_check") == [("ok",)]


def test_a_copy_is_itself_a_board(board: Board, copies: Path) -> None:
    board.advisor()
    board.advisor("Ana Lima")

    copy = Board(copies / "board.db-2026-11-21.db")
    copy.advisor("Tom Berg")

    assert copy.sql("SELECT name FROM advisor") == [("Marcus Ojo",), ("Tom Berg",)]


def test_later_changes_of_the_day_make_no_copy(board: Board, copies: Path) -> None:
    board.advisor()
    board.advisor("Ana Lima")
    before = (copies / "board.db-2026-11-21.db").read_bytes()

    board.advisor("Tom Berg")

    assert (_names(copies), (copies / "board.db-2026-11-21.db").read_bytes()) == (
        ["board.db-2026-11-21.db"],
        before,
    )


def test_each_day_has_its_copy(board: Board, copies: Path) -> None:
    board.advisor()
    board.advisor("Ana Lima")
    board.advisor("Tom Berg", today=TODAY + timedelta(days=1))

    assert _names(copies) == ["board.db-2026-11-21.db", "board.db-2026-11-22.db"]
    assert Board(copies / "board.db-2026-11-22.db").sql("SELECT count(*) FROM advisor") == [(2,)]


def test_older_copies_are_thinned_out(board: Board, copies: Path) -> None:
    board.advisor()
    for name in ("notes.txt", "other.db-2020-01-01.db"):
        _put(copies / name, "mine")
    days = [TODAY + timedelta(days=number) for number in range(30)]

    for day in days:
        board.advisor(f"Person {day}", today=day)

    sundays = ["2026-11-22", "2026-11-29", "2026-12-06", "2026-12-13"]
    kept = sorted({*sundays, "2026-11-30", *(day.isoformat() for day in days[-7:])})
    assert _names(copies) == sorted(
        [*(f"board.db-{day}.db" for day in kept), "notes.txt", "other.db-2020-01-01.db"]
    )


def test_a_copy_made_for_a_reason_ages_with_the_others(board: Board, copies: Path) -> None:
    board.advisor()
    back_up(board.path, "before-import", today=TODAY)
    back_up(board.path, BY_HAND, today=TODAY)
    for number in range(9):
        board.advisor(f"Person {number}", today=TODAY + timedelta(days=number))

    assert [name for name in _names(copies) if name.startswith("board.db-2026-11-21")] == [
        "board.db-2026-11-21-by-hand.db"
    ]


def test_no_copy_replaces_another(board: Board, copies: Path) -> None:
    board.advisor()
    back_up(board.path, "before-restore", today=TODAY)
    board.advisor("Ana Lima")

    where = back_up(board.path, "before-restore", today=TODAY)

    assert where == str(copies / "board.db-2026-11-21-before-restore.2.db")
    assert Board(Path(where)).sql("SELECT count(*) FROM advisor") == [(2,)]


@pytest.mark.parametrize("content", ["", "a text", None])
def test_what_only_has_a_copys_name_is_no_copy(
    content: str | None, board: Board, copies: Path
) -> None:
    board.advisor()
    if content is None:
        (copies / "board.db-2026-11-21.db").mkdir(parents=True)
    else:
        _put(copies / "board.db-2026-11-21.db", content)

    board.advisor("Ana Lima")
    board.advisor("Tom Berg")

    assert _names(copies) == ["board.db-2026-11-21.2.db", "board.db-2026-11-21.db"]
    copy = Board(copies / "board.db-2026-11-21.2.db")
    assert copy.sql("SELECT name FROM advisor") == [("Marcus Ojo",)]


def test_boards_of_one_stem_have_their_own_copies(tmp_path: Path, copies: Path) -> None:
    for name in ("board.db", "board.sqlite"):
        board = Board(tmp_path / name)
        board.recorded = True
        board.advisor()
        board.advisor("Ana Lima")

    assert _names(copies) == ["board.db-2026-11-21.db", "board.sqlite-2026-11-21.db"]


def test_drafts_of_killed_programs_are_removed_after_a_day(board: Board, copies: Path) -> None:
    board.advisor()
    old = [
        copies / ".copy-0123456789ab",
        copies.parent / ".board-0123456789ab",
        copies.parent / ".board-0123456789ab-journal",
    ]
    new, named, open_to_all = (
        copies / ".copy-ba9876543210",
        copies.parent / ".board-games",
        copies.parent / ".board-ba9876543210",
    )
    for draft in (*old, new, named, open_to_all):
        _put(draft, "half a copy")
        draft.chmod(0o644 if draft == open_to_all else 0o600)
        if draft != new:
            os.utime(draft, (0, 0))

    board.advisor("Ana Lima")

    assert [draft for draft in old if draft.exists()] == []
    assert [draft for draft in (new, named) if not draft.exists()] == []
    assert open_to_all.exists() == (os.name != "nt")


def test_a_draft_that_a_kill_left_elsewhere_goes_with_the_next_copy_there(
    board: Board, tmp_path: Path
) -> None:
    board.advisor()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    _put(elsewhere / ".copy-0123456789ab", "half a copy")
    (elsewhere / ".copy-0123456789ab").chmod(0o600)
    os.utime(elsewhere / ".copy-0123456789ab", (0, 0))

    back_up_to(board.path, str(elsewhere / "mine.db"))

    assert _names(elsewhere) == ["mine.db"]


def _put(path: Path, content: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, encoding="utf-8")


def _damage_a_date(path: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("UPDATE transition SET changed_on = '2026-13-45'")


def test_a_damaged_board_gets_no_copy(board: Board, copies: Path) -> None:
    board.advisor()
    back_up(board.path, "sound", today=TODAY)
    _damage_a_date(board.path)

    with pytest.raises(NotABoard) as refused:
        back_up(board.path, "sound", today=TODAY)

    assert (
        refused.value.message == f"{board.path} is damaged: CHECK constraint failed in transition."
    )
    assert _names(copies) == ["board.db-2026-11-21-sound.db"]
    assert Board(copies / "board.db-2026-11-21-sound.db").sql(
        "SELECT changed_on FROM transition"
    ) == [("2026-01-10",)]


@pytest.mark.skipif(os.name == "nt", reason="making a link needs a right there")
def test_a_link_in_place_of_a_copy_is_left_alone(
    board: Board, copies: Path, tmp_path: Path
) -> None:
    board.advisor()
    copies.mkdir()
    (tmp_path / "letter.txt").write_text("Dear Marcus")
    (copies / "board.db-2026-11-21.db").symlink_to(tmp_path / "letter.txt")

    board.advisor("Ana Lima")

    assert (tmp_path / "letter.txt").read_text() == "Dear Marcus"
    copy = Board(copies / "board.db-2026-11-21.2.db")
    assert copy.sql("SELECT count(*) FROM advisor") == [(1,)]


def _make_a_board_meanwhile(board: Board) -> None:
    with board.change() as work:
        board.advisor("Ana Lima")
        work.add(Setting(key="soon", value="7d"))


def test_a_board_made_meanwhile_is_not_copied_from_the_draft(board: Board, copies: Path) -> None:
    with pytest.raises(Locked):
        _make_a_board_meanwhile(board)

    assert not copies.exists()


@pytest.mark.parametrize("mode", ["daily", "by hand", "kept as it is"])
def test_a_copy_of_a_write_ahead_board_needs_no_file_beside_it(
    mode: str, board: Board, copies: Path
) -> None:
    board.advisor()
    with closing(sqlite3.connect(board.path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("UPDATE advisor SET seat = 'Only in the WAL'")
        if mode == "daily":
            board.advisor("Ana Lima")
        elif mode == "by hand":
            back_up(board.path, BY_HAND, today=TODAY)
        else:
            keep_as_it_is(board.path, "before-doctor", today=TODAY)

    [name] = _names(copies)
    path = copies / name
    with closing(sqlite3.connect(f"file:{path}?immutable=1", uri=True)) as copy:
        assert copy.execute("SELECT seat FROM advisor").fetchall() == [("Only in the WAL",)]
        assert copy.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert path.read_bytes()[18:20] == b"\1\1"
    assert Board(path).sql("PRAGMA journal_mode") == [("delete",)]
