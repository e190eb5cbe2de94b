"""What a letter is made of, by its kind: the facts that `boardroom.queries.letters` reads."""

from __future__ import annotations

from datetime import date

from boardroom.queries.advice import AdviceView
from boardroom.queries.advisors import AdvisorView
from boardroom.queries.agenda import AgendaView
from boardroom.queries.agreements import AgreementView
from boardroom.queries.exchanges import ExchangeView
from boardroom.queries.goals import GoalView
from boardroom.queries.meetings import MeetingView
from boardroom.queries.promises import PromiseView
from boardroom.record import Record
from boardroom.rules.moments import Moment
from boardroom.rules.settings import Seats
from boardroom.rules.shared_history import SharedHistory

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping


class Ask(Record):
    """Why them, what for, and until when; `about` is what the user last asked them for.

    The two may talk about it in the meeting that is planned already (`plan`), else in the `slot` to
    propose, if one is known.
    """

    seats: Seats
    reasons: tuple[str, ...]
    about: str | None
    goals: tuple[GoalView, ...]
    until_on: date
    plan: MeetingView | None
    slot: Moment | None


class Agenda(Record):
    """The next meeting, and what is to be raised in it."""

    plan: MeetingView | None
    items: tuple[AgendaView, ...]


class Thanks(Record):
    """The last meeting, and what came of it: theirs, and what the user promised in it."""

    meeting: MeetingView | None
    advice: tuple[AdviceView, ...]
    answered: tuple[AgendaView, ...]
    received: tuple[ExchangeView, ...]
    promises: tuple[PromiseView, ...]


class Introduced(Record):
    """An introduction that the user followed up on by a kept promise, and is to tell of."""

    exchange: ExchangeView
    kept: PromiseView
    telling: PromiseView


class News(Record):
    """Outcomes of advice and of introductions that the advisor does not know yet.

    `without_outcome` is the latest advice of which nothing came yet.
    """

    advice: tuple[AdviceView, ...]
    introduced: tuple[Introduced, ...]
    without_outcome: AdviceView | None


class Nudge(Record):
    """What they promised and have not done, due or without a day; `coming` is due later."""

    promises: tuple[PromiseView, ...]
    coming: tuple[PromiseView, ...] = ()


class Together(Record):
    """What the two agreed, if it is to be renewed, and what came of it."""

    agreement: AgreementView | None
    history: SharedHistory
    received: tuple[ExchangeView, ...]


class Facts(Record):
    """What a letter to somebody is made of; `left_out` counts private records by kind.

    `sent_on` is the day on which one of that kind was last noted as sent.
    """

    kind: str
    today: date
    advisor: AdvisorView
    subject: Ask | Agenda | Thanks | News | Nudge | Together
    left_out: Mapping[str, int]
    sent_on: date | None = None
