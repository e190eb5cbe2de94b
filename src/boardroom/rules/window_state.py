"""Clocks: whether today is before, in or past the window for a meeting or a review.

Clocks are computed from dates and never stored.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from boardroom.record import Record
from boardroom.rules.lifecycle import Standing
from boardroom.rules.windows import Window


class Clock(Record):
    """Where a day is in a window.

    `state` is `on_track` before `due_from`, `due` up to and including `due_by`, then `overdue`.
    """

    state: str
    due_from: date
    due_by: date

    def days_overdue(self, today: date) -> int:
        """Days since `due_by`; 0 unless overdue."""
        return max((today - self.due_by).days, 0)


def meeting_clock(
    standing: Standing, last_met_on: date | None, window: Window, *, today: date
) -> Clock:
    """The clock for meeting an active advisor.

    The window is counted from `window_start`. After a meeting, the next is due from the shorter
    wait on; a first meeting is due at once, and so is the first after a return, unless the last one
    was shortly before it.

    Source: about an hour every four to six weeks, agreed up front (articles 000, 002, 003).
    """
    start = window_start(_active_since(standing), last_met_on)
    due_from = start
    if last_met_on is not None and start in (last_met_on, standing.returned_on):
        due_from = max(start, window.shortest.after(last_met_on))
    return _clock(due_from, window.longest.after(start), today)


def window_start(active_since: date, last_met_on: date | None) -> date:
    """The day a window is counted from: the last event or `active_since`, whichever is later."""
    return active_since if last_met_on is None else max(active_since, last_met_on)


def review_clock(
    standing: Standing, reviewed_on: date | None, window: Window, *, today: date
) -> Clock:
    """The clock for reviewing an active advisor, from the last review, joining or return.

    Source: evaluate mentors and network every six months to a year (article 004).
    """
    start = review_start(standing, reviewed_on)
    return _clock(window.shortest.after(start), window.longest.after(start), today)


def review_start(standing: Standing, reviewed_on: date | None) -> date:
    """The day that the review of an active advisor is counted from."""
    return window_start(_active_since(standing), reviewed_on)


def board_review_clock(
    starts: Iterable[date], reviewed_on: date | None, window: Window, *, today: date
) -> Clock | None:
    """The board's review clock, from the `review_start` of each active advisor.

    It starts at the board's last review, else at the earliest of these days. None if nobody is
    active.
    """
    first = min(starts, default=None)
    if first is None:
        return None
    start = reviewed_on or first
    return _clock(window.shortest.after(start), window.longest.after(start), today)


def booking_delay(clock: Clock, booked_on: date | None, *, soon: date) -> int:
    """The days by which a booking misses the window; 0 if it is in it, or not after `soon`."""
    if booked_on is None or booked_on <= max(clock.due_by, soon):
        return 0
    return (booked_on - clock.due_by).days


def snooze_end(
    until: date | None, snoozed_on: date | None, last_met_on: date | None, *, today: date
) -> date | None:
    """The day until which a snooze hides an advisor's window; None if it is over.

    A meeting after the day of the snooze ends it. One on the same day does not, since it may have
    come first; logging a meeting ends an existing snooze.
    """
    if until is None or snoozed_on is None or until <= today:
        return None
    return None if last_met_on is not None and last_met_on > snoozed_on else until


def _clock(due_from: date, due_by: date, today: date) -> Clock:
    state = "on_track" if today < due_from else "due" if today <= due_by else "overdue"
    return Clock(state, due_from, due_by)


def _active_since(standing: Standing) -> date:
    assert standing.joined_on is not None  # an active advisor has joined
    return max(standing.joined_on, standing.returned_on or standing.joined_on)
