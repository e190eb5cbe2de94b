"""Goals with their steps, who helps, and where they stand on the agendas; for `goal list` and `show`, and for the brief."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from boardroom.queries.lifecycle import day
from boardroom.rules.goals import Progress, progress
from boardroom.rules.ids import unknown


class Helper(NamedTuple):
    """Somebody who helps with a goal, or with whom it is on the agenda."""

    handle: str
    name: str


class StepView(NamedTuple):
    """A small step towards a goal."""

    id: int
    uid: str
    goal_id: int
    text: str
    due_on: date | None
    done_on: date | None
    note: str | None


class GoalView(NamedTuple):
    """One goal. `raised_on` is the day on which an agenda item of it was last covered, `raising_with` who has an open one."""

    id: int
    uid: str
    title: str
    horizon: str
    why: str | None
    status: str
    note: str | None
    target_on: date | None
    added_on: date
    closed_on: date | None
    helpers: tuple[Helper, ...]
    steps: tuple[StepView, ...]
    raised_on: date | None
    raising_with: tuple[Helper, ...]

    @property
    def progress(self) -> Progress:
        """How many of its steps were taken."""
        return progress(step.done_on for step in self.steps)


class GoalList(NamedTuple):
    """Goals: the open ones by their day, then those without one, then the closed; and how many were left out."""

    goals: tuple[GoalView, ...]
    left_out_count: int


class Belongings(NamedTuple):
    """How many steps and links go when a goal goes, and how many agenda items stay without it."""

    steps: int
    links: int
    items: int


def goals(
    connection: sqlite3.Connection, *, closed: bool = False, limit: int | None = None
) -> GoalList:
    """The open goals; with the achieved and dropped ones where `closed`. `limit` keeps the first that many."""
    which = "TRUE" if closed else "status = 'open'"
    found = _views(
        connection, f"{which} {_ORDER} LIMIT :limit", {"limit": -1 if limit is None else limit}
    )
    total = connection.execute(f"SELECT count(*) FROM goal WHERE {which}").fetchone()[0]  # noqa: S608  our own words
    return GoalList(found, total - len(found))


def goals_by_id(connection: sqlite3.Connection, ids: Sequence[int]) -> list[GoalView]:
    """The goals of those ids, in their order.

    Raises:
        NotFound: one is gone, or never was.
    """
    return [_goal(connection, goal_id) for goal_id in ids]


def goals_helped_by(
    connection: sqlite3.Connection, advisor_id: int, *, since: date
) -> tuple[GoalView, ...]:
    """The open goals that somebody helps with, and those achieved since a day."""
    helped = "id IN (SELECT goal_id FROM goal_helper WHERE advisor_id = :advisor_id)"
    which = (
        f"{helped} AND (status = 'open' OR (status = 'achieved' AND closed_on >= :since)) {_ORDER}"
    )
    return _views(connection, which, {"advisor_id": advisor_id, "since": since.isoformat()})


def steps_by_id(connection: sqlite3.Connection, ids: Sequence[int]) -> list[StepView]:
    """The steps of those ids, in their order.

    Raises:
        NotFound: one is gone, or never was.
    """
    return [_step(connection, step_id) for step_id in ids]


def belongings(connection: sqlite3.Connection, goal_id: int) -> Belongings:
    """What hangs on a goal."""
    return Belongings._make(connection.execute(_BELONGINGS, {"id": goal_id}).fetchone())


def _goal(connection: sqlite3.Connection, goal_id: int) -> GoalView:
    found = _views(connection, "id = :id", {"id": goal_id})
    if not found:
        raise unknown("g", goal_id)
    return found[0]


def _step(connection: sqlite3.Connection, step_id: int) -> StepView:
    row = connection.execute(f"{_STEPS} WHERE id = ?", (step_id,)).fetchone()
    if row is None:
        raise unknown("s", step_id)
    return _step_view(row)


def _views(
    connection: sqlite3.Connection, which: str, values: Mapping[str, object]
) -> tuple[GoalView, ...]:
    ids = f"goal_id IN (SELECT id FROM goal WHERE {which})"  # noqa: S608  our own words
    steps: dict[int, list[StepView]] = {}
    for row in connection.execute(
        f"{_STEPS} WHERE {ids} ORDER BY due_on IS NULL, due_on, id", values
    ):
        step = _step_view(row)
        steps.setdefault(step.goal_id, []).append(step)
    helpers = _people(connection, f"{_HELPERS} WHERE {ids} ORDER BY handle", values)
    raising = _people(connection, f"{_RAISING} AND {ids} ORDER BY handle", values)
    raised = dict(connection.execute(f"{_RAISED} AND {ids} GROUP BY goal_id", values).fetchall())
    found = []
    for row in connection.execute(f"{_SELECT} WHERE {which}", values):
        goal_id = row[0]
        *own, target_on, added_on, closed_on = row
        dates = (day(target_on), date.fromisoformat(added_on), day(closed_on))
        around = (
            tuple(helpers.get(goal_id, ())),
            tuple(steps.get(goal_id, ())),
            day(raised.get(goal_id)),
            tuple(raising.get(goal_id, ())),
        )
        found.append(GoalView._make((*own, *dates, *around)))
    return tuple(found)


def _people(
    connection: sqlite3.Connection, query: str, values: Mapping[str, object]
) -> dict[int, list[Helper]]:
    found: dict[int, list[Helper]] = {}
    for goal_id, handle, name in connection.execute(query, values):
        found.setdefault(goal_id, []).append(Helper(handle, name))
    return found


def _step_view(row: tuple[Any, ...]) -> StepView:
    step_id, uid, goal_id, text, due_on, done_on, note = row
    return StepView(step_id, uid, goal_id, text, day(due_on), day(done_on), note)


_SELECT = (
    "SELECT id, uid, title, horizon, why, status, note, target_on, added_on, closed_on FROM goal"
)
# The near ones first: “near” comes after “long”.
_ORDER = "ORDER BY status <> 'open', closed_on DESC, target_on IS NULL, target_on, horizon DESC, id"
_STEPS = "SELECT id, uid, goal_id, text, due_on, done_on, note FROM goal_step"
_HELPERS = "SELECT goal_id, handle, name FROM goal_helper JOIN advisor ON advisor.id = advisor_id"
_RAISING = "SELECT DISTINCT goal_id, handle, name FROM agenda_item JOIN advisor ON advisor.id = advisor_id WHERE status = 'open'"
_RAISED = "SELECT goal_id, max(closed_on) FROM agenda_item WHERE status = 'covered'"
_BELONGINGS = """
SELECT
    (SELECT count(*) FROM goal_step WHERE goal_id = :id),
    (SELECT count(*) FROM goal_helper WHERE goal_id = :id),
    (SELECT count(*) FROM agenda_item WHERE goal_id = :id)"""
