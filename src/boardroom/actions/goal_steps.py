"""The steps of a goal: adding, changing, taking and removing them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardroom.actions.on_file import check_new_words, step_on_file
from boardroom.rules.calendar import check_not_future
from boardroom.rules.day_format import format_day
from boardroom.rules.fields import format_edit
from boardroom.rules.goals import STEP_FIELDS, check_not_taken, check_open
from boardroom.rules.ids import STEP
from boardroom.rules.text import brief, clean, optional
from boardroom.store.rows import Goal, GoalStep
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal


def add_step(work: Work, goal_id: int, text: str, *, due_on: date | None = None) -> Done:
    """Adds a step to an open goal, unless an open one has the same words.

    Raises:
        NotFound: there is no such goal.
        Refused: it was achieved or dropped, or the open step has another day.
        BadInput: the text is not valid.
    """
    goal = work.get(Goal, goal_id)
    check_open(goal.ref, goal.status, "no step can be added")
    text = clean(text, what=STEP.noun)
    known = step_on_file(work, goal, text, due_on=due_on, fields=STEP_FIELDS)
    if known is not None:
        return work.did(f"Added {_name(work, known)} before", known.id)
    step = work.add(GoalStep(goal_id=goal_id, text=text, due_on=due_on, added_on=work.today))
    by = f", by {format_day(due_on)}" if due_on else ""
    return work.did(f"Added {_name(work, step)}: {brief(step.text)}{by}", step.id)


def edit_step(
    work: Work,
    step_id: int,
    *,
    text: str | None = None,
    due_on: date | Literal[""] | None = None,
    done_on: date | Literal[""] | None = None,
    note: str | None = None,
) -> Done:
    """Changes the given fields; an empty day or note clears the field, so `done_on` "" reopens it.

    Raises:
        NotFound: there is no such step.
        BadInput: a text is not valid, or `done_on` is in the future.
        Refused: the step is open, and its goal was achieved or dropped; or another open step of the
            goal has the same words.
    """
    step = work.get(GoalStep, step_id)
    if text is not None:
        text = clean(text, what=STEP.noun)
        if step.done_on is None:
            check_new_words(step, text, work.find(GoalStep, goal_id=step.goal_id, done_on=None))
        step.text = text
    if due_on is not None:
        step.due_on = due_on or None
    if done_on:
        _check_can_be_taken(work, step, done_on)
    if done_on is not None:
        step.done_on = done_on or None
    if note is not None:
        step.note = optional(note, "note")
    changes = work.changes(step, STEP_FIELDS)
    return work.did(
        format_edit(step.ref, step.text, _whose(work, step), changes), step.id, changes=changes
    )


def take_steps(
    work: Work, step_ids: Sequence[int], *, on: date | None = None, note: str | None = None
) -> Done:
    """Marks steps as taken, all or none, on a day (default: today), with the same note.

    Raises:
        NotFound: there is no such step.
        Refused: one was already taken, or its goal was achieved or dropped.
        BadInput: the day is in the future, or the note is not valid.
    """
    day = on or work.today
    words = None if note is None else clean(note, what="note")
    steps = [work.get(GoalStep, step_id) for step_id in dict.fromkeys(step_ids)]
    for step in steps:
        check_not_taken(step.ref, step.done_on)
        _check_can_be_taken(work, step, day)
        step.done_on, step.note = day, words or step.note
    names = "; ".join(f"{_name(work, step)}: {brief(step.text)}" for step in steps)
    return work.did(f"Took {names}", *(step.id for step in steps))


def remove_step(work: Work, step_id: int) -> Done:
    """Removes a step.

    Raises:
        NotFound: there is no such step.
    """
    step = work.get(GoalStep, step_id)
    summary = f"Removed {_name(work, step)}: {brief(step.text)}"
    work.delete(step)
    return work.did(summary, step_id)


def _check_can_be_taken(work: Work, step: GoalStep, on: date) -> None:
    """Checks the day, and for an open step that its goal is open.

    Raises:
        BadInput: the day is in the future.
        Refused: the goal was achieved or dropped.
    """
    check_not_future(on, "taken", today=work.today)
    if step.done_on is None:
        goal = work.get(Goal, step.goal_id)
        check_open(goal.ref, goal.status, f"{step.ref} can't be taken")


def _name(work: Work, step: GoalStep) -> str:
    return f"{step.ref}{_whose(work, step)}"


def _whose(work: Work, step: GoalStep) -> str:
    goal = work.get(Goal, step.goal_id)
    return f" towards {goal.ref} ({brief(goal.title)})"
