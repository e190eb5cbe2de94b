"""What each item of the morning list says, and the command that sees to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardroom.render.formatting import plural, short_day
from boardroom.rules.day_format import from_today
from boardroom.rules.due import (
    Active,
    Agreed,
    Aimed,
    Asked,
    Begun,
    Item,
    Paused,
    Planned,
    Promised,
    Reviewing,
)
from boardroom.rules.text import brief


def text_of(item: Item, today: date) -> str:
    """What an item says, in one line."""
    if isinstance(item.about, Reviewing):
        return _review_text(item.about, today)
    if isinstance(item.about, Begun) and item.about.name is None:
        return f"Six-month review {phrase(item, today)}"
    return f"{name_of(item.about)}: {phrase(item, today)}"


def name_of(about: Active | Planned | Paused | Asked | Agreed | Promised | Aimed | Begun) -> str:
    """What an item is about: a person, a goal by the beginning of its title, or the review of everybody."""
    return brief(about.name) if isinstance(about, Aimed) else about.name or "Six-month review"


def next_of(item: Item, *, of_several: bool = False) -> str:
    """The command to type next; for `of_several` promises to or of somebody, the one that lists them."""
    if of_several:
        return f"boardroom promise list {item.handle}"
    if item.kind == "review":
        return (
            "boardroom review"
            if item.handle is None
            else f"boardroom review --advisor {item.handle}"
        )
    kind = (
        "upcoming"
        if item.booked_on
        else "step"
        if isinstance(item.about, Aimed) and item.about.step
        else item.kind
    )
    return f"boardroom {_NEXT[kind].format(handle=item.handle, ref=item.ref)}"


def phrase(item: Item, today: date) -> str:
    """The same without the name, for where the name stands already."""
    match item.about:
        case Active() as active:
            booked = f", booked {short_day(item.booked_on, today)}" if item.booked_on else ""
            return f"{_last_met(active, today)}, {window_phrase(active, today)}{booked}"
        case Planned() as plan:
            unlogged = " is not logged (log, move, cancel or missed?)"
            return f"{plan.way} {_when(plan, today)}{unlogged if item.kind == 'unlogged' else f', {_agenda(plan)}'}"
        case Paused() | Asked() | Agreed() as about:
            return _standing(about, today)
        case Promised() as promise:
            return _promise(promise, today)
        case Aimed() as goal:
            return (
                f"“{brief(goal.step)}” by {_day(goal.on, today)}"
                if goal.step
                else f"target {_day(goal.on, today)}"
            )
        case Reviewing() | Begun() as review:
            return _review_phrase(review, today)


def promises_phrase(items: Sequence[Item], today: date) -> str:
    """What several promises between the user and one advisor come to: how many, since when, and the first of them by name."""
    named = [item.about for item in items[:_NAMED] if isinstance(item.about, Promised)]
    said = [
        f"{promise.ref} “{brief(promise.text, _SHORT)}”{' (theirs)' if promise.by_whom == 'them' else ''}"
        for promise in named
    ]
    more = f", and {len(items) - len(named)} more" if len(items) > len(named) else ""
    first = min(item.on for item in items)
    return f"{len(items)} promises, the first by {'today' if first == today else short_day(first, today)}: {', '.join(said)}{more}"


def window_phrase(active: Active, today: date) -> str:
    """Where today stands in an advisor's window."""
    match active.seen.state:
        case "overdue":
            return f"{plural(active.seen.days_overdue(today), 'day')} past {active.window}"
        case "due":
            return f"due by {short_day(active.seen.due_by, today)} ({active.window})"
        case _:
            return f"due from {short_day(active.seen.due_from, today)} ({active.window})"


def _last_met(active: Active, today: date) -> str:
    if active.returned_on is not None and (
        active.last_met_on is None or active.last_met_on < active.returned_on
    ):
        return f"back since {short_day(active.returned_on, today)}"
    if active.last_met_on is None:
        return f"never met, joined {short_day(active.joined_on, today)}"
    return f"last met {short_day(active.last_met_on, today)}"


def _when(plan: Planned, today: date) -> str:
    day = "today" if plan.on == today else f"on {short_day(plan.on, today)}"
    at = f" at {plan.start_time}" if plan.start_time else ""
    return f"{day}{at}{f', {plan.place}' if plan.place else ''}"


def _agenda(plan: Planned) -> str:
    return f"{plan.agenda_count} on the agenda" if plan.agenda_count else "nothing on the agenda"


def _standing(about: Paused | Asked | Agreed, today: date) -> str:
    """What there is to decide about somebody's standing."""
    if isinstance(about, Paused):
        return f"the pause was until {short_day(about.until, today)} (resume, or pause on?)"
    if isinstance(about, Asked):
        return f"asked {short_day(about.on, today)}, no answer (ask once more, or take no for an answer?)"
    ends = "ended" if about.until < today else "ends"
    return f"your agreement {ends} {'today' if about.until == today else short_day(about.until, today)} (renew, or part?)"


def _promise(promise: Promised, today: date) -> str:
    """What was promised, in their words; to ask after what somebody else promised is a nudge, never a reproach."""
    by = f"by {_day(promise.on, today)}"
    text = brief(promise.text)
    if promise.by_whom == "them":
        return f"said they would “{text}” {by} (a gentle nudge?)"
    return f"you promised “{text}” {by}" if promise.kind == "promise" else f"{text} {by}"


def _day(on: date, today: date) -> str:
    """A day that something was to be done by, and how long ago where it has passed."""
    if on == today:
        return "today"
    return (
        f"{short_day(on, today)}, {from_today(on, today)}" if on < today else short_day(on, today)
    )


def _review_text(review: Reviewing, today: date) -> str:
    names = ", ".join(review.names)
    if review.of_board:
        return (
            f"Six-month review of the board: {names}" if names else "Six-month review of the board"
        )
    return f"{names}: six-month review, {_review_phrase(review, today)}"


def _review_phrase(review: Reviewing | Begun, today: date) -> str:
    """By when there is a review, or since when it is going on."""
    if isinstance(review, Begun):
        since = f"begun {short_day(review.on, today)}"
        return (
            f"six-month review {since}"
            if review.name
            else f"{since}: {review.done_count} of {review.of_count} done"
        )
    if review.clock.state == "overdue":
        return f"{plural((today - review.clock.due_by).days, 'day')} past its window"
    if review.clock.state == "due":
        return f"due by {short_day(review.clock.due_by, today)}"
    return f"due from {short_day(review.clock.due_from, today)}"


# Enough to know each by, so that a whole board full of promises is near to a screen.
_NAMED = 3
_SHORT = 24
_NEXT = {
    "meeting": "plan {handle} WHEN",
    "unlogged": "log {handle} --meeting {ref}",
    "agenda": "agenda add {handle} TEXT",
    "upcoming": "prep {handle}",
    "pause": "advisor resume {handle}",
    "ask": "advisor ask {handle}",
    "agreement": "agreement set {handle} --until DATE",
    "promise": "done {ref}",
    "goal": "goal show {ref}",
    "step": "done {ref}",
}
