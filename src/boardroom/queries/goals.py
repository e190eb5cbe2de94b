"""Goals with their steps and helpers, for `goal list`, `goal show` and `prep`."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date

from boardroom.queries.views import views
from boardroom.record import Record
from boardroom.rules.goals import Progress, progress
from boardroom.rules.ids import GOAL, STEP, not_found


class Helper(Record):
    """An advisor who helps with a goal, or who has an open agenda item about it."""

    handle: str
    name: str


class StepView(Record):
    """A step towards a goal."""

    id: int
    uid: str
    goal_id: int
    text: str
    due_on: date | None
    done_on: date | None
    note: str | None

    @property
    def ref(self) -> str:
        """The id as the user types it."""
        return STEP.ref(self.id)


class GoalView(Record):
    """A goal, its steps sorted by due day and its helpers by handle.

    `raised_on` is the last day on which an agenda item about it was covered. `raising_with` are
    the people with an open agenda item about it.
    """

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
    private: bool = False
    measure: str | None = None

    @property
    def ref(self) -> str:
        """The id as the user types it."""
        return GOAL.ref(self.id)

    @property
    def progress(self) -> Progress:
        """How many of its steps were taken."""
        return progress(step.done_on for step in self.steps)


class GoalList(Record):
    """Goals, and how many more were left out.

    Open goals come first, by target day, those without one last; then the closed ones.
    """

    goals: tuple[GoalView, ...]
    left_out_count: int


class GoalBelongings(Record):
    """How many steps and links are removed with a goal, and how many agenda items stay."""

    step_count: int
    link_count: int
    item_count: int


def goals(
    connection: sqlite3.Connection, *, closed: bool = False, limit: int | None = None
) -> GoalList:
    """The open goals; `closed` includes the others. `limit` caps the list."""
    where = "TRUE" if closed else "status = 'open'"
    listed = _goals(
        connection, f"{where} {_ORDER} LIMIT :limit", {"limit": -1 if limit is None else limit}
    )
    total = connection.execute(f"SELECT count(*) FROM goal WHERE {where}").fetchone()[0]
    return GoalList(listed, total - len(listed))


def goals_by_id(connection: sqlite3.Connection, ids: Sequence[int]) -> list[GoalView]:
    """The goals of those ids, in their order.

    Raises:
        NotFound: there is no goal of that id.
    """
    return [_goal(connection, goal_id) for goal_id in ids]


def goals_helped_by(
    connection: sqlite3.Connection, advisor_id: int, *, since: date
) -> tuple[GoalView, ...]:
    """The goals that an advisor helps with: open, or achieved since a day."""
    helped = "id IN (SELECT goal_id FROM goal_helper WHERE advisor_id = :advisor_id)"
    where = f"{helped} AND (status = 'open' OR (status = 'achieved' AND closed_on >= :since))"
    values = {"advisor_id": advisor_id, "since": since.isoformat()}
    return _goals(connection, f"{where} {_ORDER}", values)


def steps_by_id(connection: sqlite3.Connection, ids: Sequence[int]) -> list[StepView]:
    """The steps of those ids, in their order.

    Raises:
        NotFound: there is no step of that id.
    """
    return [_step(connection, step_id) for step_id in ids]


def goal_belongings(connection: sqlite3.Connection, goal_id: int) -> GoalBelongings:
    """Counts the records that refer to a goal."""
    [belongings] = views(GoalBelongings, connection.execute(_BELONGINGS, {"id": goal_id}))
    return belongings


def next_goal_id(connection: sqlite3.Connection) -> int:
    """The id that the next goal will have."""
    row: tuple[int] = connection.execute(_NEXT_ID).fetchone()
    return row[0]


def _goal(connection: sqlite3.Connection, goal_id: int) -> GoalView:
    for view in _goals(connection, "id = :id", {"id": goal_id}):
        return view
    raise not_found(GOAL, goal_id)


def _step(connection: sqlite3.Connection, step_id: int) -> StepView:
    rows = connection.execute("SELECT * FROM goal_step WHERE id = ?", (step_id,))
    for view in views(StepView, rows):
        return view
    raise not_found(STEP, step_id)


class _Goal(Record):
    """The columns of a goal that are in its own table."""

    id: int
    uid: str
    title: str
    horizon: str
    measure: str | None
    why: str | None
    status: str
    note: str | None
    private: bool
    target_on: date | None
    added_on: date
    closed_on: date | None
    raised_on: date | None


def _goals(
    connection: sqlite3.Connection, which: str, values: Mapping[str, object]
) -> tuple[GoalView, ...]:
    ids = f"SELECT id FROM goal WHERE {which}"
    steps: dict[int, list[StepView]] = {}
    for step in views(StepView, connection.execute(_STEPS.format(ids=ids), values)):
        steps.setdefault(step.goal_id, []).append(step)
    helpers = _people(connection, _HELPERS.format(ids=ids), values)
    raising = _people(connection, _RAISING.format(ids=ids), values)
    rows = connection.execute(f"SELECT goal.*, {_RAISED_ON} FROM goal WHERE {which}", values)
    return tuple(
        GoalView(
            **goal._asdict(),
            helpers=tuple(helpers.get(goal.id, ())),
            steps=tuple(steps.get(goal.id, ())),
            raising_with=tuple(raising.get(goal.id, ())),
        )
        for goal in views(_Goal, rows)
    )


def _people(
    connection: sqlite3.Connection, query: str, values: Mapping[str, object]
) -> dict[int, list[Helper]]:
    people: dict[int, list[Helper]] = {}
    for goal_id, handle, name in connection.execute(query, values):
        people.setdefault(goal_id, []).append(Helper(handle, name))
    return people


# Descending, since “near” comes after “long” in the alphabet.
_ORDER = "ORDER BY status <> 'open', closed_on DESC, target_on IS NULL, target_on, horizon DESC, id"
_STEPS = """
SELECT * FROM goal_step WHERE goal_id IN ({ids}) ORDER BY due_on IS NULL, due_on, id"""
_HELPERS = """
SELECT goal_id, handle, name FROM goal_helper JOIN advisor ON advisor.id = advisor_id
WHERE goal_id IN ({ids}) ORDER BY handle"""
_RAISING = """
SELECT DISTINCT goal_id, handle, name FROM agenda_item JOIN advisor ON advisor.id = advisor_id
WHERE status = 'open' AND goal_id IN ({ids}) ORDER BY handle"""
_RAISED_ON = """(
    SELECT max(closed_on) FROM agenda_item WHERE goal_id = goal.id AND status = 'covered'
) AS raised_on"""
_BELONGINGS = """
SELECT
    (SELECT count(*) FROM goal_step WHERE goal_id = :id) AS step_count,
    (SELECT count(*) FROM goal_helper WHERE goal_id = :id) AS link_count,
    (SELECT count(*) FROM agenda_item WHERE goal_id = :id) AS item_count"""
_NEXT_ID = """
SELECT 1 + max(
    coalesce((SELECT last_id FROM counter WHERE name = 'goal'), 0),
    coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'goal'), 0))"""
