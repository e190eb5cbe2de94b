"""Prints sentences for the user: what was done, and what went wrong.

On a terminal they are wrapped at words. Elsewhere each is one line, for other programs to read.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from boardroom.render.formatting import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

_USUAL_WIDTH = 80
_SHORT = 20
"""Characters that fit into any terminal, even if all are wide."""


def print_message(text: str) -> None:
    """Prints a message to standard output."""
    print(fitted(text, sys.stdout))


def warn(text: str) -> None:
    """Prints a message to standard error, unless that is full or closed."""
    with suppress(OSError):
        print(fitted(text, sys.stderr), file=sys.stderr, flush=True)


def fitted(text: str, stream: TextIO, *, indent: int = 0) -> str:
    """The text made safe to print; wrapped if it is too long for the terminal behind `stream`.

    All lines but the first are indented, and the first is to follow as many characters.
    """
    text = safe(text)
    if not stream.isatty() or len(text) <= _SHORT:
        return text
    width = _width(stream)
    if width is None:
        return text
    from boardroom.render.wrapping import wrap  # noqa: PLC0415  `re` takes 5 ms

    return wrap(text, max(width - indent, 1)).replace("\n", f"\n{' ' * indent}")


def _width(stream: TextIO) -> int | None:
    """The width of a terminal: COLUMNS, else what the terminal says, else 80.

    None if `stream` has no file descriptor.
    """
    given = os.environ.get("COLUMNS", "")
    if given.isascii() and given.isdigit() and int(given) > 0:
        return int(given)
    try:
        return os.get_terminal_size(stream.fileno()).columns or _USUAL_WIDTH
    except (OSError, ValueError):
        return None
