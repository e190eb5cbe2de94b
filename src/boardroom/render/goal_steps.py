"""The steps of a goal as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from boardroom.queries.goals import StepView
from boardroom.render.formatting import iso
from boardroom.rules.ids import GOAL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def step_json(view: StepView) -> dict[str, Any]:
    """The record of one step."""
    return {"schema": "boardroom.step/1", **step_record(view)}


def steps_json(views: Sequence[StepView]) -> dict[str, Any]:
    """The record of several steps."""
    return {"schema": "boardroom.steps/1", "steps": [step_record(view) for view in views]}


def step_record(view: StepView) -> dict[str, Any]:
    """The fields of one step, with the id of its goal."""
    return {
        "id": view.ref,
        "uid": view.uid,
        "text": view.text,
        "due_on": iso(view.due_on),
        "done_on": iso(view.done_on),
        "note": view.note,
        "goal": GOAL.ref(view.goal_id),
    }
