"""Every record, defined once: its columns, and what each of them may hold.

`make rows` writes the plain classes of `boardroom.store.rows` from these models; daily commands
use those, because importing SQLModel takes longer than the rest of a command. The models check
what comes from outside: `Model.model_validate(a_dict)` refuses what the program refuses, while
`model_validate_json` and a Session check nothing of their own; see `boardroom.open_board`.
"""

from __future__ import annotations

from boardroom.models.advisors import (
    Advisor,
    Agreement,
    AgreementTerm,
    ConfidentialPeriod,
    Criterion,
    Letter,
    Occasion,
    Rating,
    Transition,
)
from boardroom.models.goals import Goal, GoalHelper, GoalStep
from boardroom.models.imports import CalendarAnswer, ColumnMapping, Source
from boardroom.models.meetings import Advice, AgendaItem, Exchange, Meeting, PlanDay, Promise
from boardroom.models.reviews import Review, ReviewAnswer
from boardroom.models.settings import Setting, Snooze

__all__ = [
    "Advice",
    "Advisor",
    "AgendaItem",
    "Agreement",
    "AgreementTerm",
    "CalendarAnswer",
    "ColumnMapping",
    "ConfidentialPeriod",
    "Criterion",
    "Exchange",
    "Goal",
    "GoalHelper",
    "GoalStep",
    "Letter",
    "Meeting",
    "Occasion",
    "PlanDay",
    "Promise",
    "Rating",
    "Review",
    "ReviewAnswer",
    "Setting",
    "Snooze",
    "Source",
    "Transition",
]
