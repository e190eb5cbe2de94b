"""The meetings of each week as a strip of signs."""

from __future__ import annotations

from collections.abc import Sequence

_NONE, _ONE, _MORE, _AWAY = "▁▄█·"
_MOST_CELLS = 52  # a year; two lines on a narrow screen


def strip_words(weeks: Sequence[int | None]) -> str:
    """The meetings of each week as a strip with its legend; a cell may be several weeks."""
    per_cell = -(-len(weeks) // _MOST_CELLS) or 1
    cells = [_sum(weeks[start : start + per_cell]) for start in range(0, len(weeks), per_cell)]
    strip = "".join(_AWAY if cell is None else (_NONE, _ONE, _MORE)[min(cell, 2)] for cell in cells)
    meanings = (
        f"{_AWAY} away" if _AWAY in strip else "",
        f"{per_cell} weeks a cell" if per_cell > 1 else "",
    )
    legend = ", ".join(meaning for meaning in meanings if meaning)
    return f"{strip}  {legend}" if legend else strip


def _sum(weeks: Sequence[int | None]) -> int | None:
    counts = [week for week in weeks if week is not None]
    return sum(counts) if counts else None
