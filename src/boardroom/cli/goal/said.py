"""What every change of a goal or a step answers with: the record as it now is."""

from __future__ import annotations

from datetime import date

from boardroom.cli.call import Call
from boardroom.queries.goals import goals_by_id, steps_by_id
from boardroom.render.goals import goal_json, step_json
from boardroom.rules.day_format import from_today
from boardroom.store.work import Work


def say(call: Call, work: Work, goal_id: int, *, target_on: date | None = None) -> None:
    """Says what was done to a goal, and how far off its day is where one was given."""
    with call.reading() as board:
        view = goals_by_id(board, [goal_id])[0]
    call.did(work, goal_json(view), echo=_far(call, target_on))


def say_step(call: Call, work: Work, step_id: int, *, due_on: date | None = None) -> None:
    """Says what was done to a step, and how far off its day is where one was given."""
    with call.reading() as board:
        view = steps_by_id(board, [step_id])[0]
    call.did(work, step_json(view), echo=_far(call, due_on))


def _far(call: Call, day: date | None) -> str:
    return "" if day is None else f" ({from_today(day, call.today)})"
