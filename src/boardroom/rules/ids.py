"""The ids that the user reads and types: a letter for the kind and a number, never reused (`m12`)."""

from __future__ import annotations

from typing import NamedTuple

from boardroom.errors import BadInput, NotFound
from boardroom.rules.text import join_words, quoted

KINDS = {
    "m": "meeting",
    "a": "agenda item",
    "p": "promise",
    "v": "advice",
    "x": "exchange",
    "g": "goal",
    "s": "step",
    "c": "criterion",
    "r": "review",
}
_LISTS = {
    "m": "meeting list",
    "a": "agenda list",
    "p": "promise list",
    "v": "advice list",
    "x": "exchange list",
    "g": "goal list --all",
    "s": "goal show gID",
    "c": "criterion list",
    "r": "review --list",
}
_LARGEST = 2**63 - 1


class Ref(NamedTuple):
    """One record, by its kind's letter and its number."""

    letter: str
    number: int

    def __str__(self) -> str:
        return f"{self.letter}{self.number}"


def unknown(letter: str, number: int) -> NotFound:
    """That no record has the id, and where those that there are can be seen."""
    return NotFound(
        f"There is no {KINDS[letter]} {Ref(letter, number)}.",
        f"The ids are in: boardroom {_LISTS[letter]}",
    )


def looks_like_id(text: str) -> bool:
    """Whether it has an id's shape, a known letter and ASCII digits, so that it can be no name or handle."""
    text = text.strip().lower()
    return text[:1] in KINDS and text[1:].isascii() and text[1:].isdigit()


def parse(text: str) -> Ref:
    """The id in the text, capitals allowed.

    Raises:
        BadInput: it has another shape, or a number that no record can have.
    """
    said = quoted(text.strip())
    if not looks_like_id(text):
        raise BadInput(
            f"{said} is not an id.",
            "An id is a letter and a number, like m12; the lists show them.",
        )
    text = text.strip().lower()
    # Length first: int() itself refuses thousands of digits, with another error.
    if text[1] == "0" or len(text) > 20 or int(text[1:]) > _LARGEST:
        raise BadInput(
            f"{said} is not an id: no record has that number.",
            "Ids count up from 1, like m12; the lists show them.",
        )
    return Ref(text[0], int(text[1:]))


def wanted(text: str, *letters: str) -> Ref:
    """The id in the text, which must be of one of these kinds.

    Raises:
        BadInput: it is not an id, or one of another kind.
    """
    ref = parse(text)
    if ref.letter not in letters:
        kinds = join_words([_a(KINDS[letter]) for letter in letters], "or")
        examples = join_words([f"{letter}12" for letter in letters], "or")
        raise BadInput(
            f"{ref} is {_a(KINDS[ref.letter])}, not {kinds}.",
            f"Give the id of {kinds}, like {examples}.",
        )
    return ref


def _a(noun: str) -> str:
    if noun == "advice":
        return noun
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
