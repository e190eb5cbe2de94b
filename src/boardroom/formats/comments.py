"""HTML comments at the top of a text to be edited: what the program says there, and never a part of what the user wrote."""

from __future__ import annotations

import re

_AT_THE_TOP = re.compile(r"(?:\s*<!--.*?-->)*\s*", re.DOTALL)


def comment(text: str) -> str:
    """The text as a comment, on its own lines."""
    return f"<!-- {within(text)} -->\n"


def within(text: str) -> str:
    """The text as it may stand in a comment, which it can't end."""
    return re.sub("-(?=-)", "- ", text)


def top(text: str) -> int:
    """How many characters the comments and blank lines at the top have; one that does not end is none."""
    found = _AT_THE_TOP.match(text)
    assert found is not None  # it fits nothing at all, too
    return found.end()
