"""The limit on the number of people on a board.

Source: three to five people on a personal leadership team (articles 000, 004).
"""

from __future__ import annotations

from collections.abc import Sequence

from boardroom.errors import Refused
from boardroom.rules.settings import Seats


def check_seat(name: str, seated: Sequence[str], seats: Seats, *, beyond: bool) -> None:
    """Checks that there is a free seat beside the handles `seated`; `beyond` overrides.

    Raises:
        Refused: every seat is taken. The candidates are those seated.
    """
    if beyond or len(seated) < seats.most:
        return
    raise Refused(
        f"The board is full: {len(seated)} of {seats.most} seats are taken,"
        f" so {name} can't have one.",
        f"Pause or part with one of {', '.join(seated)} first, or use --beyond.",
        tuple(seated),
    )
