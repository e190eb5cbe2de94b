"""Names of people: folding accents and case, handles, and finding people by part of a name.

If several people match, the caller asks or refuses; nothing is decided here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator, Sequence

from boardroom.errors import BadInput
from boardroom.record import Record
from boardroom.rules.ids import looks_like_id
from boardroom.rules.text import quoted

HANDLE_LIMIT = 40
LONGEST_RUN = 8
"""How many words a name typed without quotes may have."""
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
# Brackets and quotes; what stands between two of them may be left out of a name.
_OPENING, _CLOSING = '([{<"“„«‹「『', ')]}>"”“»›」』'
_ASIDE = re.compile(
    rf"[{re.escape(_OPENING)}][^{re.escape(_OPENING + _CLOSING)}]*[{re.escape(_CLOSING)}]"
)
_HANDLE_BREAKS = str.maketrans(dict.fromkeys(f"{_OPENING}{_CLOSING},;", " "))
_WORD_BREAKS = _HANDLE_BREAKS | str.maketrans(dict.fromkeys("'’‘ʼ`-‐‒–—―.", " "))
_LATIN = "LATIN"
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
    if text.isascii():
        return text.lower()
    lowered = _without_accents(_without_accents(text).casefold())
    return unicodedata.normalize("NFC", lowered.translate(_STROKED))


def handle_for(name: str, taken: Container[str]) -> str:
    """A free handle for a new person: `marcus`, else `marcus-ojo`, else `marcus-ojo-2`.

    Latin letters lose their accents, and other scripts are kept as spelt. A name without letters
    gets `advisor`.
    """
    slugs = (_slug(word) for word in _spelt(name).translate(_HANDLE_BREAKS).split())
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
    handle = " ".join(_spelt(text).split())
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

    Those of that handle, else of that name or nickname, else with a name that has a word beginning
    so, else with a name that has these words in this order. Accents and case are ignored; several
    words match from any word on (`washington ca`).
    """
    folded = fold(who)
    words = _split(folded)
    if not words:
        return ()
    spelt, start = _spelt(who), " ".join(words)
    matches = [person for person in people if person.handle == spelt] or [
        person for person in people if fold(person.handle) == folded
    ]
    if not matches:
        ways = _spellings(who)
        matches = [
            person for person in people if any(way in ways for way in _person_spellings(person))
        ]
    if not matches:
        matches = [
            person for person in people if any(tail.startswith(start) for tail in _tails(person))
        ]
    if not matches:
        matches = [person for person in people if _has_words(person, words)]
    return tuple(sorted(matches, key=lambda person: person.handle))


def spelt_count(words: Sequence[str], people: Sequence[Named]) -> int:
    """How many of the first `words` spell somebody's name, two at least; 0 if none do.

    They are whole words of one name, in its order, as `marcus ojo` in `marcus ojo what`.
    """
    for count in range(min(len(words), LONGEST_RUN), 1, -1):
        runs = [way.split() for way in _spellings(" ".join(words[:count]))]
        whole = [run for run in runs if len(run) >= count]
        if any(_has_words(person, run) for run in whole for person in people):
            return count
    return 0


def same_name(name: str, people: Sequence[Named]) -> Named | None:
    """The first person with that full name, accents, case and order (`Ojo, Marcus`) ignored."""
    ways = _spellings(name)
    return next((person for person in people if _spellings(person.name) & ways), None)


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


def _spelt(text: str) -> str:
    """The text in small letters, Latin ones without accents, all others as they are spelt."""
    if text.isascii():
        return text.lower()
    letters: list[str] = []
    for letter in unicodedata.normalize("NFKC", text).lower():
        if "\u0300" <= letter <= "\u036f":  # an accent that no letter takes in
            if letters and letters[-1].isalpha() and not _is_latin(letters[-1][0]):
                letters[-1] += letter
            continue
        letters.append(fold_letters(letter) if _is_latin(letter) else letter)
    return unicodedata.normalize("NFC", "".join(letters))


def _is_latin(letter: str) -> bool:
    return letter.isascii() or _LATIN in unicodedata.name(letter, "")


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


def _spellings(name: str) -> set[str]:
    """The ways to write a whole name, folded, as words with single spaces.

    What stands in brackets or quotes may be left out, and “Ojo, Marcus” is Marcus Ojo. A name of
    signs alone is its own spelling.
    """
    ways = {name, _ASIDE.sub(" ", name)}
    for way in tuple(ways):
        last, comma, first = way.partition(",")
        if comma:
            ways.add(f"{first} {last}")
    spellings = {" ".join(_split(fold(way))) for way in ways}
    return spellings - {""}


def _person_spellings(person: Named) -> set[str]:
    """Those of a person's name and nicknames, with and without a break at apostrophes."""
    names = (person.name, *person.nicknames)
    return {
        spelling
        for name in names
        for way in (name, name.translate(_APOSTROPHES))
        for spelling in _spellings(way)
    }


def _has_words(person: Named, words: Sequence[str]) -> bool:
    """Whether one of the person's names has all the words, whole and in that order."""
    for spelling in _person_spellings(person):
        remaining = iter(spelling.split())
        if all(word in remaining for word in words):
            return True
    return False


def _tails(person: Named) -> Iterator[str]:
    """A person's handle and names from each of their words on."""
    handle = " ".join(_split(fold(person.handle)))
    for spelling in {handle: None, **dict.fromkeys(sorted(_person_spellings(person)))}:
        words = spelling.split(" ")
        for start in range(len(words)):
            yield " ".join(words[start:])
