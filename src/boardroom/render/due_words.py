"""The words of each item on the morning list, and the command to type next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardroom.render.formatting import plural, short_day
from boardroom.rules.day_format import from_today
from boardroom.rules.due_items import (
    ActiveAdvisor,
    AgreementEnd,
    GoalDate,
    Item,
    OpenPromise,
    PauseEnd,
    PlannedMeeting,
    ReviewDue,
    ReviewInProgress,
    UnansweredAsk,
)
from boardroom.rules.text import brief


def item_text(item: Item, today: date) -> str:
    """An item in one line, starting with the name of the person or the title of the goal."""
    subject = item.subject
    if isinstance(subject, ReviewDue):
        names = ", ".join(subject.names)
        if subject.of_board:
            return f"Six-month review of the board{f': {names}' if names else ''}"
        return f"{names}: six-month review, {phrase(item, today)}"
    if isinstance(subject, ReviewInProgress) and subject.name is None:
        return f"Six-month review {phrase(item, today)}"
    return f"{subject_name(item)}: {phrase(item, today)}"


def subject_name(item: Item) -> str:
    """The name of the person, or the title of the goal, cut short, that an item is about."""
    match item.subject:
        case GoalDate() as goal:
            return brief(goal.name)
        case ReviewDue() as review:
            return "Six-month review" if review.of_board else review.names[0]
        case subject:
            return subject.name or "Six-month review"


def next_command(item: Item, *, of_several: bool = False) -> str:
    """The command to type next.

    For one `of_several` promises with the same person, it lists the promises.
    """
    if of_several:
        return f"boardroom promise list {item.handle}"
    if item.kind == "review":
        who = "" if item.handle is None else f" --advisor {item.handle}"
        return f"boardroom review{who}"
    kind = item.kind
    if item.booked_on:
        kind = "upcoming"
    elif isinstance(item.subject, GoalDate) and item.subject.step:
        kind = "step"
    return f"boardroom {_NEXT[kind].format(handle=item.handle, ref=item.ref)}"


def phrase(item: Item, today: date) -> str:
    """An item in words, without the name."""
    match item.subject:
        case ActiveAdvisor() as advisor:
            booked = f", booked {short_day(item.booked_on, today)}" if item.booked_on else ""
            return f"{_last_met(advisor, today)}, {window_phrase(advisor, today)}{booked}"
        case PlannedMeeting() as plan:
            unlogged = ": log it, or was it moved, cancelled, missed?"
            rest = unlogged if item.kind == "unlogged" else f", {_agenda(plan)}"
            return f"{plan.way} {_when(plan, today)}{rest}"
        case PauseEnd() | UnansweredAsk() | AgreementEnd() as subject:
            return _decision(subject, today)
        case OpenPromise() as promise:
            return _promise(promise, today)
        case GoalDate() as goal:
            day = _due_day(goal.on, today)
            return f"“{brief(goal.step)}” by {day}" if goal.step else f"target {day}"
        case ReviewDue() | ReviewInProgress() as review:
            return _review(review, today)


def promises_phrase(items: Sequence[Item], today: date) -> str:
    """Several promises with the same person: how many, the first day, and the first texts."""
    promises = [item.subject for item in items if isinstance(item.subject, OpenPromise)]
    texts = [
        f"{promise.ref} “{brief(promise.text, _SHORT)}”"
        f"{' (theirs)' if promise.by_whom == 'them' else ''}"
        for promise in promises[:_NAMED]
    ]
    more = f", and {len(promises) - _NAMED} more" if len(promises) > _NAMED else ""
    first = min(promise.on for promise in promises)
    day = "today" if first == today else short_day(first, today)
    return f"{len(promises)} promises, the first by {day}: {', '.join(texts)}{more}"


def window_phrase(advisor: ActiveAdvisor, today: date) -> str:
    """Where today is in an advisor's window."""
    clock = advisor.meeting_clock
    match clock.state:
        case "overdue":
            return f"{plural(clock.days_overdue(today), 'day')} past {advisor.window}"
        case "due":
            return f"due by {short_day(clock.due_by, today)} ({advisor.window})"
        case _:
            return f"due from {short_day(clock.due_from, today)} ({advisor.window})"


def _last_met(advisor: ActiveAdvisor, today: date) -> str:
    met_on, returned_on = advisor.last_met_on, advisor.returned_on
    if returned_on is not None and (met_on is None or met_on < returned_on):
        return f"back since {short_day(returned_on, today)}"
    if met_on is None:
        return f"never met, joined {short_day(advisor.joined_on, today)}"
    return f"last met {short_day(met_on, today)}"


def _when(plan: PlannedMeeting, today: date) -> str:
    day = "today" if plan.on == today else f"on {short_day(plan.on, today)}"
    at = f" at {plan.start_time}" if plan.start_time else ""
    return f"{day}{at}{f', {plan.place}' if plan.place else ''}"


def _agenda(plan: PlannedMeeting) -> str:
    return f"{plan.agenda_count} on the agenda" if plan.agenda_count else "nothing on the agenda"


def _decision(subject: PauseEnd | UnansweredAsk | AgreementEnd, today: date) -> str:
    """The decision to make about a person."""
    if isinstance(subject, PauseEnd):
        return f"the pause ended {short_day(subject.until, today)} (resume, or pause on?)"
    if isinstance(subject, UnansweredAsk):
        asked = short_day(subject.on, today)
        return f"asked {asked}, no answer yet: ask again, or accept a no?"
    ends = "ended" if subject.until < today else "ends"
    day = "today" if subject.until == today else short_day(subject.until, today)
    return f"your agreement {ends} {day} (renew, or part?)"


def _promise(promise: OpenPromise, today: date) -> str:
    """A promise in its own words. One of theirs gets a nudge, never a reproach."""
    by = f"by {_due_day(promise.on, today)}"
    text = brief(promise.text)
    if promise.by_whom == "them":
        return f"said they would “{text}” {by} (a gentle nudge?)"
    return f"you promised “{text}” {by}" if promise.kind == "promise" else f"{text} {by}"


def _due_day(on: date, today: date) -> str:
    if on == today:
        return "today"
    day = short_day(on, today)
    return f"{day}, {from_today(on, today)}" if on < today else day


def _review(review: ReviewDue | ReviewInProgress, today: date) -> str:
    if isinstance(review, ReviewInProgress):
        started = f"started {short_day(review.on, today)}"
        if review.name:
            return f"six-month review {started}"
        return f"{started}: {review.done_count} of {review.of_count} done"
    clock = review.clock
    if clock.state == "overdue":
        return f"{plural(clock.days_overdue(today), 'day')} past its window"
    if clock.state == "due":
        return f"due by {short_day(clock.due_by, today)}"
    return f"due from {short_day(clock.due_from, today)}"


# Three short texts tell promises apart, and a board full of promises still fits a screen or two.
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
