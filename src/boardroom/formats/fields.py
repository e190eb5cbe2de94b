"""A record as a text to edit: `key: value` lines, then long texts under `## Heading`s.

The user's words are literal, except that a line like a heading gets a backslash before it, and that
lines wrapped by an editor are put together. A value of several lines always goes under a heading.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from boardroom.errors import BadInput
from boardroom.formats.form_text import join_lines
from boardroom.formats.markup import (
    comments_length,
    escape_line,
    is_empty,
    note,
    strip_comments,
    strip_notes,
    unescape_line,
)
from boardroom.rules.fields import Field
from boardroom.rules.text import quoted

_HEADING = "## "
_MOST_QUOTED = 3


def write_fields(about: str, fields: Sequence[Field], values: Mapping[str, Any]) -> str:
    """The text of a record, under the comment `about` and one for each field that explains itself.

    A flag is yes or no; days and numbers are written by `str`. A field without a value (None, "" or
    an empty list) is written too, to be filled in.
    """
    lines = []
    sections = []
    for field in fields:
        value = values[field.name]
        texts: list[str] = list(value or [""]) if field.several else [_text(field, value)]
        # Values after one of several lines get a heading too, which keeps them in order.
        line_count = (
            0
            if field.text
            else next((index for index, text in enumerate(texts) if "\n" in text), len(texts))
        )
        lines += [
            f"{field.label}: {text}" if text else f"{field.label}:" for text in texts[:line_count]
        ]
        sections += [_section(field.label, text) for text in texts[line_count:]]
    explanations = "".join(
        note(f"{field.label} — {field.about}") for field in fields if field.about
    )
    return note(about) + explanations + "\n".join([*lines, *sections, ""])


def changed_fields(text: str, shown: str, fields: Sequence[Field]) -> dict[str, str | list[str]]:
    """The fields whose values in `text` differ from those in `shown`, by name.

    An emptied field is "" or []; a missing one is unchanged. Lines that an editor wrapped are put
    together, as in the form of a meeting: a blank line, a list mark, or a backslash at the end of
    a line keeps the break. Notes, and texts that were shown in several lines, are literal.

    Raises:
        BadInput: see `read_fields`; or nothing but a comment of the user's is left.
    """
    saved = strip_notes(text)
    if not strip_comments(saved) and not is_empty(saved, shown):
        # The comment would be lost, and nothing changed.
        raise BadInput(
            "Nothing but a comment is left, which belongs to no field.",
            f"The fields are {_labels(fields)}.",
        )
    before = read_fields(shown, fields)
    literal = {field.name for field in fields if field.silent}
    values = {
        name: value if name in literal else _unwrapped(value, before[name])
        for name, value in read_fields(text, fields).items()
    }
    return {name: value for name, value in values.items() if value != before[name]}


def read_fields(text: str, fields: Sequence[Field]) -> dict[str, str | list[str]]:
    """The fields in the text of a record, by name.

    Raises:
        BadInput: lines name no field, belong to none, or give one a second value; the message
            quotes them.
    """
    by_label = {_folded(field.label): field for field in fields}
    given: dict[str, list[str]] = {}
    first_lines: dict[str, int] = {}
    wrong = []
    for number, line, label, value in _parts(strip_notes(text)):
        field = None if label is None else by_label.get(_folded(label))
        if label is None:
            wrong.append(f"line {number} belongs to no field: {quoted(line)}")
        elif field is None:
            wrong.append(f"line {number} names no field: {quoted(line)}")
        elif field.name in given and not field.several:
            first = first_lines[field.name]
            wrong.append(f"line {number} gives again what line {first} gives: {quoted(line)}")
        else:
            first_lines.setdefault(field.name, number)
            given.setdefault(field.name, []).extend([value] if value else [])
    if wrong:
        more = f"; and {len(wrong) - _MOST_QUOTED} more" if len(wrong) > _MOST_QUOTED else ""
        sentence = "; ".join(wrong[:_MOST_QUOTED]) + more
        raise BadInput(
            f"{sentence[0].upper()}{sentence[1:]}.",
            f"The fields are {_labels(fields)};"
            " a text's own line that begins with ## is written \\##.",
        )
    several = {field.name for field in fields if field.several}
    return {name: values if name in several else "".join(values) for name, values in given.items()}


def _unwrapped(value: str | list[str], before: str | list[str]) -> str | list[str]:
    """A value without the line breaks of an editor, unless it had breaks of its own before."""
    if isinstance(value, list):
        had_breaks = any("\n" in text for text in before)
        return value if had_breaks else [join_lines(text.split("\n")) for text in value]
    return value if "\n" in before else join_lines(value.split("\n"))


def _text(field: Field, value: object) -> str:
    if isinstance(value, bool):
        return field.flag[value]
    return "" if value is None else str(value)


def _labels(fields: Sequence[Field]) -> str:
    return ", ".join(field.label for field in fields)


def _section(label: str, text: str) -> str:
    lines = [escape_line(line, _is_heading) for line in text.split("\n")] if text else []
    return "\n".join(["", f"{_HEADING}{label}", *lines])


class _Part(NamedTuple):
    """The label and value of one line, or of one heading with the text under it.

    A line without a colon has no label (None).
    """

    number: int
    line: str
    label: str | None
    value: str


def _parts(text: str) -> list[_Part]:
    start_of_fields = comments_length(text)
    lines = text[start_of_fields:].split("\n")
    first = text.count("\n", 0, start_of_fields) + 1
    headings = [index for index, line in enumerate(lines) if line.startswith(_HEADING)]
    bounds = [*headings, len(lines)]
    parts = []
    for number, line in enumerate(lines[: bounds[0]], first):
        if line.strip():
            label, colon, value = line.partition(":")
            parts.append(_Part(number, line, label if colon else None, value.strip()))
    for start, end in pairwise(bounds):
        body = "\n".join(unescape_line(line, _is_heading) for line in lines[start + 1 : end])
        label = lines[start][len(_HEADING) :]
        parts.append(_Part(first + start, lines[start], label, body.strip()))
    return parts


def _is_heading(line: str) -> bool:
    return line.startswith(_HEADING)


def _folded(label: str) -> str:
    return label.strip().casefold().replace("_", "-").replace(" ", "-")
