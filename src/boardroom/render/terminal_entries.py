"""Draws entries on a terminal, and leaves out those that do not fit its height."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby, zip_longest

from rich.text import Text as RichText

from boardroom.render.column_widths import GAP, fit_widths, natural_widths
from boardroom.render.page import Cell, Entries, Entry
from boardroom.render.terminal_text import STYLES, grid_lines, indent_lines, styled, wrap_line

NARROW = 60
WIDE = 108
_SEVERITY_WIDTH = 7
_WHO_WIDTH = 18


def entries_lines(entries: Entries, width: int) -> list[RichText]:
    """All entries, and the folded ones in a paragraph below."""
    draw = _narrow_rows if width < NARROW else _rows
    lines = draw(entries.rows, width) if entries.rows else []
    if entries.folded:
        folded = wrap_line(styled(Cell(" · ".join(("Soon", *entries.folded)))), width)
        lines = [*lines, RichText(), *folded] if lines else folded
    return lines


def fitting_lines(entries: Entries, width: int, height: int) -> list[RichText]:
    """As many entries as fit the height, and the command that shows the others."""
    total = len(entries.rows) + len(entries.folded)

    def first(shown: int) -> list[RichText]:
        some = entries._replace(
            rows=entries.rows[:shown],
            folded=entries.folded[: max(shown - len(entries.rows), 0)],
        )
        more = f"and {total - shown} more: {entries.all_command}"
        return [*entries_lines(some, width), *wrap_line(styled(Cell(more, "quiet")), width)]

    # Halving, since drawing takes long; columns are as wide as the entries shown make them.
    fitting = bisect_right(range(1, total), height, key=lambda shown: len(first(shown)))
    return first(fitting) if total else []


def _rows(entries: Sequence[Entry], width: int) -> list[RichText]:
    """Severity, who, what, and the commands: beside it on a wide screen, else below."""
    rows: list[list[RichText]] = []
    lines: list[list[RichText]] = []
    for severity, group in groupby(entries, key=lambda entry: entry.severity):
        label = RichText(severity, STYLES[severity])
        if rows:
            rows.append([RichText()])
        for entry in group:
            who, what, *commands = _entry_texts(entry)
            cells = [[what], commands] if width >= WIDE else [[what, *commands]]
            rows.append([label, who, *(RichText("\n").join(cell) for cell in cells)])
            lines += map(list, zip_longest([label], [who], *cells, fillvalue=RichText()))
            label = RichText()
    widths = natural_widths(lines)
    widths[:2] = [_SEVERITY_WIDTH, min(widths[1], _WHO_WIDTH)]
    return grid_lines(rows, fit_widths(widths, width))


def _narrow_rows(entries: Sequence[Entry], width: int) -> list[RichText]:
    """The severity on a line of its own, with the parts of each entry indented below."""
    lines: list[RichText] = []
    for severity, group in groupby(entries, key=lambda entry: entry.severity):
        if lines:
            lines.append(RichText())
        lines.append(RichText(severity, STYLES[severity]))
        for entry in group:
            who, *others = _entry_texts(entry)
            lines += [*indent_lines([who], GAP, width), *indent_lines(others, 2 * GAP, width)]
    return lines


def _entry_texts(entry: Entry) -> list[RichText]:
    """Who, what, and one or two commands."""
    commands = [entry.next, f"or {entry.also}"] if entry.also else [entry.next]
    return [
        styled(Cell(entry.who, "strong")),
        styled(Cell(entry.what)),
        *(styled(Cell(command, "quiet")) for command in commands),
    ]
