"""What an advisor is to the board, and since when: one table of the steps there are, and the fold of the steps that were taken.

Nothing about it is stored but the dated steps, so that any day can be asked about.
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
"""The one table of the lifecycle: from each status, the ones that may follow. Whoever has not answered may be asked once more."""

STATUSES = tuple(NEXT)

ENDED = ("declined", "alumni")
"""Those who said no, and those parted with."""


class Step(Record):
    """A status taken on a day; `until` is the day a pause is to end, if one was named."""

    on: date
    status: str
    until: date | None = None


class Standing(Record):
    """Where the steps have led.

    `joined_on` is the first day on the board, `returned_on` the last day of coming back to it (resumed, seated again),
    `ended_on` the day of parting or declining where that is the status, `paused_until` the day a present pause is to end.
    """

    status: str
    since: date
    joined_on: date | None
    returned_on: date | None
    ended_on: date | None
    paused_until: date | None


def standing(steps: Iterable[Step], *, as_of: date | None = None) -> Standing | None:
    """Where `steps`, in the order they were taken, had led by `as_of` (to the end where None); None before the first."""
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
    """Whether somebody of that status may take the step, and by the subcommand `verb` (None where any will do).

    Raises:
        Refused: the table has no such step, or it goes by another name; the sentence names the steps there are.
    """
    if to in NEXT[status] and verb in (None, command(status, to)):
        return
    already = "already " if to == status else ""
    raise Refused(
        f"{name} is {already}{WORDS[status]}, so can't be {_DONE[verb or _COMMANDS[to]]}.",
        ways_on(handle, status),
    )


def ways_on(handle: str, status: str) -> str:
    """The commands of the steps that somebody of that status may take, as a sentence."""
    return f"From there: {' or '.join(f'boardroom advisor {command(status, other)} {handle}' for other in NEXT[status])}."


def command(status: str, to: str) -> str:
    """The subcommand of `advisor` that takes somebody from one status to another."""
    return "resume" if (status, to) == ("paused", "active") else _COMMANDS[to]


WORDS = {
    "prospect": "a prospect",
    "asked": "asked",
    "active": "on the board",
    "paused": "paused",
    "declined": "somebody who said no",
    "alumni": "a former advisor",
}
"""Each status as the user reads it in a sentence: “Marcus Ojo is …”."""

_DONE = {
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
