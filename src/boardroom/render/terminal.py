"""A page on a terminal, drawn with rich: aligned, calm, one accent a severity, readable at 40 columns.

User's text only ever goes through `safe` into a rich Text; never into markup. Columns are laid out here rather than by rich's
own tables, which break a day in two, leave blanks at the ends of lines and take longer to load than to draw.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, zip_longest

from rich.cells import cell_len, chop_cells
from rich.console import Console
from rich.text import Text as Words

from boardroom.render.formatting import safe
from boardroom.render.page import (
    Block,
    Cell,
    Column,
    Entries,
    Entry,
    Fields,
    Heading,
    Page,
    Prose,
    Table,
)
from boardroom.render.wrapping import breaks

NARROW = 60
WIDE = 108
_STYLES = {
    "overdue": "bold red",
    "due": "yellow",
    "soon": "cyan",
    "good": "green",
    "strong": "bold",
    "quiet": "dim",
}
_GAP = 2
_LABEL = 7
_WHO = 18
_SEPARATOR = " · "


def print_page(page: Page, console: Console | None = None) -> None:
    """Draws the page on the terminal, blocks set apart by an empty line."""
    console = console or Console(highlight=False, markup=False, emoji=False)
    blocks = [Words("\n").join(_lines(block, console.width)) for block in page.blocks]
    console.print(
        Words("\n\n").join(blocks), soft_wrap=True
    )  # wrapped already, and at once: each call of rich's costs as much as a line


def _lines(block: Block, width: int) -> Iterable[Words]:
    match block:
        case Heading():
            return _heading(block, width)
        case Table():
            return _table(block, width)
        case Fields():
            rows = [[Words(label, "dim"), _words(cell)] for label, cell in block.rows]
            return _grid(rows, _fitted(_widest(rows), width, fixed=(0,)))
        case Entries():
            return (
                _narrow_entries(block.rows, width)
                if width < NARROW
                else _entries(block.rows, width)
            )
        case Prose():
            return _wrapped(_words(Cell(block.text, block.role)), width)
        case _:
            return (
                line
                for text in block.text.split("\n")
                for line in _wrapped(_words(Cell(text)), width)
            )


def _heading(heading: Heading, width: int) -> list[Words]:
    line = _words(Cell(heading.title, "strong"))
    for number, cell in enumerate(heading.aside):
        line = Words.assemble(line, (_SEPARATOR if number else " " * _GAP, "dim"), _words(cell))
    return _wrapped(line, width)


def _table(table: Table, width: int) -> list[Words]:
    used = [
        index for index in range(len(table.columns)) if any(row[index].text for row in table.rows)
    ]
    columns = [table.columns[index] for index in used]
    rows = [[_words(row[index]) for index in used] for row in table.rows]
    titles = [Words(column.title, "dim") for column in columns]
    head = [titles] if any(titles) else []
    below = [[_words(cell) for cell in pieces if cell.text] for pieces in table.below] or [
        [] for _ in rows
    ]
    fixed = [index for index, column in enumerate(columns) if column.fixed]
    widths = _fitted(_widest([*head, *rows]), width, fixed, [column.least for column in columns])
    if _together(widths) <= width:
        lines = _grid(head, widths)
        for row, pieces in zip(rows, below, strict=True):
            lines += [*_grid([row], widths), *_indented(_filled(pieces, width - _GAP), _GAP, width)]
    else:
        lines = [
            line
            for row, pieces in zip(rows, below, strict=True)
            for line in _stacked(columns, row, pieces, width)
        ]
    if table.more:
        lines += [Words(), *_wrapped(Words(table.more, "dim"), width)]
    return lines


def _stacked(
    columns: Sequence[Column], row: Sequence[Words], below: Sequence[Words], width: int
) -> list[Words]:
    """A row of a table too wide for the screen: a line of its leading cells, and the rest and what else there is to say below it."""
    lead = [cell for column, cell in zip(columns, row, strict=True) if column.lead and cell]
    rest = [
        cell
        if column.bare or not column.title
        else Words.assemble((f"{column.title} ", "dim"), cell)
        for column, cell in zip(columns, row, strict=True)
        if not column.lead and cell
    ]
    return [
        *_wrapped(Words(" " * _GAP).join(lead), width),
        *_indented(_filled([*rest, *below], width - _GAP), _GAP, width),
    ]


def _filled(pieces: Iterable[Words], width: int) -> list[Words]:
    """The pieces in lines, each as full as it gets without breaking one."""
    lines: list[Words] = []
    for piece in pieces:
        if lines and lines[-1].cell_len + len(_SEPARATOR) + piece.cell_len <= width:
            lines[-1] = Words.assemble(lines[-1], (_SEPARATOR, "dim"), piece)
        else:
            lines.append(piece)
    return lines


def _entries(entries: Sequence[Entry], width: int) -> list[Words]:
    """The word for their severity, who, and what with the command below it; beside it on a wide screen."""
    rows: list[list[Words]] = []
    for severity, group in groupby(entries, key=lambda entry: entry.severity):
        label = Words(severity, _STYLES[severity])
        if rows:
            rows.append([Words()])
        for entry in group:
            who, *said = _said(entry)
            rows += (
                [[label, who, *said]]
                if width >= WIDE
                else [[label, who, said[0]], [Words(), Words(), said[1]]]
            )
            label = Words()
    widths = _widest(rows)
    widths[:2] = [_LABEL, min(widths[1], _WHO)]
    return _grid(rows, _fitted(widths, width))


def _narrow_entries(entries: Sequence[Entry], width: int) -> list[Words]:
    """The word for their severity on a line of its own, and below it one thing after the other."""
    lines: list[Words] = []
    for severity, group in groupby(entries, key=lambda entry: entry.severity):
        if lines:
            lines.append(Words())
        lines.append(Words(severity, _STYLES[severity]))
        for entry in group:
            who, what, command = _said(entry)
            lines += [*_indented([who], _GAP, width), *_indented([what, command], 2 * _GAP, width)]
    return lines


def _said(entry: Entry) -> tuple[Words, Words, Words]:
    return (
        _words(Cell(entry.who, "strong")),
        _words(Cell(entry.what)),
        _words(Cell(entry.next, "quiet")),
    )


def _grid(rows: Iterable[Sequence[Words]], widths: Sequence[int]) -> list[Words]:
    """Cells side by side, each wrapped in its column, and nothing after the last of a line."""
    lines = []
    for row in rows:
        columns = [_wrapped(cell, width) for cell, width in zip(row, widths, strict=False)]
        for pieces in zip_longest(*columns, fillvalue=Words()):
            line = Words()
            for piece, width in zip(pieces, widths, strict=False):
                line.append_text(piece).append(" " * (width - piece.cell_len + _GAP))
            line.rstrip()
            lines.append(line)
    return lines


def _widest(rows: Sequence[Sequence[Words]]) -> list[int]:
    """The cells that each column would like to have."""
    return [
        max(cell.cell_len for cell in column) for column in zip_longest(*rows, fillvalue=Words())
    ]


def _fitted(
    widths: Sequence[int], room: int, fixed: Sequence[int] = (), least: Sequence[int] | None = None
) -> list[int]:
    """The widths made to fit: those not fixed give way, the widest first, down to the least that they need."""
    fitted = [width if index in fixed else min(width, room) for index, width in enumerate(widths)]
    while _together(fitted) > room:
        giving = [
            index
            for index, width in enumerate(fitted)
            if index not in fixed and width > (least[index] if least else 1)
        ]
        if not giving:
            break
        fitted[max(giving, key=fitted.__getitem__)] -= 1
    return fitted


def _together(widths: Sequence[int]) -> int:
    return sum(widths) + _GAP * (len(widths) - 1)


def _indented(lines: Iterable[Words], by: int, width: int) -> list[Words]:
    return [Words.assemble(" " * by, part) for line in lines for part in _wrapped(line, width - by)]


def _wrapped(line: Words, width: int) -> list[Words]:
    """The line in as many as it takes, none wider than `width`; a word wider than that is cut."""
    width = max(width, 2)  # what a single character may need
    lines = (
        list(line.divide(breaks(line.plain, width, cell_len, chop_cells)))
        if line.cell_len > width
        else [line]
    )
    for each in lines:
        each.rstrip()
    return lines


def _words(cell: Cell) -> Words:
    style = _STYLES.get(cell.role, "")
    start, end = cell.mark
    if start == end:
        return Words(safe(cell.text), style)
    return Words.assemble(
        (safe(cell.text[:start]), style),
        (safe(cell.text[start:end]), _STYLES["strong"]),
        (safe(cell.text[end:]), style),
    )
