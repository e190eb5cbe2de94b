"""What a board lacks: people, help with a goal, another perspective, and something for each advisor to help with.

Sources: three to five people on a personal leadership team (articles 000, 004); diversity of experience, gender, function, background
and contacts (000, 002, 004); goals shared with the advisors (000, 003).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from boardroom.rules.names import fold
from boardroom.rules.settings import Seats


class Seated(NamedTuple):
    """An active advisor, and the perspectives they bring: a value by dimension, in the user's words."""

    handle: str
    name: str
    perspectives: Mapping[str, str]


class Aim(NamedTuple):
    """An open goal, and the handles of everybody who helps with it, whatever their status."""

    id: int
    title: str
    helpers: frozenset[str]


class Alike(NamedTuple):
    """A dimension in which all active advisors are of one value."""

    dimension: str
    value: str


class Missing(NamedTuple):
    """What is missing: how many people, goals that nobody active helps with, where all are alike, and who helps with no goal."""

    seats: int
    goals: tuple[Aim, ...]
    alike: tuple[Alike, ...]
    idle: tuple[Seated, ...]


def missing(active: Sequence[Seated], goals: Sequence[Aim], seats: Seats) -> Missing:
    """What a board of those advisors lacks for those open goals, each in the order given.

    Nobody is idle where there is no goal to help with.
    """
    handles = {person.handle for person in active}
    helping = frozenset[str]().union(*(goal.helpers for goal in goals))
    return Missing(
        max(seats.fewest - len(active), 0),
        tuple(goal for goal in goals if not goal.helpers & handles),
        alike(active),
        tuple(person for person in active if person.handle not in helping) if goals else (),
    )


def alike(active: Sequence[Seated]) -> tuple[Alike, ...]:
    """The dimensions that all have with one value, case and accents ignored, in the first one's words; none of fewer than two people.

    What is not known of somebody is not taken to be alike.
    """
    if len(active) < 2:
        return ()
    first, *others = (
        {fold(dimension): (dimension, value) for dimension, value in person.perspectives.items()}
        for person in active
    )
    return tuple(
        Alike(dimension, value)
        for key, (dimension, value) in first.items()
        if all(key in other and fold(other[key][1]) == fold(value) for other in others)
    )
