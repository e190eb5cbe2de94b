"""Text for a terminal: styled by its role, wrapped, and put side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest

from rich.cells import cell_len, chop_cells
from rich.text import Text as RichText

from boardroom.render.column_widths import GAP
from boardroom.render.formatting import safe
from boardroom.render.page import Cell
from boardroom.render.wrapping import breaks

STYLES = {
    "overdue": "bold color(163)",
    "due": "color(131)",
    "soon": "color(63)",
    "good": "color(29)",
    "strong": "bold",
    "quiet": "color(243)",
}
"""The style of each role.

The colours are those of the 256 whose contrast is at least 4.5:1 on black and on white alike.
"""


def grid_lines(rows: Iterable[Sequence[RichText]], widths: Sequence[int]) -> list[RichText]:
    """Cells side by side, each wrapped in its column; no line ends in blanks.

    A cell may have several lines.
    """
    lines = []
    for row in rows:
        columns = [
            [part for line in _lines(cell) for part in wrap_line(line, width)]
            for cell, width in zip(row, widths, strict=False)
        ]
        for pieces in zip_longest(*columns, fillvalue=RichText()):
            line = RichText()
            for piece, width in zip(pieces, widths, strict=False):
                line.append_text(piece).append(" " * (width - piece.cell_len + GAP))
            line.rstrip()
            lines.append(line)
    return lines


def _lines(cell: RichText) -> list[RichText]:
    # Most cells are one line, and to find that out takes rich a while.
    return list(cell.split(allow_blank=True)) if "\n" in cell.plain else [cell]


def indent_lines(lines: Iterable[RichText], by: int, width: int) -> list[RichText]:
    """The lines, indented and wrapped again to the width."""
    return [
        RichText.assemble(" " * by, part) for line in lines for part in wrap_line(line, width - by)
    ]


def wrap_line(line: RichText, width: int) -> list[RichText]:
    """The line broken into lines of at most `width`, around commands; what is wider is cut."""
    width = max(width, 2)  # a single character may need two
    lines = [line]
    if line.cell_len > width:
        places = breaks(line.plain, width, cell_len, chop_cells, whole_commands=True)
        lines = list(line.divide(places))
    for part in lines:
        part.rstrip()
    return lines


def styled(cell: Cell) -> RichText:
    """The text of a cell, safe to print, in the style of its role."""
    style = STYLES.get(cell.role, "")
    start, end = cell.mark
    if start == end:
        return RichText(safe(cell.text), style)
    return RichText.assemble(
        (safe(cell.text[:start]), style),
        (safe(cell.text[start:end]), STYLES["strong"]),
        (safe(cell.text[end:]), style),
    )
