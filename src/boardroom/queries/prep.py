"""What the brief before a coffee is made from."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import NamedTuple

from boardroom.queries.advice import AdviceView, advice
from boardroom.queries.advisors import AdvisorView, advisor
from boardroom.queries.agenda import AgendaView, agenda
from boardroom.queries.agreements import AgreementView, agreement
from boardroom.queries.exchanges import balances
from boardroom.queries.goals import GoalView, StepView, goals_helped_by
from boardroom.queries.meetings import MeetingView, meeting
from boardroom.queries.promises import PromiseView, promises
from boardroom.rules.advice import is_loop
from boardroom.rules.balance import NOTHING, Balance


class HelpedView(NamedTuple):
    """A goal that the advisor helps with; `moved` is which of its steps were taken since the last meeting."""

    goal: GoalView
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
    goals: tuple[HelpedView, ...]
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
        agreement=agreement(connection, advisor_id),
        agenda=agenda(connection, advisor_id=advisor_id).items,
        advice=tuple(
            view
            for view in advice(connection, advisor_id=advisor_id).advice
            if is_loop(view.status, view.reported_on)
        ),
        promises=promises(connection, advisor_id=advisor_id).promises,
        goals=_helped(connection, advisor_id, who.last_met_on or date.min),
        meetings=_meetings(connection, _NOTED, advisor_id, today, last),
        balance=balances(connection, today=today).get(advisor_id, NOTHING),
        shared_balance=balances(connection, today=today, shared=True).get(advisor_id, NOTHING),
    )


def _meetings(
    connection: sqlite3.Connection, which: str, advisor_id: int, today: date, count: int
) -> tuple[MeetingView, ...]:
    ids = connection.execute(
        f"SELECT id FROM meeting WHERE advisor_id = ? AND {which} LIMIT ?",  # noqa: S608  our own words
        (advisor_id, today.isoformat(), count),
    )
    return tuple(meeting(connection, meeting_id) for (meeting_id,) in ids.fetchall())


def _helped(connection: sqlite3.Connection, advisor_id: int, since: date) -> tuple[HelpedView, ...]:
    """The open goals that they help with, and those achieved since."""
    found = goals_helped_by(connection, advisor_id, since=since)
    return tuple(
        HelpedView(
            goal,
            tuple(
                step for step in goal.steps if step.done_on is not None and step.done_on >= since
            ),
        )
        for goal in found
    )


_PLANNED = "status = 'planned' AND met_on >= ? ORDER BY met_on, start_time, id"
_NOTED = "status = 'held' AND met_on <= ? AND notes IS NOT NULL ORDER BY met_on DESC, start_time DESC, id DESC"
