"""Where a line may break: between words, never inside a date (“Tue 24 Nov 2026 15:30”)."""

from __future__ import annotations

import re
from collections.abc import Callable

_WEEKDAY = "Mon|Tue|Wed|Thu|Fri|Sat|Sun"
_MONTH = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DATE = rf"(?:{_WEEKDAY}) \d{{1,2}} (?:{_MONTH})(?: \d{{4}})?(?: \d\d:\d\d)?"
_WORD = re.compile(rf"\s*(?:\S*\b{_DATE}\S*|\S+)\s*")


def breaks(
    text: str,
    width: int,
    cells: Callable[[str], int] = len,
    cut: Callable[[str, int], list[str]] | None = None,
) -> list[int]:
    """The offsets in `text` where a new line begins.

    No line is wider than `width`, as counted by `cells`. A word wider than that is cut into pieces
    by `cut`; without `cut` it is left whole.
    """
    offsets: list[int] = []
    used = 0
    for match in _WORD.finditer(text):
        word, offset = match.group().rstrip(), match.start()
        space = match.end() - offset - len(word)
        if used and used + cells(word) > width:
            offsets.append(offset)
            used = 0
        if cut is not None and cells(word) > width:
            *pieces, word = cut(word, width)
            for piece in pieces:
                offset += len(piece)
                offsets.append(offset)
        used += cells(word) + space
    return offsets
