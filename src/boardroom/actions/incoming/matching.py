"""Who on the board the people of another program's file are."""

from __future__ import annotations

from collections.abc import Sequence

from boardroom.formats.incoming.honorifics import untitled
from boardroom.formats.incoming.records import Incoming, Person
from boardroom.queries.people import people
from boardroom.record import Record
from boardroom.rules.ids import uid_of
from boardroom.rules.names import Named, find_matches, person_spellings, spellings
from boardroom.store.rows import Advisor, Source
from boardroom.store.work import Work

BY_PART = ("meetings",)
"""The kinds of file that name people as a WHO, by the first name alone or a handle."""
_MOST_PARTS = 200
"""The most new people among whom parts of names are looked for."""


class Match(Record):
    """A person of a file, and the id of who that is on the board; None for somebody new.

    `how` says what they were known by: `before`, `name`, `nickname`, `email`, or `part` of the
    name. `candidates` are the handles of several that the name may mean. `twice` is the
    `source_id` of the same person earlier in the file. `near` is somebody on file whom the first
    name of somebody new may mean.
    """

    person: Person
    advisor_id: int | None
    how: str = ""
    candidates: tuple[str, ...] = ()
    twice: str = ""
    near: Named | None = None

    @property
    def is_new(self) -> bool:
        """Whether it is somebody who is to be asked about."""
        return self.advisor_id is None and not self.candidates and not self.twice


def match_people(work: Work, incoming: Incoming) -> list[Match]:
    """Finds everybody of a file on the board, in the order of the file."""
    index = _Index(work, incoming.kind)
    first: dict[str, str] = {}
    matches = []
    for person in incoming.people:
        match = index.match(person)
        if match.advisor_id is None and not match.candidates:
            names = _names(person)
            same = next((first[name] for name in names if name in first), "")
            match = match._replace(twice=same)
            for name in names:
                first.setdefault(name, same or person.source_id)
        matches.append(match)
    return _with_parts(matches) if incoming.kind in BY_PART else matches


def groups(matches: Sequence[Match]) -> dict[str, set[str]]:
    """The `source_id`s of each person who is several times in a file, by the one that stands."""
    by_key: dict[object, str] = {}
    members: dict[str, set[str]] = {}
    for match in sorted(matches, key=lambda match: bool(match.twice)):
        own_id = match.person.source_id
        key = match.twice or by_key.setdefault(match.advisor_id or own_id, own_id)
        members.setdefault(key, set()).add(own_id)
    return members


def origin_id(kind: str, source_id: str) -> str:
    """The UUID by which the board remembers a record of a file; it has none of its words."""
    return uid_of(kind, source_id)


def named_people(persons: Sequence[Person]) -> list[Named]:
    """People of a file as a WHO finds them; the id is the place in the list."""
    return [
        Named(number, "", person.name, tuple(person.fields.get("nicknames", ())))
        for number, person in enumerate(persons)
    ]


def _with_parts(matches: list[Match]) -> list[Match]:
    """The matches, with a new “Marcus” as the one Marcus Ojo who is in the file too."""
    new = [match.person for match in matches if match.is_new]
    everybody = named_people(new)
    found: dict[str, str] = {}
    for named in everybody if len(everybody) <= _MOST_PARTS else ():
        longer = [other for other in everybody if len(other.name.split()) > len(named.name.split())]
        same = find_matches(named.name, longer)
        if len(same) == 1:
            found[new[named.id].source_id] = new[same[0].id].source_id
    return [
        match._replace(twice=found.get(match.person.source_id, match.twice)) for match in matches
    ]


class _Index:
    """Everybody on the board, by all that a file may know them by."""

    def __init__(self, work: Work, kind: str) -> None:
        self._kind = kind
        self._everybody = people(work.connection)
        self._by_name: dict[str, int] = {}
        self._by_nickname: dict[str, int] = {}
        for person in self._everybody:
            for name in spellings(person.name):
                self._by_name.setdefault(name, person.id)
            handle = {name for name in spellings(person.handle) if " " in name}
            for name in person_spellings(person) | handle:
                self._by_nickname.setdefault(name, person.id)
        for name, advisor_id in [*self._by_name.items()]:
            self._by_name.setdefault(untitled(name), advisor_id)
        self._words = {person.id: _words(person_spellings(person)) for person in self._everybody}
        uids: dict[str, int] = {}
        self._by_email: dict[str, int] = {}
        for advisor in work.find(Advisor):
            uids[advisor.uid] = advisor.id
            if advisor.email:
                self._by_email.setdefault(advisor.email.strip().lower(), advisor.id)
        self._before = {
            source.origin_id: uids[source.row_uid]
            for source in work.find(Source, kind=kind, table_name=Advisor.TABLE)
            if source.row_uid in uids
        }

    def match(self, person: Person) -> Match:
        """Who a person is."""
        if known := self._before.get(origin_id(self._kind, person.source_id)):
            return Match(person, known, "before")
        names = _names(person)
        if known := _any(self._by_name, names):
            return Match(person, known, "name")
        if self._kind in BY_PART:
            return self._by_part(person)
        known = self._by_email.get(str(person.fields.get("email") or "").strip().lower())
        if known and self._words[known] & _words(names):  # not of two who share a mailbox
            return Match(person, known, "email")
        if known := _any(self._by_nickname, names):
            return Match(person, known, "nickname")
        return Match(person, None, near=self._near(names))

    def _near(self, names: set[str]) -> Named | None:
        """The only one on file with this name of one word among theirs."""
        if any(" " in name for name in names):
            return None
        found = [one for one in self._everybody if names & self._words[one.id]]
        return found[0] if len(found) == 1 else None

    def _by_part(self, person: Person) -> Match:
        found = find_matches(person.name, self._everybody)
        if len(found) == 1:
            return Match(person, found[0].id, "part")
        return Match(person, None, candidates=tuple(named.handle for named in found))


def _names(person: Person) -> set[str]:
    """The ways to write the name, with and without “Dr.” in front."""
    names = {name for way in (person.name, *person.also) for name in spellings(way)}
    return names | {*map(untitled, names)}


def _words(names: set[str]) -> set[str]:
    return {word for name in names for word in name.split()}


def _any(ids: dict[str, int], names: set[str]) -> int | None:
    """The id of the longest of the names that has one."""
    found = (
        ids[name] for name in sorted(names, key=lambda name: (-len(name), name)) if name in ids
    )
    return next(found, None)
