"""An advisor's lifecycle: one table of the possible steps, and the status that steps lead to.

Only the dated steps are stored, so that the status on any day can be computed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from boardroom.errors import Refused
from boardroom.record import Record

NEXT = {
    "prospect": ("asked", "active"),
    "asked": ("active", "declined", "asked"),
    "active": ("paused", "alumni"),
    "paused": ("active", "alumni"),
    "declined": ("prospect", "asked"),
    "alumni": ("prospect", "asked"),
}
"""The statuses that may follow each. Somebody who has not answered may be asked again."""

STATUSES = tuple(NEXT)

ENDED = ("declined", "alumni")
"""The statuses of people who declined, or whom the user parted with."""

STATUS_WORDS = {
    "prospect": "a prospect",
    "asked": "asked",
    "active": "on the board",
    "paused": "paused",
    "declined": "somebody who said no",
    "alumni": "a former advisor",
}
"""Each status as a sentence has it: “Marcus Ojo is …”."""

_PARTICIPLES = {
    "consider": "considered",
    "ask": "asked",
    "seat": "seated",
    "pause": "paused",
    "resume": "resumed",
    "decline": "declined",
    "part": "parted with",
}
_COMMANDS = {
    "prospect": "consider",
    "asked": "ask",
    "active": "seat",
    "paused": "pause",
    "declined": "decline",
    "alumni": "part",
}


class Step(Record):
    """A status from a day on; `until` is the day a pause is to end, if one was named."""

    on: date
    status: str
    until: date | None = None


class Standing(Record):
    """Where an advisor's steps have led.

    `joined_on` is the first day on the board and `returned_on` the last day of coming back to it
    (resumed, or seated again). `ended_on` is the day of parting or declining, if the status is one
    of these. `paused_until` is the day a current pause is to end.
    """

    status: str
    since: date
    joined_on: date | None
    returned_on: date | None
    ended_on: date | None
    paused_until: date | None


def standing(steps: Iterable[Step], *, as_of: date | None = None) -> Standing | None:
    """Where `steps`, in the order they were taken, had led by `as_of` (default: to the end).

    None before the first step.
    """
    last: Step | None = None
    joined_on: date | None = None
    returned_on: date | None = None
    for step in steps:
        if as_of is not None and step.on > as_of:
            break
        if step.status == "active":
            if joined_on is None:
                joined_on = step.on
            else:
                returned_on = step.on
        last = step
    if last is None:
        return None
    ended_on = last.on if last.status in ENDED else None
    return Standing(
        last.status,
        last.on,
        joined_on,
        returned_on,
        ended_on,
        last.until if last.status == "paused" else None,
    )


def check_step(name: str, handle: str, status: str, to: str, *, verb: str | None = None) -> None:
    """Checks that `to` may follow `status`, by the subcommand `verb` (None: by any).

    Raises:
        Refused: there is no such step, or another subcommand takes it. The hint lists the steps
            from that status.
    """
    if to in NEXT[status] and verb in (None, command(status, to)):
        return
    already = "already " if to == status else ""
    raise Refused(
        f"{name} is {already}{STATUS_WORDS[status]},"
        f" so can't be {_PARTICIPLES[verb or _COMMANDS[to]]}.",
        next_steps(handle, status),
    )


def next_steps(handle: str, status: str) -> str:
    """A hint with the commands of the steps from that status."""
    commands = (f"boardroom advisor {command(status, to)} {handle}" for to in NEXT[status])
    return f"From there: {' or '.join(commands)}."


def command(status: str, to: str) -> str:
    """The subcommand of `advisor` that takes somebody from one status to another."""
    return "resume" if (status, to) == ("paused", "active") else _COMMANDS[to]
