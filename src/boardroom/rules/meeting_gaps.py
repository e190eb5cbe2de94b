"""How long somebody was not met, counted in active days, and whether that was within their window.

Source: about an hour every four to six weeks, agreed up front (articles 000, 002, 003).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from boardroom.rules.active_periods import Period, Stint, active_days
from boardroom.rules.windows import Window


class Gap(NamedTuple):
    """A wait for the next meeting: its active days, from the day after the meeting before to the day of the next, that day included."""

    days: int
    within: bool


def gaps(
    met_on: Sequence[date], times: Iterable[Stint], window: Window, days: Period
) -> tuple[Gap, ...]:
    """The gaps that belong to a period, the earliest first; `met_on` are the days of held meetings, in order and each once.

    A gap runs from one meeting to the next, and belongs to the period that its end falls in, however long before that it began. Each
    time on the board begins anew with the seating; the first meeting of all ends no gap, since there may be others before it that
    were never noted. The last gap is still open at the period's end, or was at the parting: it says nothing yet, unless it is
    longer than the window already. Two days with no active day between them make no gap.
    """
    times = tuple(times)
    found = []
    for stint in times:
        end = days.until_on if stint.parted_on is None else min(stint.parted_on, days.until_on)
        last = stint.seated_on if any(day < stint.seated_on for day in met_on) else None
        for day in met_on:
            if stint.seated_on <= day <= end:
                if last is not None and day >= days.from_on:
                    found.append(_gap(times, last, day, window))
                last = day
        if end >= days.from_on:
            still_open = _gap(times, last or stint.seated_on, end, window)
            found += [] if still_open.within else [still_open]
    return tuple(gap for gap in found if gap.days)


def _gap(times: Iterable[Stint], last: date, end: date, window: Window) -> Gap:
    """The wait from the day `last` to the day `end`: within the window up to and including its last day, put off by every day away."""
    waited = active_days(times, last, end)
    return Gap(waited, waited <= (window.longest.after(last) - last).days)
