"""Undo and redo pass through exactly the same states, whatever was done in whatever order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from boardroom.actions.advisors import add_advisor, edit_advisor, remove_advisor
from boardroom.actions.agenda import add_items, cover_items, drop_item, remove_item
from boardroom.actions.lifecycle import take_step
from boardroom.actions.logging import log_meeting
from boardroom.actions.meetings import cancel_meeting, plan_meeting, remove_meeting
from boardroom.actions.settings import change_setting
from boardroom.errors import BoardroomError, Refused
from boardroom.rules.dates import Moment
from boardroom.rules.log_entry import (
    LogEntry,
    LoggedAdvice,
    LoggedExchange,
    LoggedItem,
    LoggedPromise,
)
from boardroom.store import reversal
from boardroom.store.work import Work
from tests.boards import TODAY, Board

NAMES = ("Marcus Ojo", "Ana Lima", "Marcus Berg", "李雷", "Zoë 🙂", "O'Brien; DROP TABLE")

Dump = dict[str, list[tuple[Any, ...]]]


def _one_of(work: Work, table: str, pick: int) -> int:
    ids = [row_id for (row_id,) in work.connection.execute(f"SELECT id FROM {table} ORDER BY id")]  # noqa: S608  names written here
    return ids[pick % len(ids)] if ids else pick + 1


def _log(work: Work, pick: int) -> None:
    on = Moment(TODAY - timedelta(days=pick), None) if pick % 2 else None
    advisor_id = _one_of(work, "advisor", pick)
    raised = work.connection.execute(
        "SELECT id FROM agenda_item WHERE advisor_id = ? AND status = 'open'", (advisor_id,)
    ).fetchall()
    noted = LogEntry(
        f"Notes {pick}",
        (
            *(LoggedItem(item_id, answer="So.") for (item_id,) in raised if pick % 3),
            LoggedItem(None, "New", covered=False),
        ),
        (LoggedAdvice(None, f"Ask {pick}"),),
        (
            LoggedPromise(None, "me", "Send it", on and on.on),
            LoggedPromise(None, "them", "Read it"),
        ),
        (
            LoggedExchange(None, "received", "intro to Dana Reyes"),
            LoggedExchange(None, "given", "Notes"),
        ),
    )
    log_meeting(work, advisor_id, on=on, entry=noted)


CHANGES: dict[str, Callable[[Work, int], object]] = {
    "add": lambda work, pick: add_advisor(
        work,
        NAMES[pick % len(NAMES)],
        {"nicknames": ["Mo"]},
        prospect=pick % 4 == 0,
        last_met=TODAY,
        beyond=True,
    ),
    "edit": lambda work, pick: edit_advisor(
        work, _one_of(work, "advisor", pick), {"notes": f"Note {pick}", "seat": "Finance"}
    ),
    "rename": lambda work, pick: edit_advisor(
        work, _one_of(work, "advisor", pick), {"handle": f"h{pick}-x"}
    ),
    "remove": lambda work, pick: remove_advisor(work, _one_of(work, "advisor", pick)),
    "pause": lambda work, pick: take_step(work, _one_of(work, "advisor", pick), "paused"),
    "resume": lambda work, pick: take_step(
        work, _one_of(work, "advisor", pick), "active", beyond=True
    ),
    "part": lambda work, pick: take_step(
        work, _one_of(work, "advisor", pick), "alumni", note="Thank you"
    ),
    "plan": lambda work, pick: plan_meeting(
        work, _one_of(work, "advisor", pick), Moment(TODAY + timedelta(days=pick), "15:30")
    ),
    "log": _log,
    "cancel": lambda work, pick: cancel_meeting(work, _one_of(work, "meeting", pick)),
    "remove meeting": lambda work, pick: remove_meeting(work, _one_of(work, "meeting", pick)),
    "raise": lambda work, pick: add_items(
        work, _one_of(work, "advisor", pick), ["How?", f"Item {pick}"]
    ),
    "cover": lambda work, pick: cover_items(
        work, [_one_of(work, "agenda_item", pick)], answer="So."
    ),
    "drop": lambda work, pick: drop_item(work, _one_of(work, "agenda_item", pick)),
    "remove item": lambda work, pick: remove_item(work, _one_of(work, "agenda_item", pick)),
    "set": lambda work, pick: change_setting(work, "soon", f"{pick + 7}d"),
    "reset": lambda work, _: change_setting(work, "soon", "default"),
}


class Walk:
    """A board, with copies of the states that undo and redo must lead to."""

    def __init__(self, board: Board) -> None:
        self.board = board
        board.setting("minutes", "45")
        self.ahead: list[Dump] = [board.dump()]
        reversal.undo(board.path, 1, today=TODAY)
        self.empty = board.dump()
        self.behind: list[Dump] = []
        self.highest = {"setting": 1}

    def change(self, name: str, pick: int) -> None:
        before = self.board.dump()
        try:
            with self.board.change() as work:
                CHANGES[name](work, pick)
        except BoardroomError:
            assert self.board.dump() == before
            return
        after = self.board.dump()
        assert work.changed == (after != before)
        if work.changed:
            self._no_id_was_given_twice(before, after)
            self.behind.append(before)
            self.ahead.clear()

    def undo(self, count: int) -> None:
        self._reverse(reversal.undo, count, self.behind, self.ahead)

    def redo(self, count: int) -> None:
        self._reverse(reversal.redo, count, self.ahead, self.behind)

    def _reverse(
        self, reverse: Callable[..., object], count: int, there: list[Dump], back: list[Dump]
    ) -> None:
        before = self.board.dump()
        if count > len(there):
            with pytest.raises(Refused):
                reverse(self.board.path, count, today=TODAY)
            assert self.board.dump() == before
            return
        reverse(self.board.path, count, today=TODAY)
        passed = [there.pop() for _ in range(count)]
        assert self.board.dump() == passed[-1]
        back.extend([before, *passed[:-1]])

    def _no_id_was_given_twice(self, before: Dump, after: Dump) -> None:
        for table, rows in after.items():
            new = {row[0] for row in rows} - {row[0] for row in before[table]}
            assert all(row_id > self.highest.get(table, 0) for row_id in new)
            self.highest[table] = max(new, default=self.highest.get(table, 0))


steps = st.tuples(
    st.sampled_from([*CHANGES, "add", "raise", "log", "undo", "undo", "redo", "redo"]),
    st.integers(0, 11),
)


@settings(
    max_examples=3, phases=[Phase.explicit, Phase.reuse, Phase.generate]
)  # to shrink a walk would take minutes
@given(st.lists(steps, min_size=30, max_size=50))
def test_undo_and_redo_lead_over_the_same_states(
    tmp_path_factory: pytest.TempPathFactory, taken: list[tuple[str, int]]
) -> None:
    walk = Walk(Board(tmp_path_factory.mktemp("walk") / "board.db", recorded=True))
    for name, pick in taken:
        match name:
            case "undo":
                walk.undo(pick % 3 + 1)
            case "redo":
                walk.redo(pick % 3 + 1)
            case _:
                walk.change(name, pick)
    last = walk.board.dump()

    count = len(walk.behind)
    if count:
        walk.undo(count)
        assert walk.board.dump() == walk.empty == {table: [] for table in last}
        walk.redo(count)
    assert walk.board.dump() == last
