"""When somebody was on the board, and which days a review of them is about.

A review judges nobody by the days on which they were a prospect, paused or gone: here it is counted which those were.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from boardroom.rules.lifecycle import Step


class Stretch(NamedTuple):
    """Active days in a row: from `first` on, and before `end` (None: still going)."""

    first: date
    end: date | None


class Stint(NamedTuple):
    """One time on the board, from the seating to the parting (None: still on it), and its active stretches, pauses between them."""

    seated_on: date
    parted_on: date | None
    active: tuple[Stretch, ...]


class Period(NamedTuple):
    """The days that facts are of, both included; of no day at all where `until_on` is before `from_on`."""

    from_on: date
    until_on: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return max((self.until_on - self.from_on).days + 1, 0)


def stints(steps: Iterable[Step], *, until: date) -> tuple[Stint, ...]:
    """The times that somebody was on the board, from their steps in the order they were taken; those after `until` do not count.

    The day of a step belongs to what it leads to: who is paused on the 1st was last active on the day before.
    """
    found: list[Stint] = []
    for step in steps:
        if step.on > until:
            break
        on_board = bool(found) and found[-1].parted_on is None
        if step.status == "active":
            begun = found.pop() if on_board else Stint(step.on, None, ())
            found.append(begun._replace(active=(*begun.active, Stretch(step.on, None))))
        elif on_board:
            active = _closed(found[-1].active, step.on)
            found.append(
                found.pop()._replace(
                    active=active, parted_on=None if step.status == "paused" else step.on
                )
            )
    return tuple(found)


def period(times: Sequence[Stint], *, from_on: date | None, until: date) -> Period | None:
    """The days to look at, from `from_on` (the day after the last review; None: the first seating) up to `until`, both included.

    The day of a parting belongs to who parts. Days before a seating and after a parting are left out at both ends; None for whoever
    was at no time on the board since `from_on`.
    """
    begun_on = from_on or date.min
    theirs = [stint for stint in times if stint.parted_on is None or stint.parted_on >= begun_on]
    if not theirs:
        return None
    parted_on = theirs[-1].parted_on
    return Period(
        max(begun_on, theirs[0].seated_on), until if parted_on is None else min(parted_on, until)
    )


def active_days(times: Iterable[Stint], after: date, until: date) -> int:
    """How many days later than `after`, and up to `until`, were active ones."""
    return sum(
        _overlap(stretch, after.toordinal() + 1, until.toordinal())
        for stint in times
        for stretch in stint.active
    )


def active_days_in(times: Iterable[Stint], days: Period) -> int:
    """How many days of a period were active ones."""
    return sum(
        _overlap(stretch, days.from_on.toordinal(), days.until_on.toordinal())
        for stint in times
        for stretch in stint.active
    )


def _closed(active: tuple[Stretch, ...], on: date) -> tuple[Stretch, ...]:
    """The stretches with the last one ended before `on`, if it was still going; gone where it then has no day."""
    if not active or active[-1].end is not None:
        return active
    *before, last = active
    return (*before, last._replace(end=on)) if last.first < on else tuple(before)


def _overlap(stretch: Stretch, first: int, last: int) -> int:
    """How many days of a stretch lie between two days, both included, all as ordinals: there is no day after the calendar's last."""
    end = last if stretch.end is None else min(last, stretch.end.toordinal() - 1)
    return max(end - max(first, stretch.first.toordinal()) + 1, 0)
