"""Checks texts before they are stored, and shortens them for sentences.

Only line ends and outer whitespace are ever changed: brackets, ESC, emoji and quotes are stored as
typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from boardroom.errors import BadInput

TEXT_LIMIT = 10_000
NOTES_LIMIT = 1_000_000
_QUOTED = 60
_REPEATED = 500
"""The most characters of a word in a command or a path that a message repeats."""
_MOST_WORDS = 5_000
"""The words of a command line beyond which a message is cut as a whole."""
BRIEF = 50
"""The most characters of a text in a sentence about its record."""
_MOST_DIGITS = 18  # fits SQLite's integers


def clean(value: str, *, what: str = "text", limit: int = TEXT_LIMIT) -> str:
    """The text without outer whitespace and with LF line ends; `limit` is in characters.

    Raises:
        BadInput: it is empty, over the limit, contains NUL or is not valid UTF-8 (lone surrogates).
    """
    text = "\n".join(line.rstrip("\r") for line in value.split("\n")).strip()
    if not text:
        raise BadInput(f"The {what} can't be empty.", "Write at least one word.")
    if "\0" in text:
        raise BadInput(
            f"The {what} can't contain a NUL character.",
            "Remove it; it often comes from a file that is not text.",
        )
    try:
        text.encode()
    except UnicodeEncodeError:
        raise BadInput(
            f"The {what} can't contain bytes that are not UTF-8.",
            "Save or type it as UTF-8 and try again.",
        ) from None
    if len(text) > limit:
        raise BadInput(
            f"The {what} can't be longer than {limit:,} characters; this has {len(text):,}.",
            "Shorten or split it.",
        )
    return text


def one_of(value: str, choices: tuple[str, ...], what: str) -> str:
    """Parses one of the choices; upper and lower case count the same.

    Raises:
        BadInput: the value is none of them.
    """
    choice = value.strip().lower()
    if choice not in choices:
        raise BadInput(f"{quoted(value)} is not a {what}.", f"Use one of {', '.join(choices)}.")
    return choice


def optional(value: str | None, what: str, *, limit: int = TEXT_LIMIT) -> str | None:
    """Cleans the text of an optional field; None if it is missing or empty.

    Raises:
        BadInput: the text is not valid; see `clean`.
    """
    return clean(value, what=what, limit=limit) if value else None


def several(values: Iterable[str], what: str) -> list[str]:
    """Cleans the texts of a list field, and drops duplicates and empty ones.

    Raises:
        BadInput: a text is not valid; see `clean`.
    """
    return list(dict.fromkeys(clean(value, what=what) for value in values if value))


def parse_count(text: str, of: str = "changes", *, least: int = 1) -> int:
    """Parses a whole number of at least `least`; `of` names what is counted, for the message.

    Raises:
        BadInput: the text is not such a number.
    """
    if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS and int(text) >= least:
        return int(text)
    raise BadInput(
        f"{quoted(text)} is not a number of {of}.", f"Use a whole number, {least} or more."
    )


def quoted(text: str) -> str:
    """A text in quotes for an error message, with control characters escaped, cut if long."""
    return repr(cut(text))


def cut(text: str) -> str:
    """The beginning of a text that is too long to repeat in a message, or all of it."""
    return text if len(text) <= _QUOTED else f"{text[: _QUOTED - 1]}…"


def with_words_cut(message: str, words: Sequence[str]) -> str:
    """A message with those words of the command line cut that are far too long to repeat.

    Of very many words only the first are repeated.
    """
    if len(words) > _MOST_WORDS:
        message = brief(message, _REPEATED)
    for word in words:
        for part in (word, *word.split("=", 1)):
            if len(part) > _REPEATED:
                message = message.replace(part, cut(part))
    return message


def brief(text: str, limit: int = BRIEF) -> str:
    """The first line of a text, cut after a word if it is over `limit` characters."""
    line = text.partition("\n")[0]
    if len(line) > limit:
        line = line[: limit + 1].rpartition(" ")[0] or line[:limit]
    return text if line == text else f"{line.rstrip()}…"


def join_words(words: Sequence[str], last: str = "and") -> str:
    """A list as English: “Ana, Bo and Cy”; `last` is the word before the last entry."""
    return f" {last} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)


def join_sentences(sentences: Sequence[str]) -> str:
    """Joins sentences that start with a verb: “Covered a1; kept p2”."""
    return "; ".join(
        [*sentences[:1], *(f"{sentence[:1].lower()}{sentence[1:]}" for sentence in sentences[1:])]
    )
