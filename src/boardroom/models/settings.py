"""The board's settings, and snoozes."""

from __future__ import annotations

from datetime import date

from pydantic import ValidationInfo, field_validator

from boardroom.models.fields import (
    Model,
    check_by_rule,
    choice,
    optional_reference,
    optional_text,
    primary_key,
    required_text,
)
from boardroom.rules.settings import DEFAULTS, normalise
from boardroom.rules.snoozes import SUBJECTS


class Setting(Model, table=True):
    """A default that the user changed."""

    __tablename__ = "setting"

    id: int | None = primary_key()
    key: str = choice(tuple(DEFAULTS))
    value: str = required_text()

    @field_validator("value")
    @classmethod
    def _is_allowed(cls, value: str, info: ValidationInfo) -> str:
        key = info.data.get("key")  # absent if it was refused itself
        return value if key is None else check_by_rule(lambda: normalise(key, value))


class Snooze(Model, table=True):
    """What `due` leaves out until a day: a person's window, a promise, or every review."""

    __tablename__ = "snooze"

    id: int | None = primary_key()
    subject: str = choice(SUBJECTS)
    advisor_id: int | None = optional_reference("advisor")
    promise_id: int | None = optional_reference("promise")
    snoozed_on: date
    until_on: date
    why: str | None = optional_text()
