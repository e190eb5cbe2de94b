"""The journal of friends out: by its own grammar, and back by our own reader."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from boardroom.formats.board_friends import write_friends
from boardroom.formats.incoming.friends import read_friends
from tests.formats.board_rows import content, row

WORD = st.text(st.characters(categories=("Lu", "Ll")), min_size=1, max_size=9)
WORDS = st.lists(WORD, min_size=1, max_size=6).map(" ".join)
# As friends' introvert.rb has it: a line of each section.
GRAMMAR = {
    "Activities": re.compile(r"- \d{4}-\d{2}-\d{2}: .+"),
    "Notes": re.compile(r"- \d{4}-\d{2}-\d{2}: .+"),
    "Friends": re.compile(r"- [^(\[@]+( \(a\.k\.a\. [^()]+\))?( \[[^\[\]]+\])?"),
    "Locations": re.compile(r"- .+"),
}


def _check_grammar(written: str) -> None:
    """Checks what friends' parser wants: headers, lines right below them, a blank line between."""
    sections = written.split("\n\n")
    assert [section.split("\n")[0] for section in sections] == [f"### {name}:" for name in GRAMMAR]
    for section, line in zip(sections, GRAMMAR.values(), strict=True):
        for text in section.rstrip("\n").split("\n")[1:]:
            assert line.fullmatch(text), text


def _held(number: int = 1, **fields: Any) -> dict[str, Any]:  # noqa: ANN401  columns
    usual = {"advisor_id": 1, "status": "held", "met_on": date(2026, 10, 16), "minutes": 60}
    return row("meeting", number, **{**usual, "way": "coffee", **fields})


def test_a_journal_has_four_sections() -> None:
    ana = row(
        "advisor",
        handle="ana",
        name="Ana Lima",
        nicknames=["Nani", "The Editor"],
        city="Lisbon",
        notes="2026-06-15: Ana Lima moves.\n\nLikes tea.",
    )
    marcus = row("advisor", 2, handle="marcus", name="Marcus Ojo")
    meetings = [
        _held(1, place="Blue Bottle", notes="Answer first.\nThen explain."),
        _held(2, met_on=date(2026, 9, 1), notes="Ana Lima and Marcus Ojo in Porto", place="Porto"),
        _held(
            3,
            advisor_id=2,
            met_on=date(2026, 9, 1),
            notes="Ana Lima and Marcus Ojo in Porto",
            place="Porto",
        ),
        _held(4, advisor_id=2, met_on=date(2026, 8, 1), way="call"),
        _held(5, status="planned"),
    ]

    written = write_friends(content(advisor=[ana, marcus], meeting=meetings))

    assert written == (
        "### Activities:\n"
        "- 2026-10-16: Coffee with **Ana Lima** at _Blue Bottle_: Answer first. Then explain.\n"
        "- 2026-09-01: **Ana Lima** and **Marcus Ojo** in _Porto_\n"
        "- 2026-08-01: Call with **Marcus Ojo**.\n"
        "\n"
        "### Notes:\n"
        "- 2026-09-01: **Ana Lima**: Likes tea.\n"
        "- 2026-06-15: **Ana Lima** moves.\n"
        "\n"
        "### Friends:\n"
        "- Ana Lima (a.k.a. Nani a.k.a. The Editor) [Lisbon]\n"
        "- Marcus Ojo\n"
        "\n"
        "### Locations:\n"
        "- Blue Bottle\n"
        "- Porto\n"
    )
    _check_grammar(written)


def test_an_empty_board_is_an_empty_journal() -> None:
    _check_grammar(write_friends(content(advisor=[])))


@given(
    name=WORDS,
    nicknames=st.lists(WORDS, max_size=2, unique=True),
    city=st.none() | WORDS,
    notes=st.none() | WORDS,
    place=st.none() | WORDS,
)
def test_what_a_journal_can_hold_comes_back(
    name: str, nicknames: list[str], city: str | None, notes: str | None, place: str | None
) -> None:
    ana = row("advisor", handle="ana", name=name, nicknames=nicknames, city=city)

    written = write_friends(content(advisor=[ana], meeting=[_held(notes=notes, place=place)]))

    _check_grammar(written)
    read = read_friends(written)
    (person,), (meeting,) = read.people, read.meetings
    assert person.name == name
    assert person.fields == {
        **({"nicknames": nicknames} if nicknames else {}),
        **({"city": city} if city else {}),
    }
    assert (meeting.on, meeting.where) == (date(2026, 10, 16), place)
    assert read.faults == ()


ANY = st.characters(exclude_categories=["Cs"])


@given(st.text(ANY, min_size=1, max_size=60))
def test_whatever_a_board_holds_keeps_the_grammar(text: str) -> None:
    if not text.strip() or "\0" in text:
        return
    ana = row(
        "advisor", handle="ana", name=text, nicknames=[text], city=text, notes=f"{text}\n\n{text}"
    )

    _check_grammar(write_friends(content(advisor=[ana], meeting=[_held(notes=text, place=text)])))
