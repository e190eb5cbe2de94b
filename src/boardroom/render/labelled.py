"""A page as labelled lines, for `ACCESSIBLE`: no columns, nothing drawn, no colours.

A screen reader reads line by line, so each line says by itself what it is about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boardroom.render.page import (
    Block,
    Cell,
    Column,
    Entries,
    Fields,
    Heading,
    Page,
    Prose,
    Table,
)


def labelled_lines(page: Page) -> Iterator[str]:
    """The lines of a page, with an empty one between blocks."""
    for number, block in enumerate(page.blocks):
        if number:
            yield ""
        yield from _lines(block)


def _lines(block: Block) -> Iterable[str]:
    match block:
        case Heading():
            return [": ".join(part for part in (block.title, _joined(block.aside)) if part)]
        case Table():
            return _table(block)
        case Fields():
            return _fields(block)
        case Entries():
            return _entries(block)
        case Prose():
            return block.text.split("\n")
        case _:
            return block.text.split("\n")


def _fields(fields: Fields) -> Iterator[str]:
    """A line for each value; one without a label has that of the line above."""
    current = ""
    for label, cell in fields.rows:
        current = label or current
        if not cell.drawn:
            yield f"{current}: {cell.text}"


def _table(table: Table) -> Iterator[str]:
    """For each row its leading cells in a line, then a line for every other cell and detail."""
    has_before = False
    for number, row in enumerate(table.rows):
        lines = _row(table.columns, row)
        lines += [cell.text for cell in (table.below[number] if table.below else ()) if cell.text]
        if has_before and len(lines) > 1:
            yield ""
        yield from lines
        has_before = True
    if table.more:
        yield from ("", table.more)


def _row(columns: tuple[Column, ...], row: tuple[Cell, ...]) -> list[str]:
    """The lines of a row; a cell without a title has that of the column before it."""
    leading: list[Cell] = []
    others: list[str] = []
    title = ""
    for column, cell in zip(columns, row, strict=True):
        title = column.title or title
        if not cell.text or cell.drawn:
            continue
        if column.lead:
            leading.append(cell)
        else:
            others.append(f"{title}: {cell.text}" if title else cell.text)
    if not leading:
        return others
    if not title and len(others) == 1:
        return [f"{_joined(leading)}: {others[0]}"]
    return [_joined(leading), *others]


def _entries(entries: Entries) -> Iterator[str]:
    for entry in entries.rows:
        yield f"{entry.severity}: {entry.who}: {entry.what}"
        yield f"next: {entry.next}"
        if entry.also:
            yield f"or: {entry.also}"
    for folded in entries.folded:
        yield f"soon: {folded}"


def _joined(cells: Iterable[Cell]) -> str:
    return ", ".join(cell.text for cell in cells if cell.text and not cell.drawn)
