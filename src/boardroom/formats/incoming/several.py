"""Joins what several files of one kind hold, such as a contact each, into one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from boardroom.formats.incoming.records import Incoming

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    from boardroom.formats.incoming.records import Fault, Given, HeldMeeting, Person, Promised

    P = TypeVar("P", Given, HeldMeeting, Person, Promised)
    F = TypeVar("F", Fault, Given, HeldMeeting, Person, Promised)


def joined(named: Sequence[tuple[str, Incoming]]) -> Incoming:
    """One for all of them, with the name of its file before each place.

    What two files say in the same words is there once; what else has one `source_id` gets another.
    """
    if len(named) == 1:
        return named[0][1]
    lost: Counter[str] = Counter()
    for _, incoming in named:
        lost.update(incoming.lost)
    return Incoming(
        named[0][1].kind,
        _apart(_placed(named, lambda incoming: incoming.people)),
        _apart(_placed(named, lambda incoming: incoming.meetings)),
        _apart(_placed(named, lambda incoming: incoming.promises)),
        _apart(_placed(named, lambda incoming: incoming.exchanges)),
        tuple(dict.fromkeys(words for _, each in named for words in each.maps)),
        dict(lost),
        tuple(f"{name}, {doubt}" for name, each in named for doubt in each.doubtful),
        tuple(_placed(named, lambda incoming: incoming.faults)),
        {header: columns for _, each in named for header, columns in each.mappings.items()},
    )


def _placed(
    named: Sequence[tuple[str, Incoming]], records: Callable[[Incoming], Sequence[F]]
) -> list[F]:
    return [
        record._replace(place=f"{name} {record.place}".rstrip())
        for name, incoming in named
        for record in records(incoming)
    ]


def _apart(records: Sequence[P]) -> tuple[P, ...]:
    """The records without repetitions, no two with one `source_id`."""
    said: dict[str, set[str]] = {}
    apart: list[P] = []
    for record in records:
        same_id = said.setdefault(record.source_id, set())
        words = repr(record._replace(place=""))
        if words not in same_id:
            number = len(same_id)
            same_id.add(words)
            source_id = f"{record.source_id}\n{number}" if number else record.source_id
            apart.append(record._replace(source_id=source_id))
    return tuple(apart)
