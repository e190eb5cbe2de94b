"""The limit on the number of people on a board.

Source: three to five people on a personal leadership team (articles 000, 004).
"""

from __future__ import annotations

from collections.abc import Sequence

from boardroom.errors import Refused
from boardroom.rules.settings import Seats


def takes_seat(role: str) -> bool:
    """Whether somebody of a role takes a seat on the board when active; a mentee takes none."""
    return role != "mentee"


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


def beyond_seats(seated: Sequence[str], seats: Seats) -> str | None:
    """What is said of more people in seats than there are seats to take; None if they fit."""
    over = len(seated) - seats.most
    if over <= 0:
        return None
    return (
        f"{len(seated)} people are seated, {over} more than that: {', '.join(seated)}."
        f" They stay; to pause or part with one: boardroom advisor pause WHO,"
        f" boardroom advisor part WHO"
    )


def check_can_help(name: str, handle: str, role: str) -> None:
    """Checks that somebody is an advisor, who helps with goals and is measured by criteria.

    Raises:
        Refused: they are a mentee alone.
    """
    if not takes_seat(role):
        raise Refused(
            f"{name} is your mentee; goals and criteria are for advisors.",
            f"If each of you mentors the other: boardroom advisor edit {handle} --role both",
        )


def check_no_seat(name: str, role: str, seat: str | None, command: str) -> None:
    """Checks that a mentee is given no seat; `command` makes them both mentee and advisor.

    Raises:
        Refused: they are.
    """
    if seat and seat.strip() and not takes_seat(role):
        raise Refused(
            f"{name} is your mentee, and mentees take no seat.",
            f"If each of you mentors the other: {command} --role both",
        )
