"""Reads JSON with distrust: no NaN, no field twice, no more values than fit into memory."""

from __future__ import annotations

import json
import re
import sys

from boardroom.errors import ImportRejected
from boardroom.formats.board_content import LIMIT_VALUES, NOTHING_IMPORTED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_BYTES_OF_A_VALUE = 70
_BYTES_OF_A_TEXT = 50
_LIMIT_MEMORY_BYTES = 270 * 1024 * 1024
_STRING = re.compile(r'"(?:[^"\\]++|\\.)*+"', re.DOTALL)


def parse_document(text: str, *, hint: str) -> object:
    """The value in a text.

    Raises:
        ImportRejected: it is no JSON, or would take too much memory.
    """
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
            hint,
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


def _rejected(problem: str) -> ImportRejected:
    return ImportRejected(f"{problem}.", NOTHING_IMPORTED)
