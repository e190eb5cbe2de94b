"""A page in a pipe: tables tab-separated and never cut, prose wrapped, no colour."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

from boardroom.render.formatting import safe
from boardroom.render.page import Block, Entries, Fields, Heading, Page, Prose, Rows, Table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

_CHUNK = 100
"""Lines per write: few, so that a long list starts to appear soon."""


def print_plain(page: Page, out: TextIO | None = None) -> None:
    """Writes the page to `out` (default: standard output), row by row."""
    write = (out or sys.stdout).write
    blocks = page.blocks if page.pipe is None else page.pipe
    lines = (f"{line}\n" for block in blocks for line in _lines(block))
    while chunk := "".join(islice(lines, _CHUNK)):
        write(chunk)


def columns() -> int:
    """The width to wrap at, in terminal cells: COLUMNS, or 80."""
    given = os.environ.get("COLUMNS", "")
    return int(given) if given.isascii() and given.isdigit() and int(given) > 0 else 80


def _lines(block: Block | Rows) -> Iterator[str]:
    match block:
        case Heading():
            aside = " · ".join(cell.text for cell in block.aside)
            yield safe(f"{block.title}  {aside}" if aside else block.title)
        case Rows():
            yield from map(_row, block.rows)
        case Table():
            yield from ("\t".join(safe(cell.text) for cell in row) for row in block.rows)
        case Fields():
            yield from (f"{safe(label)}\t{safe(cell.text)}" for label, cell in block.rows)
        case Entries():
            yield from ("\t".join(map(safe, row[:4])) for row in block.rows)
        case Prose():
            yield from _wrap(safe(block.text))
        case _:
            yield from map(safe, block.text.split("\n"))


def _row(cells: Iterable[str]) -> str:
    """The cells with tabs between them, safe to print: at once where that takes no escape."""
    given = list(cells)
    row = "\t".join(given)
    # A tab within a cell is one too many, and no tab is printable.
    is_plain = row.isascii() and row.replace("\t", "", len(given) - 1).isprintable()
    return row if is_plain else "\t".join(map(safe, given))


def _wrap(text: str) -> list[str]:
    from boardroom.render.wrapping import breaks  # noqa: PLC0415  `re` takes 5 ms

    places = [0, *breaks(text, columns(), whole_commands=True), len(text)]
    return [text[start:end].rstrip() for start, end in pairwise(places)]
