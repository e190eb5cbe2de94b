"""Pages of Logseq, an outline with `key:: value` above it, as the Markdown that other notes are.

Each line stays in its place, so that places in the file are the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardroom.formats.incoming.column_days import read_day

_PROPERTY = re.compile(r"(?P<key>[\w-]+):: *(?P<value>.*)")
_OWN_PROPERTY = re.compile(r"\s+(?:id|collapsed|logseq\.[\w.-]+|background-color):: .*")
_HEADING = re.compile(r"\s*- (?P<heading>#{1,6} .*)")
_TASK = re.compile(r"(?P<bullet>\s*- )(?P<word>[A-Z]+) (?P<text>.+)")
_DEADLINE = re.compile(r"\s*DEADLINE: <(?P<day>\d{4}-\d{2}-\d{2})[^>]*>")
_MARKS = {"TODO": " ", "DOING": " ", "NOW": " ", "LATER": " ", "WAITING": " ", "DONE": "x"} | {
    "CANCELED": "-",
    "CANCELLED": "-",
}
_LINKED_DAY = re.compile(r"\[\[(?P<day>[^\W\d_]{3,9} \d{1,2}(?:st|nd|rd|th), \d{4})\]\]")


def from_outline(lines: Sequence[str]) -> Sequence[str]:
    """The lines of a page of Logseq as those of any note; other lines as they are."""
    first = next((line for line in lines if line.strip()), "")
    if not _PROPERTY.fullmatch(first):
        return lines
    plain: list[str] = []
    is_above = True
    task_at = -1
    for line in lines:
        is_above = is_above and not line.startswith("-")
        shape = _PROPERTY.fullmatch(line) if is_above else None
        if shape:
            plain.append(f"{shape['key']}: {shape['value']}")
        elif _OWN_PROPERTY.fullmatch(line):
            plain.append("")
        elif shape := _HEADING.fullmatch(line):
            plain.append(shape["heading"])
        elif (shape := _DEADLINE.fullmatch(line)) and task_at >= 0:
            plain[task_at] += f" 📅 {shape['day']}"
            plain.append("")
            task_at = -1  # it has one deadline
        elif (shape := _TASK.fullmatch(line)) and shape["word"] in _MARKS:
            task_at = len(plain)
            plain.append(f"{shape['bullet']}[{_MARKS[shape['word']]}] {shape['text']}")
        else:
            plain.append(_LINKED_DAY.sub(_iso, line))
    return plain


def _iso(shape: re.Match[str]) -> str:
    try:
        return f"[[{read_day(shape['day'], None).on}]]"
    except ValueError:
        return shape[0]
