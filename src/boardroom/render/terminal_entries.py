"""Draws entries on a terminal, and leaves out those that do not fit its height."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from rich.text import Text as RichText

from boardroom.render.column_widths import GAP, fit_widths, natural_widths
from boardroom.render.page import Cell, Entries, Entry
from boardroom.render.terminal_text import STYLES, grid_lines, indent_lines, styled, wrap_line

NARROW = 60
WIDE = 108
_SEVERITY_WIDTH = 7
_WHO_WIDTH = 18


def entries_lines(entries: Entries, width: int, height: int | None = None) -> list[RichText]:
    """The entries, with the folded ones in a paragraph below.

    If they don't fit the height, these are as many as do, and the command that shows the others.
    """
    rows = _narrow_rows(entries.rows, width) if width < NARROW else _rows(entries.rows, width)
    lines: list[RichText] = []
    fitting = 0
    for entry_lines in rows:
        lines += entry_lines
        # Drawing takes long, so it ends here.
        if height is not None and len(lines) > height:
            return _first_entries(entries, width, height, fitting)
        fitting += 1
    if entries.folded:
        folded = wrap_line(styled(Cell(" · ".join(("Soon", *entries.folded)))), width)
        lines = [*lines, RichText(), *folded] if lines else folded
    if height is not None and len(lines) > height:
        return _first_entries(entries, width, height, fitting)
    return lines


def _first_entries(entries: Entries, width: int, height: int, about: int) -> list[RichText]:
    """As many entries as fit the height, and the command that shows the others.

    They are `about` so many; columns are only as wide as the entries shown make them.
    """
    total = len(entries.rows) + len(entries.folded)

    def first(shown: int) -> list[RichText]:
        some = entries._replace(
            rows=entries.rows[:shown],
            folded=entries.folded[: max(shown - len(entries.rows), 0)],
        )
        more = f"and {total - shown} more: {entries.all_command}"
        others = wrap_line(styled(Cell(more, "quiet")), width)
        return [*entries_lines(some, width), *others]

    shown = min(about, total - 1)
    lines = first(shown)
    if len(lines) > height:
        while shown and len(lines) > height:
            shown -= 1
            lines = first(shown)
        return lines
    while shown + 1 < total and len(longer := first(shown + 1)) <= height:
        shown += 1
        lines = longer
    return lines


def _rows(entries: Sequence[Entry], width: int) -> Iterator[list[RichText]]:
    """The lines of each entry: severity, who, what, and the commands.

    The commands are beside it on a wide screen, else below.
    """
    rows: list[list[RichText]] = []
    lines: list[list[RichText]] = []
    starts: set[int] = set()
    for severity, group in groupby(entries, key=lambda entry: entry.severity):
        label = RichText(severity, STYLES[severity])
        starts.add(len(rows))
        for entry in group:
            who, what, *commands = _entry_texts(entry)
            cells = [[what], commands] if width >= WIDE else [[what, *commands]]
            rows.append([label, who, *(RichText("\n").join(cell) for cell in cells)])
            lines += map(list, zip_longest([label], [who], *cells, fillvalue=RichText()))
            label = RichText()
    if not rows:
        return
    widths = natural_widths(lines)
    widths[:2] = [_SEVERITY_WIDTH, min(widths[1], _WHO_WIDTH)]
    widths = fit_widths(widths, width)
    for number, row in enumerate(rows):
        gap = [RichText()] if number and number in starts else []
        yield [*gap, *grid_lines([row], widths)]


def _narrow_rows(entries: Sequence[Entry], width: int) -> Iterator[list[RichText]]:
    """The lines of each entry: the severity above the first, and the other parts indented."""
    severity = ""
    for entry in entries:
        gap = [RichText()] if severity else []
        starts = entry.severity != severity
        severity = entry.severity
        who, *others = _entry_texts(entry)
        yield [
            *([*gap, RichText(severity, STYLES[severity])] if starts else []),
            *indent_lines([who], GAP, width),
            *indent_lines(others, 2 * GAP, width),
        ]


def _entry_texts(entry: Entry) -> list[RichText]:
    """Who, what, and one or two commands."""
    commands = [entry.next, f"or {entry.also}"] if entry.also else [entry.next]
    return [
        styled(Cell(entry.who, "strong")),
        styled(Cell(entry.what)),
        *(styled(Cell(command, "quiet")) for command in commands),
    ]
