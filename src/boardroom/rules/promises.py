"""Promises: their fields, how they are parsed, and those the program makes for the user.

Sources: be courteous, follow up on an introduction (articles 001, 003); follow plans through
(004); thanks and feedback keep people willing to give (000, 002).
"""

from __future__ import annotations

from datetime import date, timedelta

from boardroom.errors import BadInput, Refused
from boardroom.record import Record
from boardroom.rules.day_format import format_day
from boardroom.rules.fields import Field
from boardroom.rules.ids import PROMISE
from boardroom.rules.text import brief, clean, quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.rules.windows import Span

KINDS = ("promise", "thanks", "follow_up")
SIDES = ("me", "them")
"""Who made a promise: the user, or the advisor."""

FIELDS = (
    Field("by_whom", "by-whom"),
    Field("due_on", "by"),
    Field("done_on", "kept"),
    Field("text", "Text", text=True),
    Field("note", "Note", text=True),
)
"""The editable fields of a promise."""

_WEEK = timedelta(days=7)


class ParsedPromise(Record):
    """A promise parsed from a line: its text, and its due day, if there is one."""

    text: str
    due_on: date | None


def parse_promise(line: str, *, today: date, date_order: str | None) -> ParsedPromise:
    """Parses “send the deck @ 1 Dec” or “send the deck by 1 Dec”.

    ` @ ` must be followed by a date; ` by ` may be.

    Raises:
        BadInput: no date follows ` @ `, or the text is empty.
    """
    from boardroom.rules.dates import parse_day  # noqa: PLC0415  3 ms that no action needs

    text, at, day = line.rpartition(" @ ")
    if at:
        try:
            due_on = parse_day(day, today=today, toward="forward", date_order=date_order)
        except BadInput as error:
            raise BadInput(
                f"In {quoted(line)}, “ @ ” must be followed by a date. {error.message}", error.hint
            ) from None
        return ParsedPromise(clean(text, what=PROMISE.noun), due_on)
    text, by, day = line.rpartition(" by ")
    if by and text.strip():
        try:
            return ParsedPromise(
                clean(text, what=PROMISE.noun),
                parse_day(day, today=today, toward="forward", date_order=date_order),
            )
        except BadInput:
            pass  # “stand by my word” has no date
    return ParsedPromise(clean(line, what=PROMISE.noun), None)


def check_not_kept(ref: str, done_on: date | None) -> None:
    """Checks that a promise is still open.

    Raises:
        Refused: it was kept.
    """
    if done_on is not None:
        raise Refused(
            f"{ref} was already kept, on {format_day(done_on)}.",
            f"Change it with: boardroom promise edit {ref}",
        )


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


def report_text(name: str, person: str | None) -> str:
    """The text of the promise to tell an advisor how an introduction went."""
    return (
        f"Tell {name} how it went with {brief(person) if person else 'the person they introduced'}"
    )


def format_next_promise(promise_id: int, text: str, due_on: date) -> str:
    """The end of a summary: the promise that a change made for the user."""
    return f"; your promise {PROMISE.ref(promise_id)}: {text}, by {format_day(due_on)}"
