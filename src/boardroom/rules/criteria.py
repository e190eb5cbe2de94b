"""Whom the user looks for: what must be, what would be nice, and how a prospect compares. What is not known is never taken for a no.

Source: write down the must-haves and the nice-to-haves of a mentor, practicalities included, before asking anybody (article 003);
not the most famous, but the relevant, willing and available (001, 002, 004).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from boardroom.errors import BadInput
from boardroom.rules.advisor import one_of

KINDS = ("must", "nice")
VERDICTS = {"yes": True, "no": False, "unknown": None}


class Tally(NamedTuple):
    """Of how many criteria it is known that somebody meets them, that they do not, and neither."""

    met: int
    missing: int
    unknown: int


class Match(NamedTuple):
    """How somebody compares with what is looked for."""

    must: Tally
    nice: Tally


def is_must(kind: str) -> bool:
    """Whether the word for a kind of criterion says that it is a must-have.

    Raises:
        BadInput: it is neither `must` nor `nice`.
    """
    return (
        one_of(
            kind.strip().lower().removesuffix("-have").removesuffix("-to"),
            KINDS,
            "kind of criterion",
        )
        == "must"
    )


def verdict(word: str) -> bool | None:
    """Whether a criterion is met, as the user says it; None where that is unknown.

    Raises:
        BadInput: the word is none of `yes`, `no` and `unknown`.
    """
    return VERDICTS[one_of(word, tuple(VERDICTS), "verdict")]


def looked_for(line: str) -> tuple[bool | None, str]:
    """A line on what to look for next: whether it is a must-have (None: no criterion yet), and what is looked for.

    “must: has run a P&L” and “nice-to-have: lives near” are criteria; of a line without such a beginning nobody said that it is one.
    """
    kind, colon, text = line.partition(":")
    try:
        return (is_must(kind), text.strip()) if colon and text.strip() else (None, line.strip())
    except BadInput:
        return None, line.strip()


def as_looked_for(text: str, *, must: bool) -> str:
    """The line that `looked_for` reads as that criterion."""
    return f"{kind_words(must=must)}: {text}"


def kind_words(*, must: bool) -> str:
    """“must-have” or “nice-to-have”."""
    return "must-have" if must else "nice-to-have"


def match(ratings: Iterable[tuple[bool, bool | None]]) -> Match:
    """How somebody compares, from each criterion: whether it is a must, and whether they meet it (None where unknown)."""
    found = list(ratings)
    return Match(
        *(
            _tally([meets for is_must_have, meets in found if is_must_have is must])
            for must in (True, False)
        )
    )


def rank(found: Match) -> tuple[int, ...]:
    """What sorts the best prospect first: the most must-haves met and the fewest missing, then the same of the nice-to-haves.

    Whoever is known to lack a must-have comes after all who are not.
    """
    must, nice = found
    return int(must.missing > 0), -must.met, must.missing, -nice.met, nice.missing


def _tally(verdicts: list[bool | None]) -> Tally:
    return Tally(*(verdicts.count(value) for value in (True, False, None)))
