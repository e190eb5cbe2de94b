from __future__ import annotations

from datetime import date

import pytest

from boardroom.render.fact_words import (
    advice_words,
    agenda_words,
    exchange_words,
    gaps_words,
    goals_words,
    met_words,
    promises_words,
)
from boardroom.render.formatting import DRAW_IN_ASCII
from boardroom.render.review_facts import board_fields, facts_fields
from boardroom.render.week_strip import strip_words
from boardroom.rules.board_gaps import SharedPerspective
from boardroom.rules.review_facts import (
    BoardFacts,
    Facts,
    GoalWithoutHelp,
    facts_from_json,
    facts_to_json,
)
from tests.boards import TODAY

FROM = date(2026, 5, 22)
NOTHING = Facts(FROM, TODAY, "4-6w")
"""The facts of half a year without events."""


def with_counts(prefix: str, counts: tuple[int, ...]) -> Facts:
    """Those facts with other counts in the fields that begin with `prefix`, in their order."""
    names = [name for name in Facts._fields if name.startswith(prefix)]
    return facts_from_json(facts_to_json(NOTHING) | dict(zip(names, counts, strict=True)))


def fields(facts: Facts, today: date = TODAY) -> list[tuple[str, str]]:
    return [(label, cell.text) for label, cell in facts_fields(facts, today).rows]


def test_without_events_every_line_says_so() -> None:
    assert fields(NOTHING._replace(active_days=184, weekly_meetings_counts=(0, 0))) == [
        ("since", "Fri 22 May, 184 days"),
        ("met", "no meetings"),
        ("weeks", "▁▁"),
        ("agenda", "nothing raised"),
        ("advice", "none given"),
        ("promises", "none either way"),
        ("exchange", "nothing given or got"),
        ("goals", "no progress"),
    ]


def test_on_the_day_of_a_review_there_is_nothing_yet() -> None:
    assert fields(Facts(date(2026, 11, 22), TODAY, "4-6w", agenda_open_count=1)) == [
        ("since", "the review of Sat 21 Nov: nothing yet")
    ]


@pytest.mark.parametrize(
    ("facts", "today", "words"),
    [
        (Facts(date(2025, 12, 31), TODAY, "6w", 326), TODAY, "Wed 31 Dec 2025, 326 days"),
        (Facts(FROM, TODAY, "6w", 100), TODAY, "Fri 22 May, 184 days (84 away)"),
        (Facts(TODAY, TODAY, "6w", 1), TODAY, "Sat 21 Nov, 1 day"),
        (
            Facts(FROM, TODAY, "6w", 184),
            date(2027, 1, 5),
            "Fri 22 May 2026 to Sat 21 Nov 2026, 184 days",
        ),
    ],
)
def test_the_period_is_named_with_the_days_away(facts: Facts, today: date, words: str) -> None:
    assert fields(facts, today)[0] == ("since", words)


@pytest.mark.parametrize(
    ("count", "minutes", "words"),
    [
        (0, 0, "no meetings"),
        (1, 60, "once, 1 h"),
        (2, 45, "2 times, 45 min"),
        (5, 330, "5 times, 5 h 30 min"),
        (1400, 84_000, "1400 times, 1400 h"),
    ],
)
def test_meetings_are_named_with_their_hours(count: int, minutes: int, words: str) -> None:
    assert met_words(count, minutes) == words


@pytest.mark.parametrize(
    ("count", "within", "days", "words"),
    [
        (0, 0, None, ""),
        (1, 1, 39, "1 gap of 39 days, within 4-6w"),
        (1, 0, 61, "1 gap of 61 days, longer than 4-6w"),
        (5, 5, 40, "all 5 gaps within 4-6w, longest 40 days"),
        (5, 3, 61, "3 of 5 gaps within 4-6w, longest 61 days"),
        (2, 0, 61, "neither gap within 4-6w, longest 61 days"),
        (2, 1, 61, "1 of 2 gaps within 4-6w, longest 61 days"),
        (2, 2, 1, "both gaps within 4-6w, longest 1 day"),
    ],
)
def test_gaps_are_compared_with_the_window(
    count: int, within: int, days: int | None, words: str
) -> None:
    assert (
        gaps_words(
            NOTHING._replace(gaps_count=count, gaps_within_count=within, longest_gap_days=days)
        )
        == words
    )


@pytest.mark.parametrize(
    ("weeks", "words"),
    [
        ((), ""),
        ((0, 1, 0), "▁▄▁"),
        ((0, 2, 7), "▁██"),
        ((0, None, 1), "▁·▄  · away"),
        ((3, None, 1), "█·▄  · away"),
        ((0,) * 52, "▁" * 52),
        (
            (0, 0, 1, 0, 1, 1, None, None, None, 1) + (0,) * 43,
            f"▁▄█·▄{'▁' * 22}  · away, 2 weeks a cell",
        ),
        ((0,) * 105, f"{'▁' * 35}  3 weeks a cell"),
    ],
)
def test_weeks_are_a_strip_no_longer_than_a_year(weeks: tuple[int | None, ...], words: str) -> None:
    assert strip_words(weeks) == words


def test_a_terminal_without_the_signs_gets_an_ascii_strip() -> None:
    assert strip_words((0, 1, None, 2)).encode("ascii", DRAW_IN_ASCII) == b"_+-#  - away"


