"""What is given to an advisor and received from one, and what an introduction asks for.

Source: a two-way street (articles 000, 001, 002, 004); follow up on who opens a door for you (articles 001, 003).
"""

from __future__ import annotations

import re

from boardroom.rules.text import brief

KINDS = ("introduction", "insight", "feedback", "help", "invitation", "resource", "other")
DIRECTIONS = ("given", "received")

_INTRODUCTION = re.compile(r"intro(?:duction)?\s+to\b", re.IGNORECASE)
# Wider than what makes a text an introduction: of one that is so by its kind, “Introduction: ” tells nothing of whom it is to.
_OPENING = re.compile(r"(?:an?\s+)?intro(?:duction)?(?:\s+to\b|\s*:|$)", re.IGNORECASE)
_END_OF_NAME = re.compile(
    r"[(,;:\n]|\s(?:from|at|over|via|by|on|for)\s|\s[-–—]\s|\s(?:who|next)\b", re.IGNORECASE
)
_OF = re.compile(r"\sof\s", re.IGNORECASE)
_ROLE = re.compile(r"(?:the|an?|my|his|her|its|our|their|your)\s", re.IGNORECASE)
_NAME_WORDS = 4
_LONGEST_NAME = 100


def kind_of(text: str) -> str:
    """The kind of what was given none: what begins with “introduction to” or “intro to” is an introduction."""
    return "introduction" if _INTRODUCTION.match(text) else "other"


def person_in(kind: str, text: str) -> str | None:
    """Whom an introduction is to, as far as its text tells: “intro to Dana Reyes (head of FP&A)” is to Dana Reyes.

    Somebody may be told by what they are: “intro to the head of FP&A” is to the head of FP&A. A text that does not begin so is a name
    where it looks like one: a few words, none with a small first letter. None where none is told.
    """
    if kind != "introduction":
        return None
    opening = _OPENING.match(text)
    name = (
        _END_OF_NAME.split(text[opening.end() :] if opening else text, maxsplit=1)[0]
        .strip()
        .rstrip(".!?")
    )
    if not _ROLE.match(name):
        name = _OF.split(name, maxsplit=1)[0].strip()  # “Dana Reyes of Kite”
    words = name.split()
    if opening is None and (len(words) > _NAME_WORDS or any(word[0].islower() for word in words)):
        return None
    return name if 0 < len(name) <= _LONGEST_NAME else None


def follow_up(direction: str, kind: str, text: str, person: str | None) -> str | None:
    """What the user owes for having received an introduction, as the text of a promise; None for anything else."""
    if (direction, kind) != ("received", "introduction"):
        return None
    return f"Contact {brief(person)}" if person else f"Follow up: {brief(text)}"
