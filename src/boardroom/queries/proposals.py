"""The next meetings to propose: the usual slots of people in their windows."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from datetime import date

from boardroom.queries.bookings import window_of
from boardroom.queries.people import standings
from boardroom.queries.snoozes import newest_snoozes
from boardroom.queries.views import views
from boardroom.record import Record
from boardroom.rules.moments import Moment
from boardroom.rules.usual_slots import check_rule, habit_rule, is_beside, next_slots
from boardroom.rules.window_state import snooze_end
from boardroom.rules.windows import stored

_LAST_MEETINGS = 6
"""How many of the last meetings make a habit."""


class Proposal(Record):
    """The next slots with somebody, the first to propose first.

    `rule` is that of their usual slot, or if it `is_habit`, of their last meetings. Without either
    it is None, and there are no slots. A habit `is_beside` a weekend if they met on that alone.
    """

    id: int
    handle: str
    name: str
    way: str | None
    timezone: str | None
    window: str
    due_from: date
    due_by: date
    rule: str | None
    is_habit: bool
    slots: tuple[Moment, ...]
    is_beside: bool = False


def proposal(
    connection: sqlite3.Connection,
    advisor_id: int,
    *,
    today: date,
    count: int = 1,
    taken: Collection[date] | None = None,
) -> Proposal:
    """The next `count` slots with a person of any status.

    None is on a day that is `taken` (default: on which something is planned), unless all are.
    Slots are counted from the end of a pause or snooze. Whoever is not active is to be met from
    then on, within the longest wait of the window.
    """
    [person] = views(_Person, connection.execute(_PERSON, _values(advisor_id, today)))
    window, clock = window_of(
        connection, advisor_id, person.window, person.last_met_on, today=today
    )
    start = max(today, _away_until(connection, person, today) or today)
    due_from, due_by = (
        (start, window.longest.after(start)) if clock is None else (clock.due_from, clock.due_by)
    )
    rows = connection.execute(_HABIT, _values(advisor_id, today)).fetchall()
    met = [(date.fromisoformat(on), at) for on, at in rows]
    rule = person.usual and stored(check_rule, person.usual)
    if rule is None and met:
        rule = habit_rule(met)
    slots: list[Moment] = []
    if rule is not None:
        busy = _planned_days(connection, today) if taken is None else taken
        slots = next_slots(rule, due_from, due_by, busy, today=start, count=count) or next_slots(
            rule, due_from, due_by, (), today=start, count=count
        )
    return Proposal(
        id=person.id,
        handle=person.handle,
        name=person.name,
        way=person.way,
        timezone=person.timezone,
        window=str(window),
        due_from=due_from,
        due_by=due_by,
        rule=rule,
        is_habit=person.usual is None,
        slots=tuple(slots),
        is_beside=bool(rule and person.usual is None and is_beside(rule, [on for on, _ in met])),
    )


def proposals(connection: sqlite3.Connection, *, today: date) -> list[Proposal]:
    """The next meeting with every active person who has no booking, each on a day of its own.

    Whose window ends first has the first choice. The meetings are ordered by their days; people
    without a slot come last.
    """
    booked = {row[0] for row in connection.execute(_BOOKED, (today.isoformat(),))}
    taken = _planned_days(connection, today)
    active = [
        proposal(connection, advisor_id, today=today, taken=taken)
        for advisor_id, standing in standings(connection).items()
        if standing.status == "active" and advisor_id not in booked
    ]
    chosen = []
    for first in sorted(active, key=lambda person: (person.due_by, person.handle)):
        latest = proposal(connection, first.id, today=today, taken=taken)
        taken |= {slot.on for slot in latest.slots}
        chosen.append(latest)
    return sorted(
        chosen, key=lambda one: (not one.slots, one.slots[0].on if one.slots else today, one.handle)
    )


class _Person(Record):
    id: int
    handle: str
    name: str
    way: str | None
    timezone: str | None
    usual: str | None
    window: str | None
    last_met_on: str | None


def _away_until(connection: sqlite3.Connection, person: _Person, today: date) -> date | None:
    """The day that a pause or a snooze of somebody ends; None if neither is on."""
    standing = standings(connection)[person.id]
    if standing.paused_until is not None:
        return standing.paused_until
    _, until, snoozed_on = newest_snoozes(connection, "meeting", today).get(
        person.id, (None, None, None)
    )
    met_on = None if person.last_met_on is None else date.fromisoformat(person.last_met_on)
    return snooze_end(until, snoozed_on, met_on, today=today)


def _planned_days(connection: sqlite3.Connection, today: date) -> set[date]:
    rows = connection.execute(_PLANNED_DAYS, (today.isoformat(),))
    return {date.fromisoformat(on) for (on,) in rows}


def _values(advisor_id: int, today: date) -> dict[str, int | str]:
    return {"id": advisor_id, "today": today.isoformat(), "count": _LAST_MEETINGS}


_HELD = "FROM meeting WHERE advisor_id = :id AND status = 'held' AND met_on <= :today"
_PERSON = f"""
SELECT id, handle, name, way, timezone, usual, window, (
    SELECT max(met_on) {_HELD}
) AS last_met_on
FROM advisor WHERE id = :id"""
_HABIT = f"""
SELECT met_on, start_time {_HELD}
ORDER BY met_on DESC, start_time DESC, id DESC LIMIT :count"""
_PLANNED_DAYS = "SELECT met_on FROM meeting WHERE status = 'planned' AND met_on >= ?"
_BOOKED = "SELECT advisor_id FROM meeting WHERE status = 'planned' AND met_on >= ?"
