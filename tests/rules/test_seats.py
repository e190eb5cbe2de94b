from __future__ import annotations

import pytest

from boardroom.errors import Refused
from boardroom.rules.seats import check_seat
from boardroom.rules.settings import Seats

SEATED = ("ana", "dana", "marcus", "priya", "tom")


def test_the_last_seat_may_be_taken() -> None:
    check_seat("Noor Haddad", SEATED[:4], Seats(3, 5), beyond=False)


def test_a_full_board_is_refused_with_candidates() -> None:
    with pytest.raises(Refused) as caught:
        check_seat("Noor Haddad", SEATED, Seats(3, 5), beyond=False)

    assert (caught.value.message, caught.value.hint, caught.value.candidates) == (
        "The board is full: 5 of 5 seats are taken, so Noor Haddad can't have one.",
        "Pause or part with one of ana, dana, marcus, priya, tom first, or use --beyond.",
        SEATED,
    )


def test_a_board_beyond_its_seats_takes_nobody() -> None:
    with pytest.raises(
        Refused,
        match=r"^The board is full: 5 of 4 seats are taken, so Noor Haddad can't have one\.$",
    ):
        check_seat("Noor Haddad", SEATED, Seats(3, 4), beyond=False)


def test_beyond_overrides_a_full_board() -> None:
    check_seat("Noor Haddad", SEATED, Seats(3, 5), beyond=True)
