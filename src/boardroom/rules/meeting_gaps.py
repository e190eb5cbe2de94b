"""The active days between meetings, and whether they were within the window.

Source: about an hour every four to six weeks, agreed up front (articles 000, 002, 003).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from boardroom.record import Record
from boardroom.rules.active_periods import Period, Stint, active_days_after
from boardroom.rules.windows import Window


class Gap(Record):
    """The wait for a meeting: active days since the last one, the day of the meeting included."""

    days: int
    within: bool


class Wait(Record):
    """A gap and the days it ran between: from a meeting or a seating, to the next or to today."""

    from_on: date
    until_on: date
    days: int
    within: bool


def find_gaps(
    met_on: Sequence[date], stints: Iterable[Stint], window: Window, period: Period
) -> tuple[Gap, ...]:
    """The gaps that belong to a period, in order; see `find_waits`."""
    waits = find_waits(met_on, stints, window, period)
    return tuple(Gap(wait.days, wait.within) for wait in waits)


def find_waits(
    met_on: Sequence[date], stints: Iterable[Stint], window: Window, period: Period
) -> tuple[Wait, ...]:
    """The waits that belong to a period, in order. `met_on` are the days of held meetings, sorted.

    A wait runs from one meeting to the next and belongs to the period it ends in, even if it
    started earlier. Each time on the board starts over with the seating. The very first meeting
    ends no wait, since earlier ones may not have been logged. The last wait is still open at the
    end of the period or at the parting, so it counts only if it is longer than the window. Two days
    with no active day between them make no wait.
    """
    stints = tuple(stints)
    waits = []
    for stint in stints:
        end = period.until_on if stint.parted_on is None else min(stint.parted_on, period.until_on)
        last = stint.seated_on if any(day < stint.seated_on for day in met_on) else None
        for day in met_on:
            if stint.seated_on <= day <= end:
                if last is not None and day >= period.from_on:
                    waits.append(_wait(stints, last, day, window))
                last = day
        if end >= period.from_on:
            still_open = _wait(stints, last or stint.seated_on, end, window)
            waits += [] if still_open.within else [still_open]
    return tuple(wait for wait in waits if wait.days)


def _wait(stints: Iterable[Stint], last: date, end: date, window: Window) -> Wait:
    """The wait from `last` to `end`. Days away extend the window."""
    waited = active_days_after(stints, last, end)
    return Wait(last, end, waited, waited <= (window.longest.after(last) - last).days)
