"""How many people a board holds. Source: three to five people on a personal leadership team (articles 000, 004)."""

from __future__ import annotations

from collections.abc import Sequence

from boardroom.errors import Refused
from boardroom.rules.settings import Seats


def check_seat(name: str, seated: Sequence[str], seats: Seats, *, beyond: bool) -> None:
    """Whether one more may be active beside those `seated` (their handles); `beyond` overrides.

    Raises:
        Refused: every seat is taken; the candidates are those who could be paused or parted with.
    """
    if beyond or len(seated) < seats.most:
        return
    raise Refused(
        f"The board is full: {len(seated)} of {seats.most} seats are taken, so {name} can't have one.",
        f"Pause or part with one of {', '.join(seated)} first, or say --beyond.",
        tuple(seated),
    )
