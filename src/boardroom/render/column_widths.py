"""How wide the columns of a table are on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from rich.cells import cell_len
from rich.text import Text as RichText

GAP = 2
"""The blanks between two columns."""


def natural_widths(rows: Sequence[Sequence[RichText]]) -> list[int]:
    """The width of each column's longest cell."""
    return [
        max(cell.cell_len for cell in column) for column in zip_longest(*rows, fillvalue=RichText())
    ]


def unbroken_widths(rows: Sequence[Sequence[RichText]], *, words: bool) -> list[int]:
    """The width that each column needs for its commands, and for its `words`, to stay whole."""

    def needed(cell: RichText) -> int:
        if cell.plain.startswith("boardroom "):
            return cell.cell_len
        return max(map(cell_len, cell.plain.split()), default=0) if words else 0

    return [max(map(needed, column)) for column in zip_longest(*rows, fillvalue=RichText())]


def fit_widths(
    widths: Sequence[int], room: int, fixed: Sequence[int] = (), least: Sequence[int] | None = None
) -> list[int]:
    """The widths reduced to `room`: the widest first, none below its `least`, none of the `fixed`.

    The result is too wide if that is not enough.
    """
    fitted = [width if index in fixed else min(width, room) for index, width in enumerate(widths)]
    while line_width(fitted) > room:
        shrinkable = [
            index
            for index, width in enumerate(fitted)
            if index not in fixed and width > (least[index] if least else 1)
        ]
        if not shrinkable:
            break
        fitted[max(shrinkable, key=fitted.__getitem__)] -= 1
    return fitted


def line_width(widths: Sequence[int]) -> int:
    """The width of a line with columns of these widths and the gaps between them."""
    return sum(widths) + GAP * (len(widths) - 1)
