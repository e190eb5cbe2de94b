"""Begins a board in one change: its first people, what was agreed with them, and a first goal."""

from __future__ import annotations

from datetime import date

from boardroom.actions.advisors import add_advisor
from boardroom.actions.agreements import agree
from boardroom.actions.goal_steps import add_step
from boardroom.actions.goals import add_goal
from boardroom.queries.people import people
from boardroom.record import Record
from boardroom.rules.first_board import check_nobody
from boardroom.rules.ids import GOAL, STEP
from boardroom.rules.text import brief, join_words
from boardroom.store.work import Done, Work


class FirstAdvisor(Record):
    """A person on the new board; None is what the user left open."""

    name: str
    seat: str | None = None
    last_met_on: date | None = None
    window: str | None = None
    hopes: str | None = None


class FirstGoal(Record):
    """The first goal with its first step; `helpers` are places in the list of people."""

    title: str
    target_on: date | None
    step: str | None = None
    step_due_on: date | None = None
    helpers: tuple[int, ...] = ()


class FirstBoard(Record):
    """Everything that `boardroom init` asks for."""

    advisors: tuple[FirstAdvisor, ...]
    goal: FirstGoal | None = None


def begin_board(work: Work, first: FirstBoard) -> Done:
    """Stores the first people, agreements and goal of a board without people.

    Raises:
        Refused: somebody is on file already.
        BadInput: a text is not valid.
    """
    check_nobody([person.name for person in people(work.connection)])
    advisor_ids = [_add(work, advisor) for advisor in first.advisors]
    summary = f"Began the board with {join_words([advisor.name for advisor in first.advisors])}"
    if first.goal is not None:
        summary = f"{summary}; {_set_goal(work, first.goal, advisor_ids)}"
    return work.did(summary, *advisor_ids)


def _add(work: Work, advisor: FirstAdvisor) -> int:
    given = {"seat": advisor.seat, "window": advisor.window}
    fields = {field: value for field, value in given.items() if value is not None}
    advisor_id = add_advisor(work, advisor.name, fields, last_met=advisor.last_met_on).id
    if advisor.hopes is not None:
        agree(work, advisor_id, hopes=advisor.hopes)
    return advisor_id


def _set_goal(work: Work, goal: FirstGoal, advisor_ids: list[int]) -> str:
    """Sets the goal, and returns what was done: “set g1: Lead a region, with step s1”."""
    helper_ids = [advisor_ids[place] for place in goal.helpers]
    goal_id = add_goal(work, goal.title, target_on=goal.target_on, helper_ids=helper_ids).id
    summary = f"set {GOAL.ref(goal_id)}: {brief(goal.title)}"
    if goal.step is None:
        return summary
    step_id = add_step(work, goal_id, goal.step, due_on=goal.step_due_on).id
    return f"{summary}, with step {STEP.ref(step_id)}"
