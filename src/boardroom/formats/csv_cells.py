"""Values as cells of a CSV file, and back.

An empty cell is no value, a flag is yes or no, and a list is its texts with "; " between them. A
text that a spreadsheet would run as a formula gets an apostrophe before it.
"""

from __future__ import annotations

import json
import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_RUN_AS_FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])")
"""What a formula begins with, the full-width signs too (source: OWASP, CSV injection).

Apostrophes before it are matched as well, so that the one which was added is taken off again.
"""
_FLAGS = {"yes": True, "no": False, "true": True, "false": False, "1": True, "0": False}
_MOST_DIGITS = 19

ABSENT = object()
"""What a cell says of a column whose value is not in the file."""


def cell_of(value: Any) -> str | int:  # noqa: ANN401  of any column
    """The cell for a value."""
    if value is None or value in ([], {}):
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        value = _joined(value)
    elif not isinstance(value, str):
        value = json.dumps(value, ensure_ascii=False)
    return f"'{value}" if _RUN_AS_FORMULA.match(value) else value


def value_of(cell: str, type_: str, *, whole: bool) -> Any:  # noqa: ANN401  of any column
    """The value in a cell of a column of that type; a cell that can't be read stays a text.

    `ABSENT` if the cell is empty and the column always has a value. Where the file is not `whole`,
    an empty list is absent too: it may have been left out.
    """
    if cell.startswith("'") and _RUN_AS_FORMULA.match(cell):
        cell = cell[1:]
    if not cell:
        return _value_of_nothing(type_, whole=whole)
    kind = type_.removesuffix(" | None")
    if kind == "bool":
        return _FLAGS.get(cell.strip().lower(), cell)
    if kind == "int":
        digits = cell.strip()
        is_number = digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS
        return int(digits) if is_number else cell
    if kind.startswith("list"):
        return _split(cell)
    if kind.startswith("dict"):
        return _parsed(cell)
    return cell


def _value_of_nothing(type_: str, *, whole: bool) -> Any:  # noqa: ANN401  of any column
    if type_.endswith("None"):
        return None
    if whole and type_.startswith(("list", "dict")):
        return [] if type_.startswith("list") else {}
    return ABSENT


def _joined(texts: list[str]) -> str:
    """“Mo; Ojo”, with a backslash before a semicolon in a text, and one more after an empty end."""
    joined = "; ".join(text.replace("\\", "\\\\").replace(";", "\\;") for text in texts)
    return f"{joined};" if texts and not texts[-1] else joined


def _split(cell: str) -> list[str]:
    parts = [""]
    escaped = False
    for character in cell:
        if escaped or character not in "\\;":
            parts[-1] += character
            escaped = False
        elif character == "\\":
            escaped = True
        else:
            parts.append("")
    texts = [parts[0], *(part.removeprefix(" ") for part in parts[1:])]
    return texts if texts[-1] else texts[:-1]


def _parsed(cell: str) -> object:
    try:
        return json.loads(cell)
    except (RecursionError, ValueError):
        return cell
