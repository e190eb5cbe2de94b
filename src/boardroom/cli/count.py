"""N on the command line: how many."""

from __future__ import annotations

from boardroom.errors import BadInput
from boardroom.rules.text import quoted

_DIGITS = 18  # more would not fit SQLite's own numbers


def how_many(text: str, of: str = "changes", *, least: int = 1) -> int:
    """The whole number, from `least` on, that N says.

    Raises:
        BadInput: it says anything else.
    """
    if text.isascii() and text.isdigit() and len(text) <= _DIGITS and int(text) >= least:
        return int(text)
    raise BadInput(
        f"{quoted(text)} is not a number of {of}.", f"Give a whole number from {least} on."
    )
