"""The tables that changes are made with, as SQLModel sees them: the schema's columns, in one place.

Nothing is validated here (SQLModel does not validate tables): `rules` do it before, the schema's CHECKs after. A table that no
action changes yet is in the schema alone.
"""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from sqlmodel import JSON, Field, SQLModel


def _uid() -> str:
    return str(uuid.uuid4())


class Setting(SQLModel, table=True):
    """A default that the user changed."""

    __tablename__ = "setting"

    id: int | None = Field(default=None, primary_key=True)
    key: str
    value: str


class Advisor(SQLModel, table=True):
    """A person; what they are to the board, and since when, is in their transitions."""

    __tablename__ = "advisor"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=_uid)
    handle: str
    name: str
    nicknames: list[str] = Field(default_factory=list, sa_type=JSON)
    seat: str | None = None
    org: str | None = None
    how_met: str | None = None
    kind: str = "informal"
    strengths: list[str] = Field(default_factory=list, sa_type=JSON)
    perspectives: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    their_goals: str | None = None
    email: str | None = None
    phone: str | None = None
    link: str | None = None
    city: str | None = None
    way: str | None = None
    window: str | None = None
    minutes: int | None = None
    notes: str | None = None


class Transition(SQLModel, table=True):
    """A dated step in an advisor's lifecycle: `status` from `changed_on` on."""

    __tablename__ = "transition"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=_uid)
    advisor_id: int = Field(foreign_key="advisor.id")
    changed_on: date
    status: str
    until_on: date | None = None
    how: str | None = None
    about: str | None = None
    note: str | None = None


class Goal(SQLModel, table=True):
    """Something specific to achieve, near or long term; open until `closed_on`."""

    __tablename__ = "goal"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=_uid)
    title: str
    horizon: str
    why: str | None = None
    target_on: date | None = None
    status: str = "open"
    added_on: date
    closed_on: date | None = None
    note: str | None = None


class GoalStep(SQLModel, table=True):
    """A small step towards a goal, to be taken until `done_on`."""

    __tablename__ = "goal_step"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=_uid)
    goal_id: int = Field(foreign_key="goal.id")
    text: str
    due_on: date | None = None
    done_on: date | None = None
    note: str | None = None


class GoalHelper(SQLModel, table=True):
    """Somebody who helps with a goal."""

    __tablename__ = "goal_helper"

    id: int | None = Field(default=None, primary_key=True)
    goal_id: int = Field(foreign_key="goal.id")
    advisor_id: int = Field(foreign_key="advisor.id")


class Meeting(SQLModel, table=True):
    """A conversation on a day: planned, held, cancelled or missed; `start_time` is local, as HH:MM."""

    __tablename__ = "meeting"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=_uid)
    advisor_id: int = Field(foreign_key="advisor.id")
    status: str
    met_on: date
    start_time: str | None = None
    way: str
    place: str | None = None
    minutes: int
    notes: str | None = None
    private: bool = False


class AgendaItem(SQLModel, table=True):
    """Something to raise with an advisor, open until it is covered or dropped."""

    __tablename__ = "agenda_item"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=_uid)
    advisor_id: int = Field(foreign_key="advisor.id")
    kind: str
    text: str
    status: str = "open"
    answer: str | None = None
    goal_id: int | None = Field(default=None, foreign_key="goal.id")
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id")
    added_on: date
    closed_on: date | None = None


class Promise(SQLModel, table=True):
    """What one of the two said they would do; open until `done_on`."""

    __tablename__ = "promise"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=_uid)
    advisor_id: int = Field(foreign_key="advisor.id")
    by_whom: str
    text: str
    kind: str = "promise"
    made_on: date
    due_on: date | None = None
    done_on: date | None = None
    note: str | None = None
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id")
    exchange_id: int | None = Field(default=None, foreign_key="exchange.id")


class Advice(SQLModel, table=True):
    """What an advisor said to do or think, what came of it, and when they were told."""

    __tablename__ = "advice"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=_uid)
    advisor_id: int = Field(foreign_key="advisor.id")
    text: str
    given_on: date
    status: str = "new"
    outcome: str | None = None
    outcome_on: date | None = None
    reported_on: date | None = None
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id")


class Exchange(SQLModel, table=True):
    """Something given to an advisor or received from one; `person` is whom an introduction is to."""

    __tablename__ = "exchange"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=_uid)
    advisor_id: int = Field(foreign_key="advisor.id")
    direction: str
    kind: str
    text: str
    person: str | None = None
    exchanged_on: date
    meeting_id: int | None = Field(default=None, foreign_key="meeting.id")


class Snooze(SQLModel, table=True):
    """What `due` is not to say until a day: that somebody is to be seen, a promise, or the review (of nobody: the board's)."""

    __tablename__ = "snooze"

    id: int | None = Field(default=None, primary_key=True)
    subject: str
    advisor_id: int | None = Field(default=None, foreign_key="advisor.id")
    promise_id: int | None = Field(default=None, foreign_key="promise.id")
    snoozed_on: date
    until_on: date
    why: str | None = None


class Criterion(SQLModel, table=True):
    """Something that the advisor looked for must have, or would better have."""

    __tablename__ = "criterion"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=_uid)
    text: str
    must: bool = False


class Rating(SQLModel, table=True):
    """Whether somebody meets a criterion; where there is none, it is unknown."""

    __tablename__ = "rating"

    id: int | None = Field(default=None, primary_key=True)
    advisor_id: int = Field(foreign_key="advisor.id")
    criterion_id: int = Field(foreign_key="criterion.id")
    meets: bool


class Agreement(SQLModel, table=True):
    """What was agreed with an advisor; how often and how long they meet is the advisor's own `window` and `minutes`."""

    __tablename__ = "agreement"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=_uid)
    advisor_id: int = Field(foreign_key="advisor.id")
    agreed_on: date
    hopes: str | None = None
    focus: list[str] = Field(default_factory=list, sa_type=JSON)
    until_on: date | None = None
    confidential: bool = False
    boundaries: str | None = None


class Review(SQLModel, table=True):
    """A look at the board, or (not `of_board`) at one person alone; open until `completed_on`, then frozen."""

    __tablename__ = "review"

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=_uid)
    started_on: date
    completed_on: date | None = None
    from_on: date | None = None
    of_board: bool = False
    board_facts: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    board_note: str | None = None


class ReviewAnswer(SQLModel, table=True):
    """What a review was told about one advisor, and once it is completed the facts that it froze; none of whoever was left out."""

    __tablename__ = "review_answer"

    id: int | None = Field(default=None, primary_key=True)
    review_id: int = Field(foreign_key="review.id")
    advisor_id: int | None = Field(default=None, foreign_key="advisor.id")
    handle: str
    name: str
    facts: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    value: int | None = None
    chemistry: int | None = None
    trust: int | None = None
    fits_next: bool | None = None
    note: str | None = None
    decision: str | None = None
    window: str | None = None
    until_on: date | None = None
