from __future__ import annotations

from boardroom.queries.history import operations
from boardroom.render.history import history_page, operations_json
from boardroom.render.page import Page, Prose
from boardroom.store.file import reading
from boardroom.store.oplog import Operation
from tests.boards import TODAY, Board

CHANGE = Operation(7, "2026-11-21T20:02:30Z", "change", "plan", "Planned coffee", undone=True)


def test_an_operation_is_given_with_its_instant_in_utc() -> None:
    assert operations_json([CHANGE]) == {
        "schema": "boardroom.operations/1",
        "operations": [
            {
                "id": 7,
                "at": "2026-11-21T20:02:30Z",
                "kind": "change",
                "command": "plan",
                "summary": "Planned coffee",
                "undone": True,
            }
        ],
    }


def test_a_board_never_changed_says_so_on_a_screen_alone(board: Board) -> None:
    with reading(board.path) as connection:
        listed = operations(connection)

    assert history_page(listed, TODAY) == Page((Prose("Nothing has been changed yet."),), ())
