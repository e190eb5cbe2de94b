"""Goals: the list by target day, and one goal with its steps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardroom.queries.goals import GoalBelongings, GoalList, GoalView, StepView
from boardroom.render.formatting import iso, plural, short_day
from boardroom.render.goal_steps import step_record
from boardroom.render.page import Block, Cell, Column, Fields, Heading, Page, Prose, Table, for_pipe
from boardroom.render.privacy import marked, private_words
from boardroom.rules.day_format import format_day, from_today
from boardroom.rules.text import brief, join_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def goal_json(view: GoalView) -> dict[str, Any]:
    """The record of one goal."""
    return {"schema": "boardroom.goal/1", **goal_record(view)}


def goals_json(views: Sequence[GoalView]) -> dict[str, Any]:
    """The record of several goals."""
    return {"schema": "boardroom.goals/1", "goals": [goal_record(view) for view in views]}


def goal_record(view: GoalView) -> dict[str, Any]:
    """The fields of one goal."""
    return {
        "id": view.ref,
        "uid": view.uid,
        "title": view.title,
        "horizon": view.horizon,
        "measure": view.measure,
        "why": view.why,
        "target_on": iso(view.target_on),
        "status": view.status,
        "helpers": [helper.handle for helper in view.helpers],
        "steps": [step_record(step) for step in view.steps],
        "added_on": iso(view.added_on),
        "closed_on": iso(view.closed_on),
        "note": view.note,
        "last_on_agenda_on": iso(view.raised_on),
        "private": view.private,
    }


def goals_page(listed: GoalList, today: date, nothing: str, all_: str) -> Page:
    """The goals, one per row; `nothing` is the text of an empty list, `all_` lists the rest."""
    if not listed.goals:
        return Page((Prose(nothing),), ())
    columns = (
        Column("id", fixed=True, lead=True),
        Column("goal", lead=True, least=20),
        Column("term", fixed=True, bare=True),
        Column("by", fixed=True, bare=True),
        Column("helped by"),
    )
    rows = tuple(
        (
            Cell(view.ref, "strong"),
            Cell(marked(view.title, private_words(view.private))),
            Cell(view.horizon, "quiet"),
            _when(view, today),
            Cell(_names(view)),
        )
        for view in listed.goals
    )
    below = tuple((Cell(progress_words(view, today)),) for view in listed.goals)
    more = f"{listed.left_out_count:,} more: {all_}" if listed.left_out_count else ""
    pipe = for_pipe(_pipe_row(view) for view in listed.goals)
    return Page((Table(columns, rows, more, below),), (pipe,))


def goal_page(view: GoalView, today: date) -> Page:
    """One goal with all its fields, its helpers, progress and steps."""
    fields = (
        ("measure", Cell(view.measure or "")),
        ("why", Cell(view.why or "")),
        ("target", _target(view, today)),
        ("progress", Cell(progress_words(view, today))),
        ("helped by", Cell(_names(view))),
        ("set on", Cell(format_day(view.added_on))),
        (f"{view.status} on", Cell(format_day(view.closed_on) if view.closed_on else "")),
        ("note", Cell(view.note or "")),
    )
    heading = Heading(
        view.title,
        (Cell(view.ref, "quiet"), Cell(f"{view.horizon} term", "quiet"), _status(view)),
    )
    blocks: list[Block] = [
        heading,
        Fields(tuple((label, cell) for label, cell in fields if cell.text)),
    ]
    if view.steps:
        rows = tuple(
            (
                Cell(step.ref, "strong"),
                _step_when(step, view, today),
                Cell(f"{step.text} → {step.note}" if step.note else step.text),
            )
            for step in view.steps
        )
        blocks += [Heading("Steps"), Table(_STEPS, rows)]
    suggestions = _suggestions(view)
    shown = (*blocks, Prose(suggestions, "quiet")) if suggestions else tuple(blocks)
    return Page(shown, tuple(blocks))


def progress_words(view: GoalView, today: date) -> str:
    """A goal's progress: “2 of 5 steps, last on an agenda Tue 3 Nov”."""
    if view.status != "open":
        return steps_words(view)
    return f"{steps_words(view) or 'no steps yet'}, {raised_words(view, today)}"


