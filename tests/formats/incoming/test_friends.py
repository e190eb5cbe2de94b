"""The journal of friends, as its own grammar has it and as people edit it."""

from __future__ import annotations

from datetime import date

import pytest

from boardroom.errors import ImportRejected
from boardroom.formats.incoming.friends import read_friends
from boardroom.formats.incoming.records import Fault, HeldMeeting, Incoming

FRIENDS = "### Friends:\n- Ana Lima (a.k.a. Nani a.k.a. The Editor) [Lisbon] @board\n- Marcus Ojo\n"


def _activities(*lines: str) -> Incoming:
    return read_friends("\n".join(["### Activities:", *lines, "", FRIENDS]))


def test_a_friend_has_nicknames_and_a_city() -> None:
    ana, marcus = read_friends(FRIENDS).people

    assert (ana.name, ana.fields) == (
        "Ana Lima",
        {"nicknames": ["Nani", "The Editor"], "city": "Lisbon"},
    )
    assert (marcus.name, marcus.fields) == ("Marcus Ojo", {})


def test_an_activity_is_a_meeting_with_each_of_its_people() -> None:
    read = _activities("- 2026-09-01: Lunch with **Marcus Ojo** and **Ana Lima** in _Porto_. @pay")

    assert [meeting.who for meeting in read.meetings] == ["marcus ojo", "ana lima"]
    assert read.meetings[0] == HeldMeeting(
        "marcus ojo",
        date(2026, 9, 1),
        "line 2",
        "marcus ojo 2026-09-01 1",
        way="lunch",
        where="Porto",
        notes="Lunch with Marcus Ojo and Ana Lima in Porto. @pay",
    )


def test_two_activities_of_a_day_are_two_meetings() -> None:
    line = "- 2026-09-01: Saw **Ana Lima**."

    ids = [meeting.source_id for meeting in _activities(line, line).meetings]

    assert ids == ["ana lima 2026-09-01 1", "ana lima 2026-09-01 2"]


def test_a_blank_line_after_a_header_ends_nothing() -> None:
    read = read_friends(f"### Activities:\n\n- 2026-09-01: Saw **Ana Lima**.\r\n\n{FRIENDS}")

    assert (len(read.meetings), read.faults) == (1, ())


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("- 2026-02-29: Saw **Ana Lima**.", Fault("line 2", "day", "there is no 2026-02-29")),
        (
            "- yesterday: Saw **Ana Lima**.",
            Fault("line 2", "day", "“yesterday” is no day like 2026-11-24"),
        ),
        (
            "- Saw **Ana Lima**.",
            Fault("line 2", "day", "“Saw **Ana Lima**.” is no day like 2026-11-24"),
        ),
        ("* 2026-09-01: x", Fault("line 2", "", "“* 2026-09-01: x” does not begin with “- ”")),
    ],
)
def test_a_bad_line_is_named_and_the_rest_is_read(line: str, fault: Fault) -> None:
    read = _activities(line, "- 2026-09-01: Saw **Ana Lima**.")

    assert (read.faults, len(read.meetings)) == ((fault,), 1)


def test_a_friend_twice_is_a_fault() -> None:
    read = read_friends(f"{FRIENDS}- ana lima\n")

    assert [str(fault) for fault in read.faults] == [
        "line 4, name: “ana lima” is in line 2 already"
    ]


def test_bold_that_is_no_friend_is_only_mentioned() -> None:
    read = _activities("- 2026-09-01: Read **The Hard Thing**.")

    assert [person.name for person in read.people if not person.listed] == ["The Hard Thing"]


def test_notes_are_dated_paragraphs() -> None:
    read = read_friends(
        f"### Notes:\n- 2026-06-15: **Marcus Ojo** moves to _Porto_.\n- 2026-06-16: Sun.\n\n{FRIENDS}"
    )

    assert read.people[1].notes == ("2026-06-15: Marcus Ojo moves to Porto.",)
    assert read.doubtful == ("line 3: a note on nobody in the list is left out.",)


def test_underscores_inside_a_word_are_no_place() -> None:
    read = _activities("- 2026-09-01: **Ana Lima** renamed my_old_file at the _Blue Bottle_.")

    assert read.meetings[0].where == "Blue Bottle"
    assert read.meetings[0].notes == "Ana Lima renamed my_old_file at the Blue Bottle."


def test_what_has_no_section_is_refused() -> None:
    with pytest.raises(ImportRejected):
        read_friends("- 2026-09-01: Saw **Ana Lima**.")


@pytest.mark.parametrize("heading", ["## Notes:", "#### Notes", "###Notes:"])
def test_a_heading_of_another_level_begins_a_section_too(heading: str) -> None:
    read = read_friends(f"{heading}\n- 2026-06-15: **Ana Lima** moves.\n\n{FRIENDS}")

    assert (read.faults, read.people[0].notes) == ((), ("2026-06-15: Ana Lima moves.",))
