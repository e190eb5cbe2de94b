from __future__ import annotations

import sqlite3
import sys
import traceback
from contextlib import closing
from pathlib import Path

import pytest

from boardroom.errors import CannotWrite, NewerVersion, NotFound
from boardroom.rules.fields import Change, Field
from boardroom.store.file import connect
from boardroom.store.rows import Advice, Advisor, AgendaItem, Meeting, Setting
from boardroom.store.transaction import begin
from boardroom.store.work import change
from tests.boards import TODAY, Board
from tests.children import ran


def test_a_change_is_recorded_in_the_users_words(board: Board) -> None:
    with change(board.path, "config set", today=TODAY) as work:
        work.add(Setting(key="soon", value="7d"))
        work.did("Set soon to 7d")

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
        work.did("Changed Marcus Ojo")

    assert ((board.dump(), board.sql("SELECT * FROM operation")), work.changed) == (before, False)


def _fail_in_the_middle(board: Board, mistake: BaseException) -> None:
    with board.change() as work:
        work.delete(work.get(Advisor, 1))
        work.flush()
        raise mistake


@pytest.mark.parametrize(
    "mistake", [NotFound("There is no such person."), KeyboardInterrupt(), ZeroDivisionError()]
)
def test_a_failed_change_is_rolled_back(mistake: BaseException, board: Board) -> None:
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


def test_a_change_holds_the_write_lock_from_the_start(board: Board) -> None:
    board.advisor()

    with (
        change(board.path, "advisor edit", today=TODAY),
        closing(sqlite3.connect(board.path, timeout=0, isolation_level=None)) as other,
        pytest.raises(sqlite3.OperationalError, match="database is locked"),
    ):
        other.execute("BEGIN IMMEDIATE")


def test_a_query_in_a_change_sees_its_new_rows(board: Board) -> None:
    with change(board.path, "config set", today=TODAY) as work:
        work.add(Setting(key="soon", value="7d"))

        assert work.connection.execute("SELECT value FROM setting").fetchall() == [("7d",)]


def test_a_missing_row_is_named_in_the_users_words(board: Board) -> None:
    with pytest.raises(NotFound) as refused, change(board.path, "meeting rm", today=TODAY) as work:
        work.get(Meeting, 12)

    assert refused.value.message == "There is no meeting m12."


def test_a_board_migrated_meanwhile_is_not_changed(board: Board) -> None:
    board.advisor()

    with closing(connect(board.path, "rw", 0)) as connection:
        board.sql("PRAGMA user_version = 99")
        with pytest.raises(NewerVersion):
            begin(connection, board.path)


def test_no_error_quotes_the_users_text(board: Board) -> None:
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


def test_a_full_disk_is_reported_and_changes_nothing(board: Board) -> None:
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
def test_a_full_disk_leaves_no_new_board(board: Board, tmp_path: Path) -> None:
    ended = ran("-c", ON_A_SMALL_DISK, board.path, measured=False)

    assert ended == (0, "CannotWrite\n", "")
    assert list(tmp_path.iterdir()) == []


def test_the_same_row_is_one_object(board: Board) -> None:
    board.advisor("Marcus Ojo")

    with board.change() as work:
        advisor = work.get(Advisor, 1)
        advisor.seat = "Mirror"

        assert work.get(Advisor, 1) is advisor
        assert work.find(Advisor, seat="Mirror") == [advisor]
        assert work.first(Advisor, handle="ana") is None


def test_a_new_row_has_its_id_and_uid_at_once(board: Board) -> None:
    board.advisor("Marcus Ojo")

    with board.change() as work:
        item = AgendaItem(advisor_id=1, kind="topic", text="Budget", added_on=TODAY)
        assert (item.id, item.uid, item.ref) == (0, "", "a0")
        added = work.add(item)

        assert (added is item, item.ref, len(item.uid)) == (True, "a1", 36)
        assert work.get(AgendaItem, 1) is item
        assert work.add(item).ref == "a1"
    assert board.sql("SELECT id, uid FROM agenda_item") == [(1, item.uid)]


