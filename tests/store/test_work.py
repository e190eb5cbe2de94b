from __future__ import annotations

import sqlite3
import sys
import traceback
from contextlib import closing
from pathlib import Path

import pytest

from boardroom.errors import CannotWrite, NewerVersion, NotFound
from boardroom.models import Advisor, Meeting, Setting
from boardroom.store.file import begin, open_for_writing
from boardroom.store.work import change
from tests.boards import TODAY, Board
from tests.children import ran


def test_a_change_is_recorded_in_the_users_words(board: Board) -> None:
    with change(board.path, "config set", today=TODAY) as work:
        work.add(Setting(key="soon", value="7d"))
        work.summary = "Set soon to 7d"

    assert (board.sql("SELECT key, value FROM setting"), work.changed) == ([("soon", "7d")], True)
    assert board.sql("SELECT id, kind, command, summary, reverses, undone FROM operation") == [
        (1, "change", "config set", "Set soon to 7d", None, 0)
    ]


def test_a_change_that_changes_nothing_leaves_no_trace(board: Board) -> None:
    board.advisor("Marcus Ojo", nicknames=["Mo"])
    before = (board.dump(), board.sql("SELECT * FROM operation"))

    with change(board.path, "advisor edit", today=TODAY) as work:
        advisor = work.get(Advisor, 1)
        advisor.name, advisor.nicknames = "Marcus Ojo", ["Mo"]
        work.summary = "Changed Marcus Ojo"

    assert ((board.dump(), board.sql("SELECT * FROM operation")), work.changed) == (before, False)


def _fail_in_the_middle(board: Board, mistake: BaseException) -> None:
    with board.change() as work:
        work.session.delete(work.get(Advisor, 1))
        work.session.flush()
        raise mistake


@pytest.mark.parametrize(
    "mistake", [NotFound("There is no such person."), KeyboardInterrupt(), ZeroDivisionError()]
)
def test_a_change_that_fails_is_not_made_at_all(mistake: BaseException, board: Board) -> None:
    board.advisor()
    before = (
        board.dump(),
        board.sql("SELECT * FROM operation"),
        board.sql("SELECT * FROM row_image"),
    )

    with pytest.raises(type(mistake)):
        _fail_in_the_middle(board, mistake)

    assert (
        board.dump(),
        board.sql("SELECT * FROM operation"),
        board.sql("SELECT * FROM row_image"),
    ) == before


def test_the_board_is_the_changes_own_from_its_first_moment(board: Board) -> None:
    board.advisor()

    with (
        change(board.path, "advisor edit", today=TODAY),
        closing(sqlite3.connect(board.path, timeout=0, isolation_level=None)) as other,
        pytest.raises(sqlite3.OperationalError, match="database is locked"),
    ):
        other.execute("BEGIN IMMEDIATE")


def test_what_is_read_in_a_change_has_its_new_rows(board: Board) -> None:
    with change(board.path, "config set", today=TODAY) as work:
        work.add(Setting(key="soon", value="7d"))

        assert work.connection.execute("SELECT value FROM setting").fetchall() == [("7d",)]


def test_a_row_that_is_gone_is_called_what_the_user_calls_it(board: Board) -> None:
    with pytest.raises(NotFound) as refused, change(board.path, "meeting rm", today=TODAY) as work:
        work.get(Meeting, 12)

    assert refused.value.message == "There is no meeting m12."


def test_a_board_that_a_newer_program_took_over_meanwhile_is_not_changed(board: Board) -> None:
    board.advisor()

    with closing(open_for_writing(board.path)) as connection:
        board.sql("PRAGMA user_version = 99")
        with pytest.raises(NewerVersion):
            begin(connection, board.path)


def test_no_error_tells_what_was_written(board: Board) -> None:
    board.advisor()
    note = "He is about to be fired"

    with (
        pytest.raises(sqlite3.IntegrityError) as failed,
        change(board.path, "log", today=TODAY) as work,
    ):
        work.add(
            Meeting(
                advisor_id=1, status="dreamt", met_on=TODAY, way="coffee", minutes=60, notes=note
            )
        )

    told = "".join(traceback.format_exception(failed.value))
    assert "CHECK constraint failed" in told
    assert note not in told


def _write_on_a_full_disk(board: Board) -> None:
    with board.change() as work:
        [pages] = work.connection.execute("PRAGMA page_count").fetchone()
        work.connection.execute(f"PRAGMA max_page_count = {pages}")
        work.get(Advisor, 1).notes = "x" * 100_000


def test_a_full_disk_is_called_so_and_nothing_is_changed(board: Board) -> None:
    board.advisor()
    board.advisor("Ana Lima")
    before = Path(board.path).read_bytes()

    with pytest.raises(CannotWrite) as refused:
        _write_on_a_full_disk(board)

    assert refused.value.message == f"{board.path} can't be written: database or disk is full."
    assert Path(board.path).read_bytes() == before


ON_A_SMALL_DISK = """
import resource, signal, sys
from pathlib import Path
from boardroom.errors import CannotWrite
from tests.boards import Board

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    Board(Path(sys.argv[1]), recorded=True).advisor()
except CannotWrite as error:
    print(type(error).__name__)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on a file's size to set")
def test_a_board_that_does_not_fit_on_the_disk_is_not_begun(board: Board, tmp_path: Path) -> None:
    ended = ran("-c", ON_A_SMALL_DISK, board.path, measured=False)

    assert ended == (0, "CannotWrite\n", "")
    assert list(tmp_path.iterdir()) == []
