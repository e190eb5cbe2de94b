"""Gathers what is read of an export of Monica."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from boardroom.formats.incoming.monica_record import Contact, Wrong
from boardroom.formats.incoming.records import (
    Fault,
    Given,
    HeldMeeting,
    Incoming,
    Person,
    Promised,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Records:
    """The records read so far."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}
        self.meetings: list[HeldMeeting] = []
        self.promises: list[Promised] = []
        self.exchanges: list[Given] = []
        self.doubtful: list[str] = []
        self.faults: list[Fault] = []
        self.lost: dict[str, int] = {}

    def lose(self, words: str) -> None:
        """Counts what the board has no place for."""
        self.lost[words] = self.lost.get(words, 0) + 1

    @contextmanager
    def naming(self, part: Contact, kind: str) -> Iterator[None]:
        """Makes a fault of a value of a part that can't be read; counts what is not asked for."""
        try:
            yield
        except Wrong as wrong:
            self.faults.append(Fault(part.place, wrong.field, wrong.problem))
        else:
            self.lose_unread(part, kind)

    def lose_unread(self, part: Contact, kind: str) -> None:
        """Counts the properties of a part that nobody has asked for."""
        article = "an" if kind[0] in "aeiou" else "a"
        for field in part.unread():
            self.lose(f"the {field.replace('_', ' ')} of {article} {kind}")

    def parts(
        self, contact: Contact, parts: Mapping[str, Sequence[Any]], kind: str
    ) -> list[Contact]:
        """The parts of a kind; those that are no records are faults."""
        found = []
        for number, record in enumerate(parts.get(kind, ()), 1):
            found += self.one(f"{contact.place}, {kind.replace('_', ' ')} {number}", record)
        return found

    def one(self, place: str, record: object) -> list[Contact]:
        """A part, in a list; none if it is no record, which is a fault."""
        try:
            return [Contact(place, record)]
        except Wrong as wrong:
            self.faults.append(Fault(place, wrong.field, wrong.problem))
            return []

    def incoming(self, kind: str, maps: tuple[str, ...], lost: Mapping[str, int]) -> Incoming:
        """All of them."""
        return Incoming(
            kind,
            tuple(self.people.values()),
            tuple(self.meetings),
            tuple(self.promises),
            tuple(self.exchanges),
            maps,
            {**self.lost, **lost},
            tuple(self.doubtful),
            tuple(self.faults),
        )
