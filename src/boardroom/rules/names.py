"""Names of people: folding accents and case, and finding people by part of a name.

If several people match, the caller asks or refuses; nothing is decided here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from boardroom.record import Record
from boardroom.rules.characters import with_plain_signs, without_invisible

LONGEST_RUN = 8
"""How many words a name typed without quotes may have."""
# Letters that Unicode does not decompose.
_STROKED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"}
)
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼ`"))
# Brackets and quotes; the part of a name between two of them is optional. The pattern is compiled
# when first used, since a handle needs none and that takes 0.5 ms.
_OPENING, _CLOSING = '([{<"“„«‹「『', ')]}>"”“»›」』'
_ASIDE = rf"[{re.escape(_OPENING)}][^{re.escape(_OPENING + _CLOSING)}]*[{re.escape(_CLOSING)}]"
PUNCTUATION = f"{_OPENING}{_CLOSING},;"
"""What separates words in every name."""
_WORD_BREAKS = str.maketrans(dict.fromkeys(f"{PUNCTUATION}'’‘ʼ`-‐‒–—―.", " "))
_LATIN = "LATIN"
_NEAREST = 3
_NEAR_ENOUGH = 0.65
_LONGEST_COMPARED = 40


class Named(Record):
    """A person on file, whatever their status, with the names to find them by."""

    id: int
    handle: str
    name: str
    nicknames: tuple[str, ...]

    @property
    def short_names(self) -> tuple[str, ...]:
        """What they are called in a text: the handle, the name or its first word, nicknames."""
        return (self.handle, self.name, self.name.split()[0], *self.nicknames)


def fold(text: str) -> str:
    """Removes accents, case, extra whitespace and typography, for comparing; idempotent."""
    return " ".join(fold_letters(text).split())


def fold_letters(text: str) -> str:
    """Removes accents, case and what nobody sees, and keeps whitespace.

    Quotes and dashes become those of a keyboard. The result for an ASCII letter does not depend on
    its neighbours.
    """
    if text.isascii():
        return text.lower()
    lowered = _without_accents(_without_accents(text).casefold())
    return unicodedata.normalize("NFC", with_plain_signs(lowered).translate(_STROKED))


def plain_spelling(text: str) -> str:
    """The text in small letters, Latin ones without accents, all others as they are spelt."""
    if text.isascii():
        return text.lower()
    letters: list[str] = []
    for letter in unicodedata.normalize("NFKC", without_invisible(text)).lower():
        if "\u0300" <= letter <= "\u036f":  # an accent that no letter takes in
            if letters and letters[-1].isalpha() and not _is_latin(letters[-1][0]):
                letters[-1] += letter
            continue
        letters.append(fold_letters(letter) if _is_latin(letter) else letter)
    return unicodedata.normalize("NFC", "".join(letters))


def find_matches(who: str, people: Sequence[Named]) -> tuple[Named, ...]:
    """The people that `who` may mean, in the order of handles.

    An exact handle comes first, then an exact name or nickname, then the beginning of any word of a
    name (`washington ca`), then all the words in their order. Accents and case are ignored.
    """
    folded = fold(who)
    words = _split(folded)
    if not words:
        return ()
    spelt, start = plain_spelling(who), " ".join(words)
    matches = [person for person in people if person.handle == spelt] or [
        person for person in people if fold(person.handle) == folded
    ]
    if not matches:
        ways = spellings(who)
        matches = [
            person for person in people if any(way in ways for way in person_spellings(person))
        ]
    if not matches:
        matches = [
            person
            for person in people
            if any(tail.startswith(start) for tail in _tails(person, len(words)))
        ]
    if not matches:
        matches = [person for person in people if _has_words(person, words)]
    return tuple(sorted(matches, key=lambda person: person.handle))


def spelt_count(words: Sequence[str], people: Sequence[Named]) -> int:
    """How many of the first `words` spell somebody's name, two at least; 0 if none do.

    They are whole words of one name, in its order, as `marcus ojo` in `marcus ojo what`.
    """
    for count in range(min(len(words), LONGEST_RUN), 1, -1):
        runs = [way.split() for way in spellings(" ".join(words[:count]))]
        whole = [run for run in runs if len(run) >= count]
        if any(_has_words(person, run) for run in whole for person in people):
            return count
    return 0


def same_name(name: str, people: Sequence[Named]) -> Named | None:
    """The first person with that full name, accents, case and order (`Ojo, Marcus`) ignored."""
    ways = spellings(name)
    return next((person for person in people if spellings(person.name) & ways), None)


def same_names(names: Iterable[str], people: Sequence[Named]) -> dict[str, Named]:
    """The first person with each of these full names, as `same_name` finds them."""
    place_by_way = {
        way: place
        for place, person in reversed([*enumerate(people)])
        for way in spellings(person.name)
    }
    places = {
        name: [place_by_way[way] for way in spellings(name) if way in place_by_way]
        for name in names
    }
    return {name: people[min(found)] for name, found in places.items() if found}


def spelt_as(name: str, people: Sequence[Named]) -> Named | None:
    """The first person with a nickname, or a handle of several words, like a full name."""
    ways = spellings(name)
    long_ways = {way for way in ways if " " in way}
    return next(
        (
            person
            for person in people
            if person_spellings(person) & ways or spellings(person.handle) & long_ways
        ),
        None,
    )


def name_words(person: Named) -> tuple[str, ...]:
    """The words of a person's names, folded, any of which begins a WHO."""
    return tuple(
        {word: None for spelling in sorted(person_spellings(person)) for word in spelling.split()}
    )


