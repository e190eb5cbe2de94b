"""The morning list: `boardroom due`, and the one line of it that a shell prompt shows.

Loaded by the prompt lane, so nothing slow is imported.
"""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.queries.lifecycle import day, standings
from boardroom.queries.review_dates import begun_reviews, last_reviews
from boardroom.queries.settings import settings
from boardroom.record import Record
from boardroom.rules import due as rule
from boardroom.rules.lifecycle import Standing
from boardroom.rules.settings import Settings
from boardroom.rules.window_state import board_reviewed, reviewed, seen, snoozed
from boardroom.rules.windows import Span, parse_window


class DueView(Record):
    """What is to be seen to on a day, and how each active advisor stands."""

    as_of: date
    counts: dict[str, int]
    advisors: tuple[rule.Active, ...]
    items: tuple[rule.Item, ...]
    is_new: bool


def due(connection: sqlite3.Connection, *, today: date, within: Span | None = None) -> DueView:
    """The list as of `today`, which counts no record dated later; `within` is how far ahead `soon` looks (the setting where None)."""
    chosen = settings(connection)
    where = standings(connection, as_of=today)
    planned = _planned(connection, today)
    people = _people(connection, today)
    reviews = last_reviews(connection, today=today)
    actives = _actives(
        people,
        where,
        _Facts(chosen, _booked(planned, today), reviews, _snoozes(connection, today)),
        today,
    )
    found = rule.items(
        actives,
        planned,
        _pauses(people, where),
        _promises(connection, (within or chosen.soon).after(today), today),
        board_reviewed(_active_standings(where), reviews.get(None), chosen.review, today=today),
        asks=_asks(people, where),
        agreements=_agreements(connection, actives, chosen.agreement_notice.after(today), today),
        within=within or chosen.soon,
        agenda_notice=chosen.agenda_notice,
        agreement_notice=chosen.agreement_notice,
        ask_wait=chosen.ask_wait,
        today=today,
        review_snoozed=review_snoozed_until(connection, today=today) is not None,
        goals=_goals(connection, (within or chosen.soon).after(today), today),
        begun=begun_reviews(
            connection, {active.handle: active.name for active in actives}, today=today
        ),
    )
    counts = {
        severity: sum(item.severity == severity for item in found) for severity in rule.SEVERITIES
    }
    return DueView(today, counts, tuple(actives), tuple(found), is_new=not people and not found)


def review_snoozed_until(connection: sqlite3.Connection, *, today: date) -> date | None:
    """The day until which every review is snoozed; None where none is."""
    newest = _newest_snoozes(connection, "review", today)[-1:]
    return next((until for _, until, _ in newest if until > today), None)


class _Person(Record):
    id: int
    handle: str
    name: str
    seat: str | None
    window: str | None
    last_met_on: date | None


def _people(connection: sqlite3.Connection, today: date) -> list[_Person]:
    rows = connection.execute(
        "SELECT id, handle, name, seat, window, (SELECT max(met_on) FROM meeting"
        " WHERE advisor_id = advisor.id AND status = 'held' AND met_on <= ?) FROM advisor ORDER BY handle",
        (today.isoformat(),),
    )
    return [_Person._make((*row[:5], day(row[5]))) for row in rows]


def _planned(connection: sqlite3.Connection, today: date) -> list[rule.Planned]:
    """Every meeting still planned, the earliest first, with what was open on the agenda on that day."""
    rows = connection.execute(
        "SELECT meeting.id, handle, name, met_on, start_time, meeting.way, place,"
        " (SELECT count(*) FROM agenda_item WHERE advisor_id = advisor.id AND status = 'open' AND added_on <= :today)"
        " + (SELECT count(*) FROM agenda_item WHERE advisor_id = advisor.id AND closed_on > :today AND added_on <= :today)"
        " FROM meeting JOIN advisor ON advisor.id = advisor_id WHERE meeting.status = 'planned' ORDER BY met_on, start_time, meeting.id",
        {"today": today.isoformat()},
    )
    return [
        rule.Planned(f"m{row[0]}", row[1], row[2], date.fromisoformat(row[3]), *row[4:])
        for row in rows
    ]


def _promises(connection: sqlite3.Connection, horizon: date, today: date) -> list[rule.Promised]:
    """What was promised by a day up to `horizon` and open on `today`, but for what is snoozed; the earliest first."""
    rows = connection.execute(
        f"{_PROMISED} WHERE done_on IS NULL AND due_on <= :horizon AND made_on <= :today"
        f" UNION ALL {_PROMISED} WHERE done_on > :today AND due_on <= :horizon AND made_on <= :today ORDER BY due_on, promise.id",
        {"horizon": horizon.isoformat(), "today": today.isoformat()},
    )
    awake_on = {
        promise_id: until for promise_id, until, _ in _newest_snoozes(connection, "promise", today)
    }
    awake = (row for row in rows if awake_on.get(row[6], today) <= today)
    return [
        rule.Promised._make((f"p{row[6]}", *row[:5], date.fromisoformat(row[5]))) for row in awake
    ]


