"""The words around a date of `plan` or `meeting move`, as options: way, length and place.

Loaded only where a WHEN can't be read.
"""

from __future__ import annotations

import re
from shlex import quote

from boardroom.errors import BadInput
from boardroom.rules.advisor import OTHER_WAYS, WAYS
from boardroom.rules.windows import parse_minutes

PLACE_WORDS = ("at", "@", "in")
"""What stands before a place."""
_WAY_WORDS = ("for", "over", "as", "a", "an", "by")
"""What may stand before a way: “for lunch”, “over a coffee”."""
_DAY_WORDS = re.compile(
    r"[0-9].*|on|by|from|to|until|till|before|after|past|half|quarter|for|next|last|this|every"
    r"|(?:day|week|month|year|weekend)s?|(?:mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*day)?"
    r"|morning|afternoon|evening|night|around|about|o['’]?clock|wks?|[ap]m|[a-z]*time|person",
    re.IGNORECASE,
)
"""Words of days and times (and “in person”), which no place begins or ends with."""
_OF_A_DATE = re.compile(
    r"(?:(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|[4-9]th)(?: day)? (?:of|in)"
    r"|(?:early|late|mid|middle|beginning|start|end)\b|(?:eod|cob|asap|sometime|soon)$).*",
    re.IGNORECASE,
)
"""What a date begins with that can't be read; no place."""


def options_in(words: list[str]) -> str | None:
    """Words as options: a way, a length after “for”, and the rest as the place.

    None if what is left does not look like a place.
    """
    options: list[str] = []
    length, place = _length(words)
    for index, word in enumerate(place):
        if word.lower() in (*WAYS, *OTHER_WAYS):
            options.append(f"--way {word.lower()}")
            start = index
            while start and place[start - 1].lower() in _WAY_WORDS:
                start -= 1
            place = place[:start] + place[index + 1 :]
            break
    if length:
        options.append(f"--for {quote(length)}")
    if place:
        named = _place(place)
        if named is None:
            return None
        options.append(f"--place {quote(named)}")
    return " ".join(options) or None


def _place(words: list[str]) -> str | None:
    """The place that words name after “at”, “@” or “in”, or with a capital; else None.

    No place begins or ends with a word of days or times.
    """
    place = words[1:] if words[0].lower() in PLACE_WORDS else words
    if not place or (place is words and not place[0][0].isupper()):
        return None
    if any(map(_DAY_WORDS.fullmatch, (place[0], place[-1].lstrip("0123456789")))):
        return None
    named = " ".join(place)
    return None if _OF_A_DATE.match(named) else named


def _length(words: list[str]) -> tuple[str, list[str]]:
    """The length after “for”, and the words without it."""
    for start, word in enumerate(words):
        if word.lower() != "for":
            continue
        for end in (start + 3, start + 2):
            length = " ".join(words[start + 1 : end])
            try:
                parse_minutes(length)
            except BadInput:
                continue
            return length, words[:start] + words[end:]
    return "", words
