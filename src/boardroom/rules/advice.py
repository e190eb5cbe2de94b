"""The lifecycle of advice: its outcome, and reporting the outcome back to the advisor.

Source: following through, positive feedback to the advisor (article 004).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from boardroom.errors import BadInput, Refused
from boardroom.rules.calendar import check_not_future
from boardroom.rules.day_format import format_day
from boardroom.rules.fields import PRIVATE, Field
from boardroom.rules.text import quoted

NEXT = {
    "new": ("trying", "worked", "did_not_work", "set_aside"),
    "trying": ("worked", "did_not_work", "set_aside"),
    "worked": ("trying", "did_not_work", "set_aside"),
    "did_not_work": ("trying", "worked", "set_aside"),
    "set_aside": ("trying", "worked", "did_not_work"),
}
"""The statuses that may follow each. Nothing becomes new again."""
OUTCOMES = NEXT["new"]
_SAID = dict.fromkeys(("didn't work", "didnt work", "not worked"), "did_not_work")
"""Other words for an outcome."""

FIELDS = (
    Field("given_on", "on"),
    PRIVATE,
    Field("text", "Text", text=True),
    Field("outcome", "Outcome", text=True),
)
"""The editable fields of advice. The status is changed by the command `advice outcome`."""


def status_words(status: str) -> str:
    """A status in words: “did not work”."""
    return status.replace("_", " ")


def parse_outcome(text: str) -> str:
    """Parses the status of an outcome; `did-not-work` and “didn't work” are the same.

    Raises:
        BadInput: there is no such status.
    """
    if (status := _status(text)) is None:
        raise BadInput(
            f"{quoted(text)} is not an outcome of advice.",
            "Use trying, worked, did_not_work or set_aside.",
        )
    return status


def _status(text: str) -> str | None:
    words = " ".join(re.sub("[-_]", " ", text.lower().replace("’", "'")).split()).rstrip(":,;.")
    status = _SAID.get(words, words).replace(" ", "_")
    return status if status in OUTCOMES else None


def next_outcome(status: str) -> str:
    """The outcome to name in an example: “worked”, or another if the advice has that one."""
    return next(word for word in ("worked", "set_aside") if word in NEXT[status])


def no_outcome(ref: str, status: str) -> BadInput:
    """The error for a missing outcome of advice with this status."""
    return BadInput(
        "STATUS is missing.",
        "Use trying, worked, did_not_work or set_aside, like:"
        f" boardroom advice outcome {ref} {next_outcome(status)}",
    )


def split_outcome(words: Sequence[str]) -> tuple[str, list[str]]:
    """The status that the first words name, and the words after it: “did not work: No seat”.

    The first word alone if they name none.
    """
    for count in (1, 2, 3):
        if (status := _status(" ".join(words[:count]))) is not None:
            return status, [*words[count:]]
    return words[0], [*words[1:]]


def check_step(ref: str, status: str, to: str) -> None:
    """Checks that advice may go from `status` to `to`.

    Raises:
        Refused: it already has that status.
    """
    if to not in NEXT[status]:
        raise Refused(
            f"{ref} is already marked “{status_words(to)}”.",
            f"To add details: boardroom advice edit {ref} --outcome TEXT",
        )


def whose(name: str, role: str) -> str:
    """Whose advice it is: “ from Marcus Ojo”, or of the user's own “ for Zoe Park”, a mentee."""
    return f" {'for' if role == 'mentee' else 'from'} {name}"


def told_on(role: str, status: str, outcome_on: date) -> date | None:
    """The day on which an outcome counts as reported as soon as it is known, or None.

    Of the user's own advice to a mentee, who told it, that is the day of a final outcome.
    """
    return outcome_on if role == "mentee" and status != "trying" else None


def check_is_theirs(ref: str, name: str, role: str) -> None:
    """Checks that advice came from an advisor, to whom an outcome can be reported.

    Raises:
        Refused: it is the user's own, to a mentee.
    """
    if role == "mentee":
        raise Refused(
            f"{ref} is your advice to {name}, so there is nothing to report.",
            f"When they tell you what came of it: boardroom advice outcome {ref} worked TEXT",
        )


def check_report(ref: str, status: str, reported_on: date | None, on: date | None) -> None:
    """Checks that an outcome can be reported back on a day (None: today).

    Raises:
        Refused: there is no outcome yet; or it was already reported, and no day is given.
    """
    if status == "new":
        raise Refused(
            f"{ref} has no outcome yet, so there is nothing to report.",
            f"Set its outcome first: boardroom advice outcome {ref}",
        )
    if reported_on is not None and on is None:
        raise Refused(
            f"{ref} was already reported back, on {format_day(reported_on)}.",
            "To correct the day, use --on DATE.",
        )


def check_days(
    ref: str, given_on: date, outcome_on: date | None, reported_on: date | None, *, today: date
) -> None:
    """Checks that no day is in the future, or an outcome or report dated before the advice.

    Raises:
        BadInput: a day is out of order.
    """
    check_not_future(given_on, "said", today=today)
    for day, done, impossible in (
        (outcome_on, "tried", "have an outcome"),
        (reported_on, "reported", "be reported back"),
    ):
        if day is None:
            continue
        check_not_future(day, done, today=today)
        if day < given_on:
            raise BadInput(
                f"{ref} was given on {format_day(given_on)},"
                f" so it can't {impossible} on {format_day(day)}.",
                "Use another day, or change the day it was given:"
                f" boardroom advice edit {ref} --on DATE",
            )


def is_loop_open(status: str, reported_on: date | None) -> bool:
    """Whether advice is being tried or has an outcome, and that was not reported back yet."""
    return status != "new" and reported_on is None


def has_outcome(status: str) -> bool:
    """Whether anything came of advice: it worked or not, or was set aside."""
    return status not in ("new", "trying")
