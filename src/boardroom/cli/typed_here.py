"""Printed commands as they are typed here: in a demo, or on the board that `--db` names.

`boardroom due` becomes `boardroom demo due`, or `boardroom --db PATH due`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from boardroom.cli.tree import TREE
from boardroom.render.page import Cell, Rows, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_NAMES = "|".join(name for name in TREE if name != "demo")
_COMMAND = re.compile(rf"\bboardroom (?=(?:{_NAMES}|-h)\b)")
_QUOTED = re.compile("“[^”]*”")
# In a cell, which may hold the user's words: “ask about boardroom due”.
_IN_CELL = re.compile(rf"(?:^|(?<=[:?] )|(?<=\())boardroom (?=(?:{_NAMES})\b)")


def text_here(text: str, program: str, own: Sequence[str] = ()) -> str:
    """The text, in which each command begins with `program`.

    What is quoted, “like this”, stays as it is, and so do the user's `own` words.
    """
    spans = [quote.span() for quote in _QUOTED.finditer(text)]
    spans += [found.span() for words in own_commands(own) for found in re.finditer(words, text)]

    def here(command: re.Match[str]) -> str:
        is_own = any(start <= command.start() < end for start, end in spans)
        return command[0] if is_own else f"{program} "

    return _COMMAND.sub(here, text)


def own_commands(texts: Iterable[str]) -> Iterator[str]:
    """Patterns of the user's texts that hold a command, each from its line's beginning on.

    A line may be cut short after the command. One that begins with it must be there whole.
    """
    for text in texts:
        for line in text.splitlines():
            for command in _COMMAND.finditer(line):
                name = line[command.end() :].split(maxsplit=1)[0]
                end = command.end() + len(name) if command.start() else len(line)
                yield re.escape(line[:end])


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


def texts_of(value: Any) -> Iterator[str]:  # noqa: ANN401  a record for JSON, or a part
    """All texts of a record but the commands in its `next`."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            if key != "next":
                yield from texts_of(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from texts_of(part)


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
