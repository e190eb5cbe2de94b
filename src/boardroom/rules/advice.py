"""What becomes of advice, and when its loop is closed. Source: following through, positive feedback to who advised (article 004)."""

from __future__ import annotations

from datetime import date

from boardroom.errors import BadInput, Refused
from boardroom.rules.day_format import format_day
from boardroom.rules.past import check_come
from boardroom.rules.text import quoted

NEXT = {
    "new": ("trying", "worked", "did_not_work", "set_aside"),
    "trying": ("worked", "did_not_work", "set_aside"),
    "worked": ("trying", "did_not_work", "set_aside"),
    "did_not_work": ("trying", "worked", "set_aside"),
    "set_aside": ("trying", "worked", "did_not_work"),
}
"""The one table of what may become of advice. Nothing becomes new again."""


def said(status: str) -> str:
    """The status as words: “did not work”."""
    return status.replace("_", " ")


def outcome_of(given: str) -> str:
    """The outcome that `given` names; `did-not-work` and “did not work” are one.

    Raises:
        BadInput: it names none.
    """
    wanted = "_".join(given.lower().replace("-", " ").split())
    if wanted not in NEXT["new"]:
        raise BadInput(
            f"What came of advice is trying, worked, did_not_work or set_aside, and not {quoted(given)}.",
            "Say one of them.",
        )
    return wanted


def check_step(ref: str, status: str, to: str) -> None:
    """Whether that may become of advice of that status.

    Raises:
        Refused: it has already.
    """
    if to not in NEXT[status]:
        raise Refused(
            f"{ref} is marked “{said(to)}” already.",
            f"To say more of it: boardroom advice edit {ref} --outcome TEXT",
        )


def check_report(ref: str, status: str, reported_on: date | None, on: date | None) -> None:
    """Whether who advised can be told what came of it, on a day or (None) today.

    Raises:
        Refused: nothing came of it yet, or they were told and no other day is given.
    """
    if status == "new":
        raise Refused(
            f"{ref} is still new, so there is nothing to tell yet.",
            f"Say what came of it: boardroom advice outcome {ref}",
        )
    if reported_on is not None and on is None:
        raise Refused(
            f"{ref} was reported back already, on {format_day(reported_on)}.",
            "To correct the day, give it with --on.",
        )


def check_days(
    ref: str, given_on: date, outcome_on: date | None, reported_on: date | None, *, today: date
) -> None:
    """Whether the days fit: none is ahead, and nothing came of advice, and nobody was told of that, before it was given.

    Raises:
        BadInput: they don't.
    """
    check_come(given_on, "said", today=today)
    for day, done, never in (
        (outcome_on, "tried", "nothing came of it"),
        (reported_on, "told", "nobody was told what came of it"),
    ):
        if day is None:
            continue
        check_come(day, done, today=today)
        if day < given_on:
            sentence = f"{ref} was said on {format_day(given_on)}, so {never} on {format_day(day)}."
            raise BadInput(
                sentence,
                f"Give another day, or change when it was said: boardroom advice edit {ref} --on DATE",
            )


def is_loop(status: str, reported_on: date | None) -> bool:
    """Whether the loop is open: something came of the advice, or is being tried, and who gave it was not told since."""
    return status != "new" and reported_on is None
