"""Notes on people in Markdown: front matter, Notion's properties, dated lines and tasks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from boardroom.formats.incoming.front_matter import read_front_matter
from boardroom.formats.incoming.notes import read_notes
from boardroom.formats.incoming.records import Birthday, Given, Incoming

SAMPLES = Path(__file__).parents[2] / "samples"
HEAD = "---\nname: Ana Lima\n---\n"


def _read(text: str, name: str = "Ana Lima.md") -> Incoming:
    return read_notes(text, name, date_order=None, this_year=2026)


def test_a_note_of_obsidian_is_read() -> None:
    file = SAMPLES / "obsidian" / "People" / "Ana Lima.md"
    read = _read(file.read_text(encoding="utf-8"))

    (ana,) = read.people
    assert (ana.name, ana.birthday, ana.notes) == ("Ana Lima", Birthday(3, 7), ())
    assert ana.fields == {
        "org": "Folha Norte",
        "email": "ana@example.org",
        "phone": "0912000111",
        "nicknames": ["Nani", "The Editor"],
        "window": "5w",
    }
    assert [(meeting.on, meeting.way) for meeting in read.meetings] == [
        (date(2026, 10, 16), "coffee"),
        (date(2026, 8, 3), "call"),
    ]
    assert [(p.text, p.status, p.due_on, p.done_on) for p in read.promises] == [
        ("Send the new opening", "open", date(2026, 11, 27), None),
        ("Thank her", "kept", None, date(2026, 10, 17)),
    ]
    assert read.lost == {"a tag": 2, "the field country": 1}


def test_a_page_of_notion_is_read() -> None:
    (file,) = (SAMPLES / "notion").glob("*.md")
    read = _read(file.read_text(encoding="utf-8"), file.name)

    assert (read.people[0].name, read.people[0].fields) == (
        "Ana Lima",
        {"email": "ana@example.org"},
    )
    assert [meeting.on for meeting in read.meetings] == [date(2026, 10, 16)]
    assert [promise.status for promise in read.promises] == ["kept", "open"]


def test_the_name_is_that_of_the_file_without_notions_number() -> None:
    text = "---\ntags: [person]\n---\nHello"

    assert _read(text, f"People/Ana Lima {'0f' * 16}.md").people[0].name == "Ana Lima"


def test_a_note_on_nobody_is_no_person() -> None:
    read = _read("# Shopping\n- milk\n")

    assert (read.people, read.lost) == ((), {"a note on nobody": 1})


def test_several_notes_stand_below_one_another() -> None:
    read = _read(f"{HEAD}Tea.\n\n---\nname: Marcus Ojo\n---\n\n# Marcus Ojo\nCoffee.\n")

    assert [(person.name, person.notes) for person in read.people] == [
        ("Ana Lima", ("Tea.",)),
        ("Marcus Ojo", ("Coffee.",)),
    ]


def test_a_dated_heading_is_a_meeting_with_notes() -> None:
    read = _read(
        f"{HEAD}## Meetings\n\n### 2026-10-16 15:30 · walk · 45 min · at Blue Bottle\n\nAnswer\n\\# first\n"
    )

    (meeting,) = read.meetings
    assert (meeting.on, meeting.start_time, meeting.way) == (date(2026, 10, 16), "15:30", "walk")
    assert (meeting.minutes, meeting.where, meeting.notes) == (45, "Blue Bottle", "Answer\n# first")


def test_give_and_take_has_its_section() -> None:
    read = _read(f"{HEAD}## Give and take\n\n- 2026-01-02 got (insight): How it is decided\n")

    assert read.exchanges == (
        Given(
            "ana lima",
            "How it is decided",
            date(2026, 1, 2),
            "line 6",
            "ana lima received 2026-01-02 how it is decided",
            "received",
            "insight",
        ),
    )


def test_a_promise_of_theirs_says_so() -> None:
    read = _read(f"{HEAD}- [ ] them: introduce Dana\n- [-] send it\n")

    assert [(p.by_whom, p.text, p.status) for p in read.promises] == [
        ("them", "introduce Dana", "open"),
        ("me", "send it", "dropped"),
    ]


def test_the_rest_is_notes_with_its_headings() -> None:
    read = _read(f"{HEAD}# Ana Lima\n\nTea.\n\n## Work\n\nA deck.\n\n## Meetings\n- 2026-10-16 x\n")

    assert read.people[0].notes == ("Tea.\n\n## Work\nA deck.",)


def test_a_day_that_does_not_exist_is_a_fault() -> None:
    assert [str(fault) for fault in _read(f"{HEAD}- 2026-02-30 coffee\n").faults] == [
        "line 4, day: there is no day 2026-02-30"
    ]


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("country: NO", ["NO"]),
        ("phone: 0912000111", ["0912000111"]),
        ("on: yes # a comment", ["yes"]),
        ('quoted: "a: \\"b\\", #c"', ['a: "b", #c']),
        ("quoted: 'it''s'", ["it's"]),
        ('list: [Nani, "The, Editor", it\'s]', ["Nani", "The, Editor", "it's"]),
        ("list:\n  - one\n  - 'two'", ["one", "two"]),
        ("list:\n- one", ["one"]),
        ("text: |\n  a\n  - b", ["a\n- b"]),
        ("link: [[Folha Norte]]", ["[[Folha Norte]]"]),
        ("url: https://example.org/a", ["https://example.org/a"]),
        ("empty:", []),
        ("empty: ''", []),
    ],
)
def test_every_value_is_text(line: str, values: list[str]) -> None:
    read = read_front_matter(f"---\n{line}\n---".split("\n"), 0)

    assert read is not None
    assert list(read.values.values()) == [values]


@pytest.mark.parametrize("line", ["a:\n  b: c", "a: {b: c}", "a: &x", "a: *x", "a: !!int 3"])
def test_what_is_no_text_is_left_out(line: str) -> None:
    read = read_front_matter(f"---\n{line}\n---".split("\n"), 0)

    assert read is not None
    assert (read.values, read.unread) == ({}, ["a"])


def test_an_open_front_matter_is_none() -> None:
    assert read_front_matter(["---", "a: b"], 0) is None
