"""Printed commands as they are typed here: in a demo, or on the board that `--db` names.

`boardroom due` becomes `boardroom demo due`, or `boardroom --db PATH due`.
"""

from __future__ import annotations

import re

from boardroom.cli.tree import TREE
from boardroom.render.page import Cell, Rows, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_NAMES = "|".join(name for name in TREE if name != "demo")
_COMMAND = re.compile(rf"\bboardroom (?=(?:{_NAMES}|-h)\b)")
# In a cell, which may hold the user's words: “ask about boardroom due”.
_IN_CELL = re.compile(rf"(?:^|(?<=: )|(?<=\())boardroom (?=(?:{_NAMES})\b)")


def text_here(text: str, program: str) -> str:
    """The text, in which each command begins with `program`."""
    return _COMMAND.sub(lambda _: f"{program} ", text)


def page_here(value: Any, program: str) -> Any:  # noqa: ANN401  a page, or any part of one
    """A page, or a part of one, with such commands; rows are still read lazily."""
    if isinstance(value, str):
        return text_here(value, program)
    if isinstance(value, Text):  # the user's own words
        return value
    if isinstance(value, Cell):
        return value._replace(text=_cell_here(value.text, program))
    if isinstance(value, Rows):
        return Rows([_cell_here(text, program) for text in row] for row in value.rows)
    if isinstance(value, tuple):
        parts = [page_here(part, program) for part in value]
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    return (page_here(part, program) for part in value) if hasattr(value, "__iter__") else value


def _cell_here(text: str, program: str) -> str:
    return _IN_CELL.sub(lambda _: f"{program} ", text)


def record_here(value: Any, program: str) -> Any:  # noqa: ANN401  a record for JSON, or a part
    """A record with such commands in its `next`; all else stays."""
    if isinstance(value, dict):
        return {
            key: text_here(part, program)
            if key == "next" and isinstance(part, str)
            else record_here(part, program)
            for key, part in value.items()
        }
    if isinstance(value, (list, tuple)):
        return [record_here(part, program) for part in value]
    return (record_here(part, program) for part in value) if hasattr(value, "__next__") else value
