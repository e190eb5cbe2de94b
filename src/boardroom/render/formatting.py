"""The words that views are shown in: days, counts, and the user's own text made safe to print."""

from __future__ import annotations

import codecs
from datetime import date

from boardroom.rules.day_format import format_day

SPELT = "boardroom.spelt"
"""The name of the error handler for a terminal that lacks characters; see `spelt`."""

NOBODY = 'Nobody is on the board yet. Begin with: boardroom advisor add "NAME"'
"""What a board without anybody on it is answered with."""


def safe(text: str) -> str:
    """The user's text as it may be printed: C0, C1, DEL and bidi controls made visible, everything else literal."""
    if text.isprintable():
        return text
    return "".join(_VISIBLE.get(ord(character), character) for character in text)


def short_day(day: date, today: date) -> str:
    """“Tue 1 Sep”, with its year where that is not today's."""
    spoken = format_day(day)
    return spoken if day.year != today.year else spoken[:-5]


def iso(day: date | None) -> str | None:
    """A day as JSON holds it; None where there is none."""
    return None if day is None else day.isoformat()


def plural(count: int, noun: str) -> str:
    """“1 day”, “3 days”, “2 pieces of advice”."""
    one, of, what = noun.partition(" of ")
    return f"{count} {noun}" if count == 1 else f"{count} {one}s{of}{what}"


def spelt(error: UnicodeError) -> tuple[str, int]:
    """An error handler: what an encoding has not got as ASCII draws it where it is one of our signs, else as an escape."""
    assert isinstance(error, UnicodeEncodeError)
    lacking = error.object[error.start : error.end]
    return "".join(
        _DRAWN.get(sign) or sign.encode("ascii", "backslashreplace").decode() for sign in lacking
    ), error.end


codecs.register_error(SPELT, spelt)
_DRAWN = {
    "·": "-",
    "▁": "_",
    "▄": "+",
    "█": "#",
    "━": "=",
    "●": "*",
    "→": ">",
    "“": '"',
    "”": '"',
    "…": "~",
}
_CONTROLS = (*range(0x20), 0x7F, *range(0x80, 0xA0))
_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_VISIBLE = {
    **{code: f"\\x{code:02x}" for code in _CONTROLS},
    **{code: f"\\u{code:04x}" for code in (*_BIDI, 0x2028, 0x2029)},
    ord("\n"): "\\n",
    ord("\r"): "\\r",
    ord("\t"): "\\t",
}
