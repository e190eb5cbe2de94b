"""The lifecycle of goals and steps, their progress, and telling the helpers of an achieved goal.

Source: near-term and longer-term goals, specific, in small discrete steps, shared with the advisors
(articles 000, 003).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from boardroom.errors import Refused
from boardroom.record import Record
from boardroom.rules.day_format import format_day
from boardroom.rules.fields import Field
from boardroom.rules.text import brief
from boardroom.rules.windows import Span

HORIZONS = ("near", "long")

NEXT = {"open": ("achieved", "dropped"), "achieved": ("open",), "dropped": ("open",)}
"""The lifecycle of a goal: from each status, those that may follow."""

FIELDS = (
    Field("title", "title"),
    Field("horizon", "term"),
    Field("target_on", "target"),
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
    """The number of steps taken towards a goal, and of all its steps."""

    taken_count: int
    step_count: int


def progress(done_on: Iterable[date | None]) -> Progress:
    """A goal's progress, from the days its steps were taken on (None: not yet taken)."""
    days = list(done_on)
    return Progress(sum(day is not None for day in days), len(days))


def check_transition(ref: str, status: str, to: str) -> None:
    """Checks that a goal may go from one status to another; `ref` is its id.

    Raises:
        Refused: it may not. The hint names the commands for those that may follow.
    """
    if to in NEXT[status]:
        return
    was = f"{ref} is open" if status == "open" else f"{ref} was {status}"
    raise Refused(
        f"{was} already." if status == to else f"{was}, so it can't be {to}.",
        f"From there: {_ways_on(ref, status)}",
    )


def check_open(ref: str, status: str, what: str) -> None:
    """Checks that a goal is open; `what` is the consequence if not (“no step can be added to it”).

    Raises:
        Refused: it was achieved or dropped.
    """
    if status != "open":
        raise Refused(
            f"{ref} was {status}, so {what}.", f"To open it again: {_ways_on(ref, status)}"
        )


def check_not_taken(ref: str, done_on: date | None) -> None:
    """Checks that a step has not been taken.

    Raises:
        Refused: it has.
    """
    if done_on is not None:
        raise Refused(
            f"{ref} was taken already, on {format_day(done_on)}.",
            f"To take it back: boardroom goal step edit {ref} --undone",
        )


def tell_due_on(achieved_on: date, thanks: Span | None, *, today: date) -> date:
    """The day by which to tell the helpers of a goal, today or later.

    That is `thanks` after it was achieved, or 7 days after it if thanks are off (None).

    Source: what you give gives most back; thanks keep people willing to help (articles 000, 002).
    """
    return max((thanks or _WEEK).after(achieved_on), today)


def tell_promise(name: str, title: str) -> str:
    """The text of the promise to tell a helper that the goal was achieved."""
    return f"Tell {name} that you achieved {brief(title)}"


def _ways_on(ref: str, status: str) -> str:
    return " or ".join(f"boardroom {_COMMANDS[other].format(ref=ref)}" for other in NEXT[status])
