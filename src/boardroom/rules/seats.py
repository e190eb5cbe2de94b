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
    taken = (
        "its one seat is taken"
        if seats.most == len(seated) == 1
        else f"{len(seated)} of {seats.most} seats are taken"
    )
    who = seated[0] if len(seated) == 1 else f"one of {', '.join(seated)}"
    raise Refused(
        f"The board is full: {taken}, so {name} can't have one.",
        f"Pause or part with {who} first, or use --beyond.",
        tuple(seated),
    )
