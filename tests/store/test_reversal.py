from __future__ import annotations

from collections.abc import Callable

import pytest

from boardroom.actions.advisors import remove_advisor
from boardroom.actions.agenda import cover_items
from boardroom.actions.logging import log_meeting
from boardroom.actions.meetings import remove_meeting
from boardroom.errors import Refused
from boardroom.queries.history import operations
from boardroom.rules.log_entry import LogEntry, LoggedItem
from boardroom.store import reversal
from boardroom.store.file import reading
from boardroom.store.oplog import Operation
from tests.boards import TODAY, Board


def _undo(board: Board, count: int = 1) -> list[str]:
    return [done.summary for done in reversal.undo(board.path, count, today=TODAY)]


def _redo(board: Board, count: int = 1) -> list[str]:
    return [done.summary for done in reversal.redo(board.path, count, today=TODAY)]


def _history(board: Board) -> list[Operation]:
    with reading(board.path) as connection:
        return list(operations(connection))


@pytest.fixture
def full_board(board: Board) -> Board:
    """Somebody with a past: an item covered in a meeting, one still open, and a plan."""
    marcus = board.advisor("Marcus Ojo")
    first, second = board.item(marcus, "Budget round?"), board.item(marcus, "Deck")
    board.meeting(marcus, "2026-12-01", "planned")
    with board.change() as work:
        work.did("Logged coffee with Marcus Ojo")
        log_meeting(work, marcus, entry=LogEntry("He said yes", (LoggedItem(first),)))
    with board.change() as work:
        work.did("Covered")
        cover_items(work, [second], answer="Cut the last third")
    return board


def test_undo_reverses_the_last_change_and_names_it(board: Board) -> None:
    board.advisor("Marcus Ojo")
    before = board.dump()
    board.advisor("Ana Lima")
    [change] = [done for done in _history(board) if done.id == 2]

    assert reversal.undo(board.path, 1, today=TODAY) == [change._replace(undone=True)]
    assert board.dump() == before


def test_redo_brings_it_back_with_its_id_and_uid(board: Board) -> None:
    board.advisor("Marcus Ojo")
    board.advisor("Ana Lima")
    after = board.dump()
    _undo(board)

    assert _redo(board) == ["Seated Ana Lima (ana), Sat 10 Jan 2026"]
    assert board.dump() == after


def _remove_a_person(board: Board) -> None:
    with board.change() as work:
        remove_advisor(work, 1)


def _remove_a_meeting(board: Board) -> None:
    with board.change() as work:
        remove_meeting(work, 2)


@pytest.mark.parametrize("remove", [_remove_a_person, _remove_a_meeting])
def test_undoing_a_removal_brings_back_what_went_with_it(
    remove: Callable[[Board], None], full_board: Board
) -> None:
    before = full_board.dump()
    remove(full_board)
    after = full_board.dump()

    _undo(full_board)
    undone = full_board.dump()
    _redo(full_board)

    assert before != after
    assert (undone, full_board.dump()) == (before, after)


def test_undo_is_newest_first_and_redo_oldest_first(board: Board) -> None:
    for key in ("3d", "4d", "5d"):
        with board.change() as work:
            work.watch_all()
            work.connection.execute(
                "INSERT OR IGNORE INTO setting (key, value) VALUES ('soon', '2d')"
            )
            work.connection.execute("UPDATE setting SET value = ?", (key,))
            work.did(key)

    assert (_undo(board, 2), board.sql("SELECT value FROM setting")) == (["5d", "4d"], [("3d",)])
    assert (_redo(board, 2), board.sql("SELECT value FROM setting")) == (["4d", "5d"], [("5d",)])


def test_a_row_changed_several_times_is_undone_step_by_step(
    board: Board,
) -> None:
    board.setting("soon", "7d")
    before = board.dump()
    with board.change() as work:
        work.watch_all()
        for statement in (
            "UPDATE setting SET value = '8d'",
            "DELETE FROM setting",
            "INSERT INTO setting (key, value) VALUES ('soon', '9d')",
            "UPDATE setting SET value = '10d'",
        ):
            work.connection.execute(statement)
    after = board.dump()

    _undo(board)
    undone = board.dump()
    _redo(board)

    assert (undone, board.dump()) == (before, after)


def test_an_undo_of_several_is_all_or_nothing(board: Board) -> None:
    board.advisor("Marcus Ojo")
    board.advisor("Ana Lima")
    before = (board.dump(), _history(board))

    with pytest.raises(Refused, match=r"There are only 2 changes to undo\."):
        _undo(board, 3)

    assert (board.dump(), _history(board)) == before


def test_without_an_undo_there_is_nothing_to_redo(board: Board) -> None:
    board.advisor("Marcus Ojo")

    with pytest.raises(Refused) as refused:
        _redo(board)

    assert (refused.value.message, refused.value.hint) == (
        "There is nothing to redo.",
        "Nothing was changed. List the changes with: boardroom history",
    )


def test_a_change_after_an_undo_ends_the_redo(board: Board) -> None:
    board.advisor("Marcus Ojo")
    _undo(board)
    board.advisor("Ana Lima")
    after = board.dump()

    with pytest.raises(Refused, match="There is nothing to redo"):
        _redo(board)

    assert board.dump() == after


def test_a_redo_that_a_change_ended_stays_ended(
    board: Board,
) -> None:
    board.advisor("Marcus Ojo")
    _undo(board)
    board.advisor("Ana Lima")
    after = board.dump()
    _undo(board)

    assert _redo(board) == ["Seated Ana Lima (ana), Sat 10 Jan 2026"]
    assert board.dump() == after
    with pytest.raises(Refused, match="There is nothing to redo"):
        _redo(board)


def test_an_undone_id_is_never_reused(board: Board) -> None:
    board.advisor("Marcus Ojo")
    _undo(board)
    board.advisor("Ana Lima")

    assert board.sql("SELECT id, handle FROM advisor") == [(2, "ana")]


def test_the_history_marks_what_was_undone(board: Board) -> None:
    board.advisor("Marcus Ojo")
    _undo(board)

    seated = "Seated Marcus Ojo (marcus), Sat 10 Jan 2026"
    assert board.sql(
        "SELECT id, kind, command, summary, reverses, undone FROM operation ORDER BY id"
    ) == [
        (1, "change", "test", seated, None, 1),
        (2, "undo", "test", seated, 1, 0),
    ]


def test_every_table_is_recorded(board: Board) -> None:
    board.advisor("Marcus Ojo")
    before = board.dump()
    with board.change() as work:
        work.watch_all()
        work.connection.execute(
            "INSERT INTO criterion (uid, text)"
            " VALUES ('9f0d3c1e-0000-4000-8000-000000000001', 'Knows retail')"
        )
        work.connection.execute(
            "INSERT INTO rating (advisor_id, criterion_id, meets) VALUES (1, 1, 1)"
        )

    _undo(board)

    assert board.dump() == before


def test_undo_restores_text_exactly(board: Board) -> None:
    odd = "“P&L” [/bold] \\ \" ' \x1b[31m \u202e 顾问 🙂 \t\n\x7f \U0001f468\u200d\U0001f4bb null"
    board.advisor("Marcus Ojo", notes=odd, nicknames=[odd])
    before = board.dump()
    _remove_a_person(board)

    _undo(board)

    assert board.dump() == before
    assert odd in before["advisor"][0]
