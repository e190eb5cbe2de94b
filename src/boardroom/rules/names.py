"""People by name: the folding that ignores accents and case, handles, and who is meant by a few letters.

Nothing here decides between several matches; the caller asks, or refuses.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from boardroom.errors import BadInput
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
# Letters that carry their stroke or tail within, so that no decomposition takes it off.
_WITHIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"}
)
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼ`"))
_BETWEEN_WORDS = str.maketrans(dict.fromkeys("'’‘ʼ`-‐–.", " "))
_NEAREST = 3
_NEAR_ENOUGH = 0.65


class Named(NamedTuple):
    """A person as far as finding them goes, whatever their status."""

    id: int
    handle: str
    name: str
    nicknames: tuple[str, ...]


def fold(text: str) -> str:
    """The text without accents and capitals, runs of whitespace as one space, for comparing. Folding twice changes nothing."""
    return " ".join(fold_letters(text).split())


def fold_letters(text: str) -> str:
    """The text without accents and capitals, its whitespace kept. What stands on either side of an ASCII letter does not change it."""
    lowered = _without_accents(_without_accents(text).casefold())
    return unicodedata.normalize("NFC", lowered.translate(_WITHIN))


def handle_for(name: str, taken: Container[str]) -> str:
    """A free handle for a new person: `marcus`, else `marcus-ojo`, else `marcus-ojo-2`. A name without letters is `advisor`."""
    words = [part for part in (_slug(word) for word in fold(name).split()) if part] or [_NAMELESS]
    while len(words) > 1 and words[0] in _HONORIFICS:
        words = words[1:]
    return next(handle for handle in _handles(words) if _is_free(handle, taken))


def check_handle(text: str) -> str:
    """The canonical form of a handle that the user chose.

    Raises:
        BadInput: it is empty, over 40 characters, a reserved word, an id's shape, begins with a dash, or holds more than
            letters, digits and dashes.
    """
    handle = fold(text)
    said = quoted(text.strip())
    if not handle:
        raise BadInput("A handle can't be empty.", "Give a short name, like marcus.")
    if len(handle) > HANDLE_LIMIT:
        raise BadInput(
            f"A handle can't be longer than {HANDLE_LIMIT} characters, and this has {len(handle)}.",
            "Give a short name, like marcus.",
        )
    if handle in RESERVED:
        raise BadInput(
            f"The handle {said} is a word that commands use.", "Choose another, like marcus."
        )
    if looks_like_id(handle):
        raise BadInput(f"The handle {said} looks like an id.", "Choose another, like marcus.")
    if handle.startswith("-"):
        raise BadInput(
            f"The handle {said} begins with a dash, as an option does.",
            "Begin with a letter or a digit.",
        )
    if handle != _slug(handle, ends=""):
        raise BadInput(
            f"The handle {said} holds more than letters, digits and dashes.",
            f"Write it like {handle_for(handle.replace(' ', '-'), ())}.",
        )
    return handle


def match(who: str, people: Sequence[Named]) -> tuple[Named, ...]:
    """Who may be meant, in the order of handles: the handle itself, else the exact name or nickname, else the beginning of a word.

    Accents and case are ignored; several words match a name from any of its words on (`washington ca`).
    """
    wanted = fold(who)
    words = " ".join(_split(wanted))
    if not words:
        return ()
    chosen = [person for person in people if person.handle == wanted]
    if not chosen:
        chosen = [
            person
            for person in people
            if any(fold(name) == wanted for name in (person.name, *person.nicknames))
        ]
    if not chosen:
        chosen = [
            person for person in people if any(tail.startswith(words) for tail in _tails(person))
        ]
    return tuple(sorted(chosen, key=lambda person: person.handle))


def nearest(who: str, people: Sequence[Named]) -> tuple[Named, ...]:
    """Up to three people whose names look most like it, the nearest first; none where nothing is near."""
    from difflib import SequenceMatcher  # noqa: PLC0415  a seam: slow to import, and only a name that was not found needs it

    # Cut, as the comparison takes the square of the length.
    wanted = fold(who)[:HANDLE_LIMIT]
    scored: list[tuple[float, str, Named]] = []
    for person in people:
        labels = {
            label[:HANDLE_LIMIT]
            for tail in _tails(person)
            for label in (tail, tail.partition(" ")[0])
        }
        score = max((SequenceMatcher(None, wanted, label).ratio() for label in labels), default=0.0)
        if score >= _NEAR_ENOUGH:
            scored.append((-score, person.handle, person))
    return tuple(person for _, _, person in sorted(scored)[:_NEAREST])


def _without_accents(text: str) -> str:
    # Only the accents of Latin, Greek and Cyrillic: in other scripts a mark is part of the letter (Japanese か and が).
    return "".join(
        character
        for character in unicodedata.normalize("NFKD", text)
        if not "\u0300" <= character <= "\u036f"
    )


def _slug(word: str, ends: str = "-") -> str:
    """The letters, digits and marks of a folded word, any dash as `-`; the rest is dropped."""
    kept = []
    for character in word:
        category = unicodedata.category(character)
        if category[0] in "LMN":
            kept.append(character)
        elif category == "Pd":
            kept.append("-")
    return "".join(kept)[:HANDLE_LIMIT].strip(ends)


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
    return folded.translate(_BETWEEN_WORDS).split()


def _tails(person: Named) -> Iterator[str]:
    """A person's names from each of their words on, with and without the breaks at apostrophes (O'Brien is found by `obrien`)."""
    for name in (person.handle, person.name, *person.nicknames):
        folded = fold(name)
        for words in (_split(folded), _split(folded.translate(_APOSTROPHES))):
            for start in range(len(words)):
                yield " ".join(words[start:])
