"""The brief before a meeting with an advisor, for `boardroom prep`."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.queries.advice import AdviceView, advice
from boardroom.queries.advisors import AdvisorView, advisor
from boardroom.queries.agenda import AgendaView, agenda
from boardroom.queries.agreements import AgreementView, agreement
from boardroom.queries.exchanges import balances
from boardroom.queries.goals import GoalView, StepView, goals_helped_by
from boardroom.queries.meetings import MeetingView, meeting
from boardroom.queries.promises import PromiseView, promises
from boardroom.record import Record
from boardroom.rules.advice import is_loop_open
from boardroom.rules.balance import NOTHING, Balance


class HelpedGoal(Record):
    """A goal that the advisor helps with, and its steps taken since the last meeting."""

    goal: GoalView
    new_steps: tuple[StepView, ...]


class PrepView(Record):
    """What to know before a meeting.

    `advice` has no reported outcome yet, and `meetings` are the last ones with notes.
    `agenda_sent` says whether the agenda was sent by letter since the last meeting.
    """

    today: date
    advisor: AdvisorView
    planned: MeetingView | None
    agreement: AgreementView | None
    agenda: tuple[AgendaView, ...]
    advice: tuple[AdviceView, ...]
    promises: tuple[PromiseView, ...]
    goals: tuple[HelpedGoal, ...]
    meetings: tuple[MeetingView, ...]
    balance: Balance
    agenda_sent: bool = False


def prep(
    connection: sqlite3.Connection, advisor_id: int, *, today: date, notes_count: int
) -> PrepView:
    """The brief on one advisor, with the notes of the last `notes_count` meetings.

    Source: spend time preparing, bring an agenda, report back, give something in return
    (articles 000, 001, 003, 004).
    """
    view = advisor(connection, advisor_id, today=today)
    planned = _meetings(connection, _PLANNED, advisor_id, today, 1)
    return PrepView(
        today=today,
        advisor=view,
        planned=planned[0] if planned else None,
        agreement=agreement(connection, advisor_id),
        agenda=tuple(agenda(connection, advisor_id=advisor_id).items),
        advice=tuple(
            piece
            for piece in advice(connection, advisor_id=advisor_id).advice
            if is_loop_open(piece.status, piece.reported_on)
        ),
        promises=tuple(promises(connection, advisor_id=advisor_id).promises),
        goals=_goals(connection, advisor_id, view.last_met_on or date.min),
        meetings=_meetings(connection, _WITH_NOTES, advisor_id, today, notes_count),
        balance=balances(connection, today=today).get(advisor_id, NOTHING),
        agenda_sent=_agenda_sent(connection, advisor_id, view.last_met_on),
    )


def _agenda_sent(connection: sqlite3.Connection, advisor_id: int, last_met_on: date | None) -> bool:
    since = (last_met_on or date.min).isoformat()
    return connection.execute(_AGENDA_SENT, (advisor_id, since)).fetchone() is not None


def _meetings(
    connection: sqlite3.Connection, which: str, advisor_id: int, today: date, count: int
) -> tuple[MeetingView, ...]:
    ids = connection.execute(
        f"SELECT id FROM meeting WHERE advisor_id = ? AND {which} LIMIT ?",
        (advisor_id, today.isoformat(), count),
    )
    return tuple(meeting(connection, meeting_id) for (meeting_id,) in ids)


def _goals(connection: sqlite3.Connection, advisor_id: int, since: date) -> tuple[HelpedGoal, ...]:
    return tuple(
        HelpedGoal(
            goal, tuple(step for step in goal.steps if step.done_on and step.done_on >= since)
        )
        for goal in goals_helped_by(connection, advisor_id, since=since)
    )


_AGENDA_SENT = """
SELECT 1 FROM letter WHERE advisor_id = ? AND kind = 'agenda' AND sent_on >= ?"""
_PLANNED = "status = 'planned' AND met_on >= ? ORDER BY met_on, start_time, id"
_WITH_NOTES = """
status = 'held' AND met_on <= ? AND notes IS NOT NULL
ORDER BY met_on DESC, start_time DESC, id DESC"""