@pytest.mark.parametrize(
    ("asked", "still", "dropped", "words"),
    [
        (12, 2, 1, "12 asked, 2 to ask, 1 dropped"),
        (12, 0, 0, "12 asked"),
        (0, 2, 0, "2 to ask"),
        (0, 0, 0, "nothing raised"),
    ],
)
def test_the_agenda_is_asked_open_and_dropped(
    asked: int, still: int, dropped: int, words: str
) -> None:
    assert (
        agenda_words(
            NOTHING._replace(
                agenda_asked_count=asked, agenda_open_count=still, agenda_dropped_count=dropped
            )
        )
        == words
    )


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((6, 4, 3, 2, 0), "6 given → 4 tried → 3 worked → 2 reported back"),
        ((6, 4, 0, 0, 1), "6 given → 4 tried → 0 worked → 0 reported back; 1 older to report back"),
        ((6, 0, 0, 0, 0), "6 given, none tried"),
        ((0, 0, 0, 0, 2), "none given; 2 older to report back"),
        ((0, 0, 0, 0, 0), "none given"),
    ],
)
def test_advice_is_followed_to_its_end(counts: tuple[int, ...], words: str) -> None:
    assert advice_words(with_counts("advice_", counts)) == words


@pytest.mark.parametrize(
    ("mine", "theirs", "words"),
    [
        (
            (4, 1, 1, 1),
            (2, 1, 3, 1),
            (
                "you kept 4 (1 late), 1 open (1 overdue)",
                "they kept 2 (1 after its day), 3 open (1 past its day)",
            ),
        ),
        ((4, 0, 0, 0), (0, 0, 1, 0), ("you kept 4", "they kept none, 1 open")),
        ((0, 0, 0, 0), (1, 0, 0, 0), ("they kept 1",)),
        ((0, 0, 2, 0), (0, 0, 0, 0), ("you kept none, 2 open",)),
        ((0, 0, 0, 0), (0, 0, 0, 0), ("none either way",)),
    ],
)
def test_promises_of_both_and_theirs_gently(
    mine: tuple[int, ...], theirs: tuple[int, ...], words: tuple[str, ...]
) -> None:
    assert promises_words(with_counts("promises_", (*mine, *theirs))) == words


@pytest.mark.parametrize(
    ("given", "received", "words"),
    [
        (3, 4, "you gave 3, got 4"),
        (0, 4, "you gave nothing, got 4"),
        (3, 0, "you gave 3, got nothing"),
        (0, 0, "nothing given or got"),
    ],
)
def test_give_and_take_are_counts(given: int, received: int, words: str) -> None:
    assert exchange_words(NOTHING._replace(given_count=given, received_count=received)) == words


@pytest.mark.parametrize(
    ("steps", "goals", "words"),
    [
        (3, 1, "3 steps taken, 1 achieved"),
        (1, 0, "1 step taken"),
        (0, 2, "2 achieved"),
        (0, 0, "no progress"),
    ],
)
def test_goals_show_their_progress(steps: int, goals: int, words: str) -> None:
    assert (
        goals_words(NOTHING._replace(steps_taken_count=steps, goals_achieved_count=goals)) == words
    )


@pytest.mark.parametrize(
    ("facts", "rows"),
    [
        (
            BoardFacts(FROM, TODAY, 2, 3, 5, 20, 1230, 63, "marcus"),
            [
                ("seats", "2 taken of 3-5"),
                ("since", "Fri 22 May, 184 days"),
                ("met", "20 times, 20 h 30 min"),
                ("longest gap", "63 days, marcus"),
            ],
        ),
        (
            BoardFacts(TODAY, TODAY, 1, 4, 4),
            [
                ("seats", "1 taken of 4"),
                ("since", "Sat 21 Nov, 1 day"),
                ("met", "no meetings"),
                ("longest gap", "none yet"),
            ],
        ),
        (
            BoardFacts(
                None,
                TODAY,
                0,
                3,
                5,
                goals_without_help=tuple(
                    GoalWithoutHelp(f"g{number}", "Speak") for number in range(1, 6)
                ),
                perspectives_alike=(
                    SharedPerspective("industry", "food"),
                    SharedPerspective("gender", "man"),
                ),
                idle_advisors=("dana", "tom"),
            ),
            [
                ("seats", "0 taken of 3-5"),
                ("no help", "nobody helps with g1 Speak, g2 Speak, g3 Speak and 2 more"),
                ("alike", "everybody has industry: food and gender: man"),
                ("idle", "dana and Tom Berg: no open goal to help with"),
            ],
        ),
        (BoardFacts(None, TODAY, 0, 3, 5), [("seats", "0 taken of 3-5")]),
        (
            BoardFacts(date(2026, 11, 22), TODAY, 3, 3, 5),
            [("seats", "3 taken of 3-5"), ("since", "the review of Sat 21 Nov: nothing yet")],
        ),
    ],
)
def test_the_board_takes_a_few_lines(facts: BoardFacts, rows: list[tuple[str, str]]) -> None:
    assert [
        (label, cell.text) for label, cell in board_fields(facts, {"tom": "Tom Berg"}, TODAY).rows
    ] == rows


@pytest.mark.parametrize(
    ("held", "called_off", "words"),
    [
        (2, 1, "1 meeting fell through"),
        (0, 1, "1 meeting fell through"),
        (2, 2, "2 meetings fell through: always busy?"),
        (3, 2, "2 meetings fell through"),
    ],
)
def test_meetings_that_fell_through_are_counted(held: int, called_off: int, words: str) -> None:
    facts = NOTHING._replace(meetings_count=held, meetings_called_off_count=called_off)

    assert dict(fields(facts))["met"].split("; ")[1:] == [words]
