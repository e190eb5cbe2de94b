"""What a promise is, how one is written in a line, and the promises that mentoring itself asks for.

Sources: be courteous, follow up on an introduction (articles 001, 003); follow plans through (004); thanks, and telling what came of
it, keep people willing to give (000, 002).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from boardroom.errors import BadInput, Refused
from boardroom.rules.dates import on_day
from boardroom.rules.day_format import format_day
from boardroom.rules.text import brief, clean, quoted
from boardroom.rules.windows import Span

KINDS = ("promise", "thanks", "follow_up")
WHOSE = ("me", "them")

_WEEK = timedelta(days=7)


class Said(NamedTuple):
    """A promise as somebody wrote it: what is to be done, and by when where that was said."""

    text: str
    due_on: date | None


def parse_promise(line: str, *, today: date, date_order: str | None) -> Said:
    """Reads “send the deck @ 1 Dec” or “send the deck by 1 Dec”: after ` @ ` must stand a date, after ` by ` it is one where it reads so.

    Raises:
        BadInput: what stands after ` @ ` is no date, or there is nothing to do before it.
    """
    text, at, day = line.rpartition(" @ ")
    if at:
        try:
            due_on = on_day(day, today=today, toward="forward", date_order=date_order)
        except BadInput as error:
            raise BadInput(
                f"In {quoted(line)}, after “ @ ” must stand a date. {error.message}", error.hint
            ) from None
        return Said(clean(text, what="promise"), due_on)
    text, by, day = line.rpartition(" by ")
    if by and text.strip():
        try:
            return Said(
                clean(text, what="promise"),
                on_day(day, today=today, toward="forward", date_order=date_order),
            )
        except BadInput:
            pass  # “stand by my word” has no date
    return Said(clean(line, what="promise"), None)


def check_open(ref: str, done_on: date | None) -> None:
    """Whether a promise is still open.

    Raises:
        Refused: it was kept.
    """
    if done_on is not None:
        raise Refused(
            f"{ref} was kept already, on {format_day(done_on)}.",
            f"Change it with boardroom promise edit {ref}, or boardroom undo.",
        )


def thanks_due_on(met_on: date, thanks: Span, *, today: date) -> date | None:
    """By when to thank for a meeting: `thanks` after it, but never before today; None where it is more than 7 days ago."""
    return max(thanks.after(met_on), today) if met_on >= today - _WEEK else None


def follow_up_due_on(since: date, *, today: date) -> date:
    """By when to follow up on an introduction: within 7 days of the day it was made or of getting in touch, but never before today.

    Source: never ask for an introduction that you will not use, and follow up on it (articles 001, 003).
    """
    return max(since + _WEEK, today)


def how_it_went(name: str, person: str | None) -> str:
    """What there is to promise an advisor once somebody they introduced has been contacted."""
    return (
        f"Tell {name} how it went with {brief(person) if person else 'the person they introduced'}"
    )
