"""A page as Markdown, to print or to send. The user's own text is escaped, so that it shows as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable

from boardroom.render.page import Block, Entries, Fields, Heading, Page, Table
from boardroom.render.words import safe

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&$#]")
_FIRST = re.compile(r"^(\d+(?=[.)])|(?=[-+=:]))")


def markdown(page: Page) -> str:
    """The page as Markdown, ending in one line end; its first heading is the title, the others are sections."""
    seen_title = False
    blocks = []
    for block in page.blocks:
        blocks.append(_block(block, "##" if seen_title else "#"))
        seen_title = seen_title or isinstance(block, Heading)
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """One line of the user's text, nothing in which means anything in Markdown."""
    stripped = text.lstrip(" ")
    shown = _FIRST.sub(r"\1\\", _SPECIAL.sub(r"\\\g<0>", safe(stripped)))
    return "&nbsp;" * (len(text) - len(stripped)) + shown


def _block(block: Block, level: str) -> str:
    match block:
        case Heading():
            return f"{level} {' · '.join(escaped(text) for text in (block.title, *(cell.text for cell in block.aside)))}"
        case Table():
            return _bullets([cell.text for cell in row if cell.text] for row in block.rows)
        case Entries():
            return _bullets(block.rows)
        case Fields():
            return "\n".join(f"- **{escaped(label)}:** {_lines(cell.text)}" for label, cell in block.rows)
        case _:
            return _lines(block.text)


def _bullets(rows: Iterable[Iterable[str]]) -> str:
    return "\n".join(f"- {' · '.join(map(_lines, row))}" for row in rows)


def _lines(text: str) -> str:
    """Text of several lines, which stay so; an empty one too, as it would end the list that it stands in."""
    return "\\\n".join(escaped(line) or "&nbsp;" for line in text.split("\n"))
