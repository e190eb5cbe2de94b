"""What a new goal begins with: how the user will know, and the first step."""

from __future__ import annotations

from boardroom.actions.goal_steps import add_step
from boardroom.actions.goals import edit_goal
from boardroom.cli.call import Call
from boardroom.cli.when import echo_due, parse_dated_text
from boardroom.queries.goals import GoalView, goals_by_id
from boardroom.rules.day_format import format_day, from_today
from boardroom.rules.ids import STEP
from boardroom.rules.text import brief, clean
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date


def ask_for_beginning(call: Call, work: Work, done: Done, echo: str) -> str:
    """Asks how the user will know, and for the first step; Enter leaves either.

    `echo` follows the summary of `done`, which set the goal. Returns what follows it now.

    Source: goals that are specific, in small steps (articles 000, 003).
    """
    measure = call.ask_until(
        "How will you know that you are there? (like Ten people report to me; Enter to skip)",
        lambda answer: clean(answer, what="measure") if answer else "",
    )
    step, due_on = call.ask_until(
        "What is the first step? (like Ask the CFO by fri; Enter to skip)",
        lambda answer: _step(call, work, answer),
    )
    if measure:
        edit_goal(work, done.id, measure=measure)
    if not step:
        work.did(done.summary, done.id)
        return echo
    step_id = add_step(work, done.id, step, due_on=due_on).id
    goal = _goal(work, done.id)
    by = f", by {format_day(due_on)}" if due_on else ""
    work.did(f"{done.summary}; first step {STEP.ref(step_id)}: {brief(step)}{by}", done.id)
    step_day = echo_due(due_on, f"goal step edit {STEP.ref(step_id)} --by DATE", today=call.today)
    return f"{step_day} · {_target(goal, call.today)}"


def missing_beginning(work: Work, goal_id: int) -> str:
    """What follows the sentence: the commands for a measure and a first step, if missing."""
    goal = _goal(work, goal_id)
    measure = (
        ""
        if goal.measure
        else f" · how you will know: boardroom goal edit {goal.ref} --measure TEXT"
    )
    step = "" if goal.steps else f" · the first step: boardroom goal step add {goal.ref} TEXT"
    return f"{measure}{step}"


def _step(call: Call, work: Work, answer: str) -> tuple[str, date | None]:
    if not answer:
        return "", None
    text, due_on = parse_dated_text(call, work.connection, answer, None, kind=STEP)
    return clean(text, what=STEP.noun), due_on


def _target(goal: GoalView, today: date) -> str:
    if goal.target_on is None:
        return f"no target day: boardroom goal edit {goal.ref} --target DATE"
    return f"target {from_today(goal.target_on, today)}"


def _goal(work: Work, goal_id: int) -> GoalView:
    [view] = goals_by_id(work.connection, [goal_id])
    return view
