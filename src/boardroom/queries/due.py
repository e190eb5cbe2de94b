"""The morning list, for `boardroom due` and for the counts in a shell prompt.

The prompt lane loads this module, so it imports nothing slow.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from boardroom.queries.called_off import called_off_days
from boardroom.queries.due_sources import (
    agreement_ends,
    occasion_days,
    open_goals,
    open_promises,
    planned_meetings,
)
from boardroom.queries.people import standings
from boardroom.queries.review_dates import last_reviews, reviews_in_progress
from boardroom.queries.settings import settings
from boardroom.queries.snoozes import Snooze, newest_snoozes, review_snoozed_until
from boardroom.queries.views import views
from boardroom.record import Record
from boardroom.rules.called_off import called_off_count
from boardroom.rules.due import is_booked, items
from boardroom.rules.due_entries import Entry, count, entries
from boardroom.rules.due_items import (
    SEVERITIES,
    ActiveAdvisor,
    Item,
    PauseEnd,
    PlannedMeeting,
    UnansweredAsk,
)
from boardroom.rules.lifecycle import Standing
from boardroom.rules.seats import takes_seat
from boardroom.rules.settings import Settings
from boardroom.rules.window_state import (
    board_review_clock,
    booking_delay,
    meeting_clock,
    review_clock,
    review_start,
    snooze_end,
)
from boardroom.rules.windows import Span, parse_window, stored


class DueView(Record):
    """What needs attention on a day, and the clocks of every active person, mentees last.

    `counts` are the numbers of entries by severity. `is_new` means that nobody is on file.
    `left_out_count` is the number of due entries that a list of overdue ones leaves out.
    """

    as_of: date
    counts: dict[str, int]
    advisors: tuple[ActiveAdvisor, ...]
    entries: tuple[Entry, ...]
    items: tuple[Item, ...]
    is_new: bool
    left_out_count: int = 0

    def at_least(self, severity: str) -> DueView:
        """The entries of at least that severity, whole, and the counts of these."""
        shown = SEVERITIES[: SEVERITIES.index(severity) + 1]
        kept = [entry for entry in self.entries if entry.severity in shown]
        places = sorted(place for entry in kept for place in entry.items)
        some = self.of([self.items[place] for place in places])
        return some._replace(left_out_count=self.counts["due"] - some.counts["due"])

    def of(self, some: Sequence[Item]) -> DueView:
        """The same list of some of its items."""
        grouped = tuple(entries(some, today=self.as_of))
        return self._replace(items=tuple(some), entries=grouped, counts=count(grouped, SEVERITIES))


def due(
    connection: sqlite3.Connection,
    *,
    today: date,
    within: Span | None = None,
    in_past: bool = False,
) -> DueView:
    """The list as of `today`; what happened later does not count.

    `within` is how far ahead the `soon` items reach (default: the setting). With `in_past`, plans,
    pauses and agreements are those recorded by that day, as they stood at its end.
    """
    defaults = settings(connection)
    soon = defaults.soon.after(today)
    within = within or defaults.soon
    horizon, notice = within.after(today), defaults.agreement_notice.after(today)
    by_id = standings(connection, as_of=today, in_past=in_past)
    everybody = _people(connection, today, in_past=in_past)
    people = [(person, by_id[person.id]) for person in everybody if person.id in by_id]
    planned = planned_meetings(connection, today, in_past=in_past)
    reviews = last_reviews(connection, today=today)
    snoozes = newest_snoozes(connection, "meeting", today)
    advisors = tuple(
        sorted(
            _active_advisors(people, planned, reviews, snoozes, defaults, today=today, soon=soon),
            key=lambda advisor: not takes_seat(advisor.role),
        )
    )
    names = {advisor.handle: advisor.name for advisor in advisors}
    listed = items(
        advisors,
        planned,
        _pauses(people),
        open_promises(connection, horizon, today),
        board_review_clock(
            [
                review_start(standing, reviews.get(person.id))
                for person, standing in people
                if standing.status == "active" and takes_seat(person.role)
            ],
            reviews.get(None),
            defaults.review,
            today=today,
        ),
        asks=_asks(people),
        agreements=[
            end
            for end in agreement_ends(connection, notice, today, in_past=in_past)
            if end.handle in names
        ],
        within=within,
        agenda_notice=defaults.agenda_notice,
        agreement_notice=defaults.agreement_notice,
        ask_wait=defaults.ask_wait,
        today=today,
        review_snoozed=review_snoozed_until(connection, today=today) is not None,
        goals=open_goals(connection, horizon, today),
        in_progress=reviews_in_progress(connection, names, today=today, in_past=in_past),
        occasions=occasion_days(connection, today),
        mentees={person.handle for person in everybody if not takes_seat(person.role)},
    )
    grouped = tuple(entries(listed, today=today))
    return DueView(
        today,
        count(grouped, SEVERITIES),
        advisors,
        grouped,
        tuple(listed),
        is_new=not everybody and not listed,
    )


def coming_item(
    connection: sqlite3.Connection, *, today: date, in_past: bool = False
) -> Item | None:
    """What comes next after a day on which nothing is due; None if nothing does in two years.

    The window of somebody who is booked in time asks for nothing, so their meeting counts instead.
    """
    ahead = due(connection, today=today, within=_FAR_AHEAD, in_past=in_past)
    coming = [item for item in ahead.items if item.on > today and not is_booked(item)]
    return min(coming, key=lambda item: item.on, default=None)


class _Person(Record):
    id: int
    handle: str
    name: str
    seat: str | None
    role: str
    window: str | None
    has_usual: bool
    last_met_on: date | None
    called_off: tuple[date, ...]


def _people(connection: sqlite3.Connection, today: date, *, in_past: bool) -> list[_Person]:
    called_off = called_off_days(connection, today=today, in_past=in_past)
    people = views(_Person, connection.execute(_PEOPLE, {"today": today.isoformat()}))
    return [person._replace(called_off=tuple(called_off.get(person.id, ()))) for person in people]


def _active_advisors(
    people: Sequence[tuple[_Person, Standing]],
    planned: Iterable[PlannedMeeting],
    reviews: dict[int | None, date],
    snoozes: dict[int | None, Snooze],
    defaults: Settings,
    *,
    today: date,
    soon: date,
) -> Iterator[ActiveAdvisor]:
    booked: dict[str, PlannedMeeting] = {}
    for plan in planned:
        if plan.on >= today:  # an earlier one is yet to be logged
            booked.setdefault(plan.handle, plan)
    for person, standing in people:
        if standing.status != "active" or standing.joined_on is None:
            continue
        window = defaults.window if person.window is None else stored(parse_window, person.window)
        _, until, snoozed_on = snoozes.get(person.id, (None, None, None))
        reviewed_on = reviews.get(person.id)
        clock = meeting_clock(standing, person.last_met_on, window, today=today)
        booking = booked.get(person.handle)
        booked_on = None if booking is None else booking.on
        yield ActiveAdvisor(
            handle=person.handle,
            name=person.name,
            seat=person.seat,
            window=str(window),
            joined_on=standing.joined_on,
            returned_on=standing.returned_on,
            last_met_on=person.last_met_on,
            booked_on=booked_on,
            snoozed_until=snooze_end(until, snoozed_on, person.last_met_on, today=today),
            meeting_clock=clock,
            reviewed_on=reviewed_on,
            review_clock=review_clock(standing, reviewed_on, defaults.review, today=today),
            booked_ref=None if booking is None else booking.ref,
            booking_delay=booking_delay(clock, booked_on, soon=soon),
            role=person.role,
            has_usual=person.has_usual,
            called_off_count=called_off_count(person.called_off, standing),
        )


def _pauses(people: Iterable[tuple[_Person, Standing]]) -> list[PauseEnd]:
    return [
        PauseEnd(person.handle, person.name, standing.paused_until)
        for person, standing in people
        if standing.paused_until is not None
    ]


def _asks(people: Iterable[tuple[_Person, Standing]]) -> list[UnansweredAsk]:
    return [
        UnansweredAsk(person.handle, person.name, standing.since, standing.asked_count)
        for person, standing in people
        if standing.status == "asked"
    ]


_FAR_AHEAD = Span(24, "m")
_PEOPLE = """
SELECT id, handle, name, seat, role, window, usual IS NOT NULL AS has_usual, (
    SELECT max(met_on) FROM meeting
    WHERE advisor_id = advisor.id AND status = 'held' AND met_on <= :today
) AS last_met_on, '[]' AS called_off
FROM advisor ORDER BY handle"""
