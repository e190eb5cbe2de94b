"""Who has been seen within the window, and whose review has come. Everything is worked out from dates; nothing is stored."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from boardroom.record import Record
from boardroom.rules.lifecycle import Standing
from boardroom.rules.windows import Window


class Clock(Record):
    """Where a day stands in a window: `state` is `on_track` before `due_from`, `due` to `due_by` (both included), then `overdue`."""

    state: str
    due_from: date
    due_by: date

    def days_overdue(self, today: date) -> int:
        """Days since `due_by`; 0 unless overdue."""
        return max((today - self.due_by).days, 0)


def seen(standing: Standing, last_met_on: date | None, window: Window, *, today: date) -> Clock:
    """Where an active advisor stands in their window of days to be seen in.

    The window runs from the last held meeting, from joining or from the last return, whichever is latest. After a meeting it
    opens at its shorter end; a first meeting, or one after a return, is due at once.

    Source: about an hour every four to six weeks, agreed up front (articles 000, 002, 003).
    """
    base = runs_from(_began_on(standing), last_met_on)
    return _clock(
        window.shortest.after(base) if base == last_met_on else base,
        window.longest.after(base),
        today,
    )


def runs_from(began_on: date, last_met_on: date | None) -> date:
    """The day that a window runs from: the last held meeting, else the joining or the last return, whichever is later."""
    return began_on if last_met_on is None else max(began_on, last_met_on)


def reviewed(standing: Standing, last_on: date | None, window: Window, *, today: date) -> Clock:
    """Where an active advisor stands in their window of days to be reviewed in, counted from the last review or the (re)start.

    Source: evaluate mentors and network every six months to a year (article 004).
    """
    began_on = _began_on(standing)
    base = began_on if last_on is None else max(last_on, began_on)
    return _clock(window.shortest.after(base), window.longest.after(base), today)


def board_reviewed(
    standings: Iterable[Standing], last_on: date | None, window: Window, *, today: date
) -> Clock | None:
    """The same for the board, from its last review or the day the first of its active advisors joined; None for an empty one."""
    joined = [standing.joined_on for standing in standings if standing.joined_on is not None]
    if not joined:
        return None
    base = last_on or min(joined)
    return _clock(window.shortest.after(base), window.longest.after(base), today)


def snoozed(
    until: date | None, snoozed_on: date | None, last_met_on: date | None, *, today: date
) -> date | None:
    """The day a snooze hides the seen flag until, or None where its day has come or a meeting held since has ended it.

    One held on the day of the snooze tells nothing of which came first; logging it has ended the snooze where that was there.
    """
    if until is None or snoozed_on is None or until <= today:
        return None
    return None if last_met_on is not None and last_met_on > snoozed_on else until


def _clock(due_from: date, due_by: date, today: date) -> Clock:
    state = "on_track" if today < due_from else "due" if today <= due_by else "overdue"
    return Clock(state, due_from, due_by)


def _began_on(standing: Standing) -> date:
    assert standing.joined_on is not None  # whoever is active has joined
    return max(standing.joined_on, standing.returned_on or standing.joined_on)
