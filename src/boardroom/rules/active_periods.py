"""The days an advisor was active on the board, and which of them a review covers.

A review counts active days only: nobody is judged by days as a prospect, paused or gone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from boardroom.record import Record
from boardroom.rules.lifecycle import Step


class Stretch(Record):
    """A run of active days, from `first` to the day before `end` (None: still going)."""

    first: date
    end: date | None


class Stint(Record):
    """One time on the board, from the seating to the parting (None: still on the board).

    Pauses are the gaps between its `active` stretches.
    """

    seated_on: date
    parted_on: date | None
    active: tuple[Stretch, ...]


class Period(Record):
    """A range of days, both ends included; empty if `until_on` is before `from_on`."""

    from_on: date
    until_on: date

    @property
    def days(self) -> int:
        """The number of days."""
        return max((self.until_on - self.from_on).days + 1, 0)


def find_stints(steps: Iterable[Step], *, until: date) -> tuple[Stint, ...]:
    """The times a person was on the board, from their steps in order, up to `until`.

    The day of a step belongs to the new status: with a pause from the 2nd, the 1st is the last
    active day.
    """
    stints: list[Stint] = []
    for step in steps:
        if step.on > until:
            break
        on_board = bool(stints) and stints[-1].parted_on is None
        if step.status == "active":
            stint = stints.pop() if on_board else Stint(step.on, None, ())
            stints.append(stint._replace(active=(*stint.active, Stretch(step.on, None))))
        elif on_board:
            active = _end_stretch(stints[-1].active, step.on)
            parted_on = None if step.status == "paused" else step.on
            stints.append(stints.pop()._replace(active=active, parted_on=parted_on))
    return tuple(stints)


def review_period(stints: Sequence[Stint], *, from_on: date | None, until: date) -> Period | None:
    """The days to review: from `from_on` (None: the first seating) to `until`, both included.

    Days before the first seating and after the last parting are cut off; the day of a parting is
    included. None if the person has not been on the board since `from_on`.
    """
    earliest = from_on or date.min
    covered = [stint for stint in stints if stint.parted_on is None or stint.parted_on >= earliest]
    if not covered:
        return None
    parted_on = covered[-1].parted_on
    return Period(
        max(earliest, covered[0].seated_on), until if parted_on is None else min(parted_on, until)
    )


def active_days_after(stints: Iterable[Stint], after: date, until: date) -> int:
    """The number of active days later than `after`, up to `until`."""
    return _active_days(stints, after.toordinal() + 1, until.toordinal())


def active_days_in(stints: Iterable[Stint], period: Period) -> int:
    """The number of active days in a period."""
    return _active_days(stints, period.from_on.toordinal(), period.until_on.toordinal())


def _end_stretch(active: tuple[Stretch, ...], on: date) -> tuple[Stretch, ...]:
    """The stretches with the last one ended before `on`, or dropped if that leaves no day."""
    if not active or active[-1].end is not None:
        return active
    *earlier, last = active
    return (*earlier, last._replace(end=on)) if last.first < on else tuple(earlier)


def _active_days(stints: Iterable[Stint], first: int, last: int) -> int:
    """Takes days as ordinals, both included, since the calendar's last date has no next one."""
    return sum(_overlap(stretch, first, last) for stint in stints for stretch in stint.active)


def _overlap(stretch: Stretch, first: int, last: int) -> int:
    end = last if stretch.end is None else min(last, stretch.end.toordinal() - 1)
    return max(end - max(first, stretch.first.toordinal()) + 1, 0)
