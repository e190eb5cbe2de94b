"""N on the command line: how many."""

from __future__ import annotations

from boardroom.errors import BadInput
from boardroom.rules.text import quoted

_DIGITS = 18  # more would not fit SQLite's own numbers


def how_many(text: str) -> int:
    """The whole number above 0 that N says.

    Raises:
        BadInput: it says anything else.
    """
    if text.isascii() and text.isdigit() and len(text) <= _DIGITS and int(text):
        return int(text)
    raise BadInput(f"{quoted(text)} is not a number of changes.", "Give a whole number from 1 on.")
