"""Records as they were at the end of a day: what happened later is left out, by its own day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from boardroom.queries.advice import AdviceView
from boardroom.queries.goals import GoalView
from boardroom.queries.meetings import MeetingView
from boardroom.queries.promises import PromiseView


def meetings_until(day: date, views: Iterable[MeetingView]) -> Iterator[MeetingView]:
    """The plans, and what came of those up to the day."""
    return (view for view in views if view.status == "planned" or view.on <= day)


def promises_until(day: date, views: Iterable[PromiseView]) -> Iterator[PromiseView]:
    """The promises made by then; one kept or dropped later was open."""
    for view in views:
        if view.done_on is not None and view.done_on > day:
            view = view._replace(done_on=None, status="open", note=None)  # noqa: PLW2901
        if view.made_on <= day:
            yield view


def advice_until(day: date, views: Iterable[AdviceView]) -> Iterator[AdviceView]:
    """The advice given by then, with what had come of it, and been reported, by then."""
    for view in views:
        if view.outcome_on is not None and view.outcome_on > day:
            view = view._replace(  # noqa: PLW2901
                outcome_on=None, outcome=None, outcome_private=False, status="new"
            )
        if view.reported_on is not None and view.reported_on > day:
            view = view._replace(reported_on=None)  # noqa: PLW2901
        if view.given_on <= day:
            yield view


def goals_until(day: date, views: Iterable[GoalView]) -> Iterator[GoalView]:
    """The goals set by then; one closed, or a step taken, later was open."""
    for view in views:
        if view.closed_on is not None and view.closed_on > day:
            view = view._replace(closed_on=None, status="open", note=None)  # noqa: PLW2901
        steps = tuple(
            step._replace(done_on=None) if step.done_on is not None and step.done_on > day else step
            for step in view.steps
        )
        if view.added_on <= day:
            yield view._replace(steps=steps)
