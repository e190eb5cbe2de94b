"""Meetings, and what is planned for them or comes of them.

`private` is True for a record marked so, False for one released, and None where the agreement
with the advisor decides.
"""

from __future__ import annotations

import re
from datetime import date

from pydantic import field_validator
from sqlmodel import Field

from boardroom.models.fields import (
    Model,
    choice,
    optional_reference,
    optional_text,
    primary_key,
    reference,
    required_text,
    uid_field,
)
from boardroom.rules import advice, agenda, exchanges, meetings, promises
from boardroom.rules.advisor import WAYS
from boardroom.rules.text import NOTES_LIMIT
from boardroom.rules.windows import DAY_MINUTES

FORM_ID_LIMIT = 20
"""The length of the id of the form that a meeting was logged with, in characters."""

_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


class Meeting(Model, table=True):
    """A conversation on a day: planned, held, cancelled or missed; `start_time` is local, HH:MM."""

    __tablename__ = "meeting"

    id: int | None = primary_key()
    uid: str = uid_field()
    advisor_id: int = reference("advisor")
    status: str = choice(tuple(meetings.NEXT))
    met_on: date
    start_time: str | None = None
    way: str = choice(WAYS)
    place: str | None = optional_text()
    minutes: int = Field(ge=1, le=DAY_MINUTES)
    notes: str | None = optional_text(NOTES_LIMIT)
    private: bool | None = None
    form_id: str | None = optional_text(FORM_ID_LIMIT)

    @field_validator("start_time")
    @classmethod
    def _is_a_time(cls, value: str | None) -> str | None:
        return _check_time(value)


class PlanDay(Model, table=True):
    """When a meeting was planned for, as recorded on a day; no `met_on`: planned no more."""

    __tablename__ = "plan_day"

    id: int | None = primary_key()
    meeting_id: int = reference("meeting")
    recorded_on: date
    met_on: date | None = None
    start_time: str | None = None

    @field_validator("start_time")
    @classmethod
    def _is_a_time(cls, value: str | None) -> str | None:
        return _check_time(value)


class AgendaItem(Model, table=True):
    """Something to raise with an advisor, open until it is covered or dropped."""

    __tablename__ = "agenda_item"

    id: int | None = primary_key()
    uid: str = uid_field()
    advisor_id: int = reference("advisor")
    kind: str = choice(agenda.KINDS)
    text: str = required_text()
    status: str = choice(tuple(agenda.NEXT), "open")
    answer: str | None = optional_text()
    goal_id: int | None = optional_reference("goal", "SET NULL")
    meeting_id: int | None = optional_reference("meeting", "SET NULL")
    added_on: date
    closed_on: date | None = None
    private: bool | None = None


class Promise(Model, table=True):
    """What one of the two said they would do, kept or dropped on `done_on`."""

    __tablename__ = "promise"

    id: int | None = primary_key()
    uid: str = uid_field()
    advisor_id: int = reference("advisor")
    by_whom: str = choice(promises.SIDES)
    text: str = required_text()
    kind: str = choice(promises.KINDS, "promise")
    made_on: date
    due_on: date | None = None
    done_on: date | None = None
    note: str | None = optional_text()
    meeting_id: int | None = optional_reference("meeting")
    exchange_id: int | None = optional_reference("exchange")
    private: bool | None = None
    status: str = choice(promises.STATUSES, "open")


class Advice(Model, table=True):
    """What an advisor said to do or think, what came of it, and when they were told."""

    __tablename__ = "advice"

    id: int | None = primary_key()
    uid: str = uid_field()
    advisor_id: int = reference("advisor")
    text: str = required_text()
    given_on: date
    status: str = choice(tuple(advice.NEXT), "new")
    outcome: str | None = optional_text()
    outcome_on: date | None = None
    reported_on: date | None = None
    meeting_id: int | None = optional_reference("meeting")
    private: bool | None = None


class Exchange(Model, table=True):
    """Something given to an advisor or received from one; `person` is the one introduced."""

    __tablename__ = "exchange"

    id: int | None = primary_key()
    uid: str = uid_field()
    advisor_id: int = reference("advisor")
    direction: str = choice(exchanges.DIRECTIONS)
    kind: str = choice(exchanges.KINDS)
    text: str = required_text()
    person: str | None = optional_text()
    exchanged_on: date
    meeting_id: int | None = optional_reference("meeting")
    private: bool | None = None


def _check_time(value: str | None) -> str | None:
    if value is not None and not _TIME.fullmatch(value):
        raise ValueError("a time is written HH:MM")
    return value
