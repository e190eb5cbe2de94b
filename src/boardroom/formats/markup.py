r"""The markup of a text that the user edits: the program's comments at its top, and escapes.

A backslash escapes a line of the user's that would be read as markup.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

from boardroom.rules.printed_commands import COMMAND

NOT_STORED = "Not stored yet:"
OLDER_DRAFT = "An older draft of this is kept in"

# 79, less the end of the comment.
_NOTE_COLUMNS = 75
_FORM_ID = re.compile(r"\bform [0-9a-f]{8}\b")
_MARK = r" (?=[-*+#])"
_NO_BREAK = "\0"
_COMMENTS_AT_TOP = re.compile(r"(?:\s*<!--.*?-->)*\s*", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_NOTES = re.compile(rf"(?:\s*<!--\s*(?:{NOT_STORED}|{OLDER_DRAFT}).*?-->[ \t]*\n?)+", re.DOTALL)


def comment(text: str) -> str:
    """The text as a comment, on lines of its own."""
    return f"<!-- {escape_comment(text)} -->\n"


def note(text: str) -> str:
    """The text as a comment, wrapped, since not every editor wraps between words.

    The id of a form stays on one line, to be found, and so does a command, to be copied; no line
    begins like one of a list or a heading. `strip_notes` removes a note that begins with NOT_STORED
    or OLDER_DRAFT.
    """
    indent = " " * len("<!-- ")
    whole = escape_comment(text)
    for pattern in (_FORM_ID, COMMAND, _MARK):
        whole = re.sub(pattern, lambda words: words[0].replace(" ", _NO_BREAK), whole)
    wrapped = textwrap.fill(
        whole,
        _NOTE_COLUMNS,
        initial_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return comment(wrapped.removeprefix(indent).replace(_NO_BREAK, " "))


def escape_comment(text: str) -> str:
    """The text, changed so that it does not end a comment."""
    return re.sub("-(?=-)", "- ", text)


def strip_notes(text: str) -> str:
    """A saved text without byte order mark, CRs at line ends and the program's notes.

    A lone CR is the user's own, and kept.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    notes = _NOTES.match(text)
    return text[notes.end() :] if notes else text


def comments_length(text: str) -> int:
    """The length of the comments and blank lines at the top, in characters.

    An unclosed comment is not counted.
    """
    comments = _COMMENTS_AT_TOP.match(text)
    assert comments is not None  # the pattern matches an empty text too
    return comments.end()


def strip_comments(text: str) -> str:
    """The text below the comments at its top."""
    return text[comments_length(text) :]


def is_empty(text: str, shown: str) -> bool:
    """Whether nothing is left of a text but comments that `shown` has too."""
    return not strip_comments(text) and _comments(text) <= _comments(shown)


def escape_line(line: str, is_markup: Callable[[str], bool]) -> str:
    r"""The line, escaped if it is markup: `## A` becomes `\## A`, and `\## A` becomes `\\## A`."""
    return f"\\{line}" if is_markup(line.lstrip("\\")) else line


def unescape_line(line: str, is_markup: Callable[[str], bool]) -> str:
    """The line without the backslash that `escape_line` put there."""
    return line[1:] if line.startswith("\\") and is_markup(line.lstrip("\\")) else line


def _comments(text: str) -> set[str]:
    """The comments at the top, unwrapped."""
    return {" ".join(words.split()) for words in _COMMENT.findall(text[: comments_length(text)])}
