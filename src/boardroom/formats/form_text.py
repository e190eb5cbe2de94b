r"""The texts of a form's list: a record's text as lines, and back, however an editor wrapped them.

Lines that follow each other are one paragraph. A blank line begins another, and a line that ends
with a blank and a backslash keeps its line break. A backslash before a word that would be read as
markup is not part of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

INDENT = "  "
"""What the lines under an item are indented by."""

SECTION_NAMES = "agenda|notes?|advice|promises?|exchanges?"
"""The names of the sections, as a pattern."""

STATUSES = r"trying|worked|did[\s_]not[\s_]work|set[\s_]aside"
"""What can come of advice, as a pattern."""

_HEADING = rf"#{{1,2}}\s*(?:{SECTION_NAMES})(?:[\s:#]|\Z)"
_HEADINGS = re.compile(rf"(?<!\S)\\*(?={_HEADING})", re.IGNORECASE)
_BLANKS = " \t"
_BREAK = re.compile(r"(?: |(?<!\S))\\\Z")
_MARK = re.compile(r"[ \t]*>(?:[ \t]|(?=[^\W\d_])|\Z)")
_LIST_MARK = re.compile(r"[ \t]*(?:[-*+]|\d{1,2}[.)])[ \t]")
# A word that is markup where a line begins with it, or anywhere, and the backslashes before it.
_MARKUP = re.compile(
    r"(?<!\S)(?:(?P<alone>\\+)(?!\S)"
    rf"|(?P<always>\\*)(?={_HEADING}"
    rf"|(?:→|->)\s+(?:{STATUSES})\b)"
    r"|(?P<first>\\*)(?=(?:[-*+>]|#{1,6}|\d{1,2}[.)])(?!\S)|>[^\W\d_]|<!--))",
    re.IGNORECASE,
)


def text_lines(text: str, *, is_new: bool) -> list[str]:
    """The lines of a text, without an indent.

    The text of a record on file is recognized by its words. In a new one (`is_new`), each word
    that a wrapped line might begin with is escaped.
    """
    lines = escape_words(text, everywhere=is_new).split("\n")
    return [
        f"{line} \\" if _keeps_break(line, following) else line
        for line, following in zip(lines, [*lines[1:], ""], strict=True)
    ]


def join_lines(lines: Sequence[str]) -> str:
    """The lines that `text_lines` or the user wrote as one text, with its escapes."""
    parts, is_blank = [*lines[:1]], False
    for line in lines[1:]:
        if breaks := _BREAK.search(parts[-1][-2:]):
            parts[-1] = parts[-1][: breaks.start() - 2]
            parts.append(f"\n{line}")
        elif is_blank or not line.strip(_BLANKS) or _LIST_MARK.match(line):
            parts.append(f"\n{line}")
        else:
            parts[-1] = parts[-1].rstrip(_BLANKS)
            parts.append(f" {line.lstrip(_BLANKS)}")
        is_blank = not line.strip(_BLANKS)
    text = "".join(parts)
    return text if lines and lines[0] else text.lstrip(" ")


def escape_words(text: str, *, everywhere: bool) -> str:
    """The text with its markup escaped; `everywhere`, also what is markup only in front."""

    def escaped(word: re.Match[str]) -> str:
        in_front = word.start() > 0 and text[word.start() - 1] == "\n"
        literal = word["first"] == "" and not everywhere and not in_front
        return word[0] if literal else f"\\{word[0]}"

    return _MARKUP.sub(escaped, text)


def unescape_words(text: str) -> str:
    """The text without the backslashes that `escape_words` put there."""
    return _MARKUP.sub(lambda word: word[0] if word["alone"] == "\\" else word[0][1:], text)


def escape_headings(text: str) -> str:
    """Notes with the headings of the form in them escaped, wherever a line may begin."""
    return _HEADINGS.sub(lambda backslashes: f"\\{backslashes[0]}", text)


def unescape_headings(text: str) -> str:
    """Notes without the backslashes that `escape_headings` put there."""
    return _HEADINGS.sub(lambda backslashes: backslashes[0][1:], text)


def is_marked(line: str) -> bool:
    """Whether a line begins with the mark of an answer, “> ”."""
    return _MARK.match(line) is not None


def unmarked(line: str) -> str:
    """A line of an answer without its mark, or without the indent it has instead."""
    mark = _MARK.match(line)
    return line[mark.end() :] if mark else unindented(line)


def unindented(line: str) -> str:
    """A line under an item without its indent."""
    return line.removeprefix(INDENT) if line.startswith(INDENT) else line.lstrip(_BLANKS)


def _keeps_break(line: str, following: str) -> bool:
    """Whether a line needs a mark to keep the break after it."""
    return bool(line and following) or (line != "" and not line.strip(_BLANKS))
