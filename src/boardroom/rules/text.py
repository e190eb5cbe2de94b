"""What any text of the user's must be before it is kept, and how its words are quoted back and cut.

In what is kept nothing is changed but line ends and outer whitespace: brackets, ESC, emoji and quotes are kept as typed.
"""

from __future__ import annotations

from collections.abc import Sequence

from boardroom.errors import BadInput

TEXT_LIMIT = 10_000
NOTES_LIMIT = 1_000_000
_QUOTED = 60
_BRIEF = 50


def clean(value: str, *, what: str = "text", limit: int = TEXT_LIMIT) -> str:
    """The text without outer whitespace and with LF line ends, else literal. `limit` is in characters.

    Raises:
        BadInput: it is empty, over the limit, holds a NUL, or is not valid UTF-8 (lone surrogates).
    """
    text = "\n".join(line.rstrip("\r") for line in value.split("\n")).strip()
    if not text:
        raise BadInput(f"The {what} can't be empty.", "Write at least one word.")
    if "\0" in text:
        raise BadInput(
            f"The {what} can't hold a NUL character.",
            "Take it out; it often comes from a file that is not text.",
        )
    try:
        text.encode()
    except UnicodeEncodeError:
        raise BadInput(
            f"The {what} can't hold bytes that are not UTF-8.",
            "Save or type it as UTF-8 and try again.",
        ) from None
    if len(text) > limit:
        raise BadInput(
            f"The {what} can't be longer than {limit:,} characters, and has {len(text):,}.",
            "Shorten it, or split it.",
        )
    return text


def quoted(text: str) -> str:
    """The user's words in quotes for an error's sentence: control characters made visible, a long text cut."""
    return repr(text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1]}…")


def brief(text: str, limit: int = _BRIEF) -> str:
    """The first line of a text, cut after a word where it is longer than `limit` characters: enough to know it by."""
    line = text.partition("\n")[0]
    if len(line) > limit:
        line = line[: limit + 1].rpartition(" ")[0] or line[:limit]
    return text if line == text else f"{line.rstrip()}…"


def join_words(words: Sequence[str], last: str = "and") -> str:
    """Several words as a sentence has them: “Ana, Bo and Cy”, or with another word before the last."""
    return f" {last} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
