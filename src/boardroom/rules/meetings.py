"""The lifecycle of a meeting, the days it may be on, its fields, and which plan a log is about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from boardroom.errors import Ambiguous, BadInput, Refused
from boardroom.record import Record
from boardroom.rules.day_format import format_day
from boardroom.rules.fields import Field

DEFAULT_WAY = "coffee"
LOOK_BACK = timedelta(days=14)
"""How far back a log without a day looks for its plan."""

NEXT = {
    "planned": ("held", "planned", "cancelled", "missed"),
    "held": (),
    "cancelled": ("planned",),
    "missed": ("planned",),
}
"""The lifecycle: the statuses that may follow each status. From planned to planned is a move."""

FIELDS = (
    Field("met_on", "day"),
    Field("start_time", "time"),
    Field("way", "way"),
    Field("place", "place"),
    Field("minutes", "minutes"),
    Field("notes", "notes", text=True),
    Field("private", "private"),
)
"""What can be edited of a meeting."""

_NOUNS = {"video": "video call", "other": "meeting"}
_PARTICIPLES = {"held": "logged", "planned": "moved", "cancelled": "cancelled", "missed": "missed"}
_COMMANDS = {
    "held": "log {handle} --meeting {ref}",
    "planned": "meeting move {ref} WHEN",
    "cancelled": "meeting cancel {ref}",
    "missed": "meeting missed {ref}",
}


class Plan(Record):
    """A planned meeting: its id as shown, and its day."""

    ref: str
    on: date


def noun(way: str) -> str:
    """The noun for a meeting of that way: “coffee with Marcus Ojo”."""
    return _NOUNS.get(way, way)


def check_step(ref: str, handle: str, status: str, to: str) -> None:
    """Checks that a meeting of that status may take the step.

    Raises:
        BadInput: a held meeting is to be logged again; the hint is to edit it.
        Refused: the lifecycle has no such step; the hint names the steps it has.
    """
    if to in NEXT[status]:
        return
    edit = (
        f"Change it with boardroom meeting edit {ref},"
        f" or remove it with boardroom meeting rm {ref}."
    )
    if status == to == "held":
        raise BadInput(f"{ref} is logged already.", edit)
    commands = " or ".join(
        "boardroom " + _COMMANDS[other].format(handle=handle, ref=ref) for other in NEXT[status]
    )
    sentence = (
        f"{ref} was {status} already."
        if status == to
        else f"{ref} was {status}, so it can't be {_PARTICIPLES[to]}."
    )
    raise Refused(sentence, f"From there: {commands}." if commands else edit)


def check_day(status: str, on: date, *, today: date) -> None:
    """Checks that the day suits the status: up to today if held, from today on if planned.

    Raises:
        BadInput: it does not.
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
    """Checks that the day of a meeting has come, so that it can have been missed.

    Raises:
        BadInput: it is still ahead.
    """
    if on > today:
        raise BadInput(
            f"{ref} is on {format_day(on)}, which is still to come.",
            f"To call it off: boardroom meeting cancel {ref}.",
        )


def plan_to_log(plans: Sequence[Plan], on: date | None, *, today: date) -> Plan | None:
    """The plan that a log turns into a held meeting; None if it fits none.

    With a day it is the plan on that day, without one the plan of the last 14 days.

    Raises:
        Ambiguous: several fit; their ids are the candidates.
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
