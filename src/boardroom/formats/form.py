r"""The Markdown form of a meeting: a log entry as a text to edit, and back.

The user's words are literal, except for a backslash before what would be read as markup: a line
like one of our headings, a first word like an id, ` @ ` or ` by ` before something not a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from boardroom.errors import BadInput
from boardroom.formats.form_header import Header, read_header, write_header
from boardroom.formats.form_items import (
    SECTIONS,
    advice_lines,
    agenda_lines,
    exchange_lines,
    promise_lines,
    read_items,
)
from boardroom.formats.markup import comments_length, escape_line, strip_notes, unescape_line
from boardroom.rules.log_entry import LogEntry
from boardroom.rules.text import quoted

_HEADING = re.compile(r" {0,3}#+[ \t]*(?P<name>[a-z]+)[\s:#]*", re.IGNORECASE)
_NAMES = {
    "agenda": "agenda",
    "note": "notes",
    "notes": "notes",
    "advice": "advice",
    "promise": "promises",
    "promises": "promises",
    "exchange": "exchange",
    "exchanges": "exchange",
}
_ANY_HEADING = re.compile(r" ?#+\s*\S")  # with more indent, it belongs to an item
_MOST_QUOTED = 20


class Form(NamedTuple):
    """The contents of a text: a form, or (not `is_form`) notes, perhaps under a form's header."""

    header: Header | None
    entry: LogEntry
    is_form: bool


def write_form(
    header: Header | None, entry: LogEntry, *, closing: str, today: date, date_order: str | None
) -> str:
    """The form of an entry, with every section. `closing` is the end of the header's comment."""
    sections = {
        "Agenda": agenda_lines(entry.agenda),
        "Notes": (entry.notes or "").split("\n") if entry.notes else [],
        "Advice": advice_lines(entry.advice),
        "Promises": promise_lines(entry.promises, today=today, date_order=date_order),
        "Exchange": exchange_lines(entry.exchanges),
    }
    lines = [
        line
        for name, contents in sections.items()
        for line in (f"## {name}", *(escape_line(line, _is_heading) for line in contents))
    ]
    return (write_header(header, closing) if header else "") + "\n".join([*lines, ""])


def read_form(text: str, *, today: date, date_order: str | None) -> Form:
    """Reads a form, or plain notes if the text has none of our headings.

    A missing section leaves its records unchanged; an empty Notes section clears the notes. An
    item without an id is new.

    Raises:
        BadInput: some lines can't be read; the message quotes each.
    """
    text = strip_notes(text)
    start = comments_length(text)
    wrong: list[tuple[int, str]] = []
    header = None
    try:
        header = read_header(text[:start], today=today, date_order=date_order)
    except BadInput as error:
        wrong.append((1, f"The first line can't be read. {error.message} {error.hint}"))
    lines = list(enumerate(text[start:].split("\n"), text.count("\n", 0, start) + 1))
    if not any(_heading(line) for _, line in lines):
        _refuse(wrong)
        return Form(header, LogEntry(text[start:] if header else text), is_form=False)
    sections = _sections(lines, wrong)
    notes = sections.pop("notes", None)
    notes_text = None if notes is None else "\n".join(line for _, line in notes).strip()
    entry = read_items(sections, LogEntry(notes_text), wrong, today=today, date_order=date_order)
    _refuse(wrong)
    return Form(header, entry, is_form=True)


def _sections(
    lines: Iterable[tuple[int, str]], wrong: list[tuple[int, str]]
) -> dict[str, list[tuple[int, str]]]:
    """The lines under each heading, with their numbers."""
    sections: dict[str, list[tuple[int, str]]] = {}
    name = ""
    level = 0
    for number, line in lines:
        heading = _heading(line)
        if heading == name == "notes" and _level(line) > level:
            # A deeper heading in the notes is the user's own.
            sections[name].append((number, line))
        elif heading:
            name, level = heading, _level(line)
            sections.setdefault(name, [])
        elif name == "notes":
            sections[name].append((number, unescape_line(line, _is_heading)))
        elif _ANY_HEADING.match(line):
            wrong.append((number, f"{quoted(line)} is none of the headings {', '.join(SECTIONS)}."))
        elif name:
            sections[name].append((number, unescape_line(line, _is_heading)))
        elif line.strip():
            wrong.append((number, f"{quoted(line)} is above the first heading."))
    return sections


def _refuse(wrong: list[tuple[int, str]]) -> None:
    """Raises BadInput if any lines are wrong."""
    if not wrong:
        return
    sentences = [f"Line {number}: {why}" for number, why in sorted(wrong)]
    if len(sentences) > _MOST_QUOTED:
        more = len(sentences) - _MOST_QUOTED
        sentences[_MOST_QUOTED:] = [f"And {more} more {'line' if more == 1 else 'lines'}."]
    raise BadInput(
        " ".join(sentences),
        "Free words go under ## Notes, anything else on a line that begins with “- ”.",
    )


def _heading(line: str) -> str | None:
    """The section that a line begins; None if it is not one of our headings."""
    heading = _HEADING.fullmatch(line)
    return _NAMES.get(heading["name"].lower()) if heading else None


def _is_heading(line: str) -> bool:
    return _heading(line) is not None


def _level(line: str) -> int:
    return line.count("#", 0, len(line) - len(line.lstrip(" #")))
