"""An advisor's lifecycle: one table of the allowed steps, and the status they lead to.

Only dated steps are stored, so the status on any day can be computed.
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
    "paused": ("active", "alumni", "paused"),
    "declined": ("prospect", "asked"),
    "alumni": ("prospect", "asked"),
}
"""The statuses that may follow each.

A person who has not answered may be asked again, and a pause may get another end.
"""

STATUSES = tuple(NEXT)

ENDED = ("declined", "alumni")
"""The statuses of people who declined or are former advisors."""

STATUS_WORDS = {
    "prospect": "a prospect",
    "asked": "asked",
    "active": "on the board",
    "paused": "paused",
    "declined": "declined",
    "alumni": "a former advisor",
}
"""Each status of an advisor in words; see `status_words` for a mentee's."""

_MENTEE_WORDS = {"active": "your mentee", "alumni": "a former mentee"}

_VERBS = {"asked": "was", "declined": "has"}

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
    """A status from a day on; `until` is the planned end of a pause, if there is one.

    `by_whom` is who decided to part, `me` or `them`; None for other steps.
    """

    on: date
    status: str
    until: date | None = None
    by_whom: str | None = None


class Standing(Record):
    """An advisor's status, and the dates that follow from their steps.

    `joined_on` is the first day on the board, and `returned_on` the day of the latest return to it
    (resumed, or seated again). `ended_on` is the day of parting or declining, for these statuses.
    `paused_until` is the planned end of the current pause, which keeps its first day in `since`
    however often its end is moved. `stepped_back` says that they decided to part, and
    `asked_count` on how many days they were asked without an answer.
    """

    status: str
    since: date
    joined_on: date | None
    returned_on: date | None
    ended_on: date | None
    paused_until: date | None
    stepped_back: bool = False
    asked_count: int = 0


def standing(steps: Iterable[Step], *, as_of: date | None = None) -> Standing | None:
    """The standing after these steps, in order, up to `as_of` (default: all of them).

    None before the first step.
    """
    last: Step | None = None
    since = date.min
    joined_on: date | None = None
    returned_on: date | None = None
    asked_on: set[date] = set()
    for step in steps:
        if as_of is not None and step.on > as_of:
            break
        if step.status == "active":
            if joined_on is None:
                joined_on = step.on
            else:
                returned_on = step.on
        asked_on = {*asked_on, step.on} if step.status == "asked" else set()
        if last is None or (last.status, step.status) != ("paused", "paused"):
            since = step.on
        last = step
    if last is None:
        return None
    ended_on = last.on if last.status in ENDED else None
    return Standing(
        last.status,
        since,
        joined_on,
        returned_on,
        ended_on,
        last.until if last.status == "paused" else None,
        stepped_back=last.status == "alumni" and last.by_whom == "them",
        asked_count=len(asked_on),
    )


def status_words(status: str, role: str) -> str:
    """A status in words, of an advisor or of a mentee."""
    words = _MENTEE_WORDS if role == "mentee" else STATUS_WORDS
    return words.get(status, STATUS_WORDS[status])


def check_step(
    name: str,
    handle: str,
    status: str,
    to: str,
    *,
    verb: str | None = None,
    role: str = "advisor",
) -> None:
    """Checks that `to` may follow `status`, by the subcommand `verb` (None: by any).

    Raises:
        Refused: the step is not allowed, or belongs to another subcommand. The hint lists the
            commands for the allowed steps.
    """
    if to in NEXT[status] and verb in (None, command(status, to)):
        return
    raise Refused(
        f"{format_status(name, status, already=to == status, role=role)},"
        f" so can't be {_PARTICIPLES[verb or _COMMANDS[to]]}.",
        next_steps(handle, status),
    )


def format_status(name: str, status: str, *, already: bool = False, role: str = "advisor") -> str:
    """A status as a clause: “Marcus Ojo is paused”, or “is already paused”."""
    verb = _VERBS.get(status, "is")
    return f"{name} {verb} {'already ' if already else ''}{status_words(status, role)}"


def next_steps(handle: str, status: str) -> str:
    """A hint with the commands for the steps allowed from a status."""
    commands = (f"boardroom advisor {command(status, to)} {handle}" for to in NEXT[status])
    return f"Possible commands: {' or '.join(commands)}"


def command(status: str, to: str) -> str:
    """The subcommand of `advisor` for the step from one status to another."""
    return "resume" if (status, to) == ("paused", "active") else _COMMANDS[to]
