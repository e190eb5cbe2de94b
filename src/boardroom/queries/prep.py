"""What the brief before a coffee is made from."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from typing import NamedTuple

from boardroom.queries.advice import AdviceView, advice
from boardroom.queries.advisors import AdvisorView, advisor
from boardroom.queries.agenda import AgendaView, agenda
from boardroom.queries.exchanges import balances
from boardroom.queries.meetings import MeetingView, meeting
from boardroom.queries.promises import PromiseView, promises
from boardroom.queries.standings import day
from boardroom.rules.advice import is_loop
from boardroom.rules.balance import NOTHING, Balance


class AgreementView(NamedTuple):
    """What both agreed, beside the window and the minutes."""

    hopes: str | None
    focus: tuple[str, ...]
    boundaries: str | None
    confidential: bool
    agreed_on: date
    until_on: date | None


class StepView(NamedTuple):
    """A small step towards a goal."""

    id: int
    text: str
    due_on: date | None
    done_on: date | None


class GoalView(NamedTuple):
    """A goal that the advisor helps with; `moved` is which of its steps were taken since the last meeting."""

    id: int
    uid: str
    title: str
    horizon: str
    why: str | None
    status: str
    target_on: date | None
    helpers: tuple[str, ...]
    steps: tuple[StepView, ...]
    moved: tuple[StepView, ...]


class PrepView(NamedTuple):
    """Everything to know before a coffee. `advice` is what is to be told of, `meetings` the last ones that notes were made of.

    `shared_balance` is the balance without what was part of a private meeting.
    """

    today: date
    advisor: AdvisorView
    planned: MeetingView | None
    agreement: AgreementView | None
    agenda: tuple[AgendaView, ...]
    advice: tuple[AdviceView, ...]
    promises: tuple[PromiseView, ...]
    goals: tuple[GoalView, ...]
    meetings: tuple[MeetingView, ...]
    balance: Balance
    shared_balance: Balance


def prep(connection: sqlite3.Connection, advisor_id: int, *, today: date, last: int) -> PrepView:
    """The brief about one advisor, with the notes of the `last` that many meetings.

    Source: spend time preparing, bring an agenda, report back, give something in return (articles 000, 001, 003, 004).
    """
    who = advisor(connection, advisor_id, today=today)
    planned = _meetings(connection, _PLANNED, advisor_id, today, 1)
    return PrepView(
        today=today,
        advisor=who,
        planned=planned[0] if planned else None,
        agreement=_agreement(connection, advisor_id),
        agenda=agenda(connection, advisor_id=advisor_id).items,
        advice=tuple(view for view in advice(connection, advisor_id=advisor_id).advice if is_loop(view.status, view.reported_on)),
        promises=promises(connection, advisor_id=advisor_id).promises,
        goals=_goals(connection, advisor_id, who.last_met_on or date.min),
        meetings=_meetings(connection, _NOTED, advisor_id, today, last),
        balance=balances(connection, today=today).get(advisor_id, NOTHING),
        shared_balance=balances(connection, today=today, shared=True).get(advisor_id, NOTHING),
    )


def _meetings(connection: sqlite3.Connection, which: str, advisor_id: int, today: date, count: int) -> tuple[MeetingView, ...]:
    ids = connection.execute(f"SELECT id FROM meeting WHERE advisor_id = ? AND {which} LIMIT ?", (advisor_id, today.isoformat(), count))  # noqa: S608  our own words
    return tuple(meeting(connection, meeting_id) for (meeting_id,) in ids.fetchall())


def _agreement(connection: sqlite3.Connection, advisor_id: int) -> AgreementView | None:
    row = connection.execute(
        "SELECT hopes, focus, boundaries, confidential, agreed_on, until_on FROM agreement WHERE advisor_id = ?", (advisor_id,)
    ).fetchone()
    if row is None:
        return None
    hopes, focus, boundaries, confidential, agreed_on, until_on = row
    return AgreementView(hopes, tuple(json.loads(focus)), boundaries, bool(confidential), date.fromisoformat(agreed_on), day(until_on))


def _goals(connection: sqlite3.Connection, advisor_id: int, since: date) -> tuple[GoalView, ...]:
    """The open goals that they help with, and those achieved since."""
    rows = connection.execute(_GOALS, {"advisor_id": advisor_id, "since": since.isoformat()}).fetchall()
    found = []
    for goal_id, uid, title, horizon, why, status, target_on in rows:
        helpers = connection.execute(_HELPERS, (goal_id,)).fetchall()
        steps = tuple(StepView(step_id, text, day(due), day(done)) for step_id, text, due, done in connection.execute(_STEPS, (goal_id,)))
        moved = tuple(step for step in steps if step.done_on is not None and step.done_on >= since)
        known = tuple(handle for (handle,) in helpers)
        found.append(GoalView(goal_id, uid, title, horizon, why, status, day(target_on), known, steps, moved))
    return tuple(found)


_PLANNED = "status = 'planned' AND met_on >= ? ORDER BY met_on, start_time, id"
_NOTED = "status = 'held' AND met_on <= ? AND notes IS NOT NULL ORDER BY met_on DESC, start_time DESC, id DESC"
_GOALS = """
SELECT goal.id, uid, title, horizon, why, status, target_on
FROM goal_helper JOIN goal ON goal.id = goal_id
WHERE advisor_id = :advisor_id AND (status = 'open' OR (status = 'achieved' AND closed_on >= :since))
ORDER BY status DESC, target_on IS NULL, target_on, goal.id"""
_HELPERS = "SELECT handle FROM goal_helper JOIN advisor ON advisor.id = advisor_id WHERE goal_id = ? ORDER BY handle"
_STEPS = "SELECT id, text, due_on, done_on FROM goal_step WHERE goal_id = ? ORDER BY due_on IS NULL, due_on, id"
