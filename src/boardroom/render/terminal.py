"""Draws a page on a terminal with rich: aligned, and readable at 40 columns.

The user's text goes through `safe` into a rich Text, never into markup. Tables are laid out here,
since rich's own break dates, leave blanks at line ends, and are slow to load.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text as RichText

from boardroom.render.column_widths import (
    GAP,
    fit_widths,
    line_width,
    natural_widths,
    unbroken_widths,
)
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
from boardroom.render.terminal_entries import entries_lines
from boardroom.render.terminal_text import STYLES, grid_lines, indent_lines, styled, wrap_line

_SEPARATOR = " · "
_DEEP = ("256", "truecolor")
_SPARE_LINES = 2  # for the command that was typed, and the next prompt


def print_page(page: Page, console: Console | None = None) -> None:
    """Draws the page on the terminal, with an empty line between blocks."""
    console = console or Console(highlight=False, markup=False, emoji=False)
    if console.color_system not in _DEEP:
        console.no_color = True  # the terminal chooses its sixteen colours, of whatever contrast
    width = console.width
    to_fit = {
        place: block
        for place, block in enumerate(page.blocks)
        if isinstance(block, Entries) and block.all_command
    }
    blocks = [
        [] if place in to_fit else list(_lines(block, width))
        for place, block in enumerate(page.blocks)
    ]
    height = console.height - _SPARE_LINES - (len(blocks) - 1)
    for place, block in enumerate(page.blocks):
        if isinstance(block, Fields):
            room = height - sum(map(len, blocks)) + len(blocks[place])
            blocks[place] = _fitting(block, blocks[place], width, room)
    room = height - sum(map(len, blocks))
    for place, entries in to_fit.items():
        blocks[place] = entries_lines(entries, width, room)
    # Wrapped already, and printed in one call, since each call of rich costs as much as a line.
    drawn = [RichText("\n").join(lines) for lines in blocks]
    console.print(RichText("\n\n").join(drawn), soft_wrap=True)


def _fitting(fields: Fields, lines: list[RichText], width: int, height: int) -> list[RichText]:
    """The lines of the fields, in the first shorter form that fits the height if there is one."""
    shown = lines
    while len(shown) > height and fields.shorter:
        fields = fields.shortened()
        shown = list(_lines(fields, width))
    return shown if len(shown) <= height else lines


def _lines(block: Block, width: int) -> Iterable[RichText]:
    match block:
        case Heading():
            return _heading(block, width)
        case Table():
            return _table(block, width)
        case Fields():
            rows = [[styled(Cell(label, "quiet")), styled(cell)] for label, cell in block.rows]
            return grid_lines(rows, fit_widths(natural_widths(rows), width, fixed=(0,)))
        case Entries():
            return entries_lines(block, width)
        case Prose():
            cells = [Cell(text, block.role) for text in block.text.split("\n")]
            return (line for cell in cells for line in wrap_line(styled(cell), width))
        case _:
            texts = block.text.split("\n")
            return (line for text in texts for line in wrap_line(styled(Cell(text)), width))


def _heading(heading: Heading, width: int) -> list[RichText]:
    title = styled(Cell(heading.title, "strong"))
    first, *others = [styled(cell) for cell in heading.aside] or [RichText()]
    if first:
        title = RichText.assemble(title, (" " * GAP, STYLES["quiet"]), first)
    lines = wrap_line(title, width)
    for line in _fill([lines.pop(), *others], width):
        lines += wrap_line(line, width)
    return lines


def _table(table: Table, width: int) -> list[RichText]:
    all_rows = list(table.rows)
    used = [
        index for index in range(len(table.columns)) if any(row[index].text for row in all_rows)
    ]
    columns = [table.columns[index] for index in used]
    rows = [[styled(row[index]) for index in used] for row in all_rows]
    titles = [RichText(column.title, STYLES["quiet"]) for column in columns]
    head = [titles] if any(titles) else []
    details = [[styled(cell) for cell in cells if cell.text] for cells in table.below]
    details = details or [[] for _ in rows]
    widths = _widths(columns, [*head, *rows], width)
    if line_width(widths) <= width:
        lines = grid_lines(head, widths)
        for row, cells in zip(rows, details, strict=True):
            lines += [
                *grid_lines([row], widths),
                *indent_lines(_fill(cells, width - GAP), GAP, width),
            ]
    else:
        lines = [
            line
            for row, cells in zip(rows, details, strict=True)
            for line in _stacked_row(columns, row, cells, width)
        ]
    if table.more:
        lines += [RichText(), *wrap_line(RichText(table.more, STYLES["quiet"]), width)]
    return lines


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[RichText]], room: int) -> list[int]:
    """The widths of the columns: with whole words if there is room, else with whole commands.

    They are too wide for the room if that is not enough.
    """
    widths = natural_widths(rows)
    if line_width(widths) <= room:
        return widths
    fixed = [index for index, column in enumerate(columns) if column.fixed]

    def fitted(*, words: bool) -> list[int]:
        needed = unbroken_widths(rows, words=words)
        least = [max(column.least, width) for column, width in zip(columns, needed, strict=True)]
        return fit_widths(widths, room, fixed, least)

    whole = fitted(words=True)
    return whole if line_width(whole) <= room else fitted(words=False)


def _stacked_row(
    columns: Sequence[Column], row: Sequence[RichText], details: Sequence[RichText], width: int
) -> list[RichText]:
    """A row of a table too wide for the screen: its leading cells, with the others below."""
    leading: list[RichText] = []
    others: list[RichText] = []
    for column, cell in zip(columns, row, strict=True):
        if not cell:
            continue
        if column.lead:
            leading.append(cell)
        elif column.bare or not column.title:
            others.append(cell)
        else:
            others.append(RichText.assemble((f"{column.title} ", STYLES["quiet"]), cell))
    return [
        *wrap_line(RichText(" " * GAP).join(leading), width),
        *indent_lines(_fill([*others, *details], width - GAP), GAP, width),
    ]


def _fill(pieces: Iterable[RichText], width: int) -> list[RichText]:
    """The pieces in as few lines as possible, none of them broken."""
    lines: list[RichText] = []
    for piece in pieces:
        if lines and lines[-1].cell_len + len(_SEPARATOR) + piece.cell_len <= width:
            lines[-1] = RichText.assemble(lines[-1], (_SEPARATOR, STYLES["quiet"]), piece)
        else:
            lines.append(piece)
    return lines
