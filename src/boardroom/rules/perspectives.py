"""How the active advisors differ, dimension by dimension.

Source: diversity of experience, gender, function, background and contacts, inside the organisation
and outside it (articles 000, 002, 004).
"""

from __future__ import annotations

from collections.abc import Sequence

from boardroom.record import Record
from boardroom.rules.board_gaps import Member
from boardroom.rules.names import fold

_ORGANISATION = ("organisation", "organization")


class Holders(Record):
    """A value of a dimension, and the advisors who have it."""

    value: str
    members: tuple[Member, ...]


class Dimension(Record):
    """A dimension in the user's words: its values, and the advisors of whom it is not noted."""

    name: str
    values: tuple[Holders, ...]
    unknown: tuple[Member, ...]

    @property
    def is_alike(self) -> bool:
        """Whether all have the same value."""
        return len(self.values) == 1 and not self.unknown


def compare(active: Sequence[Member]) -> tuple[Dimension, ...]:
    """Every dimension noted of two or more advisors, in the order in which it was met.

    Case and accents are ignored; the words are the first advisor's. One advisor can't be compared.
    """
    if len(active) < 2:
        return ()
    names: dict[str, str] = {}
    for member in active:
        for dimension in member.perspectives:
            names.setdefault(fold(dimension), dimension)
    return tuple(_dimension(key, name, active) for key, name in names.items())


def has_organisation(dimensions: Sequence[Dimension]) -> bool:
    """Whether it is noted of anybody that they are inside or outside the user's organisation."""
    return any(fold(dimension.name) in _ORGANISATION for dimension in dimensions)


def _dimension(key: str, name: str, active: Sequence[Member]) -> Dimension:
    values: dict[str, tuple[str, list[Member]]] = {}
    unknown = []
    for member in active:
        own = {fold(dimension): value for dimension, value in member.perspectives.items()}
        if key in own:
            values.setdefault(fold(own[key]), (own[key], []))[1].append(member)
        else:
            unknown.append(member)
    return Dimension(
        name,
        tuple(Holders(value, tuple(members)) for value, members in values.values()),
        tuple(unknown),
    )
