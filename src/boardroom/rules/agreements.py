"""What two people agree when one advises the other: with whom there is anything to agree on, and on which days.

Source: agree on areas, time frame, confidentiality, boundaries and expected length, up front and not open-ended (articles 000, 002, 003).
"""

from __future__ import annotations

from datetime import date

from boardroom.errors import BadInput, Refused
from boardroom.rules.advisor import one_of
from boardroom.rules.day_format import format_day
from boardroom.rules.lifecycle import ENDED, WORDS, ways_on
from boardroom.rules.past import check_come


def check_with(name: str, handle: str, status: str) -> None:
    """Whether there is anything to agree on with somebody of that status.

    Raises:
        Refused: they said no, or were parted with.
    """
    if status in ENDED:
        raise Refused(
            f"{name} is {WORDS[status]}, so there is nothing to agree on.", ways_on(handle, status)
        )


def check_days(agreed_on: date, until_on: date | None, *, today: date) -> None:
    """Whether an agreement may be of that day and end on that other.

    Raises:
        BadInput: the day of agreeing is ahead, or the end is before it.
    """
    check_come(agreed_on, "agreed", today=today)
    if until_on is not None and until_on < agreed_on:
        raise BadInput(
            f"The agreement would end on {format_day(until_on)}, before it was made on {format_day(agreed_on)}.",
            "Give a later day with --until, or the day of agreeing with --on.",
        )


def is_confidential(word: str) -> bool:
    """Whether an agreement is confidential, as the user says it by hand.

    Raises:
        BadInput: the word is neither `yes` nor `no`.
    """
    return one_of(word or "no", ("yes", "no"), "yes or no") == "yes"
