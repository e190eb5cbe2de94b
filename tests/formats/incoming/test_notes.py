"""Notes on people in Markdown: front matter, Notion's properties, dated lines and tasks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from boardroom.formats.incoming.day_order import UndecidedOrder
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


LOGSEQ = """\
type:: [[person]]
alias:: Nani, Ana L
company:: [[Folha]]
birthday:: [[Mar 7th, 1984]]

- ## Meetings
\t- [[Oct 16th, 2026]] coffee
\t  collapsed:: true
\t\t- pay bands
- ## Tasks
\t- TODO Send the deck
\t  DEADLINE: <2026-12-01 Tue>
\t- DONE Thank her
- ## Notes
- A reader.
"""


def test_a_page_of_logseq_is_read() -> None:
    read = _read(LOGSEQ)

    (ana,) = read.people
    assert (ana.name, ana.birthday, ana.notes) == (
        "Ana Lima",
        Birthday(3, 7, 1984),
        ("- A reader.",),
    )
    assert ana.fields == {"org": "Folha", "nicknames": ["Nani", "Ana L"]}
    assert [(m.on, m.notes, m.place) for m in read.meetings] == [
        (date(2026, 10, 16), "coffee\n\n- pay bands", "line 7")
    ]
    assert [(p.text, p.status, p.due_on) for p in read.promises] == [
        ("Send the deck", "open", date(2026, 12, 1)),
        ("Thank her", "kept", None),
    ]
    assert (read.lost, read.faults) == ({}, ())


def test_the_name_is_that_of_the_file_without_notions_number() -> None:
    text = "---\ntags: [person]\n---\nHello"

    assert _read(text, f"People/Ana Lima {'0f' * 16}.md").people[0].name == "Ana Lima"


def test_a_note_on_nobody_is_no_person() -> None:
    read = _read("# Shopping\n- milk\n")

    assert (read.people, read.lost) == ((), {"a note that does not say whom it is on": 1})


def test_every_value_of_a_field_is_kept() -> None:
    read = _read(
        "---\nemails: [a@example.org, b@example.org]\nphone: '1'\nmobile: '2'\n---\nTea.\n"
    )

    assert read.people[0].fields == {"email": "a@example.org", "phone": "1"}
    assert read.people[0].notes == ("Tea.", "Also: b@example.org, 2")


def test_a_second_birthday_is_named_as_lost() -> None:
    assert _read("---\nbirthday: [03-07, 04-08]\n---\n").lost == {"one more birthday": 1}


def test_a_day_that_may_begin_with_the_month_is_never_guessed() -> None:
    with pytest.raises(UndecidedOrder) as asked:
        _read("---\nname: Ana Lima\nbirthday: 5/6/1980\n---\n")
    assert asked.value.message == (
        "No row of birthday says if “5/6/1980” has the day or the month first."
    )


def test_the_setting_that_decides_a_day_is_named() -> None:
    text = "---\nname: Ana Lima\nlast-contact: 5/6/2026\n---\n"
    read = read_notes(text, "Ana Lima.md", date_order="mdy", this_year=2026)

    assert [meeting.on for meeting in read.meetings] == [date(2026, 5, 6)]
    assert read.doubtful == (
        "line 1, last met: read month first, as the setting date_order says (5/6/2026).",
    )


@pytest.mark.parametrize(
    ("file", "title", "heading", "name"),
    [
        ("Noor Haddad", "", "Noor", "Noor Haddad"),
        ("Noor Haddad", "", "Meetings", "Noor Haddad"),
        ("Noor Haddad", "CFO", "", "Noor Haddad"),
        ("noor", "", "Noor Haddad", "Noor Haddad"),
        ("p-017", "Noor Haddad", "", "Noor Haddad"),
        ("Team Sync", "", "Noor Haddad", "Noor Haddad"),
        ("Noor", "", "Noor", "Noor"),
        ("山田太郎", "", "山田太郎", "山田太郎"),
    ],
)
def test_the_name_is_the_longest_of_those_that_say_the_same(
    file: str, title: str, heading: str, name: str
) -> None:
    matter = f"---\ntags: person\n{f'title: {title}' if title else ''}\n---\n"
    text = f"{matter}{f'# {heading}' if heading else ''}\nTea.\n"

    assert _read(text, f"{file}.md").people[0].name == name


def test_a_title_that_is_no_name_is_what_they_do() -> None:
    (ana,) = _read("---\ntitle: CFO\nemail: ana@example.org\n---\n").people

    assert (ana.name, ana.fields["title"]) == ("Ana Lima", "CFO")


@pytest.mark.parametrize(
    "field", ["type: person", "category: [[People]]", "url: https://linkedin.com/in/ana"]
)
def test_a_note_may_say_that_it_is_on_a_person(field: str) -> None:
    read = _read(f"---\n{field}\n---\n")

    assert [(person.name, read.lost) for person in read.people] == [("Ana Lima", {})]


@pytest.mark.parametrize("field", ["location: Porto", "description: A recipe", "aliases: [x]"])
def test_a_field_of_any_note_makes_no_person(field: str) -> None:
    assert _read(f"---\n{field}\n---\n").people == ()


def test_what_is_indented_below_a_dated_line_belongs_to_the_meeting() -> None:
    read = _read(
        f"{HEAD}- 2026-10-16 coffee\n  - pay bands\n    - later\n  - [ ] send it\n- Likes tea\n"
    )

    assert [meeting.notes for meeting in read.meetings] == ["coffee\n- pay bands\n  - later"]
    assert [promise.text for promise in read.promises] == ["send it"]
    assert read.people[0].notes == ("- Likes tea",)


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


def test_what_is_indented_below_a_task_is_its_note() -> None:
    read = _read(f"{HEAD}- [x] send it\n  She liked it.\n  - Twice.\n  - [ ] ask again\n- Tea\n")

    assert [(p.text, p.note) for p in read.promises] == [
        ("send it", "She liked it.\n- Twice."),
        ("ask again", None),
    ]
    assert read.people[0].notes == ("- Tea",)


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


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("# Ana Lima\n\n- 2026-11-01 Coffee", "above its text"),
        ("---\nmood: good\n---\n# Ana Lima\n", "into its front matter"),
    ],
)
def test_a_note_named_like_a_person_says_how_it_is_taken(text: str, where: str) -> None:
    read = read_notes(text, "a.md", date_order=None, this_year=2026)
    line = "type: person\n"
    mended = text.replace("---\nmood", f"---\n{line}mood").replace("Lima\n\n", f"Lima\n{line}\n")

    assert read.doubtful == (
        f"line 1: “Ana Lima” may be a person. To say so, put the line “type: person” {where}.",
    )
    taken = read_notes(mended, "a.md", date_order=None, this_year=2026)
    assert [person.name for person in taken.people] == ["Ana Lima"]
