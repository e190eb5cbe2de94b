"""Criteria for the next advisor, and how prospects match them. Unknown never counts as no.

Source: write down the must-haves and the nice-to-haves of a mentor, practicalities included,
before asking anyone (article 003); not the most famous, but the relevant, willing and available
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
"""The editable fields of a criterion."""


class Tally(Record):
    """The number of criteria that a person meets, does not meet, and may or may not meet."""

    met: int
    missing: int
    unknown: int


class Match(Record):
    """How a person matches the must-haves and the nice-to-haves."""

    must: Tally
    nice: Tally


def is_must(kind: str) -> bool:
    """Parses a kind of criterion, like “must” or “nice-to-have”; True for a must-have.

    Raises:
        BadInput: the text is neither kind.
    """
    word = kind.strip().lower().removesuffix("-have").removesuffix("-to")
    return one_of(word, KINDS, "kind of criterion") == "must"


def parse_verdict(word: str) -> bool | None:
    """Parses `yes`, `no` or `unknown` (None).

    Raises:
        BadInput: the text is another word.
    """
    return VERDICTS[one_of(word, tuple(VERDICTS), "verdict")]


def parse_criterion(line: str) -> tuple[bool | None, str]:
    """Parses a line such as “must: has run a P&L” into a must-have flag and a text.

    For a line without such a prefix, which is not a criterion, the flag is None.
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


def count_ratings(ratings: Iterable[tuple[bool, bool | None]]) -> Match:
    """Counts ratings, a pair of flags for each criterion: is it a must-have, and is it met."""
    musts: list[bool | None] = []
    nices: list[bool | None] = []
    for must, meets in ratings:
        (musts if must else nices).append(meets)
    return Match(_tally(musts), _tally(nices))


def rank(match: Match) -> tuple[int, ...]:
    """A sort key that puts the best prospect first.

    People who lack a must-have come last. Otherwise the most must-haves met and the fewest missing
    decide, then the same for nice-to-haves.
    """
    must, nice = match
    return int(must.missing > 0), -must.met, must.missing, -nice.met, nice.missing


def _tally(verdicts: list[bool | None]) -> Tally:
    return Tally(*(verdicts.count(value) for value in (True, False, None)))
