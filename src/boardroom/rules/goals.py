"""What a goal and its steps may become, how far it has come, and whom to tell once it is achieved.

Sources: near-term and longer-term goals, specific, in small discrete steps, shared with the advisors (articles 000, 003).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from boardroom.errors import Refused
from boardroom.rules.day_format import format_day
from boardroom.rules.text import brief
from boardroom.rules.windows import Span

HORIZONS = ("near", "long")

NEXT = {"open": ("achieved", "dropped"), "achieved": ("open",), "dropped": ("open",)}
"""The one table of a goal's lifecycle: from each status, the ones that may follow."""

_WEEK = Span(7, "d")
_COMMANDS = {
    "open": "goal edit {ref} --open",
    "achieved": "done {ref}",
    "dropped": "goal drop {ref}",
}


class Progress(NamedTuple):
    """How many of a goal's steps were taken, and how many it has."""

    taken_count: int
    step_count: int


def progress(done_on: Iterable[date | None]) -> Progress:
    """How far a goal has come, from the days on which its steps were taken (None for one that was not)."""
    days = list(done_on)
    return Progress(sum(day is not None for day in days), len(days))


def check_step(ref: str, status: str, to: str) -> None:
    """Whether a goal of that status may take the step.

    Raises:
        Refused: the table has no such step; the hint names those it has.
    """
    if to in NEXT[status]:
        return
    was = f"{ref} is open" if status == "open" else f"{ref} was {status}"
    raise Refused(
        f"{was} already." if status == to else f"{was}, so it can't be {to}.",
        f"From there: {_ways_on(ref, status)}",
    )


def check_open(ref: str, status: str, what: str) -> None:
    """Whether a goal is open; where it is not, the sentence says that so `what` (“no step can be added to it”).

    Raises:
        Refused: it was achieved or dropped.
    """
    if status != "open":
        raise Refused(
            f"{ref} was {status}, so {what}.", f"To open it again: {_ways_on(ref, status)}"
        )


def check_not_taken(ref: str, done_on: date | None) -> None:
    """Whether a step is still to be taken.

    Raises:
        Refused: it was taken.
    """
    if done_on is not None:
        raise Refused(
            f"{ref} was taken already, on {format_day(done_on)}.",
            f"To take it back: boardroom goal step edit {ref} --undone",
        )


def tell_due_on(achieved_on: date, thanks: Span | None, *, today: date) -> date:
    """By when to tell those who helped: `thanks` after the day, or within 7 days of it where thanks are off, but never before today.

    Source: what you give gives most back; thanks keep people willing to help (articles 000, 002).
    """
    return max((thanks or _WEEK).after(achieved_on), today)


def telling(name: str, title: str) -> str:
    """What there is to promise somebody who helped with a goal that was achieved."""
    return f"Tell {name} that you achieved {brief(title)}"


def _ways_on(ref: str, status: str) -> str:
    return " or ".join(f"boardroom {_COMMANDS[other].format(ref=ref)}" for other in NEXT[status])
