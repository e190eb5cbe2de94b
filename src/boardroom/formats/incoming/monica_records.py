"""Gathers what is read of an export of Monica."""

from __future__ import annotations

from collections.abc import Mapping

from boardroom.formats.incoming.records import (
    Fault,
    Given,
    HeldMeeting,
    Incoming,
    Person,
    Promised,
)


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
