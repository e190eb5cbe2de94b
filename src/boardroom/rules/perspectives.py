"""How the active advisors differ, dimension by dimension.

Source: diversity of experience, gender, function, background and contacts, inside the organisation
and outside it (articles 000, 002, 004).
"""

from __future__ import annotations

from collections.abc import Sequence

from boardroom.record import Record
from boardroom.rules.board_gaps import Member
from boardroom.rules.names import fold

_SHORTEST = 3
_NEAR_ENOUGH = 0.8
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


def near_dimension(name: str, others: Sequence[str]) -> str | None:
    """The first of the others that may be the same dimension, as `organisation` is `org`.

    None if there is none.
    """
    folded = fold(name)
    return next(
        (other for other in others if fold(other) != folded and _is_near(folded, fold(other))), None
    )


def _is_near(name: str, other: str) -> bool:
    shorter, longer = sorted((name, other), key=len)
    if len(shorter) >= _SHORTEST and longer.startswith(shorter):
        return True
    from difflib import SequenceMatcher  # noqa: PLC0415  2 ms, for a dimension that is set alone

    return SequenceMatcher(None, name, other).ratio() >= _NEAR_ENOUGH


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
