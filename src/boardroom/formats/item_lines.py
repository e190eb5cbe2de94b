"""Items in a text from a pipe: a list as people paste it, or an item a line.

As in a form, a line without a list mark goes on with the item above it. What is no item, like a
heading or a rule, is left out and named.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from boardroom.formats.form_text import join_lines, unindented

# “- ”, “* ”, “1. ”, with a box to tick or without; a mark alone is no item.
_LIST_MARK = re.compile(r"\s*(?:[-*+•]|[0-9]{1,3}[.)])(?:\s+\[[ xX]\])?(?:\s+|$)")
_RULE = re.compile(r"\s{0,3}(?:([-*_])(?:[ \t]*\1){2,}|={3,})[ \t]*")
_NO_ITEM = re.compile(r"\s*(?:#{1,6}(?:\s|$)|>|<!--.*-->\s*$)")
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"(?:[\w-]+:(?:\s.*)?|[ \t#-].*|)\n?")


class ItemLines(NamedTuple):
    """The items of a text, and the lines that are none."""

    items: list[str]
    left_out: list[str]


def read_item_lines(text: str) -> ItemLines:
    """Reads the items of a text.

    In a list, and where a line is indented, lines that follow each other are one item; otherwise
    each line is an item.
    """
    text = "\n".join(text.splitlines())
    left_out: list[str] = []
    front = _FRONT_MATTER.match(text)
    if front and all(_FIELD.fullmatch(line) for line in (front[1] or "").splitlines(keepends=True)):
        left_out.append("the front matter")
        text = text[front.end() :]
    lines = text.split("\n")
    is_list = any(_LIST_MARK.match(line) and not _RULE.fullmatch(line) for line in lines)
    items: list[list[str]] = []
    is_open = False
    for line in lines:
        mark = _LIST_MARK.match(line)
        if not line.strip():
            is_open = False
        elif _RULE.fullmatch(line) or _NO_ITEM.match(line):
            left_out.append(f"“{line.strip()}”")
            is_open = False
        elif mark:
            items.append([line[mark.end() :]])
            is_open = True
        elif is_open and (is_list or line[0] in " \t"):
            items[-1].append(unindented(line))
        else:
            items.append([line.strip()])
            is_open = True
    texts = (join_lines(lines).strip() for lines in items)
    return ItemLines([text for text in texts if text], left_out)