def steps_words(view: GoalView) -> str:
    """“2 of 5 steps”, “all 5 steps taken”, “1 step to take”; empty for a goal without steps."""
    taken, steps = view.progress
    if steps <= 1:
        return ("1 step taken" if taken else "1 step to take") if steps else ""
    return f"all {steps} steps taken" if taken == steps else f"{taken} of {steps} steps"


def raised_words(view: GoalView, today: date) -> str:
    """Who has the goal on their agenda, or else the last day it was on one."""
    if view.raising_with:
        return f"on the agenda with {join_words([helper.name for helper in view.raising_with])}"
    return (
        f"last on an agenda {short_day(view.raised_on, today)}"
        if view.raised_on
        else "never on an agenda"
    )


def removal(view: GoalView, belongings: GoalBelongings) -> str:
    """A sentence that says what is removed with a goal."""
    counts = ((belongings.step_count, "step"), (belongings.link_count, "link"))
    removed = [plural(count, noun) for count, noun in counts if count]
    sentence = f"This removes {view.ref} ({brief(view.title)})"
    if removed:
        sentence += f", with {join_words(removed)}"
    if belongings.item_count:
        stay = "stays" if belongings.item_count == 1 else "stay"
        sentence += f"; {plural(belongings.item_count, 'agenda item')} {stay} without it"
    return f"{sentence}."


def _suggestions(view: GoalView) -> str:
    """The commands that add what an open goal lacks; empty if nothing."""
    if view.status != "open":
        return ""
    suggestions = []
    if not view.steps:
        suggestions.append(f"No steps yet: boardroom goal step add {view.ref} TEXT --by DATE")
    if not view.helpers:
        suggestions.append(f"Nobody helps yet: boardroom goal link {view.ref} WHO")
    return "\n".join(suggestions)


def _names(view: GoalView) -> str:
    return ", ".join(helper.name for helper in view.helpers)


def _status(view: GoalView) -> Cell:
    text = f"{view.status}, private" if view.private else view.status
    return Cell(text, "good" if view.status == "achieved" else "quiet")


def _when(view: GoalView, today: date) -> Cell:
    """The target of an open goal, or the day it was closed."""
    if view.closed_on is not None:
        return Cell(f"{view.status} {short_day(view.closed_on, today)}", "quiet")
    return _due(view.target_on, today)


def _target(view: GoalView, today: date) -> Cell:
    if view.target_on is None:
        return Cell("")
    role = _due(view.target_on, today).role if view.status == "open" else ""
    return Cell(f"{format_day(view.target_on)} ({from_today(view.target_on, today)})", role)


def _step_when(step: StepView, goal: GoalView, today: date) -> Cell:
    if step.done_on is not None:
        return Cell(f"taken {short_day(step.done_on, today)}", "good")
    if step.due_on is None:
        return Cell("open", "quiet")
    due = _due(step.due_on, today)
    return Cell(f"by {due.text}", due.role if goal.status == "open" else "")


def _due(on: date | None, today: date) -> Cell:
    if on is None:
        return Cell("")
    if on < today:
        return Cell(f"{short_day(on, today)}, late", "overdue")
    return Cell("today", "due") if on == today else Cell(short_day(on, today))


def _pipe_row(view: GoalView) -> tuple[str | int | date | None, ...]:
    taken, steps = view.progress
    helpers = ",".join(helper.handle for helper in view.helpers)
    return (
        view.ref,
        view.horizon,
        view.status,
        view.target_on,
        taken,
        steps,
        view.raised_on,
        helpers,
        view.title,
        private_words(view.private),
    )


_STEPS = (
    Column("id", fixed=True, lead=True),
    Column("state", fixed=True, lead=True),
    Column("what", bare=True, least=24),
)
