"""A page on a terminal, drawn with rich: aligned, calm, one accent a severity, readable at 40 columns.

User's text only ever goes through `safe` into a rich Text; never into markup.
"""

from __future__ import annotations

from itertools import groupby

from rich.cells import cell_len
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text as Words

from boardroom.render.page import Block, Cell, Column, Entries, Fields, Heading, Page, Prose, Table
from boardroom.render.words import safe

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
_WORDS_WIDTH = 10
_SEPARATOR = " · "


def print_page(page: Page, console: Console | None = None) -> None:
    """Draws the page on the terminal, blocks set apart by an empty line."""
    console = console or Console(highlight=False, markup=False, emoji=False)
    for index, block in enumerate(page.blocks):
        if index:
            console.print()
        _draw(block, console)


def _draw(block: Block, console: Console) -> None:
    match block:
        case Heading():
            line = Words.assemble(_words(Cell(block.title, "strong")))
            for number, cell in enumerate(block.aside):
                line.append(_SEPARATOR if number else "  ", "dim").append_text(_words(cell))
            console.print(line)
        case Table():
            _draw_table(block, console)
        case Fields():
            _draw_fields(block, console)
        case Entries():
            _draw_entries(block, console)
        case Prose():
            console.print(_words(Cell(block.text, block.role)))
        case _:
            console.print(Words("\n").join(_words(Cell(line)) for line in block.text.split("\n")))


def _draw_table(table: Table, console: Console) -> None:
    used = [index for index in range(len(table.columns)) if any(row[index].text for row in table.rows)]
    columns = [table.columns[index] for index in used]
    rows = [[row[index] for index in used] for row in table.rows]
    if _least_width(columns, rows) > console.width:
        _draw_stacked(columns, rows, console)
    else:
        grid = Grid.grid(padding=(0, _GAP, 0, 0))
        for column in columns:
            grid.add_column(no_wrap=column.fixed, overflow="fold")
        grid.add_row(*(Words(column.title, "dim") for column in columns))
        for row in rows:
            grid.add_row(*(_words(cell) for cell in row))
        console.print(grid)
    if table.more:
        console.print()
        console.print(Words(table.more, "dim"))


def _draw_stacked(columns: list[Column], rows: list[list[Cell]], console: Console) -> None:
    """A table too wide for the screen: each row as a line of its leading cells, and the rest below it."""
    for row in rows:
        lead = [_words(cell) for column, cell in zip(columns, row, strict=True) if column.lead and cell.text]
        rest = [
            Words.assemble(("" if column.bare else f"{column.title} ", "dim"), _words(cell))
            for column, cell in zip(columns, row, strict=True)
            if not column.lead and cell.text
        ]
        console.print(Words("  ").join(lead))
        for line in _filled(rest, console.width - _GAP):
            console.print(Padding(line, (0, 0, 0, _GAP)))


def _filled(pieces: list[Words], width: int) -> list[Words]:
    """The pieces in lines, each as full as it gets without breaking one: a date is never cut."""
    lines: list[Words] = []
    for piece in pieces:
        if lines and lines[-1].cell_len + len(_SEPARATOR) + piece.cell_len <= width:
            lines[-1].append(_SEPARATOR, "dim").append_text(piece)
        else:
            lines.append(piece)
    return lines


def _draw_fields(fields: Fields, console: Console) -> None:
    grid = Grid.grid(padding=(0, _GAP, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for label, cell in fields.rows:
        grid.add_row(Words(label, "dim"), _words(cell))
    console.print(grid)


def _draw_entries(entries: Entries, console: Console) -> None:
    """Two lines an entry; one on a wide screen, and as many as it takes on a narrow one."""
    narrow, wide = console.width < NARROW, console.width >= WIDE
    who_width = min(max((cell_len(safe(entry.who)) for entry in entries.rows), default=0), _WHO)
    for number, (severity, rows) in enumerate(groupby(entries.rows, key=lambda entry: entry.severity)):
        if number:
            console.print()
        grid = Grid.grid(padding=(0, _GAP, 0, 0))
        grid.add_column(no_wrap=True, width=_LABEL)
        if not narrow:
            grid.add_column(overflow="fold", width=who_width)
        for _ in range(1 + wide):
            grid.add_column(overflow="fold")
        for place, row in enumerate(rows):
            who, what, command = _words(Cell(row.who, "strong")), _words(Cell(row.what)), _words(Cell(row.next, "quiet"))
            label = Words("" if place else severity, _STYLES[severity])
            if narrow:
                grid.add_row(label, Words("\n").join([who, what, command]))
            elif wide:
                grid.add_row(label, who, what, command)
            else:
                grid.add_row(label, who, Words("\n").join([what, command]))
        console.print(grid)


def _least_width(columns: list[Column], rows: list[list[Cell]]) -> int:
    """The cells a table needs: fixed columns whole, the others enough for a few words."""
    widths = []
    for index, column in enumerate(columns):
        widest = max([len(column.title), *(cell_len(safe(row[index].text)) for row in rows)])
        widths.append(widest if column.fixed else min(widest, _WORDS_WIDTH))
    return sum(widths) + _GAP * (len(columns) - 1)


def _words(cell: Cell) -> Words:
    return Words(safe(cell.text), _STYLES.get(cell.role, ""))
