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

from boardroom.render.page import Block, Cell, Column, Entries, Entry, Fields, Heading, Page, Prose, Table
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
                line.append(" · " if number else "  ", "dim").append_text(_words(cell))
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
    """A table too narrow for its columns: each row as a line of its leading cells, the rest below it."""
    for row in rows:
        lead = [cell for column, cell in zip(columns, row, strict=True) if column.lead and cell.text]
        rest = [(column, cell) for column, cell in zip(columns, row, strict=True) if not column.lead and cell.text]
        console.print(Words("  ").join(_words(cell) for cell in lead))
        for column, cell in rest:
            console.print(Padding(Words.assemble((f"{column.title} ", "dim"), _words(cell)), (0, 0, 0, _GAP)))


def _draw_fields(fields: Fields, console: Console) -> None:
    grid = Grid.grid(padding=(0, _GAP, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for label, cell in fields.rows:
        grid.add_row(Words(label, "dim"), _words(cell))
    console.print(grid)


def _draw_entries(entries: Entries, console: Console) -> None:
    narrow, wide = console.width < NARROW, console.width >= WIDE
    grid = Grid.grid(padding=(0, _GAP, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for severity, rows in groupby(entries.rows, key=lambda entry: entry.severity):
        for number, row in enumerate(rows):
            label = Words("" if number else severity, _STYLES[severity])
            grid.add_row(label, _entry(row, narrow=narrow, wide=wide))
    console.print(grid)


def _entry(entry: Entry, *, narrow: bool, wide: bool) -> Words:
    who = Words.assemble(_words(Cell(entry.who, "strong")))
    if entry.aside:
        who.append_text(_words(Cell(f" · {entry.aside}", "quiet")))
    lines = [who, _words(Cell(entry.what))]
    commands = [_words(Cell(f"→ {command}", "quiet")) for command in entry.next]
    if wide and commands:
        lines[1] = Words("  ").join([lines[1], *commands])
        return Words("\n").join(lines)
    return Words("\n").join([*lines, *commands])


def _least_width(columns: list[Column], rows: list[list[Cell]]) -> int:
    """The cells a table needs: fixed columns whole, the others enough for a few words."""
    widths = []
    for index, column in enumerate(columns):
        widest = max([len(column.title), *(cell_len(safe(row[index].text)) for row in rows)])
        widths.append(widest if column.fixed else min(widest, 14))
    return sum(widths) + _GAP * (len(columns) - 1)


def _words(cell: Cell) -> Words:
    return Words(safe(cell.text), _STYLES.get(cell.role, ""))