def test_set_values_are_stored_before_the_next_read(board: Board) -> None:
    board.advisor("Marcus Ojo")

    with board.change() as work:
        work.get(Advisor, 1).nicknames.append("Mo")

        assert work.connection.execute("SELECT nicknames FROM advisor").fetchone() == ('["Mo"]',)


def test_a_deleted_rows_unique_value_is_free_at_once(board: Board) -> None:
    board.advisor("Marcus Ojo")

    with board.change() as work:
        work.delete(work.get(Advisor, 1))
        work.add(Advisor(handle="marcus", name="Marcus Webb"))

    assert board.sql("SELECT id, name FROM advisor") == [(2, "Marcus Webb")]


def test_a_unique_value_moves_with_a_flush_in_between(board: Board) -> None:
    board.advisor("Marcus Ojo")
    board.advisor("Ana Lima")

    with board.change() as work:
        marcus, ana = work.find(Advisor)
        ana.handle = "lima"
        work.flush()
        marcus.handle = "ana"

    assert board.sql("SELECT handle FROM advisor ORDER BY id") == [("ana",), ("lima",)]


def test_a_row_can_be_corrected_after_a_failed_flush(board: Board) -> None:
    board.advisor("Marcus Ojo")
    board.advisor("Ana Lima")

    with board.change() as work:
        marcus, ana = work.find(Advisor)
        marcus.seat = "Finance"
        ana.handle = "marcus"
        with pytest.raises(sqlite3.IntegrityError):
            work.flush()
        ana.handle = "lima"

    assert board.sql("SELECT handle, seat FROM advisor ORDER BY id") == [
        ("marcus", "Finance"),
        ("lima", None),
    ]


def test_a_refused_new_row_is_unchanged(board: Board) -> None:
    board.advisor("Marcus Ojo")

    with board.change() as work:
        twin = Advisor(handle="marcus", name="Marcus Webb")
        with pytest.raises(sqlite3.IntegrityError):
            work.add(twin)
        assert twin.id == 0
        twin.handle = "webb"
        assert work.add(twin).id > 1


def test_loaded_rows_follow_a_cascade(board: Board) -> None:
    marcus = board.advisor("Marcus Ojo")
    meeting_id = board.meeting(marcus, "2026-11-01")
    board.item(marcus, "Budget", status="covered", meeting_id=meeting_id)
    board.advice(marcus, meeting_id=meeting_id)

    with board.change() as work:
        item, advice = work.get(AgendaItem, 1), work.get(Advice, 1)
        item.answer = "Later"
        work.delete(work.get(Meeting, meeting_id))

        assert (item.meeting_id, item.answer) == (None, "Later")
        with pytest.raises(NotFound):
            work.get(Advice, 1)
        advice.text = "This row is gone"  # and nothing is written for it

    assert board.sql("SELECT * FROM advice") == []


def test_a_row_is_deleted_once(board: Board) -> None:
    board.advisor("Marcus Ojo")

    with board.change() as work:
        advisor = work.get(Advisor, 1)
        work.delete(advisor)
        work.delete(advisor)

    assert board.sql("SELECT * FROM advisor") == []


def test_changed_fields_have_their_labels(board: Board) -> None:
    board.advisor("Marcus Ojo", seat="Finance")

    with board.change() as work:
        advisor = work.get(Advisor, 1)
        advisor.seat, advisor.org = "Mirror", "Acme"
        work.flush()
        fields = (Field("seat", "seat"), Field("org", "org"), Field("city", "city"))

        assert work.changes(advisor, fields) == (
            Change("seat", "Finance", "Mirror"),
            Change("org", "none", "Acme"),
        )


def test_a_row_has_only_its_columns() -> None:
    with pytest.raises(TypeError, match="Setting has no colour"):
        Setting(key="soon", value="7d", colour="red")  # type: ignore[call-arg]  # what is tested


def test_an_empty_change_makes_no_copy(board: Board, tmp_path: Path) -> None:
    board.advisor("Marcus Ojo")

    with board.change() as work:
        work.get(Advisor, 1).name = "Marcus Ojo"

    assert not (tmp_path / "backups").exists()
