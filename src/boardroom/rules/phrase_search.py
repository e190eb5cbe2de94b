"""Finds words and phrases in texts, ignoring accents, case and spaces, and cuts an excerpt.

`names.fold` defines which texts are equal, but takes seconds for many thousands of them. Here it
is applied to non-ASCII characters only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from boardroom.errors import BadInput
from boardroom.record import Record
from boardroom.rules.names import fold, fold_letters
from boardroom.rules.text import clean, quoted

_AROUND = 40
_ELLIPSIS = "…"
_NON_ASCII = re.compile(r"[^\x00-\x7f]+")
# A phrase in straight or curly quotes, closed before a space; or a word.
_PARTS = re.compile(r'(?<!\S)["“]([^"“”]+)["”](?!\S)|(\S+)')
_SEPARATOR = "\0"  # no text contains it
_ASCII_BYTES = bytes(range(0x80))
_FEW = 100
_ALONE = (("\u1e00", "\u1eff"), ("\u2000", "\u20cf"), ("\u2100", "\u2bff"))


class Excerpt(Record):
    """A match as it was typed, with the text around it.

    Whitespace is collapsed to single spaces, and an ellipsis marks text that was cut off.
    """

    before: str
    match: str
    after: str


class Query:
    """What a search is for: all of several phrases, each of folded words in a row."""

    def __init__(self, phrases: list[list[str]]) -> None:
        self.longest = max((word for words in phrases for word in words), key=len)
        """The longest word: a text without it is no match."""
        patterns = [_pattern(words) for words in phrases]
        self._patterns = patterns
        self._in_a_row = _pattern([word for words in phrases for word in words])
        self._is_one_word = [len(words) for words in phrases] == [1]

    def is_in(self, text: str) -> bool:
        """Whether the text contains every phrase."""
        folded = _fold(text)
        return self.longest in folded and (
            self._is_one_word or all(pattern.search(folded) for pattern in self._patterns)
        )

    def may_be_in_any(self, texts: Sequence[str]) -> bool:
        """Whether one of the texts contains the longest word; far faster than `is_in` on each."""
        return self.longest in _fold_many(_SEPARATOR.join(texts))

    def excerpt(self, text: str) -> Excerpt:
        """The first match in a text that is one: of all phrases in a row, else of the first."""
        folded = _fold(text)
        match = self._in_a_row.search(folded) or self._patterns[0].search(folded)
        assert match is not None
        positions = _positions(text)
        start, last, end = positions[match.start()], positions[match.end() - 1], match.end()
        while positions[end] == last:  # the match ends inside the folded form of one letter
            end += 1
        stop = positions[end]
        return Excerpt(_before(text[:start]), _collapse(text[start:stop]), _after(text[stop:]))


def parse_query(text: str) -> Query:
    """The words to search for, in any order; those in quotes are a phrase, with its spaces.

    Raises:
        BadInput: there are none, or `boardroom.rules.text.clean` refuses the text.
    """
    cleaned = clean(text, what="text to search for")
    parts = (quoted_part or word for quoted_part, word in _PARTS.findall(cleaned))
    phrases = [words for part in parts if (words := fold(part).split())]
    if not phrases:
        raise BadInput(f"{quoted(cleaned)} has only accents.", "Write at least one letter.")
    return Query(phrases)


def _pattern(words: list[str]) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, words)))


def _fold(text: str) -> str:
    """Returns the same as `fold_letters`, but far faster."""
    return text.lower() if text.isascii() else _NON_ASCII.sub(_fold_match, text).casefold()


def _fold_match(match: re.Match[str]) -> str:
    return _fold_run(match.group())


@lru_cache(maxsize=4096)
def _fold_run(run: str) -> str:
    return fold_letters(run)


def _fold_many(text: str) -> str:
    """Returns the same as `_fold`, several times as fast for long texts with few accents."""
    if text.isascii():
        return text.lower()
    letters = set(text.encode().translate(None, delete=_ASCII_BYTES).decode())
    if len(letters) > _FEW or not all(map(_folds_alone, letters)):
        return _fold(text)
    for letter in letters:
        text = text.replace(letter, _fold_run(letter))
    return text.lower() if text.isascii() else text.casefold()


def _folds_alone(letter: str) -> bool:
    """Whether a letter folds independently of its neighbours, as Latin and punctuation do."""
    return letter < "\u0300" or any(first <= letter <= last for first, last in _ALONE)


def _positions(text: str) -> Sequence[int]:
    """Maps each character of the folded text, and its end, to a position in `text`."""
    if text.isascii():
        return range(len(text) + 1)
    positions: list[int] = []
    runs = [match.span() for match in _NON_ASCII.finditer(text)]
    ends = [0, *(position for run in runs for position in run), len(text)]
    for number, (start, end) in enumerate(pairwise(ends)):
        if number % 2 == 0:
            positions += range(start, end)
            continue
        folded = _fold_run(text[start:end])
        lengths = [len(_fold_run(character)) for character in text[start:end]]
        if sum(lengths) == len(folded):
            for position, length in enumerate(lengths, start):
                positions += [position] * length
        else:  # some characters fold only together, so the run counts as one
            positions += [start] * len(folded)
    return [*positions, len(text)]


def _before(text: str) -> str:
    """The last words of the text before the match."""
    if len(text) <= _AROUND:
        return _collapse(text)
    end = text[-_AROUND:]
    _, space, words = _collapse(text[-_AROUND - 1] + end).partition(" ")
    return _ELLIPSIS + (words if space and len(words) > _AROUND // 2 else _collapse(end))


def _after(text: str) -> str:
    """The first words of the text after the match."""
    if len(text) <= _AROUND:
        return _collapse(text)
    start = text[:_AROUND]
    words, space, _ = _collapse(start + text[_AROUND]).rpartition(" ")
    return (words if space and len(words) > _AROUND // 2 else _collapse(start)) + _ELLIPSIS


def _collapse(text: str) -> str:
    return re.sub(r"\s+", " ", text)
