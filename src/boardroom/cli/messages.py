"""Prints sentences for the user: what was done, and what went wrong.

On a terminal they are wrapped at words. Elsewhere each is one line, for other programs to read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from boardroom.render.formatting import is_accessible, safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

    from boardroom.render.page import Page

_USUAL_WIDTH = 80
_GAP = 2
_DIM, _END = "\x1b[38;5;243m", "\x1b[0m"  # the grey of `render.terminal_text`
_SHORT = 20
"""Characters that fit into any terminal, even if all are wide."""


def print_message(text: str) -> None:
    """Prints a message to standard output."""
    print(fitted(text, sys.stdout))


def print_quiet(text: str) -> None:
    """Prints a message of lesser weight to standard output: on a terminal, in a dim colour."""
    print(quiet(fitted(text, sys.stdout), sys.stdout))


def print_details(rows: Sequence[tuple[str, str]]) -> None:
    """Prints labelled lines to standard output, their texts aligned and wrapped at words.

    A label is left out below one like it. A command too wide for its column begins further left.
    With `ACCESSIBLE`, each line has its label, and nothing is aligned.
    """
    if is_accessible():
        for label, text in rows:
            print_message(f"{label}: {text}")
        return
    indent = max((len(label) for label, _ in rows), default=0) + _GAP
    width = terminal_width(sys.stdout) if sys.stdout.isatty() else None
    before = ""
    for label, text in rows:
        shown = "" if label == before else label
        first, *others = _lines(text, None if width is None else width - indent)
        print(f"{quiet(shown, sys.stdout)}{' ' * (indent - len(shown))}{first}")
        for line in others:
            print(f"{' ' * max(min(indent, (width or 0) - len(line)), 0)}{line}")
        before = label


def print_labelled(page: Page, stream: TextIO) -> None:
    """Prints a page as labelled lines, for `ACCESSIBLE`."""
    from boardroom.render.labelled import labelled_lines  # noqa: PLC0415  for `ACCESSIBLE` alone

    for line in labelled_lines(page):
        print(fitted(line, stream), file=stream)


def quiet(text: str, stream: TextIO) -> str:
    """The text in a dim colour, if the terminal behind `stream` has that colour."""
    return f"{_DIM}{text}{_END}" if text.strip() and has_colours(stream) else text


def has_colours(stream: TextIO) -> bool:
    """Whether `stream` shows 256 colours, as `rich` decides, whose import takes too long here."""
    variables = os.environ
    if variables.get("NO_COLOR") or not (stream.isatty() or variables.get("FORCE_COLOR")):
        return False
    deep = variables.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit")
    return deep or variables.get("TERM", "").strip().lower().endswith("256color")


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
    width = terminal_width(stream)
    if width is None:
        return text
    from boardroom.render.wrapping import wrap  # noqa: PLC0415  `re` takes 5 ms

    return wrap(text, max(width - indent, 1)).replace("\n", f"\n{' ' * indent}")


def _lines(text: str, width: int | None) -> list[str]:
    """The text made safe to print, in lines of that width; in one line for None."""
    if width is None:
        return [safe(text)]
    from boardroom.render.wrapping import wrap  # noqa: PLC0415  as above

    return wrap(safe(text), max(width, _SHORT)).split("\n")


def terminal_width(stream: TextIO) -> int | None:
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
