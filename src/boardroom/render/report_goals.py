"""One goal's part of a report: its chart and its steps."""

from __future__ import annotations

from datetime import date

from boardroom.queries.goals import GoalView, StepView
from boardroom.record import Record
from boardroom.render.charts import Chart
from boardroom.render.formatting import plural
from boardroom.render.report_charts import goal_chart
from boardroom.render.report_tables import DataCell, DataTable, open_state, unbroken_day


class GoalPart(Record):
    """A goal: its steps on a chart and in a table, if it has any."""

    title: str
    facts: str
    helpers: tuple[str, ...]
    measure: str
    chart: Chart | None
    steps: DataTable | None


def goal_part(goal: GoalView, today: date) -> GoalPart:
    """The part about one goal."""
    taken, count = goal.progress
    facts = [
        {"near": "Near-term", "long": "Long-term"}[goal.horizon],
        f"{goal.status} {unbroken_day(goal.closed_on, today)}" if goal.closed_on else goal.status,
        _target(goal, today),
        f"{taken} of {plural(count, 'step')} taken" if count else "no steps",
    ]
    steps = DataTable(
        f"Steps: {goal.title}",
        ("Step", "By", "State"),
        tuple(
            (
                DataCell(step.text),
                DataCell(unbroken_day(step.due_on, today) if step.due_on else "no day"),
                _step_state(step, goal, today),
            )
            for step in goal.steps
        ),
    )
    return GoalPart(
        goal.title,
        ", ".join(facts),
        tuple(helper.name for helper in goal.helpers),
        goal.measure or "",
        goal_chart(goal, today=today) if goal.steps else None,
        steps if goal.steps else None,
    )


def _target(goal: GoalView, today: date) -> str:
    if goal.target_on is None:
        return "no target day"
    past = (today - goal.target_on).days
    late = f" ({plural(past, 'day')} past)" if past > 0 and goal.closed_on is None else ""
    return f"target {unbroken_day(goal.target_on, today)}{late}"


def _step_state(step: StepView, goal: GoalView, today: date) -> DataCell:
    if step.done_on is not None:
        return DataCell("taken", unbroken_day(step.done_on, today), kind="good")
    if goal.closed_on is not None:
        return DataCell("not taken")  # it can't be late any more
    return open_state(step.due_on, today)
