"""A phrase in what the user wrote: found whatever its accents, capitals and spaces, and shown among the words around it.

`names.fold` says what is alike. Over many thousands of texts it would take seconds, so here only what is not ASCII goes through it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from boardroom.errors import BadInput
from boardroom.rules.names import fold, fold_letters
from boardroom.rules.text import clean, quoted

_AROUND = 40
_ELLIPSIS = "…"
_ODD = re.compile(r"[^\x00-\x7f]+")


class Excerpt(NamedTuple):
    """The words found, as they were written, and those around them; whitespace is one space, and what was cut off is an ellipsis."""

    before: str
    found: str
    after: str


class Phrase:
    """What is looked for, by its folded words."""

    def __init__(self, words: list[str]) -> None:
        self.longest = max(words, key=len)
        """The word that tells most: a text that holds the phrase holds it too."""
        self._pattern = re.compile(r"\s+".join(map(re.escape, words)))
        self._alone = len(words) == 1

    def is_in(self, text: str) -> bool:
        """Whether the text holds the phrase."""
        folded = _folded(text)
        return self.longest in folded and (self._alone or self._pattern.search(folded) is not None)

    def excerpt(self, text: str) -> Excerpt:
        """The first place where the text holds the phrase, which it does."""
        match = self._pattern.search(_folded(text))
        assert match is not None
        places = _places(text)
        start, last, end = places[match.start()], places[match.end() - 1], match.end()
        while places[end] == last:  # the phrase ends within what one letter was folded to
            end += 1
        stop = places[end]
        return Excerpt(_before(text[:start]), _spaced(text[start:stop]), _after(text[stop:]))


def phrase(text: str) -> Phrase:
    """The phrase that a search is for.

    Raises:
        BadInput: it is empty, or what `boardroom.rules.text.clean` refuses.
    """
    wanted = clean(text, what="text to search for")
    words = fold(wanted).split()
    if not words:
        raise BadInput(
            f"There is nothing but accents in {quoted(wanted)}.", "Write at least one letter."
        )
    return Phrase(words)


def _folded(text: str) -> str:
    """As `fold_letters`, and tens of times as fast."""
    return text.lower() if text.isascii() else _ODD.sub(_folded_match, text).casefold()


def _folded_match(match: re.Match[str]) -> str:
    return _folded_run(match.group())


@lru_cache(maxsize=4096)
def _folded_run(run: str) -> str:
    return fold_letters(run)


def _places(text: str) -> Sequence[int]:
    """Of each character of the folded text, the place in `text` of the one it comes from; and the end of both."""
    if text.isascii():
        return range(len(text) + 1)
    places: list[int] = []
    runs = [match.span() for match in _ODD.finditer(text)]
    ends = [0, *(place for run in runs for place in run), len(text)]
    for number, (start, end) in enumerate(pairwise(ends)):
        if number % 2 == 0:
            places += range(start, end)
            continue
        folded = _folded_run(text[start:end])
        alone = [len(_folded_run(character)) for character in text[start:end]]
        if sum(alone) == len(folded):
            places += [place for place, length in enumerate(alone, start) for _ in range(length)]
        else:  # letters and marks that only together are one: the run is taken whole
            places += [start] * len(folded)
    return [*places, len(text)]


def _before(text: str) -> str:
    """The last words of what stands before the phrase."""
    if len(text) <= _AROUND:
        return _spaced(text)
    end = text[-_AROUND:]
    _, space, words = _spaced(text[-_AROUND - 1] + end).partition(" ")
    return _ELLIPSIS + (words if space and len(words) > _AROUND // 2 else _spaced(end))


def _after(text: str) -> str:
    """The first words of what stands after it."""
    if len(text) <= _AROUND:
        return _spaced(text)
    start = text[:_AROUND]
    words, space, _ = _spaced(start + text[_AROUND]).rpartition(" ")
    return (words if space and len(words) > _AROUND // 2 else _spaced(start)) + _ELLIPSIS


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text)
