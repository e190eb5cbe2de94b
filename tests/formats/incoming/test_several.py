"""Several files of one kind, as of a folder or a zip, are one."""

from __future__ import annotations

from datetime import date

from boardroom.formats.incoming.records import Fault, HeldMeeting, Incoming, Person
from boardroom.formats.incoming.several import joined

ANA = Person("Ana Lima", "line 2", "ana lima", {"city": "Porto"})
COFFEE = HeldMeeting("ana lima", date(2026, 10, 16), "line 2", "ana lima 2026-10-16", notes="pay")


def _file(person: Person = ANA, meeting: HeldMeeting = COFFEE) -> Incoming:
    return Incoming("csv", (person,), (meeting,), faults=(Fault("line 3", "", "no"),))


def test_what_two_files_say_alike_is_there_once() -> None:
    read = joined([("a.csv", _file()), ("b.csv", _file())])

    assert read.people == (ANA._replace(place="a.csv line 2"),)
    assert read.meetings == (COFFEE._replace(place="a.csv line 2"),)
    assert [str(fault) for fault in read.faults] == ["a.csv line 3: no", "b.csv line 3: no"]


def test_what_differs_is_there_twice_with_ids_of_its_own() -> None:
    other = _file(ANA._replace(fields={"city": "Rome"}), COFFEE._replace(notes="the deck"))
    read = joined([("a.csv", _file()), ("b.csv", other)])

    assert [person.source_id for person in read.people] == ["ana lima", "ana lima\n1"]
    assert [(meeting.who, meeting.source_id) for meeting in read.meetings] == [
        ("ana lima", "ana lima 2026-10-16"),
        ("ana lima", "ana lima 2026-10-16\n1"),
    ]
