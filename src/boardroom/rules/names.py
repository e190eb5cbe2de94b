"""Names of people: folding accents and case, handles, and finding people by part of a name.

If several people match, the caller asks or refuses; nothing is decided here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterator, Sequence

from boardroom.errors import BadInput
from boardroom.record import Record
from boardroom.rules.ids import looks_like_id
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
# Letters that Unicode does not decompose.
_STROKED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"}
)
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼ`"))
_WORD_BREAKS = str.maketrans(dict.fromkeys("'’‘ʼ`-‐–.", " "))
_NEAREST = 3
_NEAR_ENOUGH = 0.65


class Named(Record):
    """A person on file, whatever their status, with the names to find them by."""

    id: int
    handle: str
    name: str
    nicknames: tuple[str, ...]


def fold(text: str) -> str:
    """Removes accents, case and extra whitespace, for comparing; idempotent."""
    return " ".join(fold_letters(text).split())


def fold_letters(text: str) -> str:
    """Removes accents and case, and keeps whitespace.

    The result for an ASCII letter does not depend on its neighbours.
    """
    lowered = _without_accents(_without_accents(text).casefold())
    return unicodedata.normalize("NFC", lowered.translate(_STROKED))


def handle_for(name: str, taken: Container[str]) -> str:
    """A free handle for a new person: `marcus`, else `marcus-ojo`, else `marcus-ojo-2`.

    A name without letters gets `advisor`.
    """
    words = [part for part in (_slug(word) for word in fold(name).split()) if part] or [_NAMELESS]
    while len(words) > 1 and words[0] in _HONORIFICS:
        words = words[1:]
    return next(handle for handle in _handles(words) if _is_free(handle, taken))


def check_handle(text: str) -> str:
    """The canonical form of a handle that the user chose.

    Raises:
        BadInput: it is empty, over 40 characters, a reserved word, looks like an id, starts with a
            dash, or contains more than letters, digits and dashes.
    """
    handle = fold(text)
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


def find_matches(who: str, people: Sequence[Named]) -> tuple[Named, ...]:
    """The people that `who` may mean, in the order of handles.

    The first that match of: the handle, a full name or nickname, the start of a word in a name.
    Accents and case are ignored; several words match from any word on (`washington ca`).
    """
    folded = fold(who)
    words = " ".join(_split(folded))
    if not words:
        return ()
    matches = [person for person in people if person.handle == folded]
    if not matches:
        matches = [
            person
            for person in people
            if any(fold(name) == folded for name in (person.name, *person.nicknames))
        ]
    if not matches:
        matches = [
            person for person in people if any(tail.startswith(words) for tail in _tails(person))
        ]
    return tuple(sorted(matches, key=lambda person: person.handle))


def nearest(who: str, people: Sequence[Named]) -> tuple[Named, ...]:
    """Up to three people with names similar to `who`, the most similar first."""
    from difflib import SequenceMatcher  # noqa: PLC0415  2 ms, for a name not found

    # Cut, because the time to compare grows with the square of the length.
    folded = fold(who)[:HANDLE_LIMIT]
    ranked: list[tuple[float, str, Named]] = []
    for person in people:
        labels = {
            label[:HANDLE_LIMIT]
            for tail in _tails(person)
            for label in (tail, tail.partition(" ")[0])
        }
        score = max((SequenceMatcher(None, folded, label).ratio() for label in labels), default=0.0)
        if score >= _NEAR_ENOUGH:
            ranked.append((-score, person.handle, person))
    return tuple(person for _, _, person in sorted(ranked)[:_NEAREST])


def _without_accents(text: str) -> str:
    # Only those of Latin, Greek and Cyrillic; in other scripts a mark is part of the letter (が).
    return "".join(
        character
        for character in unicodedata.normalize("NFKD", text)
        if not "\u0300" <= character <= "\u036f"
    )


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


def _split(folded: str) -> list[str]:
    return folded.translate(_WORD_BREAKS).split()


def _tails(person: Named) -> Iterator[str]:
    """A person's names, from each of their words on.

    Apostrophes count as a word break and as nothing, so that `obrien` finds O'Brien.
    """
    for name in (person.handle, person.name, *person.nicknames):
        folded = fold(name)
        for words in (_split(folded), _split(folded.translate(_APOSTROPHES))):
            for start in range(len(words)):
                yield " ".join(words[start:])
