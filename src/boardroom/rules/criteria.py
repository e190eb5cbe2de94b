"""Criteria for the next advisor, and how prospects match them. Unknown never counts as no.

Source: write down the must-haves and the nice-to-haves of a mentor, practicalities included,
before asking anybody (article 003); not the most famous, but the relevant, willing and available
(001, 002, 004).
"""

from __future__ import annotations

from collections.abc import Iterable

from boardroom.errors import BadInput
from boardroom.record import Record
from boardroom.rules.fields import Field
from boardroom.rules.text import one_of

KINDS = ("must", "nice")
VERDICTS = {"yes": True, "no": False, "unknown": None}

FIELDS = (
    Field("must", "kind", flag=("nice-to-have", "must-have")),
    Field("text", "Text", text=True),
)
"""The fields that can be edited."""


class Tally(Record):
    """Counts of the criteria that somebody meets, does not meet, and may or may not meet."""

    met: int
    missing: int
    unknown: int


class Match(Record):
    """How somebody matches the must-haves and the nice-to-haves."""

    must: Tally
    nice: Tally


def is_must(kind: str) -> bool:
    """Whether the word for a kind of criterion means a must-have: “must”, “nice-to-have”.

    Raises:
        BadInput: it is neither `must` nor `nice`.
    """
    word = kind.strip().lower().removesuffix("-have").removesuffix("-to")
    return one_of(word, KINDS, "kind of criterion") == "must"


def parse_verdict(word: str) -> bool | None:
    """Whether a criterion is met; None for `unknown`.

    Raises:
        BadInput: the word is none of `yes`, `no` and `unknown`.
    """
    return VERDICTS[one_of(word, tuple(VERDICTS), "verdict")]


def parse_criterion(line: str) -> tuple[bool | None, str]:
    """Splits a line such as “must: has run a P&L” into whether it is a must-have, and its text.

    A line without that prefix is not a criterion: None, and the whole line.
    """
    kind, colon, text = line.partition(":")
    try:
        return (is_must(kind), text.strip()) if colon and text.strip() else (None, line.strip())
    except BadInput:
        return None, line.strip()


def format_criterion(text: str, *, must: bool) -> str:
    """The line that `parse_criterion` reads as this criterion."""
    return f"{kind_words(must=must)}: {text}"


def kind_words(*, must: bool) -> str:
    """“must-have” or “nice-to-have”."""
    return "must-have" if must else "nice-to-have"


def match(ratings: Iterable[tuple[bool, bool | None]]) -> Match:
    """Counts ratings, a pair for each criterion: whether it is a must, and whether it is met."""
    musts: list[bool | None] = []
    nices: list[bool | None] = []
    for must, meets in ratings:
        (musts if must else nices).append(meets)
    return Match(_tally(musts), _tally(nices))


def rank(matched: Match) -> tuple[int, ...]:
    """The sort key that puts the best prospect first.

    Whoever lacks a must-have comes after all others. Then the most must-haves met and the fewest
    missing decide, then likewise the nice-to-haves.
    """
    must, nice = matched
    return int(must.missing > 0), -must.met, must.missing, -nice.met, nice.missing


def _tally(verdicts: list[bool | None]) -> Tally:
    return Tally(*(verdicts.count(value) for value in (True, False, None)))
