"""What the operation log keeps of changed rows, and for how long."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest

from boardroom.actions.advisors import edit_advisor, remove_advisor
from boardroom.errors import Refused
from boardroom.store import oplog, reversal
from tests.boards import TODAY, Board


def _images(board: Board, operation_id: int) -> list[tuple[str, Any, Any]]:
    rows = board.sql(
        "SELECT table_name, before, after FROM row_image WHERE operation_id = ? ORDER BY id",
        operation_id,
    )
    return [
        (table, before and json.loads(before), after and json.loads(after))
        for table, before, after in rows
    ]


def test_an_edit_keeps_the_columns_that_differ(board: Board) -> None:
    board.advisor("Marcus Ojo", nicknames=["Mo"])

    with board.change() as work:
        edit_advisor(work, 1, {"seat": "Finance", "minutes": "45m", "nicknames": []})

    assert _images(board, 2) == [
        (
            "advisor",
            {"nicknames": '["Mo"]', "seat": None, "minutes": None},
            {"nicknames": "[]", "seat": "Finance", "minutes": 45},
        )
    ]


def test_an_added_or_removed_row_is_kept_whole(board: Board) -> None:
    board.advisor("Marcus Ojo")
    with board.change() as work:
        remove_advisor(work, 1)

    added, removed = _images(board, 1), _images(board, 2)
    assert [table for table, *_ in added] == ["advisor", "transition"]
    assert {table: after for table, _, after in added} == {
        table: before for table, before, _ in removed
    }


def test_other_columns_may_change_before_an_undo(board: Board) -> None:
    board.advisor("Marcus Ojo")
    with board.change() as work:
        edit_advisor(work, 1, {"seat": "Finance"})
    board.put("UPDATE advisor SET notes = 'from another program'")

    reversal.undo(board.path, 1, today=TODAY)

    assert board.sql("SELECT seat, notes FROM advisor") == [(None, "from another program")]


def test_the_days_copy_forgets_old_images(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(oplog, "KEPT_OPERATIONS", 3)
    for number in range(5):
        board.setting("soon", f"{number + 3}d")
    kept = "SELECT DISTINCT operation_id FROM row_image ORDER BY 1"
    assert board.sql(kept) == [(1,), (2,), (3,), (4,), (5,)]

    with board.change(TODAY + timedelta(days=1)) as work:
        work.watch_all()
        work.connection.execute("UPDATE setting SET value = '20d'")
        work.did("Set soon to 20d")

    assert board.sql(kept) == [(3,), (4,), (5,), (6,)]
    assert board.sql("SELECT count(*) FROM operation") == [(6,)]
    reversal.undo(board.path, 4, today=TODAY)
    with pytest.raises(Refused) as refused:
        reversal.undo(board.path, 1, today=TODAY)
    assert refused.value.message == "“Set soon to 4d” is too old to undo."
