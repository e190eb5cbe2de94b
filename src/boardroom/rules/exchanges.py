"""Exchanges given and received: kinds, the person an introduction is to, and its follow-up.

Source: a two-way street (articles 000, 001, 002, 004); follow up when someone opens a door
(articles 001, 003).
"""

from __future__ import annotations

import re

from boardroom.rules.fields import Field
from boardroom.rules.text import brief

KINDS = ("introduction", "insight", "feedback", "help", "invitation", "resource", "other")
DIRECTIONS = ("given", "received")

FIELDS = (
    Field("direction", "direction"),
    Field("kind", "kind"),
    Field("person", "person"),
    Field("exchanged_on", "on"),
    Field("text", "Text", text=True),
)
"""The editable fields of an exchange."""

_INTRODUCTION = re.compile(r"intro(?:duction)?\s+to\b", re.IGNORECASE)
# Wider than `_INTRODUCTION`: if the kind is given, “Introduction: ” is not part of the name.
_OPENING = re.compile(r"(?:an?\s+)?intro(?:duction)?(?:\s+to\b|\s*:|$)", re.IGNORECASE)
_END_OF_NAME = re.compile(
    r"[(,;:\n]|\s(?:from|at|over|via|by|on|for)\s|\s[-–—]\s|\s(?:who|next)\b", re.IGNORECASE
)
_OF = re.compile(r"\sof\s", re.IGNORECASE)
_ROLE = re.compile(r"(?:the|an?|my|his|her|its|our|their|your)\s", re.IGNORECASE)
_NAME_WORDS = 4
_LONGEST_NAME = 100


def kind_of(text: str) -> str:
    """The default kind: an introduction if the text begins with “introduction to” or “intro to”."""
    return "introduction" if _INTRODUCTION.match(text) else "other"


def direction_words(direction: str) -> str:
    """“given to” or “received from”, before the advisor's name."""
    return "given to" if direction == "given" else "received from"


def person_in(kind: str, text: str) -> str | None:
    """The person an introduction is to, a name or a role, parsed from its text; None if unclear.

    “intro to Dana Reyes (head of FP&A)” gives Dana Reyes, and “intro to the head of FP&A” gives the
    head of FP&A. A text without “intro to” must look like a name: a few capitalized words.
    """
    if kind != "introduction":
        return None
    opening = _OPENING.match(text)
    rest = text[opening.end() :] if opening else text
    name = _END_OF_NAME.split(rest, maxsplit=1)[0].strip().rstrip(".!?")
    if not _ROLE.match(name):
        name = _OF.split(name, maxsplit=1)[0].strip()  # “Dana Reyes of Kite”
    words = name.split()
    if opening is None and (len(words) > _NAME_WORDS or any(word[0].islower() for word in words)):
        return None
    return name if 0 < len(name) <= _LONGEST_NAME else None


def follow_up(direction: str, kind: str, text: str, person: str | None) -> str | None:
    """The text of the follow-up promise for a received introduction; None for other exchanges."""
    if (direction, kind) != ("received", "introduction"):
        return None
    return f"Contact {brief(person)}" if person else f"Follow up: {brief(text)}"
