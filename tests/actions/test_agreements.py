from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from boardroom.actions.agreements import agree
from boardroom.errors import BadInput, NotFound, Refused
from tests.boards import Board

STORED = (
    "SELECT agreed_on, hopes, focus, until_on, boundaries,"
    " (SELECT count(*) FROM confidential_period WHERE until_on IS NULL) FROM agreement"
)
PERIODS = "SELECT from_on, until_on FROM confidential_period ORDER BY from_on"
RHYTHM = "SELECT window, minutes FROM advisor"


def agreed(board: Board, **given: Any) -> str:  # noqa: ANN401  the keywords of agree
    """Agrees on something with the first advisor; returns the sentence."""
    with board.change() as work:
        agree(work, 1, **given)
    return board.summary()


def test_an_agreement_keeps_every_field(board: Board) -> None:
    board.advisor()

    sentence = agreed(
        board,
        agreed_on=date(2026, 11, 1),
        hopes=" A seat ",
        focus=["P&L", "pricing", "P&L"],
        until_on=date(2027, 6, 1),
        confidential=True,
        boundaries="No weekends",
        window="6-8W",
        minutes="1h",
    )

    assert sentence == "Agreed with Marcus Ojo, confidential, until Tue 1 Jun 2027"
    assert board.sql(STORED) == [
        ("2026-11-01", "A seat", '["P&L", "pricing"]', "2027-06-01", "No weekends", 1)
    ]
    assert board.sql(RHYTHM) == [("6-8w", 60)]


def test_changing_an_agreement_keeps_the_other_fields(board: Board) -> None:
    board.advisor()
    agreed(
        board,
        agreed_on=date(2026, 11, 1),
        hopes="A seat",
        focus=["P&L"],
        until_on=date(2027, 6, 1),
        confidential=True,
        window="6w",
    )

    changed = "Changed what you agreed with Marcus Ojo: "
    assert agreed(board, boundaries="No weekends") == (f"{changed}boundaries none → “No weekends”")
    assert (
        agreed(board, until_on=date(2028, 1, 1))
        == f"{changed}until Tue 1 Jun 2027 → Sat 1 Jan 2028"
    )
    assert agreed(board, confidential=False) == f"{changed}confidential yes → no"
    assert board.sql(STORED) == [
        ("2026-11-01", "A seat", '["P&L"]', "2028-01-01", "No weekends", 0)
    ]

    assert (
        agreed(board, hopes="", focus=[""], until_on="", boundaries="", window="")
        == f"{changed}window 6w → 4-6w, focus P&L → none, hopes “A seat” → none,"
        " boundaries “No weekends” → none, until Sat 1 Jan 2028 → open-ended"
    )
    assert board.sql(STORED) == [("2026-11-01", None, "[]", None, None, 0)]
    assert board.sql(RHYTHM) == [(None, None)]


def test_an_agreement_is_of_today_by_default(board: Board) -> None:
    board.prospect("Noor Haddad")

    assert agreed(board, hopes="A seat") == "Agreed with Noor Haddad"
    assert board.sql(STORED) == [("2026-11-21", "A seat", "[]", None, None, 0)]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            {"until_on": date(2026, 11, 20)},
            "The agreement was made on Sat 21 Nov 2026, so it can't end on Fri 20 Nov 2026.",
        ),
        (
            {"agreed_on": date(2026, 11, 22)},
            "Sun 22 Nov 2026 is in the future, so nothing was agreed then.",
        ),
        ({"hopes": " "}, "The text of your hopes can't be empty."),
        ({"focus": ["a\0"]}, "The focus area can't contain a NUL character."),
        (
            {"boundaries": "x" * 10_001},
            "The text of the boundaries can't be longer than 10,000 characters; this has 10,001.",
        ),
        ({"window": "0w"}, "'0w' leaves no time between meetings."),
    ],
)
def test_a_refused_agreement_changes_nothing(
    board: Board, given: dict[str, Any], message: str
) -> None:
    board.advisor()
    before = board.dump()

    with pytest.raises(BadInput) as caught:
        agreed(board, **given)

    assert caught.value.message == message
    assert board.dump() == before


def test_a_former_advisor_has_nothing_to_agree_on(board: Board) -> None:
    board.step(board.advisor(), "alumni", "2026-11-01")

    with pytest.raises(
        Refused, match=r"^Marcus Ojo is a former advisor, so there is nothing to agree on\.$"
    ):
        agreed(board, hopes="More")
    with pytest.raises(NotFound), board.change() as work:
        agree(work, 9, hopes="More")
