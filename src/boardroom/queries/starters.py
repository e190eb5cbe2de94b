"""What to raise in a meeting that has nothing on its agenda."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.queries.private import ADVICE as ADVICE_PRIVATE
from boardroom.queries.private import ADVICE_OUTCOME
from boardroom.rules.due_items import Item, PlannedMeeting
from boardroom.rules.ids import ADVICE, GOAL, STEP
from boardroom.rules.starters import (
    MOST_STARTERS,
    Starter,
    advice_starter,
    choose_starters,
    goal_starter,
    outcome_starter,
    own_advice_starter,
    step_starter,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.queries.due import DueView
    from boardroom.queries.sharing import Sharing


def starters(connection: sqlite3.Connection, handle: str, *, today: date) -> list[Starter]:
    """At most three starters for the next meeting with somebody, as of the end of `today`.

    The goals are those they help with, then those that nobody helps with; of each, those with a
    late step first, then the nearest target.
    A mentee is asked what came of the user's advice instead.
    """
    values = {"handle": handle, "today": today.isoformat(), "limit": MOST_STARTERS}
    [role] = connection.execute(
        "SELECT role FROM advisor WHERE handle = :handle", values
    ).fetchone()
    if role == "mentee":
        return [
            own_advice_starter(ADVICE.ref(advice_id), text, private=bool(private))
            for advice_id, text, private in connection.execute(_OWN_ADVICE, values)
        ]
    about_goals = [
        goal_starter(GOAL.ref(goal_id), goal_id, title, private=bool(private))
        if step_id is None
        else step_starter(STEP.ref(step_id), goal_id, step, late=bool(late), private=bool(private))
        for goal_id, title, private, step_id, step, late in connection.execute(_GOALS, values)
    ]
    advice = [
        advice_starter(ADVICE.ref(advice_id), text, tried=bool(tried), private=bool(private))
        for advice_id, text, tried, private in connection.execute(_ADVICE, values)
    ]
    achieved = [
        outcome_starter(GOAL.ref(goal_id), title, private=bool(private))
        for goal_id, title, private in connection.execute(_ACHIEVED, values)
    ]
    return choose_starters(about_goals, achieved + advice)


def with_starters(
    connection: sqlite3.Connection, view: DueView, sharing: Sharing | None = None
) -> DueView:
    """The morning list, its empty agendas with what could be on them and may be shared."""

    def filled(item: Item) -> Item:
        plan = item.subject
        if item.kind != "agenda" or not isinstance(plan, PlannedMeeting):
            return item
        found = starters(connection, plan.handle, today=view.as_of)
        mark = " (private)"
        if sharing is not None:
            found, mark = sharing.starters(found), ""
        subjects = tuple(
            f"{starter.ref} {starter.subject}{mark if starter.private else ''}" for starter in found
        )
        return item._replace(subject=plan._replace(starters=subjects))

    return view._replace(items=tuple(filled(item) for item in view.items))


_GOALS = """
SELECT goal.id, title, goal.private, step.id, step.text, step.due_on < :today AS is_late
FROM goal LEFT JOIN goal_step AS step ON step.id = (
    SELECT id FROM goal_step AS other
    WHERE other.goal_id = goal.id AND (done_on IS NULL OR done_on > :today)
        AND coalesce(other.added_on, goal.added_on) <= :today
    ORDER BY due_on IS NULL, due_on, id LIMIT 1
)
LEFT JOIN goal_helper AS helper ON helper.goal_id = goal.id
    AND helper.advisor_id = (SELECT id FROM advisor WHERE handle = :handle)
WHERE goal.added_on <= :today AND (status = 'open' OR closed_on > :today) AND (
    helper.id IS NOT NULL
    OR NOT EXISTS (SELECT 1 FROM goal_helper AS other WHERE other.goal_id = goal.id)
)
ORDER BY helper.id IS NULL, coalesce(is_late, 0) DESC, target_on IS NULL, target_on, horizon DESC,
    goal.id
LIMIT :limit"""
_ACHIEVED = """
SELECT goal.id, goal.title, coalesce(goal.private, 0)
FROM goal JOIN goal_helper ON goal_helper.goal_id = goal.id
JOIN advisor ON advisor.id = goal_helper.advisor_id
WHERE handle = :handle AND goal.status = 'achieved' AND closed_on <= :today AND closed_on > (
    SELECT coalesce(max(met_on), '') FROM meeting
    WHERE advisor_id = advisor.id AND status = 'held' AND met_on <= :today
)
ORDER BY closed_on DESC, goal.id DESC LIMIT :limit"""
_ADVICE = f"""
SELECT advice.id, text, advice.status <> 'trying', {ADVICE_PRIVATE} OR {ADVICE_OUTCOME}
FROM advice JOIN advisor ON advisor.id = advice.advisor_id
WHERE handle = :handle AND advice.status <> 'new' AND given_on <= :today
    AND coalesce(outcome_on, given_on) <= :today AND (reported_on IS NULL OR reported_on > :today)
ORDER BY advice.status = 'trying', outcome_on DESC, advice.id DESC LIMIT :limit"""
_OWN_ADVICE = f"""
SELECT advice.id, text, {ADVICE_PRIVATE}
FROM advice JOIN advisor ON advisor.id = advice.advisor_id
WHERE handle = :handle AND given_on <= :today
    AND (advice.status IN ('new', 'trying') OR outcome_on > :today)
ORDER BY given_on DESC, advice.id DESC LIMIT :limit"""
