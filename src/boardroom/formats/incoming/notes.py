"""Reads notes on people in Markdown: with front matter, as Obsidian has it, or Notion's properties.

A file is a note on one person, or several notes below one another, each with front matter that
begins with `name:`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from boardroom.errors import BadInput
from boardroom.formats.incoming.birthdays import read_birthday
from boardroom.formats.incoming.column_days import read_day
from boardroom.formats.incoming.decoding import lines_of
from boardroom.formats.incoming.front_matter import MARK, read_front_matter
from boardroom.formats.incoming.headers import PERSON_HEADERS, plain_header
from boardroom.formats.incoming.note_body import BodyReader
from boardroom.formats.incoming.records import (
    LONG_NAME,
    NAME_LIMIT,
    Birthday,
    Fault,
    Given,
    HeldMeeting,
    Incoming,
    Person,
    Promised,
    shown,
)
from boardroom.rules.lifecycle import STATUSES
from boardroom.rules.names import fold
from boardroom.rules.text import NOTES_LIMIT
from boardroom.rules.windows import parse_window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

KIND = "notes"

_MAPS = (
    "front matter and properties: the fields of a person; aliases: nicknames",
    "a list item or heading with a day: a held meeting; a task: a promise, by 📅, kept on ✅",
    "the rest: notes",
)
_PEOPLE_TAGS = frozenset({"person", "people", "contact", "contacts", "friend", "board", "advisor"})
_STATUS = "status"
MENTEE = "mentee"
"""The status of a current mentee in a note."""
_TAGS = ("tags", "tag", "groups", "labels")
_NOTION_ID = re.compile(r" [0-9a-f]{32}$")
_ENDING = re.compile(r"\.(?:md|markdown)$", re.IGNORECASE)
_PROPERTY = re.compile(r"(?P<key>[^\s:#>\-*][^:]{0,40}): (?P<value>.+)")
_LINK = re.compile(r"\[\[([^\]|]+)(?:\|[^\]]*)?\]\]")
_ADDRESS_AFTER = re.compile(r" \(https?://[^\s)]*\)")
_TITLE = re.compile(r"# +(?P<name>.+)")
_LONGEST = NOTES_LIMIT + 1
"""Of a longer line only as much is read as to be refused."""
_OWN = ("org", "title", "email", "phone", "link", "city", "timezone", "how_met", "seat")


def read_notes(text: str, name: str, *, date_order: str | None, this_year: int) -> Incoming:
    """The people whom the notes of a file are on; `name` is the file's."""
    reader = _Reader(date_order, this_year)
    lines = [line[:_LONGEST] for line in lines_of(text)]
    for start, end in _notes(lines):
        reader.read(lines, start, end, _name_of(name))
    return reader.incoming()


