"""The words of an unfinished command line, as a shell would split them."""

from __future__ import annotations

_QUOTES = "'\""


def split_line(line: str) -> list[str]:
    """Splits a command line at the cursor; the last word is unfinished, and may be empty.

    Quotes may still be open. Variables and the like stay as they were typed.
    """
    words = [""]
    quote = ""
    is_escaped = False
    for character in line:
        if is_escaped:
            words[-1] += character
            is_escaped = False
        elif character == "\\" and quote != "'":
            is_escaped = True
        elif quote:
            if character == quote:
                quote = ""
            else:
                words[-1] += character
        elif character in _QUOTES:
            quote = character
        elif not character.isspace():
            words[-1] += character
        elif words[-1]:
            words.append("")
    return words
