"""The whole board as CSV: a file for each kind of record, named and filled like the lists in JSON.

They are written for spreadsheets, in RFC 4180 with a byte order mark, without which Excel reads no
UTF-8. What a spreadsheet makes of them is read too: other separators, UTF-16, columns moved or left
out, empty rows.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping

from boardroom.errors import ImportRejected
from boardroom.formats.board_content import (
    LIMIT_BYTES,
    LIMIT_VALUES,
    NOTHING_IMPORTED,
    UTF_16_MARKS,
    BoardContent,
    check_content,
    check_origin,
    reject_any,
)
from boardroom.formats.csv_cells import ABSENT, cell_of, value_of
from boardroom.rules.board_file import KEYS, PRIVATE_WORDS, SCHEMA

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Types = Mapping[str, Mapping[str, str]]
    """The type of each column of each table, as it is annotated: `date | None`."""

_ORIGIN = "board.csv"
_ORIGIN_TYPES = {"schema": "str", "version": "int", "private": "str"}
_ADVISOR = "advisor"
"""The column with the handle for an `advisor_id`, for people: it is read only to be compared."""
_BYTE_ORDER_MARK = "\ufeff"
_SEPARATORS = (",", ";", "\t")
_QUOTED = re.compile(rb'"[^"]*+"')
_HINT = "Import the zip that boardroom export has made, or the folder of its files."


def write_board_csv(content: BoardContent, *, version: int, types: Types) -> dict[str, bytes]:
    """The files by name; the same board gives the same bytes."""
    origin = {
        "schema": SCHEMA,
        "version": version,
        "private": PRIVATE_WORDS[content.has_private],
    }
    handles = _handles(content.rows.get("advisor", ()))
    files = {_ORIGIN: _file(_ORIGIN_TYPES, [origin])}
    for table, key in KEYS.items():
        rows = content.rows.get(table, ())
        columns = [*types[table]]
        if "advisor_id" in columns:
            columns.insert(columns.index("advisor_id") + 1, _ADVISOR)
            rows = [{**row, _ADVISOR: handles.get(row["advisor_id"])} for row in rows]
        files[f"{key}.csv"] = _file(columns, rows)
    return files


def read_board_csv(files: Mapping[str, bytes], *, version: int, types: Types) -> BoardContent:
    """Reads the files of a board, all or some of them.

    Without the file that says what was left out, something may have been.

    Raises:
        ImportRejected: they are no such files, a newer boardroom made them, or they hold what no
            board can hold.
    """
    tables = {f"{key}.csv": table for table, key in KEYS.items()}
    known = {*tables, _ORIGIN}
    reject_any(f"{name}: there is no such kind of record" for name in files if name not in known)
    if not files.keys() & tables.keys():
        raise ImportRejected("There is no CSV file of a board in it.", _HINT)
    reader = _Reader()
    if _ORIGIN in files:
        _, origin = next(reader.rows(_ORIGIN, files[_ORIGIN], _ORIGIN_TYPES), (0, {}))
        check_origin(origin.get("schema"), origin.get("version"), version=version)
        reader.whole = origin.get("private") == PRIVATE_WORDS[True]
    rows: dict[str, list[dict[str, Any]]] = {table: [] for table in KEYS}
    lines: dict[str, list[int]] = {table: [] for table in KEYS}
    for name, table in tables.items():
        columns = dict(types[table])
        if "advisor_id" in columns:
            columns[_ADVISOR] = "str | None"
        for line, row in reader.rows(name, files.get(name, b""), columns):
            rows[table].append(row)
            lines[table].append(line)
    content = BoardContent(rows, reader.whole, lines)
    reject_any(_contradictions(content, rows))
    return check_content(content)


def _handles(advisors: Iterable[Mapping[str, Any]]) -> dict[object, str]:
    return {row["id"]: row["handle"] for row in advisors if "id" in row and "handle" in row}


def _contradictions(
    content: BoardContent, rows: Mapping[str, list[dict[str, Any]]]
) -> Iterator[str]:
    """Takes the handles out of the rows; yields those that are not those of their `advisor_id`."""
    handles = _handles(rows["advisor"])
    for table, records in rows.items():
        for number, record in enumerate(records):
            handle, advisor_id = record.pop(_ADVISOR, None), record.get("advisor_id")
            if handle is not None and handles.get(advisor_id, handle) != handle:
                place = content.place(table, number, _ADVISOR)
                yield f"{place}: {handle} is not the handle of {advisor_id} in advisors.csv"


def _file(columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    text = io.StringIO(newline="")
    # Quoted, a text is one cell even where another separator is expected.
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(columns)
    writer.writerows([cell_of(row.get(column)) for column in columns] for row in rows)
    return f"{_BYTE_ORDER_MARK}{text.getvalue()}".encode()


class _Reader:
    """Reads files one after the other; `whole` says whether nothing was left out of them."""

    def __init__(self) -> None:
        self.whole = False
        self._values_count = 0

    def rows(
        self, name: str, content: bytes, types: Mapping[str, str]
    ) -> Iterator[tuple[int, dict[str, Any]]]:
        """The rows of a file, each with the line it begins in.

        Raises:
            ImportRejected: the file is no such CSV, or names a column that is not known.
        """
        try:
            content = _utf_8(content)
        except UnicodeDecodeError:
            raise _not_utf_8(name) from None
        separator = _separator(content)
        self._count(_cells_count(content, separator))
        csv.field_size_limit(LIMIT_BYTES)
        text = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8", newline="")
        reader = csv.reader(text, delimiter=separator, strict=True)
        try:
            header = _header(name, next(reader, []), types)
            line = reader.line_num + 1
            for cells in reader:
                if any(cells):
                    yield line, self._row(f"{name} line {line}", header, cells, types)
                line = reader.line_num + 1
        except csv.Error as error:
            raise _rejected(f"{name} line {reader.line_num}: {error}") from None
        except UnicodeDecodeError:
            raise _not_utf_8(name) from None

    def _row(
        self, place: str, header: list[str], cells: list[str], types: Mapping[str, str]
    ) -> dict[str, Any]:
        row = {}
        for number, cell in enumerate(cells):
            column = header[number] if number < len(header) else ""
            if column:
                type_ = types[column]
                if type_.startswith(("dict", "list")):
                    self._count(sum(map(cell.count, ",;[{")))
                value = value_of(cell, type_, whole=self.whole)
                if value is not ABSENT:
                    row[column] = value
            elif cell:
                raise _rejected(f"{place}: cell {number + 1} has no column")
        return row

    def _count(self, count: int) -> None:
        self._values_count += count
        if self._values_count > LIMIT_VALUES:
            raise _rejected(f"The files hold more than {LIMIT_VALUES:,} values")


def _header(name: str, cells: list[str], types: Mapping[str, str]) -> list[str]:
    header = [cell.strip() for cell in cells]
    named = [column for column in header if column]
    reject_any(
        f"{name} line 1: there is no column {column}" for column in named if column not in types
    )
    reject_any(
        f"{name} line 1: {column} is there twice" for column in types if named.count(column) > 1
    )
    return header


def _utf_8(content: bytes) -> bytes:
    if content.startswith(UTF_16_MARKS):
        content = content.decode("utf-16").encode()
    return content.removeprefix(_BYTE_ORDER_MARK.encode())


def _separator(content: bytes) -> str:
    """The separator of a file: most of the header's."""
    header = content.partition(b"\n")[0]
    return max(_SEPARATORS, key=lambda separator: header.count(separator.encode()))


def _cells_count(content: bytes, separator: str) -> int:
    """At least the number of cells; texts are looked into only if it seems too large."""
    signs = (separator.encode(), b"\n", b"\r")
    count = sum(map(content.count, signs))
    if count > LIMIT_VALUES:
        count = sum(map(_QUOTED.sub(b"", content).count, signs))
    return count


def _not_utf_8(name: str) -> ImportRejected:
    return ImportRejected(
        f"{name} is not UTF-8 text.", f"Save it as CSV in UTF-8. {NOTHING_IMPORTED}"
    )


def _rejected(problem: str) -> ImportRejected:
    return ImportRejected(f"{problem}.", NOTHING_IMPORTED)