def _notes(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first line of each note, and the line after its last."""
    later = (
        at
        for at in range(1, len(lines) - 1)
        if lines[at].rstrip() == MARK and lines[at + 1].startswith("name: ")
    )
    starts = [0, *later]
    yield from zip(starts, [*starts[1:], len(lines)], strict=True)


def _name_of(file: str) -> str:
    """The name in that of a file, without its folder and Notion's number."""
    bare = re.split(r"[/\\]", file)[-1]
    return _NOTION_ID.sub("", _ENDING.sub("", bare)).strip()


class _Reader:
    def __init__(self, date_order: str | None, this_year: int) -> None:
        self._date_order, self._this_year = date_order, this_year
        self._people: dict[str, Person] = {}
        self._meetings: list[HeldMeeting] = []
        self._promises: list[Promised] = []
        self._exchanges: list[Given] = []
        self._lost: Counter[str] = Counter()
        self._doubtful: list[str] = []
        self._faults: list[Fault] = []

    def read(self, lines: Sequence[str], start: int, end: int, file_name: str) -> None:
        """Takes the note in these lines."""
        matter = read_front_matter(lines, start)
        values = dict(matter.values) if matter else {}
        at = matter.end if matter else start
        while at < end and not lines[at].strip():
            at += 1
        heading = _TITLE.fullmatch(lines[at].strip()) if at < end else None
        if heading:
            at += 1
        if not matter:
            at, values = _properties(lines, at, end)
        fields = {PERSON_HEADERS.get(plain_header(key), ""): texts for key, texts in values.items()}
        name = next(iter(fields.get("name", ())), "") or (heading["name"] if heading else "")
        name = _plain(name) or next(iter(values.get("title", ())), "") or file_name
        place = f"line {start + 1}"
        tags = {tag.lstrip("#").lower() for key in _TAGS for tag in values.get(key, ())}
        if not (fields.keys() - {"", "name"} or tags & _PEOPLE_TAGS or "name" in fields):
            self._lost["a note on nobody"] += 1
            return
        if len(name) > NAME_LIMIT:
            self._faults.append(Fault(place, "name", LONG_NAME))
            return
        who = fold(name)
        if who in self._people:
            self._faults.append(Fault(place, "name", f"{shown(name)} has a note already"))
            return
        self._count_lost(values, matter.unread if matter else ())
        body = BodyReader(who, self._lost, self._faults)
        body.read(lines, at, end)
        notes = (*fields.get("notes", ()), *body.notes)
        person = Person(name, place, who, self._fields(place, fields), notes)
        self._people[who] = person._replace(
            birthday=self._birthday(place, fields), status=_status(values)
        )
        self._meetings += self._last_met(place, who, fields, body.meetings)
        self._promises += body.promises
        self._exchanges += body.exchanges

    def incoming(self) -> Incoming:
        """All that was read."""
        return Incoming(
            KIND,
            tuple(self._people.values()),
            tuple(self._meetings),
            tuple(self._promises),
            tuple(self._exchanges),
            _MAPS,
            dict(self._lost),
            tuple(self._doubtful),
            tuple(self._faults),
        )

    def _fields(self, place: str, texts: Mapping[str, Sequence[str]]) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        for field in _OWN:
            if values := [_plain(text) for text in texts.get(field, ()) if _plain(text)]:
                fields[field] = values[0]
        if nicknames := [*texts.get("nickname", ())]:
            fields["nicknames"] = nicknames
        for text in texts.get("window", ())[:1]:
            try:
                fields["window"] = str(parse_window(text))
            except BadInput:
                self._doubtful.append(f"{place}: {shown(text)} is no window, and left out.")
        return fields

    def _birthday(self, place: str, texts: Mapping[str, Sequence[str]]) -> Birthday | None:
        for text in texts.get("birthday", ())[:1]:
            try:
                return read_birthday(text, self._date_order, this_year=self._this_year)
            except ValueError as error:
                self._faults.append(Fault(place, "birthday", str(error)))
        return None

    def _last_met(
        self,
        place: str,
        who: str,
        texts: Mapping[str, Sequence[str]],
        meetings: list[HeldMeeting],
    ) -> list[HeldMeeting]:
        """The meetings of a note, with the last one that its front matter names."""
        for text in texts.get("last_met", ())[:1]:
            try:
                on = read_day(_plain(text), self._date_order).on
            except ValueError as error:
                self._faults.append(Fault(place, "last met", str(error)))
                continue
            if all(meeting.on != on for meeting in meetings):
                return [*meetings, HeldMeeting(who, on, place, f"{who} {on} 1")]
        return meetings

    def _count_lost(self, values: Mapping[str, Sequence[str]], unread: Sequence[str]) -> None:
        known = {"title", *_TAGS}
        for key in values:
            if key.lower() in _TAGS:
                self._lost["a tag"] += len(values[key])
            elif key == _STATUS and _status(values):
                continue
            elif plain_header(key) not in PERSON_HEADERS and key not in known:
                self._lost[f"the field {key}"] += 1
        for key in unread:
            self._lost[f"the field {key}"] += 1


def _properties(lines: Sequence[str], at: int, end: int) -> tuple[int, dict[str, list[str]]]:
    """The properties that Notion writes below the heading, and the line after them."""
    first = at
    while first < end and not lines[first].strip():
        first += 1
    values: dict[str, list[str]] = {}
    below = first
    while below < end and (shape := _PROPERTY.fullmatch(lines[below].strip())):
        texts = (
            shape["value"].split(", ") if plain_header(shape["key"]) in _TAGS else [shape["value"]]
        )
        values[shape["key"]] = texts
        below += 1
    if not any(plain_header(key) in PERSON_HEADERS for key in values):
        return at, {}
    return below, values


def _status(values: Mapping[str, Sequence[str]]) -> str:
    """The status, if it is one of the board's own words; else empty."""
    return next((text for text in values.get(_STATUS, ()) if text in (*STATUSES, MENTEE)), "")


def _plain(text: str) -> str:
    return _ADDRESS_AFTER.sub("", _LINK.sub(r"\1", text)).strip()
