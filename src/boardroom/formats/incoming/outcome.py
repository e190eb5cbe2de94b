"""What an import of another program's file did, or would do."""

from __future__ import annotations

from boardroom.formats.incoming.records import Fault, Incoming, Person
from boardroom.record import Record
from boardroom.rules.imports import Imported
from boardroom.rules.names import Named


class PersonTaken(Record):
    """What became of a person of a file.

    `name` is what they are called on the board. `status` is that of somebody new, else empty;
    `fields` are those that were added or changed, by their labels. `near` is somebody on file whom
    a new first name may mean.
    """

    person: Person
    name: str
    handle: str
    how: str
    status: str = ""
    fields: tuple[str, ...] = ()
    near: Named | None = None


class Taken(Record):
    """What an import of another program's file did: the counts, everybody taken, and the faults.

    `gone_count` are records that were removed from the board since, and stay so.
    """

    imported: Imported
    people: tuple[PersonTaken, ...]
    faults: tuple[Fault, ...]
    gone_count: int


class Preview(Record):
    """A file, what an import of it would do, and the new people that it would not take.

    `words` say what kind of file it is.
    """

    name: str
    words: str
    incoming: Incoming
    taken: Taken
    not_taken: tuple[Person, ...]

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Every row that can't be taken."""
        return (*self.incoming.faults, *self.taken.faults)
