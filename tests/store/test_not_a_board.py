"""A file that is not a board of a known version is refused and left unchanged, byte for byte."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from boardroom.errors import BoardroomError, CannotWrite, NewerVersion, NotABoard
from boardroom.store import reversal
from boardroom.store.file import VERSION, reading
from boardroom.store.header import APPLICATION_ID
from tests.boards import TODAY, Board
from tests.children import kill_in_mid_change


def _by_reading(board: Board) -> None:
    board.due()


def _by_changing(board: Board) -> None:
    Board(Path(board.path), recorded=True).advisor("Ana Lima")


def _by_undoing(board: Board) -> None:
    reversal.undo(board.path, 1, today=TODAY)


every_use = pytest.mark.parametrize("use", [_by_reading, _by_changing, _by_undoing])


def _sql(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(script)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _letter(path: Path) -> None:
    path.write_text("Dear diary,\n" * 500)


def _one_byte(path: Path) -> None:
    path.write_bytes(b"x")


def _begins_like_sqlite(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0")


def _another_programs(path: Path) -> None:
    _sql(path, "CREATE TABLE song (title TEXT); INSERT INTO song VALUES ('So What')")


def _another_programs_with_our_version(path: Path) -> None:
    _sql(
        path,
        f"PRAGMA application_id = 42; PRAGMA user_version = {VERSION}; CREATE TABLE song (title TEXT)",
    )


def _another_programs_killed(path: Path) -> None:
    _another_programs(path)
    kill_in_mid_change(str(path), "INSERT INTO song SELECT hex(randomblob(400000))")


def _without_a_version(path: Path) -> None:
    _sql(path, f"PRAGMA application_id = {APPLICATION_ID}; CREATE TABLE song (title TEXT)")


SEEN_AS = {
    _empty: (NotABoard, "{path} is an empty file, not a board."),
    Path.mkdir: (NotABoard, "{path} is a folder, not a board."),
    _letter: (NotABoard, "{path} is damaged, or not a board."),
    _one_byte: (NotABoard, "{path} is not a board: another program made it."),
    _begins_like_sqlite: (NotABoard, "{path} is not a board: another program made it."),
    _another_programs: (NotABoard, "{path} is not a board: another program made it."),
    _another_programs_with_our_version: (
        NotABoard,
        "{path} is not a board: another program made it.",
    ),
    _another_programs_killed: (NotABoard, "{path} is not a board: another program made it."),
    _without_a_version: (NotABoard, "{path} is not a board: another program made it."),
}


@every_use
@pytest.mark.parametrize("make", SEEN_AS)
def test_any_other_file_is_refused_and_left_unchanged(
    make: Callable[[Path], None], use: Callable[[Board], None], board: Board, tmp_path: Path
) -> None:
    make(Path(board.path))
    before = _everything_in(tmp_path)

    with pytest.raises(BoardroomError) as refused:
        use(board)

    error, message = SEEN_AS[make]
    assert (type(refused.value), refused.value.message) == (error, message.format(path=board.path))
    assert _everything_in(tmp_path) == before


@every_use
def test_a_newer_board_is_refused_and_left_unchanged(
    use: Callable[[Board], None], board: Board, tmp_path: Path
) -> None:
    board.advisor()
    _sql(Path(board.path), f"PRAGMA user_version = {VERSION + 1}")
    before = _everything_in(tmp_path)

    with pytest.raises(NewerVersion) as refused:
        use(board)

    assert (refused.value.message, refused.value.hint) == (
        f"{board.path} was made by a newer boardroom (its version is {VERSION + 1}, this program knows {VERSION}).",
        "Upgrade boardroom-cli.",
    )
    assert _everything_in(tmp_path) == before


def _overwritten_in_the_middle(sound: bytes) -> bytes:
    return sound[:4096] + b"\xa5" * (len(sound) - 8192) + sound[-4096:]


def _cut_short(sound: bytes) -> bytes:
    return sound[: len(sound) // 2]


def _nonsense_in_the_schema(sound: bytes) -> bytes:
    return sound.replace(b"CREATE TABLE advisor", b"CREATE \xda\xe5\xf3\xff\x80 advisor")


def _no_utf8_in_a_row(sound: bytes) -> bytes:
    return sound.replace(b"Marcus Ojo", b"Marcus \xff\xfe\xfd")


damages = [_overwritten_in_the_middle, _cut_short, _nonsense_in_the_schema, _no_utf8_in_a_row]


@pytest.mark.parametrize("damage", damages)
def test_a_damaged_board_is_refused_and_left_unchanged(
    damage: Callable[[bytes], bytes], board: Board, tmp_path: Path
) -> None:
    board.advisor("Marcus Ojo")
    damaged = damage(Path(board.path).read_bytes())
    Path(board.path).write_bytes(damaged)

    with pytest.raises(NotABoard) as refused:
        board.due()

    assert (refused.value.message, refused.value.hint) == (
        f"{board.path} is damaged, or not a board.",
        f"Earlier copies are in {tmp_path / 'backups'}, if it was one.",
    )
    assert Path(board.path).read_bytes() == damaged


@pytest.mark.parametrize("use", [_by_changing, _by_undoing])
@pytest.mark.parametrize(
    "damage", [_overwritten_in_the_middle, _cut_short, _nonsense_in_the_schema]
)
def test_a_damaged_board_is_neither_changed_nor_copied(
    damage: Callable[[bytes], bytes], use: Callable[[Board], None], board: Board, tmp_path: Path
) -> None:
    board.advisor("Marcus Ojo")
    damaged = damage(Path(board.path).read_bytes())
    Path(board.path).write_bytes(damaged)

    with pytest.raises(NotABoard):
        use(board)

    assert _everything_in(tmp_path) == {"board.db": damaged}


@every_use
@pytest.mark.skipif(os.name == "nt", reason="making a link needs a right there")
def test_a_broken_link_is_refused(
    use: Callable[[Board], None], board: Board, tmp_path: Path
) -> None:
    Path(board.path).symlink_to(tmp_path / "gone.db")

    with pytest.raises(CannotWrite):
        use(board)

    assert os.listdir(tmp_path) == ["board.db"]


@every_use
@pytest.mark.skipif(os.name == "nt", reason="to Windows such a path is merely not there")
def test_a_path_below_a_file_is_refused(
    use: Callable[[Board], None], board: Board, tmp_path: Path
) -> None:
    board.advisor()
    below = Board(Path(board.path) / "board.db")
    before = _everything_in(tmp_path)

    with pytest.raises(CannotWrite):
        use(below)

    assert _everything_in(tmp_path) == before


def test_a_bug_is_not_reported_as_damage(board: Board) -> None:
    board.advisor()

    with (
        pytest.raises(sqlite3.OperationalError, match="no such table: advice_book"),
        reading(board.path) as connection,
    ):
        connection.execute("SELECT * FROM advice_book")


def _everything_in(folder: Path) -> dict[str, bytes | None]:
    """Every file below a folder, with its content, and every folder."""
    return {
        path.relative_to(folder).as_posix(): None if path.is_dir() else path.read_bytes()
        for path in folder.rglob("*")
    }
