"""Reads notes on people in Markdown: Obsidian's front matter, Notion's and Logseq's properties.

A file is a note on one person, or several notes below one another, each with front matter that
begins with `name:`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from boardroom.formats.incoming.decoding import lines_of
from boardroom.formats.incoming.front_matter import MARK, read_front_matter
from boardroom.formats.incoming.headers import person_field, plain_header
from boardroom.formats.incoming.note_body import BodyReader
from boardroom.formats.incoming.note_fields import FieldReader, plain, texts_by_field
from boardroom.formats.incoming.note_names import (
    is_alike,
    looks_like_a_name,
    name_of,
    says_the_same,
)
from boardroom.formats.incoming.outline import from_outline
from boardroom.formats.incoming.records import (
    LONG_NAME,
    NAME_LIMIT,
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

KIND = "notes"

_MAPS = (
    "front matter and properties → the fields of a person; aliases → nicknames",
    "a list item or heading with a day → a held meeting; a task → a promise, by 📅, kept on ✅",
    "the rest → notes",
)
_PEOPLE_TAGS = frozenset({"person", "people", "contact", "contacts", "friend", "board", "advisor"})
_STATUS = "status"
MENTEE = "mentee"
"""The status of a current mentee in a note."""
_TAGS = ("tags", "tag", "groups", "labels")
_TYPES = ("type", "kind", "category", "categories", "class")
_OF_PEOPLE = frozenset(
    {"name", "org", "title", "email", "phone", "how_met", "seat", "window", "birthday", "last_met"}
)
"""The fields that notes on people alone have."""
_PROFILE = "linkedin.com/in/"
_NOTION_ID = re.compile(r" [0-9a-f]{32}$")
_ENDING = re.compile(r"\.(?:md|markdown)$", re.IGNORECASE)
_PROPERTY = re.compile(r"(?P<key>[^\s:#>\-*][^:]{0,40}): (?P<value>.+)")
_TITLE = re.compile(r"# +(?P<name>.+)")
_LONGEST = NOTES_LIMIT + 1
"""Of a longer line only as much is read as to be refused."""


def read_notes(text: str, name: str, *, date_order: str | None, this_year: int) -> Incoming:
    """The people whom the notes of a file are on; `name` is the file's."""
    reader = _Reader(date_order, this_year)
    lines = from_outline([line[:_LONGEST] for line in lines_of(text)])
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
        body_at = at
        if not matter:
            body_at, values = _properties(lines, at + bool(heading), end)
        texts = texts_by_field(values)
        given = plain(next(iter(texts.get("name", ())), ""))
        title = plain(next(iter(values.get("title", ())), ""))
        written = plain(heading["name"]) if heading else ""
        name = name_of(given, written, title, file_name)
        place = f"line {start + 1}"
        if not _is_on_somebody(texts, values):
            self._lost["a note that does not say whom it is on"] += 1
            if looks_like_a_name(name):
                where = "into its front matter" if matter else "above its text"
                self._doubtful.append(
                    f"{place}: {shown(name)} may be a person. To say so, put the line"
                    f" “type: person” {where}."
                )
            return
        if title and not is_alike(title, name):
            texts.setdefault("title", []).append(title)
        if len(name) > NAME_LIMIT:
            self._faults.append(Fault(place, "name", LONG_NAME))
            return
        who = fold(name)
        if who in self._people:
            self._faults.append(Fault(place, "name", f"{shown(name)} has a note already"))
            return
        self._count_lost(values, matter.unread if matter else ())
        if heading and says_the_same(written, name):
            body_at = max(body_at, at + 1)
        body = BodyReader(who, self._lost, self._faults)
        body.read(lines, body_at, end)
        fields = FieldReader(
            place,
            texts,
            self._date_order,
            lost=self._lost,
            doubtful=self._doubtful,
            faults=self._faults,
        )
        columns, over = fields.columns()
        notes = (*texts.get("notes", ()), *body.notes, *over)
        birthday = fields.birthday(this_year=self._this_year)
        self._people[who] = Person(
            name, place, who, columns, notes, birthday, status=_status(values)
        )
        on_file = {meeting.on for meeting in body.meetings}
        self._meetings += body.meetings
        self._meetings += (
            HeldMeeting(who, on, place, f"{who} {on} 1")
            for on in fields.days_met()
            if on not in on_file
        )
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

    def _count_lost(self, values: Mapping[str, Sequence[str]], unread: Sequence[str]) -> None:
        known = {"title", *_TAGS}
        for key in values:
            if key.lower() in _TAGS:
                self._lost["a tag"] += len(values[key])
            elif key == _STATUS and _status(values):
                continue
            elif not person_field(key) and key not in known and not _is_of_people(values, key):
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
        is_list = plain_header(shape["key"]) in _TAGS or person_field(shape["key"]) == "nickname"
        values[shape["key"]] = shape["value"].split(", ") if is_list else [shape["value"]]
        below += 1
    if not any(map(person_field, values)) and not any(_is_of_people(values, key) for key in values):
        return at, {}
    return below, values


def _is_on_somebody(
    texts: Mapping[str, Sequence[str]], values: Mapping[str, Sequence[str]]
) -> bool:
    """Whether a note with these fields and values is on a person."""
    has_profile = any(_PROFILE in link.lower() for link in texts.get("link", ()))
    return has_profile or bool(texts.keys() & _OF_PEOPLE or _tags_of(values) & _PEOPLE_TAGS)


def _tags_of(values: Mapping[str, Sequence[str]]) -> set[str]:
    """The tags of a note, and what it says it is, in small letters."""
    keys = (key for key in values if key.lower() in (*_TAGS, *_TYPES))
    return {plain(tag).lstrip("#").lower() for key in keys for tag in values[key]}


def _is_of_people(values: Mapping[str, Sequence[str]], key: str) -> bool:
    """Whether a field says that the note is on a person."""
    return key.lower() in _TYPES and bool(_tags_of({key: values[key]}) & _PEOPLE_TAGS)


def _status(values: Mapping[str, Sequence[str]]) -> str:
    """The status, if it is one of the board's own words; else empty."""
    return next((text for text in values.get(_STATUS, ()) if text in (*STATUSES, MENTEE)), "")
