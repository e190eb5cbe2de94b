"""What other programs' files hold, in the board's own terms, whatever the format.

A parser of `formats.incoming` makes these records of a text. It knows neither the board nor the
clock: who of the people is on file already, and what is new, is found out later.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date

from boardroom.record import Record
from boardroom.rules.text import NOTES_LIMIT, brief

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

NAME_LIMIT = 300
"""The most characters of a name; what is longer is no name."""
TOO_LONG = f"it is longer than {NOTES_LIMIT:,} characters"
LONG_NAME = f"a name of more than {NAME_LIMIT} characters is none"
WORDS_SHOWN = 60
"""The most characters of a value that a sentence on a file repeats."""

DATED = re.compile(r"^\d{4}-\d{2}-\d{2}: ")
"""How a paragraph of notes begins that has a day."""


class Fault(Record):
    """A row that can't be taken: the place (“line 12”), the field, and what is wrong with it."""

    place: str
    field: str
    problem: str

    def __str__(self) -> str:
        field = f", {self.field}" if self.field else ""
        return f"{self.place}{field}: {self.problem}"


class Birthday(Record):
    """A birthday; the year is often unknown."""

    month: int
    day: int
    year: int | None = None


class Person(Record):
    """Somebody in a file.

    `source_id` is the file's own name for them, by which other records refer to them and a second
    import knows them again; `also` are other ways to write their name. `fields` are columns of an
    advisor but notes, which are paragraphs.
    Who is not `listed` is only mentioned, and is taken if named. `window` in `fields` says that the
    user keeps in touch with them, and `status` what they are to the board; empty if unsaid.
    """

    name: str
    place: str
    source_id: str
    fields: Mapping[str, Any]
    notes: tuple[str, ...] = ()
    birthday: Birthday | None = None
    listed: bool = True
    also: tuple[str, ...] = ()
    status: str = ""


class HeldMeeting(Record):
    """A meeting that took place. `who` is the `source_id` of a person in the file."""

    who: str
    on: date
    place: str
    source_id: str
    start_time: str | None = None
    way: str | None = None
    where: str | None = None
    minutes: int | None = None
    notes: str | None = None


class Promised(Record):
    """A promise `by_whom`, me or them; `status` is open, kept or dropped."""

    who: str
    text: str
    place: str
    source_id: str
    status: str = "open"
    made_on: date | None = None
    due_on: date | None = None
    done_on: date | None = None
    note: str | None = None
    by_whom: str = "me"


class Given(Record):
    """Something given to a person, or received."""

    who: str
    text: str
    on: date
    place: str
    source_id: str
    direction: str = "given"
    kind: str = "resource"


class Incoming(Record):
    """All that a file holds.

    `maps` says in the user's words what becomes of what, `lost` what the board has no place for
    and how often it occurs, and `doubtful` what was understood and may be wrong. `mappings` are
    those of columns that the user has given, to be remembered by the id of their header.
    """

    kind: str
    people: tuple[Person, ...] = ()
    meetings: tuple[HeldMeeting, ...] = ()
    promises: tuple[Promised, ...] = ()
    exchanges: tuple[Given, ...] = ()
    maps: tuple[str, ...] = ()
    lost: Mapping[str, int] = {}
    doubtful: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()
    mappings: Mapping[str, Mapping[str, str]] = {}

    @property
    def records_count(self) -> int:
        """The number of people and of records."""
        return len(self.people) + len(self.records)

    @property
    def records(self) -> tuple[HeldMeeting | Promised | Given, ...]:
        """All that happened with people."""
        return (*self.meetings, *self.promises, *self.exchanges)


def only_of(incoming: Incoming, source_ids: Collection[str]) -> Incoming:
    """What a file says of some people alone, without the faults in the rows of others."""
    others = {each.place for each in incoming.people if each.source_id not in source_ids}
    return incoming._replace(
        faults=tuple(fault for fault in incoming.faults if fault.place not in others),
        people=tuple(person for person in incoming.people if person.source_id in source_ids),
        meetings=tuple(one for one in incoming.meetings if one.who in source_ids),
        promises=tuple(one for one in incoming.promises if one.who in source_ids),
        exchanges=tuple(one for one in incoming.exchanges if one.who in source_ids),
    )


def shown(text: str) -> str:
    """A value of a file in a sentence: one line, in quotes, cut where it is long."""
    return f"“{brief(text.strip(), WORDS_SHOWN)}”"


def link_key(link: str) -> str:
    """What is the same in two addresses of one page."""
    bare = link.strip().lower().removeprefix("https://").removeprefix("http://")
    return bare.removeprefix("www.").rstrip("/")
