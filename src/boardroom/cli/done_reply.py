"""The reply to `boardroom done`: the records as JSON, and which of them are private."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from boardroom.queries.agenda import agenda_items
from boardroom.queries.goals import goals_by_id, steps_by_id
from boardroom.queries.occasions import occasions_by_id
from boardroom.queries.promises import promises_by_id
from boardroom.record import Record
from boardroom.render.agenda import agenda_item_json, agenda_items_json
from boardroom.render.goal_steps import step_json, steps_json
from boardroom.render.goals import goal_json, goals_json
from boardroom.render.occasions import occasion_json, occasions_json
from boardroom.render.privacy import private_echo_of
from boardroom.render.promises import promise_json, promises_json
from boardroom.rules.ids import AGENDA_ITEM, GOAL, OCCASION, PROMISE, STEP, Ref

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Json = dict[str, Any]


class _Shown(Record):
    """How the records of a kind are read and shown: one, and several under the `key` of a list."""

    key: str
    read: Callable[[sqlite3.Connection, Sequence[int]], Sequence[Any]]
    one: Callable[[Any, date], Json]
    several: Callable[[Sequence[Any], date], Json]


def done_json(board: sqlite3.Connection, refs: Sequence[Ref], *, today: date) -> Json:
    """What was done as JSON: one record, a list of one kind, or a list for each kind."""
    numbers = {letter: [ref.number for ref in refs if ref.letter == letter] for letter in _SHOWN}
    given = [letter for letter, ids in numbers.items() if ids]
    if len(given) > 1:
        lists = {
            shown.key: list(shown.several(shown.read(board, numbers[letter]), today)[shown.key])
            for letter, shown in _SHOWN.items()
        }
        return {"schema": "boardroom.done/1", **lists}
    shown = _SHOWN[given[0]]
    views = shown.read(board, numbers[given[0]])
    return shown.one(views[0], today) if len(views) == 1 else shown.several(views, today)


def private_echo(board: sqlite3.Connection, refs: Sequence[Ref], *, noted: bool) -> str:
    """What follows the sentence if what was done, or its new note, is private."""
    private = [str(ref) for ref in refs if _is_private(board, ref, noted=noted)]
    return private_echo_of(private, len(refs))


def _is_private(board: sqlite3.Connection, ref: Ref, *, noted: bool) -> bool:
    [view] = _SHOWN[ref.letter].read(board, [ref.number])
    if ref.letter == AGENDA_ITEM.letter:
        return bool(view.private or (noted and view.answer_private))
    if ref.letter in (PROMISE.letter, OCCASION.letter):
        return bool(view.private or (noted and view.note_private))
    if ref.letter == STEP.letter:
        [view] = goals_by_id(board, [view.goal_id])
    return bool(view.private)


_SHOWN: Mapping[str, _Shown] = {
    AGENDA_ITEM.letter: _Shown(
        "agenda_items",
        agenda_items,
        lambda view, _: agenda_item_json(view),
        lambda views, _: agenda_items_json(views),
    ),
    PROMISE.letter: _Shown("promises", promises_by_id, promise_json, promises_json),
    STEP.letter: _Shown(
        "steps",
        steps_by_id,
        lambda view, _: step_json(view),
        lambda views, _: steps_json(views),
    ),
    GOAL.letter: _Shown(
        "goals",
        goals_by_id,
        lambda view, _: goal_json(view),
        lambda views, _: goals_json(views),
    ),
    OCCASION.letter: _Shown("occasions", occasions_by_id, occasion_json, occasions_json),
}
