"""Reads contacts as vCard 2.1, 3.0 and 4.0, as phones and other programs write them."""

from __future__ import annotations

import re
from collections import Counter

from boardroom.errors import ImportRejected
from boardroom.formats.board_content import NOTHING_IMPORTED
from boardroom.formats.incoming.decoding import lines_of
from boardroom.formats.incoming.name_order import given_first
from boardroom.formats.incoming.records import (
    LONG_NAME,
    NAME_LIMIT,
    Birthday,
    Fault,
    Incoming,
    Person,
    shown,
)
from boardroom.formats.incoming.vcard_fields import (
    NICKNAMES,
    SOCIAL,
    fields_of,
    first_text,
    is_page,
    lost_of,
)
from boardroom.formats.incoming.vcard_lines import Property, properties
from boardroom.rules.calendar import days_in_month
from boardroom.rules.names import fold

KIND = "vcard"

_MOST_LINES = 500_000
"""The most lines of a file; most of them are those of photos."""

_MAPS = (
    "NICKNAME → nicknames; ORG → org; TITLE or ROLE → title; TZ → timezone; ADR → the city alone",
    "the preferred EMAIL, TEL, and URL or social profile → email, phone and link; others → notes",
    "NOTE → notes; BDAY → a yearly occasion",
)
_TECHNICAL = frozenset(
    {"BEGIN", "END", "VERSION", "PRODID", "REV", "SOURCE", "UID", "FN", "N", "KIND", "XML"}
    | {"X-ABLABEL", "X-ABADR", "X-ABSHOWAS", "X-ABUID", "X-ADDRESSBOOKSERVER-KIND"}
    | {"SORT-STRING", "CLIENTPIDMAP", "NAME", "PROFILE", "MAILER", "CLASS"}
)
_READ = frozenset(
    {*NICKNAMES, "ORG", "TITLE", "ROLE", "EMAIL", "TEL", "URL", "ADR", "NOTE", "BDAY", "TZ"}
    | {"X-BOARDROOM-SEAT", "X-BOARDROOM-HOW-MET", "X-BOARDROOM-WINDOW", *SOCIAL}
)
_WORDS = {
    "PHOTO": "a photo",
    "AGENT": "an assistant",
    "IMPP": "an address for messages",
    "LANG": "a language",
    "KEY": "a key",
    "LABEL": "a label of an address",
    "X-ALTBDAY": "a birthday in another calendar",
    "GENDER": "a gender",
    "LOGO": "a photo",
    "CATEGORIES": "categories",
    "RELATED": "a related person",
    "X-ABRELATEDNAMES": "a related person",
    "ANNIVERSARY": "an anniversary",
    "X-ABDATE": "an anniversary",
    "X-ANNIVERSARY": "an anniversary",
}
_DATE = re.compile(r"(?P<year>\d{4}|--)-?(?P<month>\d{2})-?(?P<day>\d{2})(?:T.*)?")
_NO_YEAR = 1604  # as Apple writes a birthday without a year
_AGENT = ("AGENT", "")
_NOT_PEOPLE = ("group", "org", "location", "application", "device")


def read_vcards(text: str) -> Incoming:
    """The people in a file of contacts.

    Raises:
        ImportRejected: there is no contact in it.
    """
    reader = _Reader()
    for read in properties(lines_of(text, most=_MOST_LINES)):
        reader.read(read)
    return reader.incoming()


