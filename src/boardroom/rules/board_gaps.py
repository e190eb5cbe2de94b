"""What a board lacks: people, helpers for a goal, perspectives, a goal for each advisor.

Sources: three to five people on a personal leadership team (articles 000, 004); diversity of
experience, gender, function, background and contacts (000, 002, 004); goals shared with the
advisors (000, 003); an agreement that is not open-ended (002, 003).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from boardroom.record import Record
from boardroom.rules.ids import GOAL
from boardroom.rules.names import fold
from boardroom.rules.settings import Seats


class Member(Record):
    """An active advisor, with their perspectives: the user's words, by dimension."""

    handle: str
    name: str
    perspectives: Mapping[str, str]


class OpenGoal(Record):
    """An open goal, with the handles of its helpers, whatever their status."""

    id: int
    title: str
    helpers: frozenset[str]
    private: bool = False

    @property
    def ref(self) -> str:
        """The id as the user types it."""
        return GOAL.ref(self.id)


class SharedPerspective(Record):
    """A dimension in which all active advisors have the same value."""

    dimension: str
    value: str


class Gaps(Record):
    """What a board lacks.

    `seats` is the number of people missing, `goals` are those without an active helper, `alike` the
    perspectives that all advisors share, and `idle` the advisors who help with no goal. Nothing is
    agreed with the `unagreed`, and the agreements with the `open_ended` have no end.
    """

    seats: int
    goals: tuple[OpenGoal, ...]
    alike: tuple[SharedPerspective, ...]
    idle: tuple[Member, ...]
    unagreed: tuple[Member, ...] = ()
    open_ended: tuple[Member, ...] = ()


def find_gaps(active: Sequence[Member], goals: Sequence[OpenGoal], seats: Seats) -> Gaps:
    """What a board with these active advisors and open goals lacks, in the order given.

    If there are no open goals, nobody counts as idle.
    """
    handles = {member.handle for member in active}
    helping = frozenset[str]().union(*(goal.helpers for goal in goals))
    return Gaps(
        max(seats.fewest - len(active), 0),
        tuple(goal for goal in goals if not goal.helpers & handles),
        shared_perspectives(active),
        tuple(member for member in active if member.handle not in helping) if goals else (),
    )


def shared_perspectives(active: Sequence[Member]) -> tuple[SharedPerspective, ...]:
    """The dimensions in which all of two or more advisors have the same value.

    Case and accents are ignored; the words are the first advisor's. An unknown perspective never
    counts as shared.
    """
    if len(active) < 2:
        return ()
    first, *others = (
        {fold(dimension): (dimension, value) for dimension, value in member.perspectives.items()}
        for member in active
    )
    return tuple(
        SharedPerspective(dimension, value)
        for key, (dimension, value) in first.items()
        if all(key in other and fold(other[key][1]) == fold(value) for other in others)
    )
