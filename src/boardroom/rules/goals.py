"""The lifecycle of goals and steps, their progress, and the promise to tell helpers.

Source: near-term and longer-term goals, specific, in small discrete steps, shared with the advisors
(articles 000, 003).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from boardroom.errors import Refused
from boardroom.record import Record
from boardroom.rules.day_format import format_day
from boardroom.rules.fields import PRIVATE, Field
from boardroom.rules.text import brief
from boardroom.rules.windows import Span

HORIZONS = ("near", "long")
DEFAULT_HORIZON = "near"

NEXT = {"open": ("achieved", "dropped"), "achieved": ("open",), "dropped": ("open",)}
"""The statuses of a goal that may follow each."""

FIELDS = (
    Field("title", "title"),
    Field("horizon", "term"),
    Field("target_on", "target"),
    PRIVATE,
    Field("measure", "measure"),
    Field("why", "Why", text=True),
    Field("note", "Note", text=True),
)
"""The editable fields of a goal."""

STEP_FIELDS = (
    Field("due_on", "by"),
    Field("done_on", "taken"),
    Field("text", "Text", text=True),
    Field("note", "Note", text=True),
)
"""The editable fields of a step."""

_WEEK = Span(7, "d")
_COMMANDS = {
    "open": "goal edit {ref} --open",
    "achieved": "done {ref}",
    "dropped": "goal drop {ref}",
}


class Progress(Record):
    """The number of steps taken, and of all steps, towards a goal."""

    taken_count: int
    step_count: int


def progress(done_on: Iterable[date | None]) -> Progress:
    """A goal's progress, from the days its steps were taken (None: not yet)."""
    days = list(done_on)
    return Progress(sum(day is not None for day in days), len(days))


def check_transition(ref: str, status: str, to: str) -> None:
    """Checks that a goal may go from one status to another.

    Raises:
        Refused: it may not. The hint lists the possible commands.
    """
    if to in NEXT[status]:
        return
    verb = "is" if status == "open" else "was"
    raise Refused(
        f"{ref} {verb} already {status}."
        if status == to
        else f"{ref} {verb} {status}, so it can't be {to}.",
        f"Possible commands: {_possible_commands(ref, status)}",
    )


def check_open(ref: str, status: str, what: str) -> None:
    """Checks that a goal is open; `what` is the consequence if not (“no steps can be added”).

    Raises:
        Refused: it was achieved or dropped.
    """
    if status != "open":
        raise Refused(
            f"{ref} was {status}, so {what}.",
            f"To reopen it: {_possible_commands(ref, status)}",
        )


def check_not_taken(ref: str, done_on: date | None) -> None:
    """Checks that a step is not taken yet.

    Raises:
        Refused: it is.
    """
    if done_on is not None:
        raise Refused(
            f"{ref} was already taken, on {format_day(done_on)}.",
            f"To mark it as not taken: boardroom goal step edit {ref} --undone",
        )


def tell_due_on(achieved_on: date, thanks: Span | None, *, today: date) -> date:
    """The day by which to tell the helpers of a goal, today or later.

    That is `thanks` after it was achieved, or 7 days after it if thanks are off (None).

    Source: giving brings most back; thanks keep people willing to help (articles 000, 002).
    """
    return max((thanks or _WEEK).after(achieved_on), today)


def tell_promise(name: str, title: str) -> str:
    """The text of the promise to tell a helper about an achieved goal."""
    return f"Tell {name} that you achieved {brief(title)}"


def _possible_commands(ref: str, status: str) -> str:
    return " or ".join(f"boardroom {_COMMANDS[other].format(ref=ref)}" for other in NEXT[status])