class _Reader:
    def __init__(self) -> None:
        self._cards_count = 0
        self._card: list[Property] | None = None
        self._begin = 0
        self._agents_count = 0
        self._people: dict[str, Person] = {}
        self._faults: list[Fault] = []
        self._doubtful: list[str] = []
        self._lost: Counter[str] = Counter()

    def read(self, read: Property | int) -> None:
        """Takes the next property, or the number of a line that is none."""
        if isinstance(read, int):
            if self._card is not None:
                self._lost["a line that is no property"] += 1
        elif self._agents_count or self._begins_agent(read):
            self._skip_agent(read)
        elif read.name == "BEGIN" and read.text.upper() == "VCARD":
            self._close_broken()
            self._card, self._begin = [], read.line
            self._cards_count += 1
        elif read.name == "END" and read.text.upper() == "VCARD":
            if self._card is not None:
                self._add(self._card)
            self._card = None
        elif self._card is not None:
            self._card.append(read)

    def _begins_agent(self, read: Property) -> bool:
        """Whether the card of an assistant begins within a card, as version 2.1 has it."""
        above = self._card[-1] if self._card else None
        return read.name == "BEGIN" and above is not None and (above.name, above.text) == _AGENT

    def _skip_agent(self, read: Property) -> None:
        if read.text.upper() == "VCARD":
            self._agents_count += {"BEGIN": 1, "END": -1}.get(read.name, 0)

    def incoming(self) -> Incoming:
        """All that was read."""
        self._close_broken()
        if not self._cards_count:
            raise ImportRejected("There is no contact in it.", NOTHING_IMPORTED)
        return Incoming(
            KIND,
            tuple(self._people.values()),
            maps=_MAPS,
            lost=dict(self._lost),
            doubtful=tuple(self._doubtful),
            faults=tuple(self._faults),
        )

    def _close_broken(self) -> None:
        if self._card is not None:
            place = f"line {self._begin}"
            problem = "the contact has no end, as if the file were cut off"
            self._faults.append(Fault(place, "", problem))

    def _add(self, card: list[Property]) -> None:
        place = f"line {self._begin}"
        kind = first_text(card, "KIND", "X-ADDRESSBOOKSERVER-KIND").lower()
        if kind in _NOT_PEOPLE:
            self._lost["a group or an organisation"] += 1
            return
        name, also = _names(card)
        if not name or first_text(card, "X-ABSHOWAS").upper() == "COMPANY":
            self._lost["a contact without a person's name"] += 1
            return
        known = (each for each in card if each.name in _READ or each.name in _TECHNICAL)
        unreadable = next((each for each in known if each.value is None), None)
        if unreadable is not None:
            field = f"{unreadable.name}, line {unreadable.line}"
            self._faults.append(Fault(place, field, unreadable.problem))
            return
        if len(name) > NAME_LIMIT:
            self._faults.append(Fault(place, "FN", LONG_NAME))
            return
        uid = first_text(card, "UID")
        fields, notes = fields_of(card)
        source_id = uid or f"{fold(name)} {fields.get('email', '')}".strip()
        if source_id in self._people:
            same = self._people[source_id].place
            self._faults.append(Fault(place, "UID", f"{shown(name)} has that of {same}"))
            return
        self._lost.update(lost_of(card))
        for each in card:
            if each.name not in _READ and each.name not in _TECHNICAL:
                self._lost[_WORDS.get(each.name, each.name.lower())] += 1
            elif each.name in SOCIAL and each.text and not is_page(each):
                self._lost["a social profile without its address"] += 1
        self._people[source_id] = Person(
            name, place, source_id, fields, notes, self._birthday(card, name), also=also
        )

    def _birthday(self, card: list[Property], name: str) -> Birthday | None:
        given = next((each for each in card if each.name == "BDAY" and each.text), None)
        if given is None:
            return None
        date = _DATE.fullmatch(given.text)
        if date is not None:
            month, day = int(date["month"]), int(date["day"])
            year = None if date["year"] == "--" else int(date["year"])
            omitted = given.parameters.get("X-APPLE-OMIT-YEAR", ())
            if year == _NO_YEAR or str(year) in omitted:
                year = None
            if is_day(year, month, day):
                return Birthday(month, day, year)
        words = f"line {given.line}: {shown(given.text)} is no birthday of {name}, and left out."
        self._doubtful.append(words)
        return None


def is_day(year: int | None, month: int, day: int) -> bool:
    """Whether there is such a day; without a year, in any."""
    if year is not None and not 1900 <= year <= 2200:
        return False
    return 1 <= month <= 12 and 1 <= day <= days_in_month(year or 2000, month)


def _names(card: list[Property]) -> tuple[str, tuple[str, ...]]:
    """The full name without titles, and other ways to write it."""
    parts = next((each.parts for each in card if each.name == "N"), [])
    family, given, additional, prefix, _ = [*parts, "", "", "", "", ""][:5]
    composed = " ".join(part for part in (given, additional, family) if part)
    name = first_text(card, "FN")
    if prefix and name.startswith(f"{prefix} "):
        name = name[len(prefix) :].strip()
    name = given_first(" ".join((name or composed).split()))
    short = f"{given} {family}" if given and family else ""
    return name, tuple(way for way in (composed, short) if way and way != name)
