"""Reads friends.md, the journal of the program friends (JacobEvelyn/friends).

Its own parser refuses a file for one bad line; here each bad line is named, and the rest is read.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from boardroom.errors import ImportRejected
from boardroom.formats.board_content import NOTHING_IMPORTED
from boardroom.formats.incoming.decoding import lines_of
from boardroom.formats.incoming.records import (
    LONG_NAME,
    NAME_LIMIT,
    TOO_LONG,
    Fault,
    HeldMeeting,
    Incoming,
    Person,
    shown,
)
from boardroom.formats.incoming.ways import way_in
from boardroom.rules.names import fold
from boardroom.rules.text import NOTES_LIMIT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

KIND = "friends"

_HEADER = re.compile(r"#{1,6} *(Activities|Notes|Friends|Locations):?\s*")
"""The heading of a section, of another level and without its colon too."""
HAS_HEADER = re.compile(r"^### (?:Activities|Notes|Friends|Locations):", re.MULTILINE)
_EVENT = re.compile(r"(?P<day>[^:]*): (?P<text>.*)", re.DOTALL)
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
NAME = re.compile(r"(?<!\\)\*\*(?P<name>[^*]+)\*\*")
PLACE = re.compile(r"(?<![\\\w])_(?P<place>[^_]+)_(?!\w)")
_TAG = re.compile(r"(?<![^\W_])@[^\W_](?:[:-]?[^\W_])*")
_FRIEND = re.compile(
    r"(?P<name>[^(\[@]*)(?:\((?P<aka>[^)]*)\)\s*)?(?:\[(?P<city>[^\]]*)\]\s*)?(?P<tags>@.*)?"
)
_FRIEND_LIKE = "Name (a.k.a. Nick) [Place] @tag"
_AKA = re.compile(r"\s*a\.k\.a\.\s+")
_MARKED = r"\*\*[^*]+\*\*"
_BEGINNING = re.compile(
    rf"[A-Z][a-z]+(?: [a-z]+)? with {_MARKED}(?:(?:, | and ){_MARKED})*"
    r"(?: at _[^_]+_)?(?:: |\.$)"
)
"""How an activity begins that says who, where and how alone, before the notes on it."""
_ESCAPED = re.compile(r"\\([*_\\])")

_MOST_NAMES = 50
"""The most people of an activity."""
_MAPS = (
    "each activity with somebody → a held meeting with each of them; _Place_ → its place",
    "each note on somebody → a dated paragraph of their notes",
    "**Name** and _Place_ in a text → the words without their marks",
    "a.k.a. → nicknames; [Place] → city",
)


def read_friends(text: str) -> Incoming:
    """The people, activities and notes of a journal.

    Raises:
        ImportRejected: it has no section of such a journal.
    """
    if not HAS_HEADER.search(text):
        raise ImportRejected("This is no file of friends: no section of it.", NOTHING_IMPORTED)
    reader = _Reader()
    for number, line in enumerate(lines_of(text), 1):
        reader.read(f"line {number}", line.rstrip())
    return reader.incoming()


class _Event:
    """An activity or a note: its line, its day, and its text with all marks."""

    def __init__(self, place: str, on: date, text: str) -> None:
        self.place, self.on, self.text = place, on, text
        names = (name.strip() for name in NAME.findall(text))
        self.names = [*dict.fromkeys(name for name in names if 0 < len(name) <= NAME_LIMIT)]


class _Reader:
    def __init__(self) -> None:
        self._section = ""
        self._people: dict[str, Person] = {}
        self._activities: list[_Event] = []
        self._notes: list[_Event] = []
        self._faults: list[Fault] = []
        self._doubtful: list[str] = []
        self._lost: Counter[str] = Counter()

    def read(self, place: str, line: str) -> None:
        """Takes the next line."""
        if len(line) > NOTES_LIMIT:
            self._faults.append(Fault(place, "", TOO_LONG))
        elif header := _HEADER.fullmatch(line):
            self._section = header[1]
        elif not line.strip():
            return
        elif not line.startswith("- "):
            self._faults.append(Fault(place, "", f"{shown(line)} does not begin with “- ”"))
        elif self._section == "Friends":
            self._friend(place, line[2:])
        elif self._section == "Locations":
            self._lost["a place of its own"] += 1
        elif self._section:
            self._event(place, line[2:])

    def incoming(self) -> Incoming:
        """All that was read."""
        self._mentioned()
        meetings = [*self._meetings()]
        notes = self._notes_of_people()
        people = [
            person._replace(notes=tuple(notes.get(person.source_id, ())))
            for person in self._people.values()
        ]
        if meetings:
            self._lost["how long an activity took (the usual length is taken)"] = len(meetings)
        return Incoming(
            KIND,
            tuple(people),
            tuple(meetings),
            maps=_MAPS,
            lost=dict(self._lost),
            doubtful=tuple(self._doubtful),
            faults=tuple(self._faults),
        )

    def _friend(self, place: str, text: str) -> None:
        parts = _FRIEND.fullmatch(text)
        if parts is not None and len(parts["name"]) > NAME_LIMIT:
            self._faults.append(Fault(place, "name", LONG_NAME))
            return
        if parts is None or not parts["name"].strip():
            self._faults.append(
                Fault(place, "name", f"{shown(text)} is no friend like {_FRIEND_LIKE}")
            )
            return
        name = parts["name"].strip()
        key = fold(name)
        if key in self._people:
            first = self._people[key].place
            self._faults.append(Fault(place, "name", f"{shown(name)} is in {first} already"))
            return
        fields: dict[str, Any] = {}
        names = [nick.strip() for nick in _AKA.split(parts["aka"] or "") if nick.strip()]
        if names:
            fields["nicknames"] = names
        if city := (parts["city"] or "").strip():
            fields["city"] = city
        self._lost["a tag of a friend"] += len(_TAG.findall(parts["tags"] or ""))
        self._people[key] = Person(name, place, key, fields)

    def _event(self, place: str, text: str) -> None:
        parts = _EVENT.fullmatch(text)
        day = parts["day"].strip() if parts else text
        if parts is None or not _ISO.fullmatch(day):
            problem = f"{shown(day)} is no day like 2026-11-24"
            self._faults.append(Fault(place, "day", problem))
            return
        try:
            on = date.fromisoformat(day)
        except ValueError:
            self._faults.append(Fault(place, "day", f"there is no {day}"))
            return
        event = _Event(place, on, parts["text"].strip())
        (self._notes if self._section == "Notes" else self._activities).append(event)

    def _mentioned(self) -> None:
        """Adds whoever is in bold and no friend; mostly that is no person at all."""
        for event in (*self._activities, *self._notes):
            for name in event.names[:_MOST_NAMES]:
                if fold(name) not in self._people:
                    self._people[fold(name)] = Person(
                        name, event.place, fold(name), {}, listed=False
                    )

    def _meetings(self) -> list[HeldMeeting]:
        repeats: Counter[tuple[str, date]] = Counter()
        meetings = []
        for event in self._activities:
            if not event.names:
                self._lost["an activity with nobody in bold"] += 1
            if len(event.names) > _MOST_NAMES:
                problem = f"it names more than {_MOST_NAMES} people"
                self._faults.append(Fault(event.place, "people", problem))
                continue
            where = PLACE.search(event.text)
            way = way_in(NAME.sub("", event.text))
            notes = _plain(_BEGINNING.sub("", event.text, count=1)) or None
            for name in event.names:
                who = fold(name)
                repeats[who, event.on] += 1
                meetings.append(
                    HeldMeeting(
                        who,
                        event.on,
                        event.place,
                        f"{who} {event.on} {repeats[who, event.on]}",
                        way=way,
                        where=where["place"].strip() if where else None,
                        notes=notes,
                    )
                )
        return meetings

    def _notes_of_people(self) -> dict[str, list[str]]:
        notes: dict[str, list[str]] = {}
        for event in self._notes:
            names = event.names[:_MOST_NAMES]
            people = [name for name in names if self._people[fold(name)].listed]
            if not people:
                self._doubtful.append(f"{event.place}: a note on nobody in the list is left out.")
                self._lost["a note on nobody"] += 1
            for name in people:
                text = _plain(event.text.removeprefix(f"**{name}**: "))
                notes.setdefault(fold(name), []).append(f"{event.on}: {text}")
        return notes


def _plain(text: str) -> str:
    """A text without the marks of people and places; tags are words of it."""
    text = PLACE.sub(lambda match: match["place"], NAME.sub(lambda match: match["name"], text))
    return _ESCAPED.sub(r"\1", text).strip()
