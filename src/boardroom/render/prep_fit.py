"""Shorter lines of a brief, for a terminal on which the whole ones do not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from boardroom.render.formatting import cut_to_line
from boardroom.render.page import Cell
from boardroom.render.privacy import split_mark

LINE = 66
"""What fits a line of 80 columns beside the labels."""

_SHORTENED = ("notes", "agreed", "offer", "advice", "report back", "goals", "promises")
_COMMAND = "boardroom "


def shorter_lines(labels: Sequence[str], cells: Sequence[Cell]) -> Iterator[tuple[int, Cell]]:
    """The long lines cut to one, by number: what can be spared first, and the last of it first.

    The command that shows notes whole goes; a line with another command stays.
    """
    for label in _SHORTENED:
        for number in reversed(range(len(cells))):
            cell = cells[number]
            if labels[number] != label or len(cell.text) <= LINE:
                continue
            text, mark = split_mark(cell.text)
            if label == "notes":
                text = text.partition(f" ({_COMMAND}")[0]
            if _COMMAND not in text:
                short = f"{cut_to_line(text.removesuffix('…'), LINE - 1 - len(mark))}"
                yield number, cell._replace(text=f"{short}{mark}")
