"""Who on the board the people of another program's file are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from boardroom.formats.incoming.records import Incoming, Person
from boardroom.queries.people import people
from boardroom.record import Record
from boardroom.rules.ids import uid_of
from boardroom.rules.names import Named, find_matches, same_name, spelt_as
from boardroom.store.rows import Advisor, Source
from boardroom.store.work import Work

BY_NAME = ("meetings",)
"""The kinds of file in which a person is a WHO, such as a first name, and not a full name."""


class Match(Record):
    """A person of a file, and the id of who that is on the board; None for somebody new.

    `how` says what they were known by: `before`, `name`, `nickname`, `email` or `part`, which is a
    part of the name. `candidates` are the handles of several that a WHO may mean.
    """

    person: Person
    advisor_id: int | None
    how: str = ""
    candidates: tuple[str, ...] = ()


def match_people(work: Work, incoming: Incoming) -> list[Match]:
    """Finds everybody of a file on the board, in the order of the file."""
    everybody = people(work.connection)
    remembered = _remembered(work, incoming.kind)
    by_email = _by_email(work)
    ids = {named.id for named in everybody}
    matches = []
    for person in incoming.people:
        known = remembered.get(origin_id(incoming.kind, person.source_id))
        if known in ids:
            matches.append(Match(person, known, "before"))
        elif incoming.kind in BY_NAME:
            matches.append(_by_who(person, everybody))
        else:
            matches.append(_by_name(person, everybody, by_email))
    return matches


def origin_id(kind: str, source_id: str) -> str:
    """The UUID by which the board remembers a record of a file; it has none of its words."""
    return uid_of(kind, source_id)


def _remembered(work: Work, kind: str) -> dict[str, int]:
    """The ids of people that a file of this kind became, by `origin_id`."""
    ids = dict(work.connection.execute("SELECT uid, id FROM advisor"))
    return {
        source.origin_id: ids[source.row_uid]
        for source in work.find(Source, kind=kind, table_name=Advisor.TABLE)
        if source.row_uid in ids
    }


def _by_email(work: Work) -> dict[str, int]:
    rows = work.connection.execute("SELECT email, id FROM advisor WHERE email IS NOT NULL")
    return {email.strip().lower(): advisor_id for email, advisor_id in rows}


def _by_name(person: Person, everybody: list[Named], by_email: Mapping[str, int]) -> Match:
    if named := same_name(person.name, everybody):
        return Match(person, named.id, "name")
    email = str(person.fields.get("email") or "").strip().lower()
    if email and email in by_email:
        return Match(person, by_email[email], "email")
    if named := spelt_as(person.name, everybody):
        return Match(person, named.id, "nickname")
    return Match(person, None)


def _by_who(person: Person, everybody: list[Named]) -> Match:
    if named := same_name(person.name, everybody):
        return Match(person, named.id, "name")
    matches = find_matches(person.name, everybody)
    if len(matches) == 1:
        return Match(person, matches[0].id, "part")
    return Match(person, None, candidates=tuple(named.handle for named in matches))


def named_people(persons: Iterable[Person]) -> list[Named]:
    """People of a file as a WHO finds them; the id is the place in the list."""
    return [
        Named(number, "", person.name, tuple(person.fields.get("nicknames", ())))
        for number, person in enumerate(persons)
    ]
