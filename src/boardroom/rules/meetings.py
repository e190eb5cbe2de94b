"""The lifecycle and the fields of meetings, their days, and the plan that a log belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from boardroom.errors import Ambiguous, BadInput, Refused
from boardroom.record import Record
from boardroom.rules.day_format import format_day
from boardroom.rules.fields import PRIVATE, Field

DEFAULT_WAY = "coffee"
LOOK_BACK = timedelta(days=14)
"""How far back a log without a day searches for its plan."""
UNLOGGED = "log it, or was it moved, cancelled, missed?"
"""The question about a plan whose day has passed."""

NEXT = {
    "planned": ("held", "planned", "cancelled", "missed"),
    "held": (),
    "cancelled": ("planned",),
    "missed": ("planned",),
}
"""The statuses that may follow each. From planned to planned is a move."""

FIELDS = (
    Field("met_on", "day"),
    Field("start_time", "time"),
    Field("way", "way"),
    Field("place", "place"),
    Field("minutes", "minutes"),
    Field("notes", "notes", text=True, silent=True),
    PRIVATE,
)
"""The editable fields of a meeting."""

_NOUNS = {"video": "video call", "other": "meeting"}
_PARTICIPLES = {"held": "logged", "planned": "moved", "cancelled": "cancelled", "missed": "missed"}
_COMMANDS = {
    "held": "log {handle} --meeting {ref}",
    "planned": "meeting move {ref} WHEN",
    "cancelled": "meeting cancel {ref}",
    "missed": "meeting missed {ref}",
}


class Plan(Record):
    """A planned meeting: its shown id, its day, and its time if it has one."""

    ref: str
    on: date
    at: str | None = None


def noun(way: str) -> str:
    """The noun for a way to meet, as in “coffee with Marcus Ojo”."""
    return _NOUNS.get(way, way)


def reach(way: str, phone: str | None, link: str | None) -> str:
    """The phone number for a call, or the link for a video; the other one where it is missing."""
    if way == "call":
        return phone or link or ""
    return link or phone or "" if way == "video" else ""


def check_step(ref: str, handle: str, status: str, to: str) -> None:
    """Checks that a meeting may go from `status` to `to`.

    Raises:
        BadInput: a held meeting would be logged again; the hint is to edit it.
        Refused: the lifecycle does not allow it; the hint lists the possible commands.
    """
    if to in NEXT[status]:
        return
    edit = (
        f"Change it with boardroom meeting edit {ref}, or remove it with boardroom meeting rm {ref}"
    )
    if status == to == "held":
        raise BadInput(f"{ref} is already logged.", edit)
    commands = " or ".join(
        "boardroom " + _COMMANDS[other].format(handle=handle, ref=ref) for other in NEXT[status]
    )
    sentence = (
        f"{ref} was already {status}."
        if status == to
        else f"{ref} was {status}, so it can't be {_PARTICIPLES[to]}."
    )
    raise Refused(sentence, f"Possible commands: {commands}" if commands else edit)


def check_day(status: str, on: date, *, handle: str, ref: str = "", today: date) -> None:
    """Checks the day of a meeting: up to today if held, from today on if planned.

    `ref` is the id of a plan that is to be moved.

    Raises:
        BadInput: the day is on the wrong side of today; the hint is the command for it.
    """
    if status == "held" and on > today:
        raise BadInput(
            f"{format_day(on)} is in the future, so no meeting was held then.",
            f"Use today or an earlier day, or plan it: boardroom plan {handle} {on.isoformat()}",
        )
    if status == "planned" and on < today:
        plan = f" --meeting {ref}" if ref else ""
        raise BadInput(
            f"{format_day(on)} has passed, so nothing can be planned then.",
            "Use today or a later day, or log it:"
            f" boardroom log {handle}{plan} --on {on.isoformat()}",
        )


def check_missed(ref: str, on: date, *, today: date) -> None:
    """Checks that a meeting on that day can have been missed.

    Raises:
        BadInput: the day is in the future.
    """
    if on > today:
        raise BadInput(
            f"{ref} is on {format_day(on)}, which is in the future.",
            f"To cancel it: boardroom meeting cancel {ref}",
        )


def plan_to_log(plans: Sequence[Plan], on: date | None, *, today: date) -> Plan | None:
    """The plan that a log belongs to; None if there is none.

    It is the plan for the day `on`, or (None) the one in the last 14 days.

    Raises:
        Ambiguous: several match; their ids are the candidates.
    """
    matches = [
        plan
        for plan in plans
        if (plan.on == on if on is not None else today - LOOK_BACK <= plan.on <= today)
    ]
    if len(matches) > 1:
        refs = ", ".join(f"{plan.ref} on {format_day(plan.on, plan.at)}" for plan in matches)
        raise Ambiguous(
            f"{len(matches)} planned meetings match: {refs}.",
            f"Choose the one that took place, like --meeting {matches[0].ref}.",
            tuple(plan.ref for plan in matches),
        )
    return matches[0] if matches else None
