"""The small steps towards a goal: adding, changing, taking and removing them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from boardroom.actions.goals import goal_row, ref
from boardroom.models import GoalStep
from boardroom.rules.advisor import optional
from boardroom.rules.day_format import format_day
from boardroom.rules.goals import check_not_taken, check_open
from boardroom.rules.past import check_come
from boardroom.rules.text import brief, clean
from boardroom.store.work import Work


def add_step(work: Work, goal_id: int, text: str, *, due_on: date | None = None) -> int:
    """Adds a step to an open goal; returns the row id.

    Raises:
        NotFound: there is no such goal.
        Refused: it was achieved or dropped.
        BadInput: the text can't be kept.
    """
    goal = goal_row(work, goal_id)
    check_open(ref(goal), goal.status, "no step can be added to it")
    step = work.add(GoalStep(goal_id=goal_id, text=clean(text, what="step"), due_on=due_on))
    work.summary = f"Added {_said(work, step)}{_by(due_on)}"
    assert step.id is not None  # it has been flushed
    return step.id


def edit_step(
    work: Work,
    step_id: int,
    *,
    text: str | None = None,
    due_on: date | Literal[""] | None = None,
    done_on: date | Literal[""] | None = None,
    note: str | None = None,
) -> None:
    """Changes what is given of a step; an empty day or note takes it away, so that one without `done_on` is still to be taken.

    Raises:
        NotFound: there is no such step.
        BadInput: a text can't be kept, or it would be taken on a day to come.
        Refused: it is to be taken, but its goal was achieved or dropped.
    """
    step = _step(work, step_id)
    if text is not None:
        step.text = clean(text, what="step")
    if due_on is not None:
        step.due_on = due_on or None
    if done_on is not None:
        if isinstance(done_on, date):
            _check_day(work, step, done_on)
        step.done_on = done_on or None
    if note is not None:
        step.note = optional(note, "note")
    done = (
        f", taken {format_day(done_on)}"
        if done_on
        else ", still to be taken"
        if done_on == ""
        else ""
    )
    work.summary = f"Changed {_said(work, step)}{done}{_by(due_on or None)}"


def take_steps(
    work: Work, step_ids: Sequence[int], *, on: date | None = None, note: str | None = None
) -> None:
    """Notes that steps were taken, all or none, today where `on` is None; the note, if there is one, is each step's.

    Raises:
        NotFound: one of them is gone, or never was.
        Refused: one was taken already, or its goal was achieved or dropped.
        BadInput: the day is ahead, or the note can't be kept.
    """
    day = on or work.today
    said = None if note is None else clean(note, what="note")
    taken = []
    for step in [_step(work, step_id) for step_id in dict.fromkeys(step_ids)]:
        check_not_taken(_ref(step), step.done_on)
        _check_day(work, step, day)
        step.done_on, step.note = day, said or step.note
        taken.append(_said(work, step))
    work.summary = f"Took {'; '.join(taken)}"


def remove_step(work: Work, step_id: int) -> None:
    """Takes a step off file.

    Raises:
        NotFound: there is no such step.
    """
    step = _step(work, step_id)
    work.summary = f"Removed {_said(work, step)}"
    work.session.delete(step)


def _check_day(work: Work, step: GoalStep, on: date) -> None:
    check_come(on, "taken", today=work.today)
    if step.done_on is None:
        goal = goal_row(work, step.goal_id)
        check_open(ref(goal), goal.status, f"{_ref(step)} can't be taken")


def _step(work: Work, step_id: int) -> GoalStep:
    return work.get(GoalStep, step_id)


def _said(work: Work, step: GoalStep) -> str:
    goal = goal_row(work, step.goal_id)
    return f"{_ref(step)} towards {ref(goal)} ({brief(goal.title)}): {brief(step.text)}"


def _by(due_on: date | None) -> str:
    return f", by {format_day(due_on)}" if due_on else ""


def _ref(step: GoalStep) -> str:
    return f"s{step.id}"
