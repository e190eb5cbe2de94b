"""How a line of the user's stands in a text whose lines may have a meaning: after one more backslash, only where it needs one."""

from __future__ import annotations


def escape_line(line: str, structure: tuple[str, ...]) -> str:
    r"""The line as it may stand where the beginnings in `structure` have a meaning: `## A` becomes `\## A`, and `\## A` `\\## A`."""
    return f"\\{line}" if line.lstrip("\\").startswith(structure) else line


def unescape_line(line: str, structure: tuple[str, ...]) -> str:
    """The line as the user has it: `escape_line` taken back. What needed no backslash keeps the ones it has."""
    return line[1:] if line.startswith("\\") and line.lstrip("\\").startswith(structure) else line
