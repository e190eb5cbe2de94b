from __future__ import annotations

from itertools import pairwise

import pytest

from boardroom.errors import BadInput
from boardroom.rules.criteria import (
    Match,
    Tally,
    as_looked_for,
    is_must,
    looked_for,
    match,
    rank,
    verdict,
)


def musts(met: int, missing: int, unknown: int, nice: tuple[int, int, int] = (0, 0, 0)) -> Match:
    return Match(Tally(met, missing, unknown), Tally(*nice))


def test_what_is_not_known_is_counted_as_neither() -> None:
    ratings = [
        (True, True),
        (True, False),
        (True, None),
        (True, None),
        (False, True),
        (False, None),
    ]

    assert match(ratings) == Match(Tally(1, 1, 2), Tally(1, 0, 1))
    assert match([]) == Match(Tally(0, 0, 0), Tally(0, 0, 0))


# From the best to the last; each differs from the next in what the rule comes to next.
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


def test_the_musts_decide_then_the_nice_ones_and_unknown_is_not_no() -> None:
    ranks = [rank(found) for found in IN_ORDER]

    assert all(better < worse for better, worse in pairwise(ranks))


@pytest.mark.parametrize(("word", "said"), [("yes", True), (" NO ", False), ("Unknown", None)])
def test_a_verdict_is_yes_no_or_unknown(word: str, said: bool | None) -> None:
    assert verdict(word) is said


@pytest.mark.parametrize(
    ("kind", "said"),
    [("must", True), ("Must-have", True), ("nice", False), ("nice-to-have", False)],
)
def test_a_criterion_is_a_must_or_nice(kind: str, said: bool) -> None:
    assert is_must(kind) is said


def test_any_other_word_is_refused_with_those_there_are() -> None:
    with pytest.raises(BadInput) as caught:
        verdict("maybe")
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
    ("line", "found"),
    [
        ("must: has run a P&L", (True, "has run a P&L")),
        ("Nice-to-have:  lives near ", (False, "lives near")),
        ("Kind: and patient", (None, "Kind: and patient")),
        (" Somebody younger ", (None, "Somebody younger")),
        ("must:", (None, "must:")),
    ],
)
def test_a_line_on_whom_to_look_for_says_itself_whether_it_is_a_criterion(
    line: str, found: tuple[bool | None, str]
) -> None:
    assert looked_for(line) == found


@pytest.mark.parametrize("must", [True, False])
def test_a_criterion_is_read_from_the_line_it_is_written_as(must: bool) -> None:
    assert looked_for(as_looked_for("has run: a P&L", must=must)) == (must, "has run: a P&L")
