"""Exchanges given and received: kinds, the person an introduction is to, and its follow-up.

Source: a two-way street (articles 000, 001, 002, 004); follow up when someone opens a door
(articles 001, 003).
"""

from __future__ import annotations

import re

from boardroom.rules.fields import PRIVATE, Field
from boardroom.rules.text import brief

KINDS = ("introduction", "insight", "feedback", "help", "invitation", "resource", "other")
DIRECTIONS = ("given", "received")

FIELDS = (
    Field("direction", "direction"),
    Field("kind", "kind"),
    Field("person", "person"),
    Field("exchanged_on", "on"),
    PRIVATE,
    Field("text", "Text", text=True),
)
"""The editable fields of an exchange."""

# Patterns are compiled by `re` when first used: all of these at once would take 1.1 ms.
_OPENING = (
    r"(?i)(?:(?:an?|the)\s+)?"
    r"(?:(?:(?:introduction|intro)\s+to|introduced\s+me\s+to|intro['’]?d\s+me\s+to"
    r"|introducing\s+me\s+to|connected\s+me\s+with|put\s+me\s+in\s+touch\s+with)\b"
    r"|intro(?:duction)?\s*(?::|$))"
)
_TO_ME = (
    r"(?i)(?:introduced|intro['’]?d|introducing)\s+me\s+to\b|connected\s+me\s+with\b"
    r"|put\s+me\s+in\s+touch\s+with\b"
)
_END_OF_NAME = (
    r"(?i)[,;:\n()\[\]{}]|\s[-–—]\s|(?<!\S)(?:and|at|from|for|who)(?!\S)|(?<=\w\w\w[.!?])\s"
)
# Small words within a name: “María José von der Leyen”.
_PARTICLES = frozenset(
    (
        *("af", "al", "av", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do"),
        *("dos", "du", "el", "ibn", "la", "le", "ten", "ter", "van", "von", "y", "zu"),
    )
)
_NAME_WORD = r"(?s)(?:[dlo]['’]|(?:al|el)-)?(?=[^\W\d_])(.)"
# Their full stop ends no sentence: “Mrs. Ng”.
_TITLES = frozenset(
    (
        *(
            "mr",
            "mrs",
            "ms",
            "mx",
            "miss",
            "dr",
            "drs",
            "prof",
            "professor",
            "doctor",
            "sir",
            "dame",
        ),
        *("lord", "lady", "rev", "hon", "herr", "frau", "sr", "sra", "dra", "ing", "dipl", "mag"),
    )
)
_TITLE = rf"(?i)\b({'|'.join(_TITLES)})\."
_STOP = "\0"  # no text holds it
_POSSESSIVE = r".+['’]s?"
_SECOND_NAME = r"(?i)\s*(?:and|&)\s+"
_NAME_WORDS = 4
_LONGEST_NAME = 100


def kind_of(text: str) -> str:
    """The default kind: an introduction if the text begins as one and names somebody."""
    return "introduction" if person_in("introduction", text) and is_opened(text) else "other"


def is_opened(text: str) -> bool:
    """Whether the text begins as one does: “intro to”, “put me in touch with”."""
    return re.match(_OPENING, text) is not None


def opens_a_door_to_me(text: str) -> bool:
    """Whether the text begins with an introduction that the user received: “connected me with”."""
    return re.match(_TO_ME, text) is not None


def lacks_name(kind: str, text: str) -> bool:
    """Whether it may be an introduction, but its text names nobody."""
    return kind == "other" and is_opened(text)


def direction_words(direction: str) -> str:
    """“given to” or “received from”, before the advisor's name."""
    return "given to" if direction == "given" else "received from"


def person_in(kind: str, text: str) -> str | None:
    """The person an introduction is to, read from its text; None if nobody is named.

    These are the capitalized words after “introduction to” or the like, or else those that the text
    begins with, if all up to its first comma, bracket, “at”, “from” and so on are capitalized.
    """
    if kind != "introduction":
        return None
    opening = re.match(_OPENING, text)
    words = _words_of_name(text[opening.end() :] if opening else text)
    name = _name_in(words)
    if opening is None and (len(words) > _NAME_WORDS or len(name) < len(words)):
        return None
    return _as_person(name)


def second_person_in(kind: str, text: str) -> str | None:
    """The second person of an introduction to two: “intro to Rui Reis and Lena Vogt”."""
    first = person_in(kind, text)
    opening = re.match(_OPENING, text)
    if first is None or opening is None:
        return None
    rest = text[opening.end() :].partition(first)[2]
    second = re.match(_SECOND_NAME, rest)
    return _as_person(_name_in(_words_of_name(rest[second.end() :]))) if second else None


def _words_of_name(text: str) -> list[str]:
    """The words up to what ends a name: a comma, a bracket, “at”, “from” and so on."""
    without_stops = re.sub(_TITLE, rf"\1{_STOP}", text.strip())
    words = re.split(_END_OF_NAME, without_stops, maxsplit=1)[0].split()
    return [word.replace(_STOP, ".") for word in words]


def _name_in(words: list[str]) -> list[str]:
    """The words of a name; of “Ana's editor Paula Reis” the last two."""
    name = _capitalized(words)
    whose = next((n for n, word in enumerate(name) if re.fullmatch(_POSSESSIVE, word)), None)
    if whose is None:
        return name
    rest = words[whose + 1 :]
    start = next((n for n, word in enumerate(rest) if not word[:1].islower()), len(rest))
    return _capitalized(rest[start:])


def _as_person(name: list[str]) -> str | None:
    if all(word.rstrip(".").lower() in _TITLES for word in name):
        return None
    person = " ".join(name).rstrip(".!?")
    return person if 0 < len(person) <= _LONGEST_NAME else None


def follow_up(direction: str, kind: str, text: str, person: str | None) -> str | None:
    """The text of the follow-up promise for a received introduction; None for other exchanges."""
    if (direction, kind) != ("received", "introduction"):
        return None
    return f"Contact {brief(person)}" if person else f"Follow up: {brief(text)}"


def _capitalized(words: list[str]) -> list[str]:
    """The first words that are capitalized, with the particles between them."""
    end = 0
    for number, word in enumerate(words, 1):
        if (letter := re.match(_NAME_WORD, word)) and not letter[1].islower():
            end = number
        elif word.lower() not in _PARTICLES or end == 0:
            break
    return words[:end]
