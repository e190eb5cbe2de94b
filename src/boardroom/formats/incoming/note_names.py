"""Whom a note is on: by the name it gives, its heading, its title or the name of its file."""

from __future__ import annotations

from boardroom.rules.names import fold

_FEWEST_WORDS, _MOST_WORDS = 2, 5


def name_of(given: str, heading: str, title: str, file: str) -> str:
    """The name of the person; of two that say the same, the longer one.

    A `title` that shares no word with the others is what they do.
    """
    if given:
        return given
    if _is_section(heading, title, file):
        heading = ""
    name = heading or (title if _is_title_the_name(title, file) else file)
    return next((other for other in (title, file) if _words(name) < _words(other)), name)


def is_alike(one: str, other: str) -> bool:
    """Whether two texts have a word in common, as two ways to write a name have."""
    return bool(_words(one) & _words(other))


def says_the_same(heading: str, name: str) -> bool:
    """Whether a heading has no word that the name has not."""
    return _words(heading) <= _words(name)


def _is_section(heading: str, title: str, file: str) -> bool:
    """Whether the first heading is no name: the file has one, which it shares no word with."""
    if is_alike(heading, f"{title} {file}"):
        return False
    return looks_like_a_name(file) and not looks_like_a_name(heading)


def _is_title_the_name(title: str, file: str) -> bool:
    """Whether the title of a note without a heading is the name, and not what they do."""
    return is_alike(title, file) or (looks_like_a_name(title) and not looks_like_a_name(file))


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


def looks_like_a_name(text: str) -> bool:
    """Whether a text has two to five words, the first and the last of which are capitalized."""
    words = text.split()
    ends = (word[0] for word in (*words[:1], *words[-1:]))
    return _FEWEST_WORDS <= len(words) <= _MOST_WORDS and all(
        letter.isalpha() and not letter.islower() for letter in ends
    )
