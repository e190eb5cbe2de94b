from __future__ import annotations

from itertools import pairwise

import pytest

from boardroom.errors import BadInput
from boardroom.rules.criteria import (
    Match,
    Tally,
    count_ratings,
    format_criterion,
    is_must,
    parse_criterion,
    parse_verdict,
    rank,
)


def musts(met: int, missing: int, unknown: int, nice: tuple[int, int, int] = (0, 0, 0)) -> Match:
    """A match with these must-haves, and of `nice` as many nice-to-haves."""
    return Match(Tally(met, missing, unknown), Tally(*nice))


def test_unknown_counts_as_neither_met_nor_missing() -> None:
    ratings = [
        (True, True),
        (True, False),
        (True, None),
        (True, None),
        (False, True),
        (False, None),
    ]

    assert count_ratings(ratings) == Match(Tally(1, 1, 2), Tally(1, 0, 1))
    assert count_ratings([]) == Match(Tally(0, 0, 0), Tally(0, 0, 0))


# The best first. Each differs from the next in the criterion that the rule looks at next.
IN_ORDER = [
    musts(3, 0, 0, (2, 0, 0)),
    musts(3, 0, 0, (1, 0, 1)),
    musts(3, 0, 0, (1, 1, 0)),
    musts(2, 0, 1, (2, 0, 0)),
    musts(0, 0, 3, (0, 0, 2)),
    musts(0, 0, 3, (0, 2, 0)),
    musts(2, 1, 0, (2, 0, 0)),
    musts(1, 1, 1),
    musts(1, 2, 0, (2, 0, 0)),
    musts(0, 1, 2),
    musts(0, 3, 0),
]


def test_musts_rank_before_nice_ones_and_unknown_is_not_no() -> None:
    ranks = [rank(match) for match in IN_ORDER]

    assert all(better < worse for better, worse in pairwise(ranks))


@pytest.mark.parametrize(("word", "met"), [("yes", True), (" NO ", False), ("Unknown", None)])
def test_a_verdict_is_yes_no_or_unknown(word: str, met: bool | None) -> None:
    assert parse_verdict(word) is met


@pytest.mark.parametrize(
    ("kind", "must"),
    [("must", True), ("Must-have", True), ("nice", False), ("nice-to-have", False)],
)
def test_a_criterion_is_a_must_or_nice(kind: str, must: bool) -> None:
    assert is_must(kind) is must


def test_other_words_are_refused() -> None:
    with pytest.raises(BadInput) as caught:
        parse_verdict("maybe")
    assert (caught.value.message, caught.value.hint) == (
        "'maybe' is not a verdict.",
        "Use one of yes, no, unknown.",
    )
    with pytest.raises(BadInput) as caught:
        is_must("some")
    assert (caught.value.message, caught.value.hint) == (
        "'some' is not a kind of criterion.",
        "Use one of must, nice.",
    )


@pytest.mark.parametrize(
    ("line", "parsed"),
    [
        ("must: has run a P&L", (True, "has run a P&L")),
        ("Nice-to-have:  lives near ", (False, "lives near")),
        ("Kind: and patient", (None, "Kind: and patient")),
        (" Somebody younger ", (None, "Somebody younger")),
        ("must:", (None, "must:")),
    ],
)
def test_a_prefix_makes_a_line_a_criterion(line: str, parsed: tuple[bool | None, str]) -> None:
    assert parse_criterion(line) == parsed


@pytest.mark.parametrize("must", [True, False])
def test_a_criterion_survives_formatting_and_parsing(must: bool) -> None:
    assert parse_criterion(format_criterion("has run: a P&L", must=must)) == (
        must,
        "has run: a P&L",
    )
