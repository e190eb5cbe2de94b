from __future__ import annotations

from datetime import date

import pytest

from boardroom.rules.shared_history import Piece, SharedHistory, thanks_due_on, thanks_text
from boardroom.rules.windows import Span

TODAY = date(2026, 11, 21)
NOTHING = SharedHistory(date(2026, 1, 10), TODAY, 0, 0, (), (), 0, 0)
GOALS = (Piece(1, "Run a P&L"), Piece(2, "Speak"), Piece(3, "Write"))
ADVICE = (Piece(1, "Ask"), Piece(2, "Ask whoever decides the budget round whether you may sit in"))


@pytest.mark.parametrize(
    ("history", "text"),
    [
        (NOTHING, "Thank Ana Lima for being on your board"),
        (NOTHING._replace(meetings_count=1), "Thank Ana Lima for the meeting"),
        (NOTHING._replace(meetings_count=12, given_count=3), "Thank Ana Lima for 12 meetings"),
        (
            NOTHING._replace(meetings_count=12, advice=ADVICE[:1]),
            "Thank Ana Lima for the advice “Ask”",
        ),
        (
            NOTHING._replace(advice=ADVICE),
            "Thank Ana Lima for the advice “Ask whoever decides the budget round whether you…”",
        ),
        (
            NOTHING._replace(advice=(*ADVICE[:1], Piece(9, "A secret", private=True))),
            "Thank Ana Lima for the advice “Ask”",
        ),
        (
            NOTHING._replace(meetings_count=2, advice=(Piece(9, "A secret", private=True),)),
            "Thank Ana Lima for 2 meetings",
        ),
        (
            NOTHING._replace(goals=GOALS[:1], advice=ADVICE),
            "Thank Ana Lima for helping with Run a P&L",
        ),
        (NOTHING._replace(goals=GOALS), "Thank Ana Lima for helping with Speak and Write"),
    ],
)
def test_thanks_are_for_the_best_result(history: SharedHistory, text: str) -> None:
    assert thanks_text("Ana Lima", history) == text


def test_thanks_are_due_after_the_span_or_today() -> None:
    parted = (TODAY, date(2026, 11, 20), date(2026, 6, 1))

    assert [thanks_due_on(day, Span(2, "d"), today=TODAY) for day in parted] == [
        date(2026, 11, 23),
        date(2026, 11, 22),
        TODAY,
    ]
    assert thanks_due_on(TODAY, None, today=TODAY) is None
