"""The lifecycle of advice: its outcome, and reporting the outcome back to who gave it.

Source: following through, positive feedback to the advisor (article 004).
"""

from __future__ import annotations

from datetime import date

from boardroom.errors import BadInput, Refused
from boardroom.rules.calendar import check_not_future
from boardroom.rules.day_format import format_day
from boardroom.rules.fields import Field
from boardroom.rules.text import quoted

NEXT = {
    "new": ("trying", "worked", "did_not_work", "set_aside"),
    "trying": ("worked", "did_not_work", "set_aside"),
    "worked": ("trying", "did_not_work", "set_aside"),
    "did_not_work": ("trying", "worked", "set_aside"),
    "set_aside": ("trying", "worked", "did_not_work"),
}
"""The lifecycle: the statuses that may follow each. Nothing becomes new again."""

FIELDS = (
    Field("given_on", "on"),
    Field("text", "Text", text=True),
    Field("outcome", "Outcome", text=True),
)
"""The fields that can be edited. The status is changed by `outcome` alone."""


def status_words(status: str) -> str:
    """The status as words: “did not work”."""
    return status.replace("_", " ")


def parse_outcome(text: str) -> str:
    """The status that `text` names; `did-not-work` and “did not work” name the same one.

    Raises:
        BadInput: it names none.
    """
    status = "_".join(text.lower().replace("-", " ").split())
    if status not in NEXT["new"]:
        raise BadInput(
            "What came of advice is trying, worked, did_not_work or set_aside,"
            f" and not {quoted(text)}.",
            "Say one of them.",
        )
    return status


def check_step(ref: str, status: str, to: str) -> None:
    """Checks that advice of that status may become `to`.

    Raises:
        Refused: it has that status already.
    """
    if to not in NEXT[status]:
        raise Refused(
            f"{ref} is marked “{status_words(to)}” already.",
            f"To say more of it: boardroom advice edit {ref} --outcome TEXT",
        )


def check_report(ref: str, status: str, reported_on: date | None, on: date | None) -> None:
    """Checks that an outcome can be reported back, `on` a day or (None) today.

    Raises:
        Refused: there is no outcome yet, or it was reported already and no other day is given.
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
    """Checks that no day is ahead, and that advice was given before its outcome and its report.

    Raises:
        BadInput: a day does not fit.
    """
    check_not_future(given_on, "said", today=today)
    for day, done, never in (
        (outcome_on, "tried", "nothing came of it"),
        (reported_on, "told", "nobody was told what came of it"),
    ):
        if day is None:
            continue
        check_not_future(day, done, today=today)
        if day < given_on:
            raise BadInput(
                f"{ref} was said on {format_day(given_on)}, so {never} on {format_day(day)}.",
                "Give another day, or change when it was said:"
                f" boardroom advice edit {ref} --on DATE",
            )


def is_loop_open(status: str, reported_on: date | None) -> bool:
    """Whether advice has an outcome, or is being tried, that was not reported back yet."""
    return status != "new" and reported_on is None
