"""Goals, with their steps and helpers."""

from __future__ import annotations

from datetime import date

from boardroom.models.fields import (
    Model,
    choice,
    optional_text,
    primary_key,
    reference,
    required_text,
    uid_field,
)
from boardroom.rules import goals


class Goal(Model, table=True):
    """Something specific to achieve, near or long term; open until `closed_on`."""

    __tablename__ = "goal"

    id: int | None = primary_key()
    uid: str = uid_field()
    title: str = required_text()
    horizon: str = choice(goals.HORIZONS)
    why: str | None = optional_text()
    target_on: date | None = None
    status: str = choice(tuple(goals.NEXT), "open")
    added_on: date
    closed_on: date | None = None
    note: str | None = optional_text()
    private: bool | None = None
    measure: str | None = optional_text()


class GoalStep(Model, table=True):
    """A small step towards a goal, open until `done_on`; an old one may lack `added_on`."""

    __tablename__ = "goal_step"

    id: int | None = primary_key()
    uid: str = uid_field()
    goal_id: int = reference("goal")
    text: str = required_text()
    due_on: date | None = None
    done_on: date | None = None
    note: str | None = optional_text()
    added_on: date | None = None


class GoalHelper(Model, table=True):
    """An advisor who helps with a goal."""

    __tablename__ = "goal_helper"

    id: int | None = primary_key()
    goal_id: int = reference("goal")
    advisor_id: int = reference("advisor")
