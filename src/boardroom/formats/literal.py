"""How words of the user's stand where words may have a meaning: after one more backslash, only where they need one."""

from __future__ import annotations

from collections.abc import Callable


def escape_line(line: str, means: Callable[[str], bool]) -> str:
    r"""The line as it may stand where `means` tells which ones have a meaning: `## A` becomes `\## A`, and `\## A` `\\## A`."""
    return f"\\{line}" if means(line.lstrip("\\")) else line


def unescape_line(line: str, means: Callable[[str], bool]) -> str:
    """The line as the user has it: `escape_line` taken back. What needed no backslash keeps the ones it has."""
    return line[1:] if line.startswith("\\") and means(line.lstrip("\\")) else line
