"""An undo never overwrites what another program wrote to the file."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from boardroom.actions.advisors import remove_advisor
from boardroom.errors import Refused
from boardroom.store import reversal
from tests.boards import TODAY, Board

OPERATIONS = "SELECT * FROM operation"
EDITS = {
    "a changed row": "UPDATE advisor SET notes = 'Mine' WHERE handle = 'ana'",
    "a row gone": "DELETE FROM transition WHERE advisor_id = 2",
    "a row that hangs on it": "INSERT INTO rating (advisor_id, criterion_id, meets) VALUES (2, 1, 1)",
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_undo_never_overwrites_an_outside_edit(edit: str, board: Board) -> None:
    board.advisor("Marcus Ojo")
    board.advisor("Ana Lima")
    _outside(
        board,
        "INSERT INTO criterion (uid, text) VALUES ('9f0d3c1e-0000-4000-8000-000000000001', 'Knows retail')",
        edit,
    )
    before = (board.dump(), board.sql(OPERATIONS))

    with pytest.raises(Refused) as refused:
        reversal.undo(board.path, 1, today=TODAY)

    assert (refused.value.message, refused.value.hint) == (
        "“Seated Ana Lima (ana), Sat 10 Jan 2026” can't be reversed: what it changed has been changed since, outside boardroom.",
        "Nothing was changed. List the changes with: boardroom history",
    )
    assert (board.dump(), board.sql(OPERATIONS)) == before


def test_one_outside_edit_refuses_all_of_an_undo(board: Board) -> None:
    board.advisor("Marcus Ojo")
    board.advisor("Ana Lima")
    _outside(board, "UPDATE advisor SET notes = 'Mine' WHERE handle = 'marcus'")
    before = (board.dump(), board.sql(OPERATIONS))

    with pytest.raises(Refused):
        reversal.undo(board.path, 2, today=TODAY)

    assert (board.dump(), board.sql(OPERATIONS)) == before


def test_undo_never_replaces_an_outside_row(board: Board) -> None:
    board.advisor("Marcus Ojo")
    with board.change() as work:
        remove_advisor(work, 1)
    _outside(
        board,
        "INSERT INTO advisor (uid, handle, name) VALUES ('9f0d3c1e-0000-4000-8000-000000000001', 'marcus', 'Marcus Aurelius')",
    )
    before = (board.dump(), board.sql(OPERATIONS))

    with pytest.raises(Refused):
        reversal.undo(board.path, 1, today=TODAY)

    assert (board.dump(), board.sql(OPERATIONS)) == before


def _outside(board: Board, *statements: str) -> None:
    """Writes to the file as another program."""
    with closing(sqlite3.connect(board.path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)
