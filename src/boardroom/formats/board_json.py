"""The whole board as JSON: a list of records under a name for each kind, ids as in the board.

Records are raw rows: their fields are the columns, and a reference is the id of a record in the
same file. Reading refuses whatever JSON can hold and a board can't, and names the place.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from boardroom.errors import ImportRejected
from boardroom.record import Record
from boardroom.rules.board_file import KEYS, SCHEMA

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LIMIT_BYTES = 32 * 1024 * 1024
"""The size of the largest file that is read."""

_LARGEST = 2**63 - 1
_LONGEST = 1_000_000


class BoardContent(Record):
    """What a file holds: the raw rows of each table, and whether private records are among them."""

    rows: Mapping[str, Sequence[Mapping[str, Any]]]
    has_private: bool


def write_board(content: BoardContent, *, version: int) -> str:
    """The text of the file; the same board gives the same text."""
    record = {
        "schema": SCHEMA,
        "version": version,
        "private": "included" if content.has_private else "left out",
        **{KEYS[table]: content.rows.get(table, ()) for table in KEYS},
    }
    return json.dumps(record, ensure_ascii=False, indent=1, default=list) + "\n"


def read_board(text: str, *, version: int) -> BoardContent:
    """Reads the text of a file; every row has an integer `id` and plain values.

    Raises:
        ImportRejected: it is not such a file, a newer boardroom made it, or it holds what no board
            can hold.
    """
    record = _parse(text)
    if not isinstance(record, dict) or record.get("schema") != SCHEMA:
        raise ImportRejected(
            f"This is no board: its schema is not {SCHEMA}.",
            "Import a file that boardroom export has made.",
        )
    made_by = record.get("version")
    if not isinstance(made_by, int) or made_by > version:
        raise ImportRejected(
            f"A newer boardroom made this file (its version is {made_by},"
            f" this program knows {version}).",
            "Upgrade boardroom-cli.",
        )
    known = {"schema", "version", "private", *KEYS.values()}
    for key in record:
        if key not in known:
            raise _rejected(key, "there is no such kind of record")
    rows = {}
    for table, key in KEYS.items():
        listed = record.get(key, [])
        if not isinstance(listed, list):
            raise _rejected(key, "it has to be a list")
        rows[table] = [_row(f"{key}[{place}]", row) for place, row in enumerate(listed)]
        _check_ids(key, rows[table])
    return BoardContent(rows, record.get("private") == "included")


def _parse(text: str) -> object:
    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(items)
        if len(found) < len(items):
            raise _rejected("", "an object names a field twice")
        return found

    def constant(word: str) -> object:
        raise _rejected("", f"{word} is no number")

    try:
        return json.loads(text, object_pairs_hook=pairs, parse_constant=constant)
    except json.JSONDecodeError as error:
        raise ImportRejected(
            f"This is no JSON: {error.msg} in line {error.lineno}, column {error.colno}.",
            "Import a file that boardroom export has made.",
        ) from None
    except (RecursionError, ValueError):
        raise _rejected("", "it is nested too deep, or a number is too long") from None


def _row(place: str, row: object) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise _rejected(place, "a record has to be an object")
    for path, value in _leaves(place, row):
        if isinstance(value, str):
            _check_text(path, value)
        elif isinstance(value, int) and abs(value) > _LARGEST:
            raise _rejected(path, "the number is too large")
    number = row.get("id")
    if isinstance(number, bool) or not isinstance(number, int) or number < 1:
        raise _rejected(f"{place}.id", "it has to be a number from 1")
    return row


def _leaves(place: str, value: object) -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield place, key
            yield from _leaves(f"{place}.{key}", part)
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _leaves(f"{place}[{number}]", part)
    else:
        yield place, value


def _check_text(place: str, text: str) -> None:
    if "\0" in text:
        raise _rejected(place, "a NUL character can't be stored")
    if len(text) > _LONGEST:
        raise _rejected(place, f"the text is longer than {_LONGEST:,} characters")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise _rejected(place, "half of a surrogate pair can't be stored") from None


def _check_ids(key: str, rows: Sequence[Mapping[str, Any]]) -> None:
    for field in ("id", "uid"):
        seen: dict[object, int] = {}
        for place, row in enumerate(rows):
            value = row.get(field)
            if value is None:
                continue
            if not isinstance(value, int | str):
                raise _rejected(f"{key}[{place}].{field}", "it has to be a number or a text")
            if value in seen:
                raise _rejected(f"{key}[{place}].{field}", f"{key}[{seen[value]}] has the same")
            seen[value] = place


def _rejected(place: str, problem: str) -> ImportRejected:
    where = f"{place}: " if place else ""
    return ImportRejected(f"{where}{problem}.", "Nothing was imported.")
