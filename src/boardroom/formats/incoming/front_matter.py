"""Front matter: the lines between two `---` above a note, in a subset of YAML.

A line is `key: value`. A value is a text, plain or in quotes, a list `[a, b]`, or a list of lines
that begin with `- `. A `|` keeps the indented lines below it as they are. Every value stays the
text that it is: `NO` is no flag, and `0912` no number. What else YAML has is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardroom.record import Record

MARK = "---"
_KEY = re.compile(r"(?P<key>[^\s:#\-\[\]{}\"'][^:\[\]{}\"']{0,80}?)\s*:(?:\s+(?P<value>.*)|\s*)")
_ITEM = re.compile(r"\s*-\s+(?P<value>.*)")
_COMMENT = re.compile(r"\s+#.*")
_BLOCK = re.compile(r"[|>][+-]?")
_ESCAPES = {"n": "\n", "t": "\t"}


class FrontMatter(Record):
    """The values of each key, the keys whose values are none that are read, and the next line."""

    values: dict[str, list[str]]
    unread: list[str]
    end: int


def read_front_matter(lines: Sequence[str], start: int) -> FrontMatter | None:
    """The front matter that begins in the line `start`; None if there is none."""
    if start >= len(lines) or lines[start].rstrip() != MARK:
        return None
    end = next(
        (at for at in range(start + 1, len(lines)) if lines[at].rstrip() in (MARK, "...")), None
    )
    if end is None:
        return None
    values: dict[str, list[str]] = {}
    unread: list[str] = []
    at = start + 1
    while at < end:
        shape = _KEY.fullmatch(lines[at])
        at += 1
        if shape is None:
            continue
        below = at
        while below < end and (lines[below][:1] in (" ", "\t") or _ITEM.fullmatch(lines[below])):
            below += 1
        read = _value((shape["value"] or "").strip(), lines[at:below])
        at = below
        if read is None:
            unread.append(shape["key"])
        else:
            values[shape["key"]] = read
    return FrontMatter(values, unread, end + 1)


def _value(text: str, below: Sequence[str]) -> list[str] | None:
    if _BLOCK.fullmatch(text):
        indent = min((len(line) - len(line.lstrip()) for line in below if line.strip()), default=0)
        lines = [line[indent:].rstrip() for line in below]
        return ["\n".join(lines).strip("\n")] if lines else []
    if not text or text.startswith("#"):
        items = [_ITEM.fullmatch(line) for line in below]
        if not all(items):
            return None  # a mapping in a mapping
        return [_scalar(item["value"]) for item in items if item and item["value"].strip()]
    if text.startswith("[") and not text.startswith("[["):
        inside = _COMMENT.sub("", text).rstrip()
        return _items(inside[1:-1]) if inside.endswith("]") else None
    if text.startswith(("{", "&", "*", "!")):
        return None
    return [value for value in [_scalar(text)] if value]


def _items(text: str) -> list[str]:
    """The items of a list in brackets, which commas outside of quotes part."""
    items, quote = [""], ""
    for character in text:
        if character in "\"'" and ((not quote and not items[-1].strip()) or quote == character):
            quote = "" if quote else character
            items[-1] += character
        elif character == "," and not quote:
            items.append("")
        else:
            items[-1] += character
    return [value for value in map(_scalar, items) if value]


def _scalar(text: str) -> str:
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        return re.sub(r"\\(.)", lambda match: _ESCAPES.get(match[1], match[1]), text[1:-1])
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    return _COMMENT.sub("", text).strip()
