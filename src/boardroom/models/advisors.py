"""People: their lifecycle, their agreements, and how they were rated against the criteria."""

from __future__ import annotations

from datetime import date

from pydantic import field_validator
from sqlmodel import Field

from boardroom.models.fields import (
    WINDOW_LIMIT,
    Model,
    check_by_rule,
    choice,
    json_list,
    json_object,
    optional_text,
    primary_key,
    reference,
    required_text,
    uid_field,
)
from boardroom.rules import letters, lifecycle
from boardroom.rules.advisor import KINDS, ROLES, WAYS
from boardroom.rules.handles import HANDLE_LIMIT, check_handle
from boardroom.rules.promises import SIDES
from boardroom.rules.text import NOTES_LIMIT
from boardroom.rules.usual_slots import check_rule
from boardroom.rules.windows import DAY_MINUTES, parse_window


class Advisor(Model, table=True):
    """A person. Their status, and since when they have it, is in their transitions."""

    __tablename__ = "advisor"

    id: int | None = primary_key()
    uid: str = uid_field()
    handle: str = required_text(HANDLE_LIMIT)
    name: str = required_text()
    nicknames: list[str] = json_list()
    seat: str | None = optional_text()
    org: str | None = optional_text()
    how_met: str | None = optional_text()
    kind: str = choice(KINDS, "informal")
    strengths: list[str] = json_list()
    perspectives: dict[str, str] = json_object()
    their_goals: str | None = optional_text()
    email: str | None = optional_text()
    phone: str | None = optional_text()
    link: str | None = optional_text()
    city: str | None = optional_text()
    way: str | None = choice(WAYS, None)
    window: str | None = optional_text(WINDOW_LIMIT)
    minutes: int | None = Field(default=None, ge=1, le=DAY_MINUTES)
    notes: str | None = optional_text(NOTES_LIMIT)
    role: str = choice(ROLES, "advisor")
    title: str | None = optional_text()
    timezone: str | None = optional_text()
    usual: str | None = optional_text()
    """When the two usually meet, as an RRULE of RFC 5545."""

    @field_validator("handle")
    @classmethod
    def _is_a_handle(cls, value: str) -> str:
        return check_by_rule(lambda: check_handle(value))

    @field_validator("window")
    @classmethod
    def _is_a_window(cls, value: str | None) -> str | None:
        return value and check_by_rule(lambda: str(parse_window(value)))

    @field_validator("usual")
    @classmethod
    def _is_a_slot(cls, value: str | None) -> str | None:
        return value and check_by_rule(lambda: check_rule(value))


class Transition(Model, table=True):
    """A dated step in an advisor's lifecycle: `status` from `changed_on` on."""

    __tablename__ = "transition"

    id: int | None = primary_key()
    uid: str = uid_field()
    advisor_id: int = reference("advisor")
    changed_on: date
    status: str = choice(lifecycle.STATUSES)
    until_on: date | None = None
    how: str | None = optional_text()
    about: str | None = optional_text()
    note: str | None = optional_text()
    recorded_on: date | None = None
    by_whom: str | None = choice(SIDES, None)
    """Who wanted to part."""


class Agreement(Model, table=True):
    """What was agreed with an advisor. How often and how long they meet is in `Advisor`."""

    __tablename__ = "agreement"

    id: int | None = primary_key()
    uid: str = uid_field()
    advisor_id: int = reference("advisor")
    agreed_on: date
    hopes: str | None = optional_text()
    focus: list[str] = json_list()
    until_on: date | None = None
    boundaries: str | None = optional_text()
    programme: str | None = optional_text()
    outcome: str | None = optional_text()


class AgreementTerm(Model, table=True):
    """Until when an agreement was to last, as recorded on a day."""

    __tablename__ = "agreement_term"

    id: int | None = primary_key()
    agreement_id: int = reference("agreement")
    recorded_on: date
    until_on: date | None = None


class ConfidentialPeriod(Model, table=True):
    """Days, both included, on which whatever happens with an advisor is private."""

    __tablename__ = "confidential_period"

    id: int | None = primary_key()
    advisor_id: int = reference("advisor")
    from_on: date
    until_on: date | None = None
    """None while the agreement is confidential."""


class Criterion(Model, table=True):
    """A must-have or nice-to-have of the next advisor."""

    __tablename__ = "criterion"

    id: int | None = primary_key()
    uid: str = uid_field()
    text: str = required_text()
    must: bool = False


class Rating(Model, table=True):
    """Whether a person meets a criterion. Without a rating, that is unknown."""

    __tablename__ = "rating"

    id: int | None = primary_key()
    advisor_id: int = reference("advisor")
    criterion_id: int = reference("criterion")
    meets: bool


class Occasion(Model, table=True):
    """A dated thing in somebody's life; `note` is how it went, as the user heard on `done_on`."""

    __tablename__ = "occasion"

    id: int | None = primary_key()
    uid: str = uid_field()
    advisor_id: int = reference("advisor")
    text: str = required_text()
    occurs_on: date
    yearly: bool = False
    done_on: date | None = None
    added_on: date
    note: str | None = optional_text()
    private: bool | None = None


class Letter(Model, table=True):
    """A letter that was sent to somebody. Its text is not kept."""

    __tablename__ = "letter"

    id: int | None = primary_key()
    uid: str = uid_field()
    advisor_id: int = reference("advisor")
    kind: str = choice(letters.KINDS)
    sent_on: date
