"""Draws a page on a terminal with rich: aligned, and readable at 40 columns.

The user's text goes through `safe` into a rich Text, never into markup. Tables are laid out here,
since rich's own break dates, leave blanks at line ends, and are slow to load.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, zip_longest

from rich.cells import cell_len, chop_cells
from rich.console import Console
from rich.text import Text as RichText

from boardroom.render.column_widths import GAP, fit_widths, line_width, natural_widths
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
_SEVERITY_WIDTH = 7
_WHO_WIDTH = 18
_SEPARATOR = " · "


def print_page(page: Page, console: Console | None = None) -> None:
    """Draws the page on the terminal, with an empty line between blocks."""
    console = console or Console(highlight=False, markup=False, emoji=False)
    blocks = [RichText("\n").join(_lines(block, console.width)) for block in page.blocks]
    # Wrapped already, and printed in one call, since each call of rich costs as much as a line.
    console.print(RichText("\n\n").join(blocks), soft_wrap=True)


def _lines(block: Block, width: int) -> Iterable[RichText]:
    match block:
        case Heading():
            return _heading(block, width)
        case Table():
            return _table(block, width)
        case Fields():
            rows = [[RichText(label, "dim"), _text(cell)] for label, cell in block.rows]
            return _grid(rows, fit_widths(natural_widths(rows), width, fixed=(0,)))
        case Entries():
            draw = _narrow_entries if width < NARROW else _entries
            return draw(block.rows, width)
        case Prose():
            return _wrap(_text(Cell(block.text, block.role)), width, whole_commands=True)
        case _:
            return (
                line for text in block.text.split("\n") for line in _wrap(_text(Cell(text)), width)
            )


def _heading(heading: Heading, width: int) -> list[RichText]:
    line = _text(Cell(heading.title, "strong"))
    for number, cell in enumerate(heading.aside):
        separator = _SEPARATOR if number else " " * GAP
        line = RichText.assemble(line, (separator, "dim"), _text(cell))
    return _wrap(line, width)


def _table(table: Table, width: int) -> list[RichText]:
    all_rows = list(table.rows)
    used = [
        index for index in range(len(table.columns)) if any(row[index].text for row in all_rows)
    ]
    columns = [table.columns[index] for index in used]
    rows = [[_text(row[index]) for index in used] for row in all_rows]
    titles = [RichText(column.title, "dim") for column in columns]
    head = [titles] if any(titles) else []
    details = [[_text(cell) for cell in cells if cell.text] for cells in table.below]
    details = details or [[] for _ in rows]
    fixed = [index for index, column in enumerate(columns) if column.fixed]
    least = [column.least for column in columns]
    widths = fit_widths(natural_widths([*head, *rows]), width, fixed, least)
    if line_width(widths) <= width:
        lines = _grid(head, widths)
        for row, cells in zip(rows, details, strict=True):
            lines += [*_grid([row], widths), *_indent(_fill(cells, width - GAP), GAP, width)]
    else:
        lines = [
            line
            for row, cells in zip(rows, details, strict=True)
            for line in _stacked_row(columns, row, cells, width)
        ]
    if table.more:
        lines += [RichText(), *_wrap(RichText(table.more, "dim"), width)]
    return lines


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
            others.append(RichText.assemble((f"{column.title} ", "dim"), cell))
    return [
        *_wrap(RichText(" " * GAP).join(leading), width),
        *_indent(_fill([*others, *details], width - GAP), GAP, width),
    ]


def _fill(pieces: Iterable[RichText], width: int) -> list[RichText]:
    """The pieces in as few lines as possible, none of them broken."""
    lines: list[RichText] = []
    for piece in pieces:
        if lines and lines[-1].cell_len + len(_SEPARATOR) + piece.cell_len <= width:
            lines[-1] = RichText.assemble(lines[-1], (_SEPARATOR, "dim"), piece)
        else:
            lines.append(piece)
    return lines


def _entries(entries: Sequence[Entry], width: int) -> list[RichText]:
    """Severity, person, what is due, and the command: beside it on a wide screen, else below."""
    rows: list[list[RichText]] = []
    for severity, group in groupby(entries, key=lambda entry: entry.severity):
        label = RichText(severity, _STYLES[severity])
        if rows:
            rows.append([RichText()])
        for entry in group:
            who, what, command = _entry_texts(entry)
            if width >= WIDE:
                rows.append([label, who, what, command])
            else:
                rows += [[label, who, what], [RichText(), RichText(), command]]
            label = RichText()
    widths = natural_widths(rows)
    widths[:2] = [_SEVERITY_WIDTH, min(widths[1], _WHO_WIDTH)]
    return _grid(rows, fit_widths(widths, width))


def _narrow_entries(entries: Sequence[Entry], width: int) -> list[RichText]:
    """The severity on a line of its own, with the parts of each entry indented below."""
    lines: list[RichText] = []
    for severity, group in groupby(entries, key=lambda entry: entry.severity):
        if lines:
            lines.append(RichText())
        lines.append(RichText(severity, _STYLES[severity]))
        for entry in group:
            who, what, command = _entry_texts(entry)
            lines += [*_indent([who], GAP, width), *_indent([what, command], 2 * GAP, width)]
    return lines


def _entry_texts(entry: Entry) -> tuple[RichText, RichText, RichText]:
    return (
        _text(Cell(entry.who, "strong")),
        _text(Cell(entry.what)),
        _text(Cell(entry.next, "quiet")),
    )


def _grid(rows: Iterable[Sequence[RichText]], widths: Sequence[int]) -> list[RichText]:
    """Cells side by side, each wrapped in its column; no line ends in blanks."""
    lines = []
    for row in rows:
        columns = [_wrap(cell, width) for cell, width in zip(row, widths, strict=False)]
        for pieces in zip_longest(*columns, fillvalue=RichText()):
            line = RichText()
            for piece, width in zip(pieces, widths, strict=False):
                line.append_text(piece).append(" " * (width - piece.cell_len + GAP))
            line.rstrip()
            lines.append(line)
    return lines


def _indent(lines: Iterable[RichText], by: int, width: int) -> list[RichText]:
    return [RichText.assemble(" " * by, part) for line in lines for part in _wrap(line, width - by)]


def _wrap(line: RichText, width: int, *, whole_commands: bool = False) -> list[RichText]:
    """The line broken into lines of at most `width`; a word wider than that is cut."""
    width = max(width, 2)  # a single character may need two
    lines = [line]
    if line.cell_len > width:
        places = breaks(line.plain, width, cell_len, chop_cells, whole_commands=whole_commands)
        lines = list(line.divide(places))
    for part in lines:
        part.rstrip()
    return lines


def _text(cell: Cell) -> RichText:
    style = _STYLES.get(cell.role, "")
    start, end = cell.mark
    if start == end:
        return RichText(safe(cell.text), style)
    return RichText.assemble(
        (safe(cell.text[:start]), style),
        (safe(cell.text[start:end]), _STYLES["strong"]),
        (safe(cell.text[end:]), style),
    )
