"""The morning list, for `boardroom due` and for the counts in a shell prompt.

The prompt lane loads this module, so it imports nothing slow.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from boardroom.queries.people import standings
from boardroom.queries.review_dates import last_reviews, reviews_in_progress
from boardroom.queries.settings import settings
from boardroom.queries.snoozes import Snooze, newest_snoozes, review_snoozed_until
from boardroom.queries.views import views
from boardroom.record import Record
from boardroom.rules.due import SEVERITIES, items
from boardroom.rules.due_items import (
    ActiveAdvisor,
    AgreementEnd,
    GoalDate,
    Item,
    OpenPromise,
    PauseEnd,
    PlannedMeeting,
    UnansweredAsk,
)
from boardroom.rules.ids import GOAL, MEETING, PROMISE, STEP
from boardroom.rules.lifecycle import Standing
from boardroom.rules.settings import Settings
from boardroom.rules.window_state import (
    board_review_clock,
    meeting_clock,
    review_clock,
    snooze_end,
)
from boardroom.rules.windows import Span, parse_window, stored


class DueView(Record):
    """What needs attention on a day, and the clocks of every active advisor.

    `counts` are the numbers of items by severity. `is_new` means that nobody is on file.
    """

    as_of: date
    counts: dict[str, int]
    advisors: tuple[ActiveAdvisor, ...]
    items: tuple[Item, ...]
    is_new: bool


def due(connection: sqlite3.Connection, *, today: date, within: Span | None = None) -> DueView:
    """The list as of `today`; records of later days do not count.

    `within` is how far ahead the `soon` items reach (default: the setting).
    """
    defaults = settings(connection)
    within = within or defaults.soon
    horizon, notice = within.after(today), defaults.agreement_notice.after(today)
    by_id = standings(connection, as_of=today)
    everybody = _people(connection, today)
    people = [(person, by_id[person.id]) for person in everybody if person.id in by_id]
    planned = _planned(connection, today)
    reviews = last_reviews(connection, today=today)
    snoozes = newest_snoozes(connection, "meeting", today)
    advisors = tuple(_active_advisors(people, planned, reviews, snoozes, defaults, today=today))
    names = {advisor.handle: advisor.name for advisor in advisors}
    listed = items(
        advisors,
        planned,
        _pauses(people),
        _promises(connection, horizon, today),
        board_review_clock(
            [standing for _, standing in people if standing.status == "active"],
            reviews.get(None),
            defaults.review,
            today=today,
        ),
        asks=_asks(people),
        agreements=[end for end in _agreements(connection, notice, today) if end.handle in names],
        within=within,
        agenda_notice=defaults.agenda_notice,
        agreement_notice=defaults.agreement_notice,
        ask_wait=defaults.ask_wait,
        today=today,
        review_snoozed=review_snoozed_until(connection, today=today) is not None,
        goals=_goals(connection, horizon, today),
        in_progress=reviews_in_progress(connection, names, today=today),
    )
    counts = {
        severity: sum(item.severity == severity for item in listed) for severity in SEVERITIES
    }
    return DueView(today, counts, advisors, tuple(listed), is_new=not everybody and not listed)


class _Person(Record):
    id: int
    handle: str
    name: str
    seat: str | None
    window: str | None
    last_met_on: date | None


def _people(connection: sqlite3.Connection, today: date) -> list[_Person]:
    return list(views(_Person, connection.execute(_PEOPLE, {"today": today.isoformat()})))


def _planned(connection: sqlite3.Connection, today: date) -> list[PlannedMeeting]:
    """All planned meetings, earliest first, with the number of agenda items open `today`."""
    return list(views(PlannedMeeting, connection.execute(_PLANNED, {"today": today.isoformat()})))


def _active_advisors(
    people: Sequence[tuple[_Person, Standing]],
    planned: Iterable[PlannedMeeting],
    reviews: dict[int | None, date],
    snoozes: dict[int | None, Snooze],
    defaults: Settings,
    *,
    today: date,
) -> Iterator[ActiveAdvisor]:
    booked: dict[str, date] = {}
    for plan in planned:
        if plan.on >= today:  # an earlier one is yet to be logged
            booked.setdefault(plan.handle, plan.on)
    for person, standing in people:
        if standing.status != "active" or standing.joined_on is None:
            continue
        window = defaults.window if person.window is None else stored(parse_window, person.window)
        _, until, snoozed_on = snoozes.get(person.id, (None, None, None))
        reviewed_on = reviews.get(person.id)
        yield ActiveAdvisor(
            handle=person.handle,
            name=person.name,
            seat=person.seat,
            window=str(window),
            joined_on=standing.joined_on,
            returned_on=standing.returned_on,
            last_met_on=person.last_met_on,
            booked_on=booked.get(person.handle),
            snoozed_until=snooze_end(until, snoozed_on, person.last_met_on, today=today),
            meeting_clock=meeting_clock(standing, person.last_met_on, window, today=today),
            reviewed_on=reviewed_on,
            review_clock=review_clock(standing, reviewed_on, defaults.review, today=today),
        )


def _pauses(people: Iterable[tuple[_Person, Standing]]) -> list[PauseEnd]:
    return [
        PauseEnd(person.handle, person.name, standing.paused_until)
        for person, standing in people
        if standing.paused_until is not None
    ]


def _asks(people: Iterable[tuple[_Person, Standing]]) -> list[UnansweredAsk]:
    return [
        UnansweredAsk(person.handle, person.name, standing.since)
        for person, standing in people
        if standing.status == "asked"
    ]


def _promises(connection: sqlite3.Connection, horizon: date, today: date) -> list[OpenPromise]:
    """The promises open `today`, due by `horizon` and not snoozed, earliest first."""
    days = {"horizon": horizon.isoformat(), "today": today.isoformat()}
    snoozed = {
        PROMISE.ref(snooze.subject_id)
        for snooze in newest_snoozes(connection, "promise", today).values()
        if snooze.subject_id is not None and snooze.until_on > today
    }
    promises = views(OpenPromise, connection.execute(_PROMISES, days))
    return [promise for promise in promises if promise.ref not in snoozed]


def _agreements(
    connection: sqlite3.Connection, notice: date, today: date
) -> Iterator[AgreementEnd]:
    """The agreements that end by `notice`."""
    days = {"notice": notice.isoformat(), "today": today.isoformat()}
    return views(AgreementEnd, connection.execute(_AGREEMENTS, days))


def _goals(connection: sqlite3.Connection, horizon: date, today: date) -> list[GoalDate]:
    """The goals and steps open `today` with a date up to `horizon`, earliest first."""
    days = {"horizon": horizon.isoformat(), "today": today.isoformat()}
    return list(views(GoalDate, connection.execute(_GOALS, days)))


_PEOPLE = """
SELECT id, handle, name, seat, window, (
    SELECT max(met_on) FROM meeting
    WHERE advisor_id = advisor.id AND status = 'held' AND met_on <= :today
) AS last_met_on
FROM advisor ORDER BY handle"""
_PLANNED = f"""
SELECT '{MEETING.letter}' || meeting.id AS ref, handle, name, met_on AS "on", start_time,
    meeting.way, place, (
        SELECT count(*) FROM agenda_item
        WHERE advisor_id = advisor.id AND status = 'open' AND added_on <= :today
    ) + (
        SELECT count(*) FROM agenda_item
        WHERE advisor_id = advisor.id AND closed_on > :today AND added_on <= :today
    ) AS agenda_count
