"""No id is ever reused, whatever is removed or undone, and whoever adds the next record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

import boardroom
from boardroom import models
from boardroom.rules.ids import KINDS, new_uid
from boardroom.store import reversal, rows
from tests.boards import TODAY, Board

if TYPE_CHECKING:
    from collections.abc import Callable

FIELDS: dict[str, dict[str, Any]] = {
    "meeting": {"status": "held", "met_on": TODAY, "way": "coffee", "minutes": 60},
    "agenda_item": {"kind": "topic", "text": "Budget", "added_on": TODAY},
    "promise": {"by_whom": "me", "text": "Send it", "made_on": TODAY},
    "advice": {"text": "Ask", "given_on": TODAY},
    "exchange": {"direction": "given", "kind": "other", "text": "It", "exchanged_on": TODAY},
    "occasion": {"text": "Exam", "occurs_on": TODAY, "added_on": TODAY},
    "goal": {"title": "Run a P&L", "horizon": "near", "added_on": TODAY},
    "goal_step": {"text": "Shadow it"},
    "criterion": {"text": "Has run a P&L"},
    "review": {"started_on": TODAY, "of_board": True},
}


def test_every_kind_is_covered_here() -> None:
    assert sorted(FIELDS) == sorted(kind.table for kind in KINDS.values())


@pytest.mark.parametrize("table", FIELDS)
def test_no_id_returns(table: str, board: Board) -> None:
    """Undoes and removes the newest record repeatedly, and adds one in every way."""
    board.advisor("Marcus Ojo")
    goal_id = board.goal() if table == "goal_step" else 0
    owner = {"advisor_id": 1} if table not in ("goal", "goal_step", "criterion", "review") else {}
    fields = FIELDS[table] | owner | ({"goal_id": goal_id} if goal_id else {})
    row_class = next(made for made in vars(rows).values() if getattr(made, "TABLE", "") == table)
    model = getattr(models, row_class.__name__)
    given: list[int] = []

    def by_command() -> None:
        with board.change() as work:
            work.add(row_class(**fields))

    def by_session() -> None:
        with boardroom.open_board(board.path, write=True) as session:
            session.add(model(**fields))

    def by_sql() -> None:
        row = row_class(**fields, uid=new_uid())
        columns, values = row.COLUMNS[1:], row.to_sql()[1:]
        marks = ", ".join("?" * len(values))
        board.put(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", *values)  # noqa: S608  the schema's own names

    ways: tuple[Callable[[], None], ...] = (by_command, by_session, by_sql)
    for add in (*ways, *reversed(ways), by_command):
        add()
        given.append(board.sql(f"SELECT max(id) FROM {table}")[0][0])  # noqa: S608  as above
        if add is not by_sql:
            reversal.undo(board.path, 1, today=TODAY)
        board.put(f"DELETE FROM {table}")  # noqa: S608  as above

    assert given == list(range(given[0], given[0] + 7))
