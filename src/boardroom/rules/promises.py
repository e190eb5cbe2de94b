"""Promises: their fields, and those the program makes for the user.

Sources: be courteous, follow up on an introduction (articles 001, 003); follow plans through
(004); thanks and feedback keep people willing to give (000, 002).
"""

from __future__ import annotations

from datetime import date, timedelta

from boardroom.errors import Refused
from boardroom.rules.day_format import format_day
from boardroom.rules.fields import PRIVATE, Field
from boardroom.rules.ids import PROMISE
from boardroom.rules.text import brief

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from boardroom.rules.windows import Span

KINDS = ("promise", "thanks", "follow_up")
STATUSES = ("open", "kept", "dropped")
SIDES = ("me", "them")
"""Who made a promise: the user, or the advisor."""

FIELDS = (
    Field("by_whom", "by-whom"),
    Field("due_on", "by"),
    Field("done_on", "kept"),
    PRIVATE,
    Field("text", "Text", text=True),
    Field("note", "Note", text=True),
)
"""The editable fields of a promise."""

_WEEK = timedelta(days=7)
_WILL = ("'ll", "’ll", " will", " shall")


def without_promiser(text: str, by_whom: str, names: Sequence[str]) -> str:
    """The text of a promise without who makes it: “I will send it” is “send it”.

    For one of theirs, `names` are those of the other person: “Tom will send it”.
    """
    promisers = ("I",) if by_whom == "me" else (*names, "he", "she", "they")
    for promiser in sorted(promisers, key=len, reverse=True):
        for will in _WILL:
            beginning = f"{promiser}{will} "
            rest = text[len(beginning) :].lstrip()
            if rest and text[: len(beginning)].lower() == beginning.lower():
                return rest
    return text


def check_open(ref: str, status: str, done_on: date | None, to: str = "") -> None:
    """Checks that a promise is still open; `to` is the status that it is to get, if any.

    Raises:
        Refused: it was kept or dropped.
    """
    if status == "open":
        return
    if status == "dropped" and to == "kept":
        hint = f"If you kept it after all: boardroom promise edit {ref} --kept DATE"
    elif status == "dropped" or to == "dropped":
        hint = f"Reopen it with: boardroom promise edit {ref} --kept ''"
    else:
        hint = f"Change it with: boardroom promise edit {ref}"
    day = "" if done_on is None else f" on {format_day(done_on)}"
    if to in ("", status):
        raise Refused(f"{ref} was already {status}{day and f',{day}'}.", hint)
    raise Refused(f"{ref} was {status}{day}, so it can't be {to}.", hint)


def thanks_due_on(met_on: date, thanks: Span, *, today: date) -> date | None:
    """The day to thank for a meeting by: `thanks` after it, but never before today.

    None if the meeting was more than 7 days ago.
    """
    return max(thanks.after(met_on), today) if met_on >= today - _WEEK else None


def follow_up_due_on(since: date, *, today: date) -> date:
    """The day to follow up on an introduction by: 7 days after `since`, but never before today.

    `since` is the day it was made, or the day of getting in touch. Source: never ask for an
    introduction that you will not use, and follow up on it (articles 001, 003).
    """
    return max(since + _WEEK, today)


def set_day_command(ref: str) -> str:
    """The command that gives a promise its day, without the program's name."""
    return f"promise edit {ref} --by DATE"


def report_text(name: str, person: str | None) -> str:
    """The text of the promise to tell an advisor how an introduction went."""
    return (
        f"Tell {name} how it went with {brief(person) if person else 'the person they introduced'}"
    )


def format_next_promise(promise_id: int, text: str, due_on: date, *, private: bool = False) -> str:
    """The end of a summary: the promise that a change made for the user."""
    mark = " (private)" if private else ""
    return f"; your promise {PROMISE.ref(promise_id)}: {text}{mark}, by {format_day(due_on)}"
