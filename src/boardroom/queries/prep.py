"""The brief before a meeting with an advisor, for `boardroom prep`."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.queries.advice import AdviceView, advice
from boardroom.queries.advisors import AdvisorView, advisor
from boardroom.queries.agenda import AgendaView, agenda
from boardroom.queries.agreements import AgreementView, agreement
from boardroom.queries.called_off import called_off_days
from boardroom.queries.criteria import CriterionView, ratings
from boardroom.queries.exchanges import balances
from boardroom.queries.goals import GoalView, StepView, goals_helped_by
from boardroom.queries.introductions import NO_CHAIN, Chain, chain
from boardroom.queries.meetings import MeetingView, meeting, planned_meetings
from boardroom.queries.occasions import OccasionView, occasions_to_raise
from boardroom.queries.offers import Offer, offer
from boardroom.queries.promises import PromiseView, promises
from boardroom.queries.settings import settings
from boardroom.queries.shared_history import shared_history
from boardroom.queries.starters import starters
from boardroom.record import Record
from boardroom.rules.balance import NOTHING, Balance, should_offer
from boardroom.rules.called_off import called_off_count
from boardroom.rules.lifecycle import ENDED
from boardroom.rules.shared_history import SharedHistory

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.rules.starters import Starter


class HelpedGoal(Record):
    """A goal that the advisor helps with, and its steps taken since the last meeting."""

    goal: GoalView
    new_steps: tuple[StepView, ...]


class PrepView(Record):
    """What to know before a meeting.

    `unlogged` are the plans whose day has passed, and `called_off_count` how many meetings were
    cancelled or missed since the last one. `asked_long_ago` says that an ask has waited for an
    answer longer than the setting. `advice` has no outcome yet, or one that was not
    reported, and `meetings` are the last ones with notes. `agenda_sent` says whether the agenda was
    sent by letter since the last meeting. The `starters` are for an empty agenda, and `offer` is
    None while give and take are balanced. `unrated` are the must-haves that are not known of
    somebody never met. `ended` is what came of an agreement, from its last day on.
    """

    today: date
    advisor: AdvisorView
    planned: MeetingView | None
    agreement: AgreementView | None
    agenda: tuple[AgendaView, ...]
    advice: tuple[AdviceView, ...]
    promises: tuple[PromiseView, ...]
    goals: tuple[HelpedGoal, ...]
    occasions: tuple[OccasionView, ...]
    meetings: tuple[MeetingView, ...]
    balance: Balance
    unlogged: tuple[MeetingView, ...] = ()
    asked_long_ago: bool = False
    called_off_count: int = 0
    agenda_sent: bool = False
    starters: tuple[Starter, ...] = ()
    chain: Chain = NO_CHAIN
    offer: Offer | None = None
    unrated: tuple[CriterionView, ...] = ()
    ended: SharedHistory | None = None

    @property
    def may_meet(self) -> bool:
        """Whether a meeting is planned or to be expected."""
        return self.planned is not None or self.advisor.standing.status not in ENDED

    @property
    def is_first(self) -> bool:
        """Whether the two have not met yet, and may."""
        advisor = self.advisor
        return advisor.last_met_on is None and advisor.standing.status not in ENDED


def prep(
    connection: sqlite3.Connection, advisor_id: int, *, today: date, notes_count: int
) -> PrepView:
    """The brief on one advisor, with the notes of the last `notes_count` meetings.

    Source: spend time preparing, bring an agenda, report back, give something in return
    (articles 000, 001, 003, 004).
    """
    view = advisor(connection, advisor_id, today=today)
    plans = planned_meetings(connection, advisor_id)
    brief = PrepView(
        today=today,
        advisor=view,
        planned=next((plan for plan in plans if plan.on >= today), None),
        unlogged=tuple(plan for plan in plans if plan.on < today),
        asked_long_ago=view.standing.status == "asked"
        and settings(connection).ask_wait.after(view.standing.since) < today,
        called_off_count=called_off_count(
            called_off_days(connection, today=today, advisor_id=advisor_id).get(advisor_id, ()),
            view.standing,
        ),
        agreement=agreement(connection, advisor_id),
        agenda=tuple(agenda(connection, advisor_id=advisor_id).items),
        advice=tuple(advice(connection, advisor_id=advisor_id).advice),
        promises=tuple(promises(connection, advisor_id=advisor_id).promises),
        goals=_goals(connection, advisor_id, view.last_met_on or date.min),
        occasions=occasions_to_raise(connection, advisor_id, today=today),
        meetings=_with_notes(connection, advisor_id, today, notes_count),
        balance=balances(connection, today=today).get(advisor_id, NOTHING),
        agenda_sent=_agenda_sent(connection, advisor_id, view.last_met_on),
        chain=chain(connection, advisor_id),
    )
    return _with_what_is_missing(connection, brief, advisor_id)


def _with_what_is_missing(
    connection: sqlite3.Connection, brief: PrepView, advisor_id: int
) -> PrepView:
    """The brief with what to raise, to offer and to find out, as far as it is missing."""
    view = brief.advisor
    is_mentee = view.role == "mentee"
    offers = brief.may_meet and not is_mentee
    agreed = brief.agreement
    return brief._replace(
        ended=shared_history(connection, advisor_id, until=brief.today, since=agreed.agreed_on)
        if agreed and agreed.has_ended(brief.today)
        else None,
        starters=()
        if brief.agenda or not brief.may_meet
        else tuple(starters(connection, view.handle, today=brief.today)),
        offer=offer(connection, advisor_id, brief.chain)
        if offers and should_offer(brief.balance, has_met=view.last_met_on is not None)
        else None,
        unrated=tuple(
            rating.criterion
            for rating in ratings(connection, advisor_id)
            if rating.criterion.must and rating.meets is None
        )
        if brief.is_first and not is_mentee
        else (),
    )


def _agenda_sent(connection: sqlite3.Connection, advisor_id: int, last_met_on: date | None) -> bool:
    since = (last_met_on or date.min).isoformat()
    return connection.execute(_AGENDA_SENT, (advisor_id, since)).fetchone() is not None


def _with_notes(
    connection: sqlite3.Connection, advisor_id: int, today: date, count: int
) -> tuple[MeetingView, ...]:
    ids = connection.execute(_WITH_NOTES, (advisor_id, today.isoformat(), count))
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
_WITH_NOTES = """
SELECT id FROM meeting
WHERE advisor_id = ? AND status = 'held' AND met_on <= ? AND notes IS NOT NULL
ORDER BY met_on DESC, start_time DESC, id DESC LIMIT ?"""
