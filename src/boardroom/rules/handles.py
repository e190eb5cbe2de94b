"""Handles: the short names of people, made from their names or chosen by the user."""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterator, Sequence

from boardroom.errors import BadInput
from boardroom.rules.ids import looks_like_id
from boardroom.rules.names import PUNCTUATION, plain_spelling
from boardroom.rules.text import quoted

HANDLE_LIMIT = 40
RESERVED = ("all", "review")
_NAMELESS = "advisor"
_HONORIFICS = {
    "dame",
    "dr",
    "hon",
    "miss",
    "mr",
    "mrs",
    "ms",
    "mx",
    "prof",
    "professor",
    "rev",
    "sir",
}
_BREAKS = str.maketrans(dict.fromkeys(PUNCTUATION, " "))


def handle_for(name: str, taken: Container[str]) -> str:
    """A free handle for a new person: `marcus`, else `marcus-ojo`, else `marcus-ojo-2`.

    Latin letters lose their accents, and other scripts are kept as spelt. A name without letters
    gets `advisor`.
    """
    slugs = (_slug(word) for word in plain_spelling(name).translate(_BREAKS).split())
    words = [slug for slug in slugs if slug] or [_NAMELESS]
    while len(words) > 1 and words[0] in _HONORIFICS:
        words = words[1:]
    return next(handle for handle in _handles(words) if _is_free(handle, taken))


def check_handle(text: str) -> str:
    """The canonical form of a handle that the user chose.

    Raises:
        BadInput: it is empty, over 40 characters, a reserved word, looks like an id, starts with a
            dash, or contains more than letters, digits and dashes.
    """
    handle = " ".join(plain_spelling(text).split())
    as_typed = quoted(text.strip())
    if not handle:
        raise BadInput("A handle can't be empty.", "Use a short name, like marcus.")
    if len(handle) > HANDLE_LIMIT:
        raise BadInput(
            f"A handle can't be longer than {HANDLE_LIMIT} characters; this has {len(handle)}.",
            "Use a short name, like marcus.",
        )
    if handle in RESERVED:
        raise BadInput(f"The handle {as_typed} is reserved.", "Choose another, like marcus.")
    if looks_like_id(handle):
        raise BadInput(f"The handle {as_typed} looks like an id.", "Choose another, like marcus.")
    if handle.startswith("-"):
        raise BadInput(
            f"The handle {as_typed} starts with a dash, as options do.",
            "Start with a letter or a digit.",
        )
    if handle != _slug(handle, ends=""):
        raise BadInput(
            f"The handle {as_typed} contains more than letters, digits and dashes.",
            f"Write it like {handle_for(handle.replace(' ', '-'), ())}.",
        )
    return handle


def _slug(word: str, ends: str = "-") -> str:
    """The letters, digits and marks of a folded word, with any dash as `-`."""
    characters = []
    for character in word:
        category = unicodedata.category(character)
        if category[0] in "LMN":
            characters.append(character)
        elif category == "Pd":
            characters.append("-")
    return "".join(characters)[:HANDLE_LIMIT].strip(ends)


def _handles(words: Sequence[str]) -> Iterator[str]:
    yield words[0]
    base = "-".join(words[:2])[:HANDLE_LIMIT].rstrip("-")
    yield base
    number = 2
    while True:
        ending = f"-{number}"
        yield base[: HANDLE_LIMIT - len(ending)].rstrip("-") + ending
        number += 1


def _is_free(handle: str, taken: Container[str]) -> bool:
    return handle not in taken and handle not in RESERVED and not looks_like_id(handle)
