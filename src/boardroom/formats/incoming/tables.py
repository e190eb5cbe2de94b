"""Tables as CSV: the separator, the line of the header, and the rows with the lines they are in."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence

from boardroom.errors import ImportRejected
from boardroom.formats.board_content import LIMIT_BYTES, LIMIT_VALUES, NOTHING_IMPORTED
from boardroom.formats.csv_cells import value_of
from boardroom.formats.incoming.decoding import MOST_LINES
from boardroom.formats.incoming.records import TOO_LONG, Fault
from boardroom.record import Record
from boardroom.rules.text import NOTES_LIMIT

_SEPARATORS = (",", ";", "\t", "|")
_LOOKED_AT_ROWS = 20
_LOOKED_AT = 20_000
_SEPARATOR_LINE = "sep="
_OPEN_QUOTE = "a quote is opened and never closed, so the rest of the file is in one cell"
_BAD_QUOTE = "a cell goes on after its closing quote"


class Row(Record):
    """A row: the place of its first line, and a cell for each column."""

    place: str
    cells: tuple[str, ...]


class Table(Record):
    """A header, the rows below it without empty ones, and those that can't be read."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    faults: tuple[Fault, ...]


def read_table(text: str) -> Table:
    """The table in a text, below whatever a program writes above it.

    Raises:
        ImportRejected: it is none, or is too large.
    """
    separator = _separator(text)
    if text.count(separator) > LIMIT_VALUES:
        raise ImportRejected(f"It has more than {LIMIT_VALUES:,} cells.", NOTHING_IMPORTED)
    if max(text.count("\n"), text.count("\r")) > MOST_LINES:
        raise ImportRejected(f"It has more than {MOST_LINES:,} lines.", NOTHING_IMPORTED)
    csv.field_size_limit(LIMIT_BYTES)
    header: tuple[str, ...] | None = None
    width = _width(text, separator)
    rows: list[Row] = []
    faults: list[Fault] = []
    for line, cells in _records(text, separator):
        if isinstance(cells, Fault):
            faults.append(cells)
            continue
        filled = [cell for cell in cells if cell.strip()]
        if not filled or (len(cells) == 1 and cells[0].lower().startswith(_SEPARATOR_LINE)):
            continue
        if header is None:
            if len(filled) >= min(2, width) and len(cells) >= width / 2:
                header = tuple(" ".join(cell.split()) for cell in cells)
        elif problem := _problem_of(cells, len(header)):
            faults.append(Fault(f"line {line}", "", problem))
        else:
            padded = (*cells, *[""] * (len(header) - len(cells)))[: len(header)]
            rows.append(Row(f"line {line}", tuple(map(_plain, padded))))
    if header is None:
        raise ImportRejected("It is no table: there is no line of column names.", NOTHING_IMPORTED)
    return Table(header, tuple(rows), tuple(faults))


def _problem_of(cells: Sequence[str], width: int) -> str:
    """Why a row can't be read; empty if it can."""
    if any(cell.strip() for cell in cells[width:]):
        return "it has more cells than the header"
    return TOO_LONG if any(len(cell) > NOTES_LIMIT for cell in cells) else ""


def _records(text: str, separator: str) -> Iterator[tuple[int, list[str] | Fault]]:
    """The lines that records begin in, and their cells, or why they can't be read."""
    # Not StringIO, which takes four bytes for each character.
    file = io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8", newline="")
    reader = csv.reader(file, delimiter=separator, strict=True)
    line = 1
    while True:
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            last = reader.line_num
            place = f"line {line}" if line >= last else f"lines {line} to {last}"
            problem = _OPEN_QUOTE if "end of data" in str(error) else _BAD_QUOTE
            yield line, Fault(place, "", problem)
        line = reader.line_num + 1


def _separator(text: str) -> str:
    """The separator that parts the most rows of the beginning into the most cells."""
    start = text[:_LOOKED_AT]
    first = start.lstrip().partition("\n")[0].strip().lower()
    if first.startswith(_SEPARATOR_LINE) and len(first) == len(_SEPARATOR_LINE) + 1:
        return first[-1]
    return max(_SEPARATORS, key=lambda separator: _width(text, separator))


def _width(text: str, separator: str) -> int:
    """How many cells most of the first rows have, of those with more than one."""
    reader = csv.reader(io.StringIO(text[:_LOOKED_AT], newline=""), delimiter=separator)
    widths: Counter[int] = Counter()
    try:
        for number, cells in enumerate(reader):
            widths[len(cells)] += len(cells) > 1
            if number == _LOOKED_AT_ROWS:
                break
    except csv.Error:
        pass
    ranked: Sequence[tuple[int, int]] = widths.most_common(1)
    return ranked[0][0] if ranked and ranked[0][1] else 1


def _plain(cell: str) -> str:
    """A cell without what only keeps a spreadsheet from reading it as a number or a formula."""
    text = cell.strip().replace("\r\n", "\n").replace("\r", "\n")
    if text.startswith('="') and text.endswith('"'):
        text = text[2:-1]
    return str(value_of(text, "str | None", whole=True) or "")
