"""A record as a text to be edited, and what the edited text says: `key: value` lines, then long texts under `## Heading`s.

The user's words stand in it literally, but for a backslash before a line of theirs that would read as a heading. A value of
several lines stands under a heading of its own, whichever way its field is written otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from boardroom.errors import BadInput
from boardroom.formats.comments import bare, body, comment, says_nothing, top
from boardroom.formats.literal import escape_line, unescape_line
from boardroom.rules.text import quoted

_HEADING = "## "
_NAMED = 3


class Field(NamedTuple):
    """A field as it is written: its `label` on a line or, if it is a long `text`, as a heading; once, or for each of `several`."""

    name: str
    label: str
    text: bool = False
    several: bool = False


def written(about: str, fields: Sequence[Field], values: Mapping[str, Any]) -> str:
    """The text of a record under a comment that says what it is about; days and numbers stand in it as Python writes them.

    A field without a value (None, "" or an empty list) is there to be filled in.
    """
    lines = []
    sections = []
    for field in fields:
        value = values[field.name]
        texts: list[str] = (
            list(value or [""]) if field.several else ["" if value is None else str(value)]
        )
        # What follows a value of several lines stands under a heading too, so that the order stays.
        on_lines = (
            0
            if field.text
            else next((index for index, text in enumerate(texts) if "\n" in text), len(texts))
        )
        lines += [
            f"{field.label}: {text}" if text else f"{field.label}:" for text in texts[:on_lines]
        ]
        sections += [_section(field.label, text) for text in texts[on_lines:]]
    return comment(about) + "\n".join([*lines, *sections, ""])


def changes(text: str, shown: str, fields: Sequence[Field]) -> dict[str, str | list[str]]:
    """The fields that `text` says otherwise than `shown`, by name: an emptied one is "" or [], one left out is as it was.

    Raises:
        BadInput: see `read`; or a comment of the user's is all that is left.
    """
    if not body(bare(text)) and not says_nothing(
        bare(text), shown
    ):  # nothing would change, and the words be lost
        raise BadInput(
            "Nothing but a comment is left, which belongs to no field.",
            f"The fields are {_labels(fields)}.",
        )
    before = read(shown, fields)
    return {name: value for name, value in read(text, fields).items() if value != before[name]}


def read(text: str, fields: Sequence[Field]) -> dict[str, str | list[str]]:
    """The fields that the text of a record names, by name.

    Raises:
        BadInput: a line names no field, names one again that has one value, or belongs to none; all such lines are quoted.
    """
    by_label = {_folded(field.label): field for field in fields}
    found: dict[str, list[str]] = {}
    named_on: dict[str, int] = {}
    wrong = []
    for number, line, label, value in _parts(bare(text)):
        field = None if label is None else by_label.get(_folded(label))
        if label is None:
            wrong.append(f"line {number} belongs to no field: {quoted(line)}")
        elif field is None:
            wrong.append(f"line {number} names no field: {quoted(line)}")
        elif field.name in found and not field.several:
            wrong.append(
                f"line {number} gives again what line {named_on[field.name]} gives: {quoted(line)}"
            )
        else:
            named_on.setdefault(field.name, number)
            found.setdefault(field.name, []).extend([value] if value else [])
    if wrong:
        more = f"; and {len(wrong) - _NAMED} more" if len(wrong) > _NAMED else ""
        sentence = "; ".join(wrong[:_NAMED]) + more
        hint = f"The fields are {_labels(fields)}; a text's own line that begins with ## is written \\##."
        raise BadInput(f"{sentence[0].upper()}{sentence[1:]}.", hint)
    several = {field.name for field in fields if field.several}
    return {name: values if name in several else "".join(values) for name, values in found.items()}


def _labels(fields: Sequence[Field]) -> str:
    return ", ".join(field.label for field in fields)


def _section(label: str, text: str) -> str:
    lines = [escape_line(line, _is_heading) for line in text.split("\n")] if text else []
    return "\n".join(["", f"{_HEADING}{label}", *lines])


class _Part(NamedTuple):
    """What stands on a line, or under the heading on it: its label (None where it has none) and its value."""

    number: int
    line: str
    label: str | None
    value: str


def _parts(text: str) -> list[_Part]:
    begin = top(text)
    lines = text[begin:].split("\n")
    first = text.count("\n", 0, begin) + 1
    headings = [index for index, line in enumerate(lines) if line.startswith(_HEADING)]
    bounds = [*headings, len(lines)]
    parts = []
    for number, line in enumerate(lines[: bounds[0]], first):
        if line.strip():
            label, colon, value = line.partition(":")
            parts.append(_Part(number, line, label if colon else None, value.strip()))
    for start, end in pairwise(bounds):
        body = "\n".join(unescape_line(line, _is_heading) for line in lines[start + 1 : end])
        parts.append(
            _Part(first + start, lines[start], lines[start][len(_HEADING) :], body.strip())
        )
    return parts


def _is_heading(line: str) -> bool:
    return line.startswith(_HEADING)


def _folded(label: str) -> str:
    return label.strip().casefold().replace("_", "-").replace(" ", "-")