def nearest(who: str, people: Sequence[Named]) -> tuple[Named, ...]:
    """Up to three people with names similar to `who`, the most similar first."""
    from difflib import SequenceMatcher  # noqa: PLC0415  2 ms, for a name not found

    # Cut, because the time to compare grows with the square of the length.
    folded = fold(who)[:_LONGEST_COMPARED]
    ranked: list[tuple[float, str, Named]] = []
    for person in people:
        labels = {
            label[:_LONGEST_COMPARED]
            for tail in _tails(person, _LONGEST_COMPARED)
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


def _is_latin(letter: str) -> bool:
    return letter.isascii() or _LATIN in unicodedata.name(letter, "")


def _split(folded: str) -> list[str]:
    return folded.translate(_WORD_BREAKS).split()


def spellings(name: str) -> set[str]:
    """The ways to write a whole name, folded, as words with single spaces.

    A part in brackets or quotes is optional, and “Ojo, Marcus” is Marcus Ojo.
    """
    ways = {name, re.sub(_ASIDE, " ", name)}
    for way in tuple(ways):
        last, comma, first = way.partition(",")
        if comma:
            ways.add(f"{first} {last}")
    return {" ".join(_split(fold(way))) for way in ways} - {""}


def person_spellings(person: Named) -> set[str]:
    """The spellings of a person's name and nicknames, with and without a break at apostrophes."""
    names = (person.name, *person.nicknames)
    return {
        spelling
        for name in names
        for way in (name, name.translate(_APOSTROPHES))
        for spelling in spellings(way)
    }


def _has_words(person: Named, words: Sequence[str]) -> bool:
    """Whether one of the person's names has all the words, whole and in that order."""
    for spelling in person_spellings(person):
        remaining = iter(spelling.split())
        if all(word in remaining for word in words):
            return True
    return False


def _tails(person: Named, longest: int) -> Iterator[str]:
    """A person's handle and names from each of their words on, of that many words at most."""
    handle = " ".join(_split(fold(person.handle)))
    for spelling in {handle: None, **dict.fromkeys(sorted(person_spellings(person)))}:
        words = spelling.split(" ")
        for start in range(len(words)):
            yield " ".join(words[start : start + longest])
