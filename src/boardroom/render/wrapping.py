"""Where a line may break: between words, never inside a date or a count (“24 Nov 2026”, “2 due”).

A message breaks around its commands too, never inside one, so that each can be copied.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from unicodedata import combining, east_asian_width

from boardroom.rules.printed_commands import COMMAND

_WEEKDAY = "Mon|Tue|Wed|Thu|Fri|Sat|Sun"
_MONTH = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DATE = rf"(?:(?:{_WEEKDAY}) )?\d{{1,2}} (?:{_MONTH})(?: \d{{4}})?(?: \d\d:\d\d)?"
_WHOLE = rf"(?:{_DATE}|\d+ (?:overdue|due|soon)\b)"
_JOINING = ("or", "and")
# Patterns are compiled by `re` when first used: all of these at once would take 0.8 ms.
_WORD = rf"\s*(?:\S*\b{_WHOLE}\S*|\S+)\s*"
_PHRASE = rf"\s*(?:{COMMAND}|\S*\b{_WHOLE}\S*|\S+)\s*"


def breaks(
    text: str,
    width: int,
    cells: Callable[[str], int] = len,
    cut: Callable[[str, int], list[str]] | None = None,
    *,
    whole_commands: bool = False,
) -> list[int]:
    """The offsets in `text` where a new line begins.

    No line is wider than `width`, as counted by `cells`. A word wider than that is cut into pieces
    by `cut`; without `cut` it is left whole. With `whole_commands`, a command that fits into a line
    is not broken, and without `cut` no command is.
    """
    offsets: list[int] = []
    used = 0
    for offset, phrase in _phrases(text, width, cells, cut, whole_commands=whole_commands):
        word = phrase.rstrip()
        space = len(phrase) - len(word)
        if used and used + cells(word) > width:
            offsets.append(offset)
            used = 0
        if cut is not None and cells(word) > width:
            *pieces, word = cut(word, width)
            end = offset
            for piece in pieces:
                end += len(piece)
                offsets.append(end)
        used += cells(word) + space
    return offsets


def _phrases(
    text: str,
    width: int,
    cells: Callable[[str], int],
    cut: Callable[[str, int], list[str]] | None,
    *,
    whole_commands: bool,
) -> Iterator[tuple[int, str]]:
    """The words of a text with the whitespace around them, and where each begins."""
    for match in re.finditer(_PHRASE if whole_commands else _WORD, text):
        phrase, offset = match.group(), match.start()
        if whole_commands and cut is not None and cells(phrase.rstrip()) > width:
            for word in re.finditer(_WORD, phrase):
                yield offset + word.start(), word.group()
        else:
            yield offset, phrase


def wrap(text: str, width: int) -> str:
    """A message with line breaks, so that no line is wider than `width` terminal cells.

    Words and commands are left whole, and in a message of several lines each command has a line of
    its own, after an “or” that joins it to the one before.
    """
    if cells(text) <= width:
        return text
    lines = []
    start = 0
    for match in re.finditer(COMMAND, text):
        between = text[start : match.start()]
        is_joined = between.strip() in _JOINING
        lines += [] if is_joined else _wrap_words(between, width)
        command = f"{between.strip()} {match.group()}" if is_joined else match.group()
        lines.append(command if command.endswith("...") else command.rstrip(".,;"))
        start = match.end()
    lines += _wrap_words(text[start:], width)
    return "\n".join(lines)


def cells(text: str) -> int:
    """The number of terminal cells that a text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if combining(sign) else 2 if east_asian_width(sign) in "WF" else 1 for sign in text
    )


def _wrap_words(text: str, width: int) -> list[str]:
    words = text.strip(" ·")
    places = [0, *breaks(words, width, cells), len(words)]
    return [words[start:end].rstrip() for start, end in pairwise(places) if words]
