"""How two people met, from the words of another program."""

from __future__ import annotations

import re

_WORDS = {
    "coffee": ("coffee", "cafe", "café", "tea", "kaffee", "espresso"),
    "lunch": ("lunch", "dinner", "breakfast", "brunch", "mittagessen", "déjeuner", "almuerzo"),
    "call": ("call", "called", "phone", "phoned", "telephone", "anruf", "telefon", "rang"),
    "video": ("video", "zoom", "teams", "skype", "meet", "facetime", "webex"),
    "walk": ("walk", "walked", "hike", "hiked", "stroll", "spaziergang"),
}
_BY_WORD = {word: way for way, words in _WORDS.items() for word in words}
_WORD = re.compile(r"[^\W\d_]+")


def way_in(text: str, *, first_words: int = 6) -> str | None:
    """The way to meet that one of the first words of a text names; None if none does."""
    for word in _WORD.findall(text.lower())[:first_words]:
        if word in _BY_WORD:
            return _BY_WORD[word]
    return None
