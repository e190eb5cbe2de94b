r"""The Markdown form of a meeting: written from what is on file, and read back into what was noted.

The user's words stand in it literally, but for a backslash before those that would mean something there: a line of theirs that
reads as one of our headings, the first word of an item that reads as an id, ` @ ` and ` by ` in a promise that is no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from boardroom.errors import BadInput
from boardroom.formats.comments import bare, top
from boardroom.formats.form_header import Header, read_header, write_header
from boardroom.formats.form_items import (
    SECTIONS,
    advice_lines,
    agenda_lines,
    exchange_lines,
    promise_lines,
    read_items,
)
from boardroom.formats.literal import escape_line, unescape_line
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
_ANY_HEADING = re.compile(r" ?#+\s*\S")  # deeper in, it continues an item
_QUOTED = 20


class Form(NamedTuple):
    """What a text says: as a form where `is_form`, else as plain notes, which may still have a form's first line."""

    header: Header | None
    noted: LogEntry
    is_form: bool


def write_form(
    header: Header | None, noted: LogEntry, *, closing: str, today: date, date_order: str | None
) -> str:
    """The form, with every section, each holding what is noted already; `closing` is what the first line, if there is one, ends with."""
    sections = {
        "Agenda": agenda_lines(noted.agenda),
        "Notes": (noted.notes or "").split("\n") if noted.notes else [],
        "Advice": advice_lines(noted.advice),
        "Promises": promise_lines(noted.promises, today=today, date_order=date_order),
        "Exchange": exchange_lines(noted.exchanges),
    }
    lines = [
        line
        for name, meeting_contents in sections.items()
        for line in (f"## {name}", *(escape_line(line, _is_heading) for line in meeting_contents))
    ]
    return (write_header(header, closing) if header else "") + "\n".join([*lines, ""])


def read_form(text: str, *, today: date, date_order: str | None) -> Form:
    """What was noted in a text; one without any of our headings is plain notes. Days are read as seen from today.

    A section left out says nothing of its kind; Notes left empty say that there are none. Of an item without an id, everything is
    new.

    Raises:
        BadInput: lines can't be read; each is quoted.
    """
    text = bare(text)
    start = top(text)
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
    said = "\n".join(line for _, line in notes).strip() if notes is not None else None
    noted = read_items(sections, LogEntry(said), wrong, today=today, date_order=date_order)
    _refuse(wrong)
    return Form(header, noted, is_form=True)


def _sections(
    lines: Iterable[tuple[int, str]], wrong: list[tuple[int, str]]
) -> dict[str, list[tuple[int, str]]]:
    """The lines under each heading, with their numbers."""
    sections: dict[str, list[tuple[int, str]]] = {}
    name = ""
    level = 0
    for number, line in lines:
        found = _heading(line)
        if (
            found == name == "notes" and _level(line) > level
        ):  # a heading of the user's own, within their notes
            sections[name].append((number, line))
        elif found:
            name, level = found, _level(line)
            sections.setdefault(name, [])
        elif name == "notes":
            sections[name].append((number, unescape_line(line, _is_heading)))
        elif _ANY_HEADING.match(line):
            wrong.append((number, f"{quoted(line)} is none of the headings {', '.join(SECTIONS)}."))
        elif name:
            sections[name].append((number, unescape_line(line, _is_heading)))
        elif line.strip():
            wrong.append((number, f"{quoted(line)} stands before the first heading."))
    return sections


def _refuse(wrong: list[tuple[int, str]]) -> None:
    if not wrong:
        return
    said = [f"Line {number}: {why}" for number, why in sorted(wrong)]
    if len(said) > _QUOTED:
        said[_QUOTED:] = [f"And {len(said) - _QUOTED} more lines."]
    raise BadInput(
        " ".join(said),
        "Free words go under ## Notes, anything else on a line that begins with “- ”.",
    )


def _heading(line: str) -> str | None:
    """The section that a line begins; None where it is no heading of ours."""
    found = _HEADING.fullmatch(line)
    return _NAMES.get(found["name"].lower()) if found else None


def _is_heading(line: str) -> bool:
    return _heading(line) is not None


def _level(line: str) -> int:
    return line.count("#", 0, len(line) - len(line.lstrip(" #")))
