"""What happened on a board, for the timeline of `boardroom report`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date

from boardroom.queries.advisors import AdvisorView
from boardroom.queries.goals import GoalView
from boardroom.queries.timeline import Event, timeline
from boardroom.record import Record
from boardroom.rules.ids import GOAL, Ref


class DatedEvent(Record):
    """An event of the timeline, with the people it happened with: handles and names."""

    event: Event
    handles: tuple[str, ...]
    names: tuple[str, ...]


def events(
    connection: sqlite3.Connection,
    on_page: Iterable[tuple[int, AdvisorView]],
    goals: Iterable[GoalView],
    since: date,
    today: date,
) -> tuple[DatedEvent, ...]:
    """The events with all of them, newest first; that of a goal stands once for its helpers."""
    listed = [
        DatedEvent(event, (view.handle,), (view.name,))
        for advisor_id, view in on_page
        for event in timeline(connection, advisor_id, today=today, since=since).events
        if event.kind != "goal"
    ]
    listed += (
        event for goal in goals for event in _goal_events(goal) if since <= event.event.on <= today
    )
    return tuple(sorted(listed, key=lambda dated: dated.event.on, reverse=True))


def _goal_events(goal: GoalView) -> Iterator[DatedEvent]:
    """A goal closed, and set; nobody may help with it."""
    days = ((goal.closed_on, goal.status, goal.note), (goal.added_on, "set", None))
    for on, happened, note in days:
        if on is not None:
            ref, facts = Ref(GOAL.letter, goal.id), {"title": goal.title, "note": note}
            yield DatedEvent(
                Event(on, "goal", happened, ref, goal.private, facts),
                tuple(helper.handle for helper in goal.helpers),
                tuple(helper.name for helper in goal.helpers),
            )
