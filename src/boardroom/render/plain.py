"""A page for a pipe: tables tab-separated and never cut, prose wrapped at COLUMNS or 80, no colour."""

from __future__ import annotations

import os
import textwrap

from boardroom.render.page import Block, Entries, Fields, Heading, Page, Prose, Table
from boardroom.render.words import safe


def plain(page: Page) -> str:
    """The page as text, one line a row."""
    return "".join(f"{line}\n" for block in page.pipe or page.blocks for line in _lines(block))


def columns() -> int:
    """The width to wrap at, in terminal cells."""
    given = os.environ.get("COLUMNS", "")
    return int(given) if given.isascii() and given.isdigit() and int(given) > 0 else 80


def _lines(block: Block) -> list[str]:
    match block:
        case Heading():
            return [safe(" ".join([block.title, *(cell.text for cell in block.aside)]))]
        case Table():
            return ["\t".join(safe(cell.text) for cell in row) for row in block.rows]
        case Fields():
            return [f"{label}\t{safe(cell.text)}" for label, cell in block.rows]
        case Entries():
            return ["\t".join(safe(part) for part in row) for row in block.rows]
        case Prose():
            return textwrap.wrap(safe(block.text), columns(), break_on_hyphens=False) or [""]
        case _:
            return [safe(line) for line in block.text.split("\n")]
