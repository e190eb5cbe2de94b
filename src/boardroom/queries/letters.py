"""What each letter is made of, for `boardroom letter`: records of the two, and the user's goals."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date, timedelta

from boardroom.queries.advice import AdviceView, advice
from boardroom.queries.advisors import advisor
from boardroom.queries.agenda import AgendaView, agenda
from boardroom.queries.agreements import AgreementView, agreement
from boardroom.queries.criteria import ratings
from boardroom.queries.exchanges import ExchangeView, exchanges, exchanges_by_id
from boardroom.queries.goals import goals, goals_helped_by
from boardroom.queries.letter_privacy import not_to_send
from boardroom.queries.letter_views import (
    Agenda,
    Ask,
    Facts,
    Introduced,
    News,
    Nudge,
    Thanks,
    Together,
)
from boardroom.queries.meetings import MeetingView, meeting, planned_meetings
from boardroom.queries.promises import PromiseView, promises, promises_by_id
from boardroom.queries.proposals import proposal
from boardroom.queries.sent_letters import last_sent
from boardroom.queries.settings import settings
from boardroom.queries.shared_history import shared_history
from boardroom.queries.sharing import Sharing
from boardroom.rules.letters import check_recipient
from boardroom.rules.moments import Moment

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    V = TypeVar("V", AdviceView, ExchangeView, PromiseView)

_MOST_GOALS = 3
_AHEAD = timedelta(days=3)
"""How long before a day a letter may propose it: it is to be read and answered first."""


def letter_facts(
    connection: sqlite3.Connection, kind: str, advisor_id: int, *, today: date
) -> Facts:
    """What a letter is made of; what came after `today` is no news yet.

    Raises:
        Refused: it is none for somebody of their status.
    """
    view = advisor(connection, advisor_id, today=today)
    check_recipient(view.name, view.handle, view.standing.status, kind, role=view.role)
    reader = _Reader(connection, advisor_id, today)
    sent_on = last_sent(connection, kind, advisor_id, today=today)
    return Facts(kind, today, view, _SUBJECTS[kind](reader), reader.sharing.left_out, sent_on)


class _Reader:
    """Reads the records of one advisor, without what no letter to them may hold."""

    def __init__(self, connection: sqlite3.Connection, advisor_id: int, today: date) -> None:
        self.connection, self.advisor_id, self.today = connection, advisor_id, today
        self.sharing = Sharing()

    def ask(self) -> Ask:
        standard = settings(self.connection)
        agreed = agreement(self.connection, self.advisor_id)
        helped = goals_helped_by(self.connection, self.advisor_id, since=date.max)
        open_goals = self.sharing.records("goal", helped or goals(self.connection).goals)
        verdicts = ratings(self.connection, self.advisor_id)
        about = self.connection.execute(_ASKED_ABOUT, (self.advisor_id,)).fetchone()
        return Ask(
            seats=standard.seats,
            reasons=tuple(verdict.criterion.text for verdict in verdicts if verdict.meets),
            about=about and about[0],
            goals=open_goals[:_MOST_GOALS],
            until_on=(agreed and agreed.until_on) or standard.review.shortest.after(self.today),
            plan=self._plan(),
            slot=next((slot for slot in self._slots() if slot.on >= self.today + _AHEAD), None),
        )

    def _plan(self) -> MeetingView | None:
        plans = planned_meetings(self.connection, self.advisor_id)
        return next((plan for plan in plans if plan.on >= self.today), None)

    def _slots(self) -> tuple[Moment, ...]:
        return proposal(self.connection, self.advisor_id, today=self.today, count=2).slots

    def agenda(self) -> Agenda:
        plan = self._plan()
        if plan is not None:
            marked = plan.id in self._ids("meeting")
            plan = self.sharing.meeting(plan._replace(private=marked, notes=None))
        items = agenda(self.connection, advisor_id=self.advisor_id).items
        return Agenda(plan, self._items(item._replace(answer=None) for item in items))

    def thanks(self) -> Thanks:
        row = self.connection.execute(_LAST_HELD, (self.advisor_id, self.today.isoformat()))
        held = row.fetchone()
        if held is None:
            return Thanks(None, (), (), (), ())
        last = meeting(self.connection, held[0])

        def came_of_it(meeting_id: int | None, day: date | None) -> bool:
            if meeting_id is not None or day is None:
                return meeting_id == last.id
            return last.on <= day <= self.today

        pieces = advice(self.connection, advisor_id=self.advisor_id, closed=True).advice
        covered = agenda(self.connection, advisor_id=self.advisor_id, closed=True).items
        got = exchanges(self.connection, advisor_id=self.advisor_id).exchanges
        mine = promises(self.connection, advisor_id=self.advisor_id).promises
        return Thanks(
            last,
            self._records(
                "advice",
                (piece for piece in pieces if came_of_it(piece.meeting_id, piece.given_on)),
            ),
            tuple(
                item
                for item in self._items(
                    item
                    for item in covered
                    if item.answer and came_of_it(item.meeting_id, item.closed_on)
                )
                if item.answer
            ),
            self._records(
                "exchange",
                (
                    gift
                    for gift in got
                    if gift.direction == "received"
                    and came_of_it(gift.meeting_id, gift.exchanged_on)
                ),
            ),
            self._records(
                "promise",
                (
                    promise
                    for promise in mine
                    if (promise.by_whom, promise.kind) == ("me", "promise")
                    and came_of_it(promise.meeting_id, promise.made_on)
                ),
            ),
        )

    def news(self) -> News:
        pieces = [  # what the user advised a mentee is no news to them
            piece
            for piece in advice(self.connection, advisor_id=self.advisor_id).advice
            if piece.role != "mentee" and (piece.outcome_on or piece.given_on) <= self.today
        ]
        latest = next((piece for piece in pieces if piece.status == "new"), None)
        untold = (piece for piece in pieces if piece.status != "new" and piece.reported_on is None)
        followed_up = self.connection.execute(_FOLLOWED_UP, (self.advisor_id,)).fetchall()
        introduced = []
        for exchange_id, kept_id, telling_id in followed_up:
            [gift] = exchanges_by_id(self.connection, [exchange_id])
            kept, telling = promises_by_id(self.connection, [kept_id, telling_id])
            gifts = self._records("exchange", [gift])
            kept_promises = self._records("promise", [kept])
            is_past = kept.done_on is not None and kept.done_on <= self.today
            if gifts and kept_promises and is_past:
                introduced.append(Introduced(gift, kept, telling))
        return News(self._records("advice", untold), tuple(introduced), latest)

    def nudge(self) -> Nudge:
        mine_and_theirs = promises(self.connection, advisor_id=self.advisor_id).promises
        theirs = [promise for promise in mine_and_theirs if promise.by_whom == "them"]
        coming = [p for p in theirs if p.due_on is not None and p.due_on > self.today]
        late = [promise for promise in theirs if promise not in coming]
        return Nudge(self._records("promise", late), tuple(coming))

    def renew(self) -> Together:
        agreed = agreement(self.connection, self.advisor_id)
        return self._together(agreed, agreed and agreed.agreed_on)

    def part(self) -> Together:
        return self._together(None, None)

    def _together(self, agreed: AgreementView | None, since: date | None) -> Together:
        history = shared_history(self.connection, self.advisor_id, until=self.today, since=since)
        marked = self._ids("advice")
        history = history._replace(
            goals=self.sharing.records("goal", history.goals),
            advice=self.sharing.records(
                "advice", (piece._replace(private=piece.id in marked) for piece in history.advice)
            ),
        )
        got = exchanges(self.connection, advisor_id=self.advisor_id).exchanges
        received = self._records(
            "exchange",
            (
                gift
                for gift in got
                if gift.direction == "received" and gift.exchanged_on >= history.since_on
            ),
        )
        return Together(agreed, history, received)

    def _items(self, items: Iterable[AgendaView]) -> tuple[AgendaView, ...]:
        marked, answers = self._ids("agenda_item"), self._ids("answer")
        return self.sharing.agenda(
            item._replace(
                private=item.id in marked,
                answer_private=item.answer is not None and item.id in answers,
            )
            for item in items
        )

    def _records(self, kind: str, records: Iterable[V]) -> tuple[V, ...]:
        marked = self._ids(kind)
        return self.sharing.records(
            kind, (record._replace(private=record.id in marked) for record in records)
        )

    def _ids(self, kind: str) -> frozenset[int]:
        return not_to_send(self.connection, kind, self.advisor_id)


_SUBJECTS: dict[str, Callable[[_Reader], Ask | Agenda | Thanks | News | Nudge | Together]] = {
    "ask": _Reader.ask,
    "agenda": _Reader.agenda,
    "thanks": _Reader.thanks,
    "news": _Reader.news,
    "nudge": _Reader.nudge,
    "renew": _Reader.renew,
    "part": _Reader.part,
}
_ASKED_ABOUT = """
SELECT about FROM transition WHERE advisor_id = ? AND status = 'asked' AND about IS NOT NULL
ORDER BY changed_on DESC, id DESC LIMIT 1"""
_LAST_HELD = """
SELECT id FROM meeting WHERE advisor_id = ? AND status = 'held' AND met_on <= ?
ORDER BY met_on DESC, start_time DESC, id DESC LIMIT 1"""
# The first promise of an introduction is to get in touch, the second to tell how it went.
_FOLLOWED_UP = """
SELECT exchange.id, kept.id, telling.id FROM exchange
JOIN promise AS kept ON kept.exchange_id = exchange.id
    AND kept.kind = 'follow_up' AND kept.status = 'kept'
JOIN promise AS telling ON telling.exchange_id = exchange.id
    AND telling.kind = 'follow_up' AND telling.status = 'open' AND telling.id > kept.id
WHERE exchange.advisor_id = ? ORDER BY exchanged_on, exchange.id"""
