"""Marking records as private, releasing them, and the periods in which all is confidential."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from boardroom.queries.private import is_private
from boardroom.rules.fields import PRIVATE, Change, Field, change_of
from boardroom.store.rows import (
    Advice,
    AgendaItem,
    ConfidentialPeriod,
    Exchange,
    Goal,
    Meeting,
    Occasion,
    Promise,
    Review,
)
from boardroom.store.work import Work

Markable = Advice | AgendaItem | Exchange | Goal | Meeting | Occasion | Promise


def set_private(work: Work, row: Markable, *, private: bool | None) -> None:
    """Marks a stored record as private (True), or releases one that is private (False)."""
    if private or (private is False and is_private(work.connection, row.TABLE, row.id)):
        row.private = private


def new_privacy(work: Work, row: Markable, private: bool | None) -> bool | None:  # noqa: FBT001  an option
    """What is said of the privacy of a record on file; None if that is so already."""
    if private is None or (private is False and not is_private(work.connection, row.TABLE, row.id)):
        return None
    return private


def edited_fields(
    work: Work, row: Markable, fields: Iterable[Field], *, was_private: bool
) -> tuple[Change, ...]:
    """The fields of a record that an edit changed, its privacy last.

    Privacy is given as it was and is in effect, which a new day may change too.
    """
    changes = work.changes(row, [field for field in fields if field != PRIVATE])
    now_private = is_private(work.connection, row.TABLE, row.id)
    change = change_of(PRIVATE, was_private, now_private)
    if change is None and work.changes(row, [PRIVATE]):
        word = PRIVATE.flag[now_private]
        change = Change(PRIVATE.label, word, word)
    return changes if change is None else (*changes, change)


def keep_goal_private(work: Work, goal: Goal) -> None:
    """Keeps what outlasts a private goal private: its title in reviews, its agenda items."""
    for item in work.find(AgendaItem, goal_id=goal.id, private=None):
        item.private = True
    for review in work.find(Review):
        for stored in review.board_facts.get("goals_without_help", ()):
            if stored["id"] == goal.ref:
                stored["private"] = True


def open_period(work: Work, advisor_id: int, on: date) -> None:
    """Makes whatever happens with an advisor confidential, from a day on."""
    periods = work.find(ConfidentialPeriod, advisor_id=advisor_id)
    later = sorted(
        (period for period in periods if period.until_on is None or period.until_on >= on),
        key=lambda period: period.from_on,
    )
    if not later:
        work.add(ConfidentialPeriod(advisor_id=advisor_id, from_on=on))
        return
    for period in later[1:]:
        work.delete(period)
    later[0].from_on, later[0].until_on = min(later[0].from_on, on), None


def close_period(work: Work, advisor_id: int) -> None:
    """Ends the confidentiality with an advisor today; what is private by it stays so.

    Plans of later days are marked as private.
    """
    periods = work.find(ConfidentialPeriod, advisor_id=advisor_id, until_on=None)
    for period in periods:
        period.until_on = max(work.today, period.from_on)
    for plan in work.find(Meeting, advisor_id=advisor_id, status="planned", private=None):
        if periods and plan.met_on > work.today:
            plan.private = True
