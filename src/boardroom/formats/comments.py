"""What the program says in comments at the top of a text to be edited, and the text without it: what the user wrote."""

from __future__ import annotations

import re
import textwrap

NOT_STORED = "Not stored yet:"
OLDER_DRAFT = "An older draft of this is kept in"

# With the end of the comment, 79.
_NOTE_COLUMNS = 75
_AT_THE_TOP = re.compile(r"(?:\s*<!--.*?-->)*\s*", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_NOTES = re.compile(rf"(?:\s*<!--\s*(?:{NOT_STORED}|{OLDER_DRAFT}).*?-->[ \t]*\n?)+", re.DOTALL)


def comment(text: str) -> str:
    """The text as a comment, on its own lines."""
    return f"<!-- {within(text)} -->\n"


def note(text: str) -> str:
    """A comment that begins with one of the phrases above, wrapped because not every editor does: `bare` takes it off again."""
    indent = " " * len("<!-- ")
    wrapped = textwrap.fill(
        within(text),
        _NOTE_COLUMNS,
        initial_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return comment(wrapped.removeprefix(indent))


def within(text: str) -> str:
    """The text as it may stand in a comment, which it can't end."""
    return re.sub("-(?=-)", "- ", text)


def bare(text: str) -> str:
    """What was saved, as whoever reads it takes it: without a byte order mark, with plain line ends and without the program's notes.

    A lone CR is the user's own.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    found = _NOTES.match(text)
    return text[found.end() :] if found else text


def top(text: str) -> int:
    """How many characters the comments and blank lines at the top have; one that does not end is none."""
    found = _AT_THE_TOP.match(text)
    assert found is not None  # it fits nothing at all, too
    return found.end()


def body(text: str) -> str:
    """The text below the comments at its top."""
    return text[top(text) :]


def says_nothing(text: str, shown: str) -> bool:
    """Whether a text holds nothing but comments that it was shown with."""
    return not body(text) and _at_top(text) <= _at_top(shown)


def _at_top(text: str) -> set[str]:
    """The comments at the top, however they are wrapped."""
    return {" ".join(found.split()) for found in _COMMENT.findall(text[: top(text)])}
