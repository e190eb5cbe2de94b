"""The sentences about a change of a meeting: what came of it, and what goes with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardroom.queries.meeting_contents import NO_CONTENTS, MeetingContents
from boardroom.queries.meetings import Belongings, MeetingView
from boardroom.render.formatting import clock_words, plural, short_day
from boardroom.rules.day_format import format_day, from_today
from boardroom.rules.meetings import noun
from boardroom.rules.promises import set_day_command
from boardroom.rules.text import brief

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.queries.bookings import LateBooking, OpenWindow
    from boardroom.queries.promises import PromiseView
    from boardroom.rules.moments import Moment


def echo(
    view: MeetingView,
    today: date,
    contents: MeetingContents = NO_CONTENTS,
    new_item_count: int = 0,
) -> str:
    """What follows the sentence of a change: how far off the day is, and what came of the meeting.

    `new_item_count` is how many items it put on the agenda.
    """
    parts = [f" ({from_today(view.on, today)})"]
    if contents.covered:
        parts.append(f"{plural(len(contents.covered), 'agenda item')} covered")
    if new_item_count:
        parts.append(f"{new_item_count} new on the agenda")
    if contents.advice:
        refs = ", ".join(piece.ref for piece in contents.advice)
        parts.append(f"{plural(len(contents.advice), 'piece of advice')} ({refs})")
    if contents.exchanges:
        refs = ", ".join(exchange.ref for exchange in contents.exchanges)
        parts.append(f"{plural(len(contents.exchanges), 'exchange')} ({refs})")
    # Each promise with its day, so that the ones the program made are no surprise later.
    parts += [promise_and_day(promise, today) for promise in contents.promises]
    if view.private:
        parts.append("private")
    return ", ".join(parts)


def late_words(late: LateBooking) -> str:
    """By how much a plan misses the window: “72 days after the window (4-6w)”."""
    return f"{plural(late.days, 'day')} after the window ({late.window})"


def next_words(following: OpenWindow, handle: str, slots: Sequence[Moment], today: date) -> str:
    """When the next meeting is due after one was logged, and the command that plans it.

    The first of the `slots` is the day that it would take.
    """
    when = clock_words(following.clock, following.window, today)
    if not slots:
        return f"{when}: boardroom plan {handle} WHEN"
    on, at, _ = slots[0]
    day = f"{short_day(on, today)}{f' {at}' if at else ''}"
    return f"{when}, say {day}: boardroom plan {handle} next"


def already_logged(view: MeetingView) -> str:
    """The answer to a form that was logged before."""
    return (
        f"Nothing changed: {view.ref}, {noun(view.way)} with {view.name}"
        f" on {format_day(view.on, view.at)}, holds just that already."
    )


def removal(view: MeetingView, along: Belongings) -> str:
    """What is removed with a meeting, as one sentence."""
    gone = (
        ("promise", along.promises),
        ("piece of advice", along.advice),
        ("exchange", along.exchanges),
    )
    counts = [plural(count, record) for record, count in gone if count]
    sentence = (
        f"This removes {view.ref}, {noun(view.way)} with {view.name}"
        f" on {format_day(view.on, view.at)}"
    )
    if counts:
        sentence += f", with {', '.join(counts)}"
    if along.covered:
        become = "item becomes" if along.covered == 1 else "items become"
        sentence += f"; {along.covered} covered agenda {become} open again, without the answer"
    return f"{sentence}."


def promise_and_day(promise: PromiseView, today: date) -> str:
    """A promise with its day: “p2, theirs: introduce Dana Reyes by Tue 1 Dec”."""
    theirs = ", theirs" if promise.by_whom == "them" else ""
    text = f"{promise.ref}{theirs}: {brief(promise.text)}"
    if promise.due_on is None:
        return f"{text} (no day: boardroom {set_day_command(promise.ref)})"
    return f"{text} by {short_day(promise.due_on, today)}"
