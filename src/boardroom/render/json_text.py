"""Writes a record as JSON, and a long list in it while it is read."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

from boardroom.rules.characters import with_escapes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TextIO


def print_json(record: dict[str, Any], out: TextIO | None = None) -> None:
    """Writes the record to `out` (default: standard output), indented by two as `json.dumps` does.

    Values may be iterators, which are written as lists.
    """
    write = (out or sys.stdout).write
    opening = "{\n  "
    for key, value in record.items():
        write(f"{opening}{encode(key)}: ")
        if isinstance(value, Iterator):
            for piece in _list_pieces(value):
                write(piece)
        else:
            write(_text(value, "\n  "))
        opening = ",\n  "
    write("\n}\n" if record else "{}\n")


def _list_pieces(items: Iterator[Any]) -> Iterator[str]:
    opening = "[\n    "
    for item in items:
        yield opening + _text(item, "\n    ")
        opening = ",\n    "
    yield "[]" if opening.startswith("[") else "\n  ]"


def _text(value: Any, line: str) -> str:  # noqa: ANN401  anything that JSON can hold
    """The JSON of a value; `line` is a line break with the indent of its depth."""
    # Not `json.dumps` with an indent, which leaves cyclic garbage for each record.
    inner = f"{line}  "
    if isinstance(value, dict):
        items = [f"{encode(key)}: {_text(item, inner)}" for key, item in value.items()]
        brackets = "{}"
    elif isinstance(value, (list, tuple)):
        items = [_text(item, inner) for item in value]
        brackets = "[]"
    else:
        return encode(value)
    text = f",{inner}".join(items)
    return f"{brackets[0]}{inner}{text}{line}{brackets[1]}" if items else brackets


def encode(value: object) -> str:
    """The JSON of a value on one line. Control and invisible characters are escaped in it."""
    text = _encode(value)
    return with_escapes(text if text.isprintable() else text.translate(_CONTROLS), _escape)


def _escape(character: str) -> str:
    return json.dumps(character)[1:-1]


_encode = json.JSONEncoder(ensure_ascii=False).encode
_CONTROLS = {code: f"\\u{code:04x}" for code in (0x7F, *range(0x80, 0xA0), 0x2028, 0x2029)}
