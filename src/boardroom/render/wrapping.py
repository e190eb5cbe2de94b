"""Where a line may break, for a terminal and a pipe alike: between words, and never inside a day (“Tue 24 Nov 2026 15:30”)."""

from __future__ import annotations

import re
from collections.abc import Callable

_DAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?: \d{4})?(?: \d\d:\d\d)?"
_WORD = re.compile(rf"\s*(?:\S*\b{_DAY}\S*|\S+)\s*")


def breaks(
    text: str,
    width: int,
    cells: Callable[[str], int] = len,
    cut: Callable[[str, int], list[str]] | None = None,
) -> list[int]:
    """The places in `text` where a new line begins, so that none is wider than `width`, counted by `cells`.

    A word too long for a line of its own is cut into pieces by `cut`; without it, it is left whole.
    """
    found: list[int] = []
    used = 0
    for match in _WORD.finditer(text):
        word, place = match.group().rstrip(), match.start()
        space = match.end() - place - len(word)
        if used and used + cells(word) > width:
            found.append(place)
            used = 0
        if cut is not None and cells(word) > width:
            *pieces, word = cut(word, width)
            for piece in pieces:
                place += len(piece)
                found.append(place)
        used += cells(word) + space
    return found
