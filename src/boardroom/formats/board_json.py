"""The whole board as JSON: a list of records under a name for each kind, ids as in the board.

Records are raw rows: their fields are the columns, and a reference is the id of a record in the
same file. Reading refuses whatever JSON can hold and a board can't, and names the place.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator

from boardroom.errors import ImportRejected
from boardroom.formats.board_content import (
    LIMIT_VALUES,
    NOTHING_IMPORTED,
    BoardContent,
    check_content,
    check_origin,
    reject_any,
)
from boardroom.rules.board_file import KEYS, PRIVATE_WORDS, SCHEMA

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_BYTES_OF_A_VALUE = 70
_BYTES_OF_A_TEXT = 50
_LIMIT_MEMORY_BYTES = 270 * 1024 * 1024
_STRING = re.compile(r'"(?:[^"\\]++|\\.)*+"', re.DOTALL)


def write_board(content: BoardContent, *, version: int) -> str:
    """The text of the file; the same board gives the same text."""
    record = {
        "schema": SCHEMA,
        "version": version,
        "private": PRIVATE_WORDS[content.has_private],
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
    if not isinstance(record, dict):
        record = {}
    check_origin(record.get("schema"), record.get("version"), version=version)
    reject_any(_misshapen(record))
    rows = {table: record.get(key, []) for table, key in KEYS.items()}
    has_private = record.get("private") == PRIVATE_WORDS[True]
    return check_content(BoardContent(rows, has_private))


def _parse(text: str) -> object:
    values_count = _values_count(text)
    if values_count > LIMIT_VALUES:
        raise _rejected(f"The file holds more than {LIMIT_VALUES:,} values")
    if _memory_bytes(text, values_count) > _LIMIT_MEMORY_BYTES:
        raise _rejected("The file would take too much memory")
    try:
        return json.loads(text, object_pairs_hook=_object, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise ImportRejected(
            f"This is no JSON: {error.msg} in line {error.lineno}, column {error.colno}.",
            "Import a file that boardroom export has made.",
        ) from None
    except (RecursionError, ValueError):
        raise _rejected("It is nested too deep, or a number is too long") from None


def _values_count(text: str) -> int:
    """At least the number of values; texts are looked into only if it seems too large."""
    count = sum(map(text.count, ",[{"))
    if count > LIMIT_VALUES:
        count = sum(map(_STRING.sub("", text).count, ",[{"))
    return count


def _memory_bytes(text: str, values_count: int) -> int:
    """At least the memory for a text and the values in it.

    One character past U+FFFF makes Python keep four bytes for each of the text. Whether the values
    have such characters is looked into only if it matters.
    """
    size = sys.getsizeof(text)
    most = 2 * size + (_BYTES_OF_A_VALUE + _BYTES_OF_A_TEXT) * values_count
    if most <= _LIMIT_MEMORY_BYTES:
        return most
    texts = sum(sys.getsizeof(match.group()) for match in _STRING.finditer(text))
    return size + texts + _BYTES_OF_A_VALUE * values_count


def _object(items: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(items)
    if len(fields) < len(items):
        raise _rejected("An object names a field twice")
    return fields


def _refuse_constant(word: str) -> object:
    raise _rejected(f"{word} is no number")


def _misshapen(record: dict[str, Any]) -> Iterator[str]:
    known = {"schema", "version", "private", *KEYS.values()}
    for key in record:
        if key not in known:
            yield f"{key}: there is no such kind of record"
    for key in KEYS.values():
        listed = record.get(key, [])
        if not isinstance(listed, list):
            yield f"{key}: it has to be a list"
            continue
        for number, row in enumerate(listed):
            if not isinstance(row, dict):
                yield f"{key}[{number}]: a record has to be an object"


def _rejected(problem: str) -> ImportRejected:
    return ImportRejected(f"{problem}.", NOTHING_IMPORTED)
