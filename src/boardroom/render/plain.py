"""A page for a pipe: tables tab-separated and never cut, prose wrapped at COLUMNS or 80, no colour."""

from __future__ import annotations

import os
from itertools import pairwise

from boardroom.render.formatting import safe
from boardroom.render.page import Block, Entries, Fields, Heading, Page, Prose, Table
from boardroom.render.wrapping import breaks


def plain(page: Page) -> str:
    """The page as text, one line a row."""
    return "".join(
        f"{line}\n"
        for block in (page.blocks if page.pipe is None else page.pipe)
        for line in _lines(block)
    )


def columns() -> int:
    """The width to wrap at, in terminal cells."""
    given = os.environ.get("COLUMNS", "")
    return int(given) if given.isascii() and given.isdigit() and int(given) > 0 else 80


def _lines(block: Block) -> list[str]:
    match block:
        case Heading():
            aside = " · ".join(cell.text for cell in block.aside)
            return [safe(f"{block.title}  {aside}" if aside else block.title)]
        case Table():
            return ["\t".join(safe(cell.text) for cell in row) for row in block.rows]
        case Fields():
            return [f"{label}\t{safe(cell.text)}" for label, cell in block.rows]
        case Entries():
            return ["\t".join(safe(part) for part in row) for row in block.rows]
        case Prose():
            return _wrapped(safe(block.text))
        case _:
            return [safe(line) for line in block.text.split("\n")]


def _wrapped(text: str) -> list[str]:
    places = [0, *breaks(text, columns()), len(text)]
    return [text[start:end].rstrip() for start, end in pairwise(places)]
