"""What a meeting may become, on which days, and which plan a log is about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from boardroom.errors import Ambiguous, BadInput, Refused
from boardroom.rules.day_format import format_day

DEFAULT_WAY = "coffee"
LOOK_BACK = timedelta(days=14)
"""How far back a log without a day looks for the meeting it is of."""

NEXT = {
    "planned": ("held", "planned", "cancelled", "missed"),
    "held": (),
    "cancelled": ("planned",),
    "missed": ("planned",),
}
"""The one table of a meeting's lifecycle: from each status, the ones that may follow. From planned to planned is a move."""

_NOUNS = {"video": "video call", "other": "meeting"}
_DONE = {"held": "logged", "planned": "moved", "cancelled": "cancelled", "missed": "missed"}
_COMMANDS = {
    "held": "log {handle} --meeting {ref}",
    "planned": "meeting move {ref} WHEN",
    "cancelled": "meeting cancel {ref}",
    "missed": "meeting missed {ref}",
}


class Plan(NamedTuple):
    """A planned meeting, as far as a log has to know it."""

    ref: str
    on: date


def noun(way: str) -> str:
    """What a meeting of that way is called: “coffee with Marcus Ojo”."""
    return _NOUNS.get(way, way)


def check_step(ref: str, handle: str, status: str, to: str) -> None:
    """Whether a meeting of that status may take the step.

    Raises:
        BadInput: it is to be logged, and was; then it is edited.
        Refused: the table has no such step; the hint names those it has.
    """
    if to in NEXT[status]:
        return
    edit = f"Change it with boardroom meeting edit {ref}, or remove it with boardroom meeting rm {ref}."
    if status == to == "held":
        raise BadInput(f"{ref} is logged already.", edit)
    ways_on = " or ".join(
        "boardroom " + _COMMANDS[other].format(handle=handle, ref=ref) for other in NEXT[status]
    )
    sentence = (
        f"{ref} was {status} already."
        if status == to
        else f"{ref} was {status}, so it can't be {_DONE[to]}."
    )
    raise Refused(sentence, f"From there: {ways_on}." if ways_on else edit)


def check_day(status: str, on: date, *, today: date) -> None:
    """Whether a meeting of that status may stand on that day: a held one up to today, a planned one from today on.

    Raises:
        BadInput: it may not.
    """
    if status == "held" and on > today:
        raise BadInput(
            f"{format_day(on)} is still to come, so nobody was met then.",
            "Give a day up to today, or plan it: boardroom plan.",
        )
    if status == "planned" and on < today:
        raise BadInput(
            f"{format_day(on)} has passed, so nothing can be planned then.",
            "Give a day from today on, or log it: boardroom log.",
        )


def check_missed(ref: str, on: date, *, today: date) -> None:
    """Whether the day of a meeting has come, so that it can have been missed.

    Raises:
        BadInput: it has not.
    """
    if on > today:
        raise BadInput(
            f"{ref} is on {format_day(on)}, which is still to come.",
            f"To call it off: boardroom meeting cancel {ref}.",
        )


def plan_meant(plans: Sequence[Plan], on: date | None, *, today: date) -> Plan | None:
    """The plan that a log turns into a held meeting: the one on that day, or without a day the one of the last 14 days; None where none is.

    Raises:
        Ambiguous: several are; their ids are the candidates.
    """
    fitting = [
        plan
        for plan in plans
        if (plan.on == on if on is not None else today - LOOK_BACK <= plan.on <= today)
    ]
    if len(fitting) > 1:
        listed = ", ".join(f"{plan.ref} on {format_day(plan.on)}" for plan in fitting)
        raise Ambiguous(
            f"{len(fitting)} planned meetings fit: {listed}.",
            f"Name the one that took place, like --meeting {fitting[0].ref}.",
            tuple(plan.ref for plan in fitting),
        )
    return fitting[0] if fitting else None
