"""The plans, promises, agreements, goals and occasions on the morning list, as of a day.

A past day needs the plans and agreements as they stood at its end, which `plan_day` and
`agreement_term` record. The prompt lane loads this module, so it imports nothing slow.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

from boardroom.queries import private
from boardroom.queries.snoozes import newest_snoozes
from boardroom.queries.views import views
from boardroom.rules.due_items import (
    AgreementEnd,
    GoalDate,
    OccasionDay,
    OpenPromise,
    PlannedMeeting,
)
from boardroom.rules.ids import GOAL, MEETING, OCCASION, PROMISE, STEP
from boardroom.rules.occasions import NOTICE, REMEMBERED


def planned_meetings(
    connection: sqlite3.Connection, today: date, *, in_past: bool = False
) -> list[PlannedMeeting]:
    """All planned meetings, earliest first, with the number of agenda items open `today`."""
    query = _PLANNED_THEN if in_past else _PLANNED
    return list(views(PlannedMeeting, connection.execute(query, {"today": today.isoformat()})))


def open_promises(connection: sqlite3.Connection, horizon: date, today: date) -> list[OpenPromise]:
    """The promises open `today`, due by `horizon` and not snoozed, earliest first."""
    days = {"horizon": horizon.isoformat(), "today": today.isoformat()}
    snoozed = {
        PROMISE.ref(snooze.subject_id)
        for snooze in newest_snoozes(connection, "promise", today).values()
        if snooze.subject_id is not None and snooze.until_on > today
    }
    promises = views(OpenPromise, connection.execute(_PROMISES, days))
    return [promise for promise in promises if promise.ref not in snoozed]


def agreement_ends(
    connection: sqlite3.Connection, notice: date, today: date, *, in_past: bool = False
) -> Iterator[AgreementEnd]:
    """The agreements that end by `notice`."""
    days = {"notice": notice.isoformat(), "today": today.isoformat()}
    query = _AGREEMENTS_THEN if in_past else _AGREEMENTS
    return views(AgreementEnd, connection.execute(query, days))


def open_goals(connection: sqlite3.Connection, horizon: date, today: date) -> list[GoalDate]:
    """The goals and steps open `today` with a date up to `horizon`, earliest first."""
    days = {"horizon": horizon.isoformat(), "today": today.isoformat()}
    return list(views(GoalDate, connection.execute(_GOALS, days)))


def occasion_days(connection: sqlite3.Connection, today: date) -> Iterator[OccasionDay]:
    """The occasions near `today`, and all yearly ones, as they stood then."""
    days = {
        "today": today.isoformat(),
        "since": (today - REMEMBERED).isoformat(),
        "until": (today + NOTICE).isoformat(),
    }
    return views(OccasionDay, connection.execute(_OCCASIONS, days))


_PLAN = f"""
SELECT '{MEETING.letter}' || meeting.id AS ref, handle, name,
    {{day}} AS "on", {{time}} AS start_time, meeting.way, place, (
        SELECT count(*) FROM agenda_item
        WHERE advisor_id = advisor.id AND status = 'open' AND added_on <= :today
    ) + (
        SELECT count(*) FROM agenda_item
        WHERE advisor_id = advisor.id AND closed_on > :today AND added_on <= :today
    ) AS agenda_count, '[]' AS starters,
    {private.MEETING} AS private, timezone, phone, link"""
_PLANNED = f"""
{_PLAN.format(day="met_on", time="meeting.start_time")}
FROM meeting JOIN advisor ON advisor.id = advisor_id
WHERE meeting.status = 'planned' ORDER BY met_on, meeting.start_time, meeting.id"""
# A meeting held by then counts, even if it was logged later.
_PLANNED_THEN = f"""
{_PLAN.format(day="plan_day.met_on", time="plan_day.start_time")}
FROM plan_day JOIN meeting ON meeting.id = meeting_id JOIN advisor ON advisor.id = advisor_id
WHERE recorded_on = (
        SELECT max(recorded_on) FROM plan_day AS other
        WHERE other.meeting_id = meeting.id AND recorded_on <= :today
    )
    AND plan_day.met_on IS NOT NULL AND NOT (meeting.status = 'held' AND meeting.met_on <= :today)