FROM meeting JOIN advisor ON advisor.id = advisor_id
WHERE meeting.status = 'planned' ORDER BY met_on, start_time, meeting.id"""
_PROMISE = f"""
SELECT '{PROMISE.letter}' || promise.id AS ref, handle, name, by_whom, promise.kind, text,
    due_on AS "on", promise.id AS number"""
# Promises kept later are read by advisor, through the index: a scan takes 10 ms on a board of
# 100,000.
_PROMISES = f"""
{_PROMISE} FROM promise JOIN advisor ON advisor.id = promise.advisor_id
WHERE done_on IS NULL AND due_on <= :horizon AND made_on <= :today
UNION ALL
{_PROMISE} FROM advisor CROSS JOIN promise ON advisor.id = promise.advisor_id AND done_on > :today
WHERE due_on <= :horizon AND made_on <= :today
ORDER BY "on", number"""
_AGREEMENTS = """
SELECT handle, name, until_on AS until FROM agreement JOIN advisor ON advisor.id = advisor_id
WHERE until_on <= :notice AND agreed_on <= :today"""
_GOALS = f"""
SELECT '{GOAL.letter}' || id AS ref, title AS name, NULL AS step, target_on AS "on",
    '{GOAL.letter}' AS letter, id AS number
FROM goal
WHERE target_on <= :horizon AND added_on <= :today AND (status = 'open' OR closed_on > :today)
UNION ALL
SELECT '{STEP.letter}' || goal_step.id, title, text, due_on, '{STEP.letter}', goal_step.id
FROM goal_step JOIN goal ON goal.id = goal_id
WHERE due_on <= :horizon AND added_on <= :today AND (status = 'open' OR closed_on > :today)
    AND (done_on IS NULL OR done_on > :today)
ORDER BY "on", letter, number"""
