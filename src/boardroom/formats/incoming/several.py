"""Joins what several files of one kind hold, such as a contact each, into one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from boardroom.formats.incoming.records import Incoming

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    from boardroom.formats.incoming.records import Fault, Given, HeldMeeting, Person, Promised

    P = TypeVar("P", Fault, Given, HeldMeeting, Person, Promised)


def joined(named: Sequence[tuple[str, Incoming]]) -> Incoming:
    """One for all of them, with the name of its file before each place."""
    if len(named) == 1:
        return named[0][1]
    lost: Counter[str] = Counter()
    for _, incoming in named:
        lost.update(incoming.lost)
    return Incoming(
        named[0][1].kind,
        tuple(one for name, each in named for one in _placed(name, each.people)),
        tuple(one for name, each in named for one in _placed(name, each.meetings)),
        tuple(one for name, each in named for one in _placed(name, each.promises)),
        tuple(one for name, each in named for one in _placed(name, each.exchanges)),
        tuple(dict.fromkeys(words for _, each in named for words in each.maps)),
        dict(lost),
        tuple(f"{name}, {doubt}" for name, each in named for doubt in each.doubtful),
        tuple(one for name, each in named for one in _placed(name, each.faults)),
        {header: columns for _, each in named for header, columns in each.mappings.items()},
    )


def _placed(name: str, records: Iterable[P]) -> Iterable[P]:
    return (record._replace(place=f"{name} {record.place}".rstrip()) for record in records)
