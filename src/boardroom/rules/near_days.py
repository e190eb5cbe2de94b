"""The days that are nearly spelt: “tomorow”, “nxt tue”. Loaded only where a day can't be read."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches

from boardroom.errors import BadInput
from boardroom.rules.calendar_dates import FORMS
from boardroom.rules.day_format import MONTHS, WEEKDAYS
from boardroom.rules.text import quoted

_WORDS = (
    *(day.lower() for day in WEEKDAYS),
    *(month.lower() for month in MONTHS),
    *("today", "tomorrow", "yesterday", "tonight", "next", "last", "this", "ago"),
    *("day", "days", "week", "weeks", "month", "months", "year", "years", "noon"),
)
_SHORTEST, _LONGEST = 3, 12
_ALIKE = 0.75


def nearly_a_day(
    error: BadInput, text: str, parse: Callable[[str], object], *, in_part: bool = False
) -> BadInput:
    """The error about a text that `parse` finds no date in, with the nearest one.

    Else it is `error` itself. The nearest is the whole text with its words mended; or `in_part`,
    the one mended word that is a day, where no other word is.
    """
    if error.hint != FORMS:
        return error

    def is_day(words: str) -> bool:
        try:
            parse(words)
        except BadInput:
            return False
        return True

    words = text.lower().split()
    mended = [_mended(word) for word in words]
    if mended == words:
        return error
    if is_day(" ".join(mended)):
        return BadInput(error.message, f"Did you mean {' '.join(mended)}?")
    if in_part and not any(map(is_day, words)):
        for word, other in zip(words, mended, strict=True):
            if word != other and is_day(other):
                return BadInput(f"{quoted(word)} is not a date.", f"Did you mean {other}?")
    return error


def _mended(word: str) -> str:
    """The word of days that this one is spelt most like; the word itself if none is."""
    if not (word.isalpha() and _SHORTEST <= len(word) <= _LONGEST):
        return word
    return next(iter(get_close_matches(word, _WORDS, 1, _ALIKE)), word)
