"""How two people met, from the words of another program."""

from __future__ import annotations

import re

from boardroom.rules.names import fold

_WORDS = {
    "coffee": """coffee cafe tea kaffee espresso caffe koffie kaffe fika kava kawa kahvi
        コーヒー""",
    "lunch": """lunch dinner breakfast brunch mittagessen abendessen dejeuner diner almuerzo comida
        cena pranzo almoco jantar middag obiad kolacja lounas ランチ""",
    "call": """call called phone phoned telephone anruf telefon telefonat rang llamada telefono
        appel telefonata chiamata ligacao telefonema telefoon gebeld telefonsamtal samtal rozmowa
        puhelu 電話""",
    "video": "video zoom teams skype facetime webex hangout videollamada videocall visio jitsi",
    "walk": """walk walked hike hiked stroll spaziergang paseo passeggiata promenade caminhada
        wandeling promenad spacer kavely 散歩""",
}
_BY_WORD = {word: way for way, words in _WORDS.items() for word in words.split()}
_MEET = "meet"
"""Google's program, and mostly a mere verb."""
_WORD = re.compile(r"[^\W\d_]+")


def way_in(text: str, *, first_words: int = 6) -> str | None:
    """The way to meet that one of the first words of a text names; None if none does."""
    words = _WORD.findall(fold(text))[:first_words]
    for before, word in zip(["", *words], words, strict=False):
        if word == _MEET and (before == "google" or len(words) == 1):
            return "video"
        if word in _BY_WORD:
            return _BY_WORD[word]
    return None
