"""One goal's part of a report: its chart and its steps."""

from __future__ import annotations

from datetime import date

from boardroom.queries.goals import GoalView
from boardroom.record import Record
from boardroom.render.charts import Chart
from boardroom.render.formatting import plural
from boardroom.render.report_charts import goal_chart
from boardroom.render.report_tables import DataCell, DataTable, unbroken_day
from boardroom.rules.text import join_words


class GoalPart(Record):
    """A goal: its steps on a chart and in a table, if it has any."""

    title: str
    facts: str
    measure: str
    chart: Chart | None
    steps: DataTable | None


def goal_part(goal: GoalView, today: date) -> GoalPart:
    """The part about one goal."""
    taken, count = goal.progress
    facts = [
        {"near": "Near-term", "long": "Long-term"}[goal.horizon],
        f"{goal.status} {unbroken_day(goal.closed_on, today)}" if goal.closed_on else goal.status,
        f"target {unbroken_day(goal.target_on, today)}" if goal.target_on else "no target day",
        f"{taken} of {plural(count, 'step')} taken" if count else "no steps",
    ]
    if goal.helpers:
        names = join_words([helper.name for helper in goal.helpers])
        facts.append(f"{names} {'helps' if len(goal.helpers) == 1 else 'help'}")
    steps = DataTable(
        f"Steps: {goal.title}",
        ("Step", "By", "State"),
        tuple(
            (
                DataCell(step.text),
                DataCell(unbroken_day(step.due_on, today) if step.due_on else "no day"),
                _step_state(step.due_on, step.done_on, today),
            )
            for step in goal.steps
        ),
    )
    return GoalPart(
        goal.title,
        f"{', '.join(facts)}.",
        goal.measure or "",
        goal_chart(goal, today=today) if goal.steps else None,
        steps if goal.steps else None,
    )


def _step_state(due_on: date | None, done_on: date | None, today: date) -> DataCell:
    if done_on is not None:
        return DataCell("taken", unbroken_day(done_on, today), kind="good")
    if due_on is not None and due_on < today:
        return DataCell("overdue", kind="overdue")
    return DataCell("open")