ORDER BY plan_day.met_on, plan_day.start_time, meeting.id"""
_PROMISE = f"""
SELECT '{PROMISE.letter}' || promise.id AS ref, handle, name, by_whom, promise.kind, text,
    due_on AS "on", {private.PROMISE} AS private, (
        SELECT max(sent_on) FROM letter
        WHERE letter.advisor_id = advisor.id AND letter.kind = 'nudge' AND by_whom = 'them'
            AND sent_on BETWEEN due_on AND :today
    ) AS reminded_on, promise.id AS number"""
# Promises kept later are read by advisor, through the index: a scan takes 10 ms on a board of
# 100,000.
_PROMISES = f"""
{_PROMISE} FROM promise JOIN advisor ON advisor.id = promise.advisor_id
WHERE done_on IS NULL AND due_on <= :horizon AND made_on <= :today
UNION ALL
{_PROMISE} FROM advisor CROSS JOIN promise ON advisor.id = promise.advisor_id AND done_on > :today
WHERE due_on <= :horizon AND made_on <= :today
ORDER BY "on", number"""
_AGREEMENT = f"""
SELECT handle, name, {{until}} AS until, hopes, {private.AGREEMENT} AS private, (
        SELECT count(*) FROM goal_helper JOIN goal ON goal.id = goal_id
        WHERE goal_helper.advisor_id = advisor.id AND goal.status = 'achieved'
            AND closed_on BETWEEN agreed_on AND :today
    ) AS achieved_count, (
        SELECT count(*) FROM advice WHERE advice.advisor_id = advisor.id
            AND advice.status = 'worked'
            AND coalesce(outcome_on, given_on) BETWEEN agreed_on AND :today
    ) AS worked_count, (
        SELECT max(sent_on) FROM letter
        WHERE letter.advisor_id = advisor.id AND letter.kind = 'renew' AND sent_on <= :today
            AND sent_on > coalesce((
                SELECT max(recorded_on) FROM agreement_term AS newest
                WHERE newest.agreement_id = agreement.id AND recorded_on <= :today
            ), agreed_on)
    ) AS asked_on"""
_AGREEMENTS = f"""
{_AGREEMENT.format(until="until_on")} FROM agreement JOIN advisor ON advisor.id = advisor_id
WHERE until_on <= :notice AND agreed_on <= :today"""
_AGREEMENTS_THEN = f"""
{_AGREEMENT.format(until="agreement_term.until_on")}
FROM agreement_term JOIN agreement ON agreement.id = agreement_id
    JOIN advisor ON advisor.id = advisor_id
WHERE recorded_on = (
        SELECT max(recorded_on) FROM agreement_term AS other
        WHERE other.agreement_id = agreement.id AND recorded_on <= :today
    )
    AND agreement_term.until_on <= :notice AND agreed_on <= :today"""
_GOALS = f"""
SELECT '{GOAL.letter}' || id AS ref, title AS name, NULL AS step, target_on AS "on",
    '{GOAL.letter}' || id AS goal, {private.GOAL} AS private, '{GOAL.letter}' AS letter,
    id AS number
FROM goal
WHERE target_on <= :horizon AND added_on <= :today AND (status = 'open' OR closed_on > :today)
UNION ALL
SELECT '{STEP.letter}' || goal_step.id, title, text, due_on,
    '{GOAL.letter}' || goal.id, {private.GOAL}, '{STEP.letter}', goal_step.id
FROM goal_step JOIN goal ON goal.id = goal_id
WHERE due_on <= :horizon AND coalesce(goal_step.added_on, goal.added_on) <= :today
    AND (status = 'open' OR closed_on > :today) AND (done_on IS NULL OR done_on > :today)
ORDER BY "on", letter, number"""
_OCCASIONS = f"""
SELECT '{OCCASION.letter}' || occasion.id AS ref, handle, name, text, occurs_on, yearly,
    CASE WHEN done_on <= :today THEN done_on END AS done_on, {private.OCCASION} AS private
FROM occasion JOIN advisor ON advisor.id = occasion.advisor_id
WHERE occasion.added_on <= :today AND (yearly OR occurs_on BETWEEN :since AND :until)
ORDER BY occurs_on, occasion.id"""
