"""Forms whose lines an editor wrapped, at a fixed column or as paragraphs put together."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.errors import BadInput
from boardroom.formats.form import read_form, write_form
from boardroom.formats.form_header import Header
from boardroom.rules.dates import Moment
from boardroom.rules.log_entry import (
    NOTHING,
    LogEntry,
    LoggedAdvice,
    LoggedExchange,
    LoggedItem,
    LoggedPromise,
)
from tests.boards import TODAY
from tests.formats.form_entries import entries

HEADER = Header(
    "Marcus Ojo", "coffee", Moment(TODAY, None), 60, written_on=TODAY, form_id="7f3a9c2e"
)


def _read(text: str, known: LogEntry = NOTHING) -> LogEntry:
    return read_form(text, today=TODAY, date_order=None, known=known).entry


def _written(entry: LogEntry) -> str:
    return write_form(HEADER, entry, closing="Save it.", today=TODAY, date_order=None)


def _in_section(section: str, lines: str, known: LogEntry = NOTHING) -> Any:  # noqa: ANN401  a record
    [record] = getattr(_read(f"## {section}\n{lines}\n", known), section.lower())
    return record


def _wrapped(text: str, width: int, indent: Callable[[str], str]) -> str:
    return "\n".join(
        wrapped
        for line in text.split("\n")
        for wrapped in textwrap.wrap(
            line,
            width,
            subsequent_indent=indent(line),
            break_long_words=False,
            break_on_hyphens=False,
            expand_tabs=False,
            replace_whitespace=False,
        )
        or [""]
    )


def _flush(_: str) -> str:
    return ""


def _hanging(line: str) -> str:
    return "  > " if line.startswith("  >") else "  "


def _words(value: Any) -> Any:  # noqa: ANN401  an entry or a part of one
    """The value with each run of white space in its texts as one blank."""
    if isinstance(value, str):
        return " ".join(value.split())
    return tuple(map(_words, value)) if isinstance(value, tuple) else value


@given(entries, st.integers(20, 100), st.sampled_from([_flush, _hanging]))
def test_a_form_wrapped_at_any_width_says_the_same(
    entry: LogEntry, width: int, indent: Callable[[str], str]
) -> None:
    read = _read(_wrapped(_written(entry), width, indent), known=entry)

    assert _words(tuple(read)) == _words(tuple(entry))


@given(entries, st.integers(20, 100), st.sampled_from([_flush, _hanging]))
def test_records_on_file_are_read_from_a_wrapped_form_as_they_are(
    entry: LogEntry, width: int, indent: Callable[[str], str]
) -> None:
    read = _read(_wrapped(_written(entry), width, indent), known=entry)

    for name in ("agenda", "advice", "promises", "exchanges"):
        on_file = [record for record in getattr(entry, name) if record.id is not None]
        assert [record for record in getattr(read, name) if record.id is not None] == on_file


QUESTION = "How do I get P&L exposure - or more?"
ON_FILE = LogEntry(agenda=(LoggedItem(1, QUESTION), LoggedItem(2, "Deck", answer="Half of it")))


@pytest.mark.parametrize(
    ("lines", "text", "answer"),
    [
        ("- [ ] a1 How do I get P&L\n  exposure - or more?", QUESTION, None),
        ("- [ ] a1 How do I get P&L\nexposure - or more?", QUESTION, None),
        ("- [ ] a1 How do I get P&L exposure\n- or more?", QUESTION, None),
        ("- [ ] a1 How do I get P&L\n  exposure - or more?\n  > In time", QUESTION, "In time"),
        ("- [ ] a1 How do I get P&L\n  exposure - or more? In\n  time", QUESTION, "In time"),
        (f"- [ ] a1 {QUESTION}\n  In time", QUESTION, "In time"),
        (f"- [ ] a1 {QUESTION}\nIn\ntime", QUESTION, "In time"),
        (f"- [ ] a1 {QUESTION}\n> In\n> time\n  and tide", QUESTION, "In time and tide"),
        (f"- [ ] a1 {QUESTION}\n\n  In time\n\n  Or not", QUESTION, "In time\n\nOr not"),
        (f"- [ ] a1 {QUESTION}\n\n> In time\n>\n> Or not", QUESTION, "In time\n\nOr not"),
        (
            f"- [ ] a1 {QUESTION}\n  > First:\n  > - one\n  > - two",
            QUESTION,
            "First:\n- one\n- two",
        ),
        ("- [ ] a2 Deck\n  > Half of it\n  and more", "Deck", "Half of it and more"),
        ("- [ ] a2 Deck\n  > Half\n  of it", "Deck", "Half of it"),
        ("- [ ] a2 My\n  Deck\n  > Half of it", "My Deck", "Half of it"),
        ("- [ ] a2 My Deck\n  Half of it", "My Deck", "Half of it"),
        ("- [ ] a2 My slides\n  and notes", "My slides and notes", None),
        ("- [ ] a2\n  Half of it", "", "Half of it"),
    ],
)
def test_an_answer_begins_after_the_words_on_file(
    lines: str, text: str, answer: str | None
) -> None:
    read = _in_section("Agenda", lines, ON_FILE)

    assert (read.text, read.answer) == (text, answer)


@pytest.mark.parametrize(
    ("lines", "text", "answer"),
    [
        ("- [ ] Where should\n  I begin?", "Where should I begin?", None),
        ("- Where should\nI begin?\n", "Where should I begin?", None),
        ("- [x] Where should\nI begin?\n> At the\n> end", "Where should I begin?", "At the end"),
        ("- [x] Where?\n  >At the\n  end", "Where?", "At the end"),
        ("- [ ] Growth of\n  >50%", "Growth of >50%", None),
        ("- [ ] Use \\\n  here", "Use\nhere", None),
        ("1. Where should\nI begin?", "Where should I begin?", None),
        ("2) [x] Where should\n  I begin?", "Where should I begin?", None),
        ("- [ ] On C:\\\n  or D:\\", "On C:\\ or D:\\", None),
    ],
)
def test_lines_go_on_with_a_new_item(lines: str, text: str, answer: str | None) -> None:
    read = _in_section("Agenda", lines)

    assert (read.text, read.answer) == (text, answer)


def test_a_wrapped_promise_keeps_its_day() -> None:
    assert _in_section("Promises", "- me: send the deck by\n  1 Dec") == LoggedPromise(
        None, "me", "send the deck", date(2026, 12, 1)
    )
    assert _in_section("Promises", "- them:\nread it by\ntomorrow") == LoggedPromise(
        None, "them", "read it", date(2026, 11, 22)
    )


def test_a_wrapped_introduction_keeps_its_surname() -> None:
    read = _read("## Exchange\n- got: introduction to Lena\n  Vogt\n")

    assert read.exchanges == (LoggedExchange(None, "received", "introduction to Lena Vogt"),)


def test_a_blank_line_ends_an_item() -> None:
    with pytest.raises(BadInput) as caught:
        _read("## Advice\n- Do it\n\nnow\n")

    assert caught.value.message == "Line 4: 'now' does not begin with “- ”."


@pytest.mark.parametrize("name", ["Agenda", "Notes", "Advice", "Promises", "Exchange"])
def test_a_heading_put_together_with_other_lines_is_found(name: str) -> None:
    entry = LogEntry(
        "Free text.",
        (LoggedItem(None, "Deck", covered=False),),
        (LoggedAdvice(None, "Do it"),),
        (LoggedPromise(None, "me", "send it"),),
        (LoggedExchange(None, "given", "notes"),),
    )
    together = _written(entry).replace(f"\n## {name}\n", f" ## {name} ", 1)

    assert _read(together.replace(f"## {name} - ", f"## {name}\n- ")) == entry


def test_a_form_of_the_users_own_has_its_headings_on_lines_of_their_own() -> None:
    assert _read("## Advice\n- See ## Notes below\n") == LogEntry(
        advice=(LoggedAdvice(None, "See ## Notes below"),)
    )


STARTERS = ("Run a P&L: what should I do next?", "What came of “Ask for a P&L line” - - yes")


def _with_starters(**before: str) -> str:
    text = write_form(
        HEADER, NOTHING, closing="Save it.", today=TODAY, date_order=None, starters=STARTERS
    )
    return text.replace("## Notes\n", f"{before.get('notes', '')}## Notes\nGood.\n")


@pytest.mark.parametrize("width", [30, 60, 90, 300])
def test_what_could_be_on_the_agenda_is_not_read_however_it_is_wrapped(width: int) -> None:
    text = _wrapped(_with_starters(), width, lambda _: "")

    assert _read(text) == LogEntry("Good.")


def test_what_could_be_on_the_agenda_fits_a_screen_and_begins_no_line_like_an_item() -> None:
    starters = tuple(f"{mark} step {number} of the plan" for number in range(9) for mark in "-+*#")
    text = write_form(
        HEADER, NOTHING, closing="Save it.", today=TODAY, date_order=None, starters=starters
    )

    assert max(map(len, text.split("\n"))) < 80
    assert _read(text) == LogEntry("")


def test_the_hint_of_an_earlier_form_is_no_part_of_the_notes() -> None:
    earlier = (
        '<!-- x: covered. A "- " line without an id is new. "> " under an item: the\n'
        'answer. "by DATE" ends a promise. -->\n'
    )
    first_line = _written(NOTHING).partition("<!-- x:")[0]

    assert _read(f"{first_line}{earlier}Good.\n") == LogEntry("Good.\n")


def test_an_item_below_what_could_be_on_the_agenda_is_read() -> None:
    text = _with_starters(notes="- [x] The deck?\n")

    assert _read(text).agenda == (LoggedItem(None, "The deck?", covered=True),)


def test_an_item_within_what_could_be_on_the_agenda_is_not_lost() -> None:
    text = re.sub(r"\sRun a\sP&L", "\n- [x] Run a P&L", _with_starters())

    with pytest.raises(BadInput, match="Nothing was on the agenda"):
        _read(text)


def test_an_agenda_with_items_has_no_starters() -> None:
    entry = LogEntry(agenda=(LoggedItem(1, "The deck?", covered=False),))
    text = write_form(
        HEADER, entry, closing="Save it.", today=TODAY, date_order=None, starters=STARTERS
    )

    assert text == _written(entry)