def _goals(connection: sqlite3.Connection, horizon: date, today: date) -> list[rule.Aimed]:
    """The days up to `horizon` of goals that were open on `today`, and of their steps that were to be taken; the earliest first."""
    rows = connection.execute(_AIMED, {"horizon": horizon.isoformat(), "today": today.isoformat()})
    return [
        rule.Aimed(f"{letter}{row_id}", title, step, date.fromisoformat(on))
        for letter, row_id, title, step, on in rows
    ]


class _Facts(Record):
    """What is on file about advisors beside their own row, by row id (bookings by handle)."""

    chosen: Settings
    booked: dict[str, date]
    reviews: dict[int | None, date]
    snoozes: dict[int, tuple[date, date]]


def _actives(
    people: list[_Person], where: dict[int, Standing], facts: _Facts, today: date
) -> list[rule.Active]:
    found = []
    for person in people:
        standing = where.get(person.id)
        if standing is None or standing.status != "active" or standing.joined_on is None:
            continue
        window = facts.chosen.window if person.window is None else parse_window(person.window)
        until, snoozed_on = facts.snoozes.get(person.id, (None, None))
        reviewed_on = facts.reviews.get(person.id)
        found.append(
            rule.Active(
                handle=person.handle,
                name=person.name,
                seat=person.seat,
                window=str(window),
                joined_on=standing.joined_on,
                returned_on=standing.returned_on,
                last_met_on=person.last_met_on,
                booked_on=facts.booked.get(person.handle),
                snoozed_until=snoozed(until, snoozed_on, person.last_met_on, today=today),
                seen=seen(standing, person.last_met_on, window, today=today),
                reviewed_on=reviewed_on,
                review=reviewed(standing, reviewed_on, facts.chosen.review, today=today),
            )
        )
    return found


def _booked(planned: list[rule.Planned], today: date) -> dict[str, date]:
    """The next planned day by handle; what lies behind is not logged rather than booked."""
    booked: dict[str, date] = {}
    for plan in planned:
        if plan.on >= today:
            booked.setdefault(plan.handle, plan.on)
    return booked


def _active_standings(where: dict[int, Standing]) -> list[Standing]:
    return [standing for standing in where.values() if standing.status == "active"]


def _pauses(people: list[_Person], where: dict[int, Standing]) -> list[rule.Paused]:
    return [
        rule.Paused(person.handle, person.name, standing.paused_until)
        for person in people
        if (standing := where.get(person.id)) is not None and standing.paused_until is not None
    ]


def _asks(people: list[_Person], where: dict[int, Standing]) -> list[rule.Asked]:
    found = ((person, where.get(person.id)) for person in people)
    return [
        rule.Asked(person.handle, person.name, at.since)
        for person, at in found
        if at is not None and at.status == "asked"
    ]


def _agreements(
    connection: sqlite3.Connection, actives: list[rule.Active], notice: date, today: date
) -> list[rule.Agreed]:
    """What was agreed with those on the board until a day up to `notice`."""
    names = {active.handle: active.name for active in actives}
    rows = connection.execute(
        "SELECT handle, until_on FROM agreement JOIN advisor ON advisor.id = advisor_id WHERE until_on <= ? AND agreed_on <= ?",
        (notice.isoformat(), today.isoformat()),
    )
    return [
        rule.Agreed(handle, names[handle], date.fromisoformat(until))
        for handle, until in rows
        if handle in names
    ]


def _snoozes(connection: sqlite3.Connection, today: date) -> dict[int, tuple[date, date]]:
    """The newest snooze of each advisor's seen flag: until when, and since when."""
    return {
        advisor_id: (until, on)
        for advisor_id, until, on in _newest_snoozes(connection, "meeting", today)
    }


def _newest_snoozes(
    connection: sqlite3.Connection, subject: str, today: date
) -> list[tuple[int, date, date]]:
    """What of that subject was ever snoozed by `today`, by row id: until when, and since when, the newest last."""
    rows = connection.execute(
        "SELECT coalesce(advisor_id, promise_id, 0), until_on, snoozed_on FROM snooze WHERE subject = ? AND snoozed_on <= ? ORDER BY id",
        (subject, today.isoformat()),
    )
    return [
        (row_id, date.fromisoformat(until), date.fromisoformat(on)) for row_id, until, on in rows
    ]


_PROMISED = "SELECT handle, name, by_whom, promise.kind, text, due_on, promise.id FROM promise JOIN advisor ON advisor.id = promise.advisor_id"
_AIMED = """
SELECT 'g', id, title, NULL, target_on AS aimed_on FROM goal
WHERE target_on <= :horizon AND added_on <= :today AND (status = 'open' OR closed_on > :today)
UNION ALL
SELECT 's', goal_step.id, title, text, due_on FROM goal_step JOIN goal ON goal.id = goal_id
WHERE due_on <= :horizon AND added_on <= :today AND (status = 'open' OR closed_on > :today) AND (done_on IS NULL OR done_on > :today)
ORDER BY aimed_on, 1, 2"""
