"""The words of each item on the morning list, and the command to type next."""

from __future__ import annotations

from datetime import date

from boardroom.render.agreement_end import hopes_and_outcome
from boardroom.render.formatting import clock_words, plural, short_day, their_time_words
from boardroom.render.occasion_words import due_phrase
from boardroom.render.open_questions import always_busy_words, unanswered_words
from boardroom.render.privacy import marked, private_words, split_mark
from boardroom.rules.called_off import REPEATEDLY
from boardroom.rules.day_format import from_today
from boardroom.rules.due_items import (
    ActiveAdvisor,
    AgreementEnd,
    GoalDate,
    Item,
    OccasionDay,
    OpenPromise,
    PauseEnd,
    PlannedMeeting,
    ReviewDue,
    ReviewInProgress,
    UnansweredAsk,
)
from boardroom.rules.meetings import UNLOGGED, noun, reach
from boardroom.rules.seats import takes_seat
from boardroom.rules.text import brief


def item_text(item: Item, today: date) -> str:
    """An item in one line, starting with the name of the person or the title of the goal."""
    subject = item.subject
    if isinstance(subject, ReviewDue) and subject.of_board:
        return f"Six-month review of the board{_names(subject)}"
    if isinstance(subject, ReviewInProgress) and subject.name is None:
        return f"Six-month review {phrase(item, today)}"
    return f"{subject_name(item)}: {phrase(item, today)}"


def subject_name(item: Item) -> str:
    """The name of the person, or the title of the goal, cut short, that an item is about.

    Of a mentee, it says so.
    """
    match item.subject:
        case GoalDate() as goal:
            return _marked(brief(goal.name), goal)
        case ReviewDue() as review:
            name = "Six-month review" if review.of_board else review.names[0]
            return f"{name}{', mentee' if item.is_mentee else ''}"
        case subject:
            return f"{subject.name or 'Six-month review'}{', mentee' if item.is_mentee else ''}"


def next_command(item: Item, kind: str | None = None) -> str:
    """The command to type next; `kind` is that of the command (default: of the item)."""
    kind = kind or item.kind
    if kind == "review":
        who = "" if item.handle is None else f" --advisor {item.handle}"
        return f"boardroom review{who}"
    ref = item.ref
    if isinstance(item.subject, ActiveAdvisor) and item.booked_on:
        kind, ref = (
            ("late", item.subject.booked_ref) if item.subject.booking_delay else ("upcoming", ref)
        )
    elif isinstance(item.subject, ActiveAdvisor) and kind == "meeting" and item.subject.has_usual:
        kind = "usual"
    elif isinstance(item.subject, GoalDate) and item.subject.step:
        kind = "step"
    elif isinstance(item.subject, UnansweredAsk) and item.subject.times >= REPEATEDLY:
        kind = "no"
    return f"boardroom {_NEXT[kind].format(handle=item.handle, ref=ref)}"


def second_command(item: Item, today: date) -> str:
    """Another command for an item.

    To go on with a pause; to remind them of a promise of theirs; to ask whether to go on, or after
    that to part; to snooze a review due for long.
    """
    match item.subject:
        case OpenPromise(by_whom="them"):
            return f"boardroom letter nudge {item.handle}"
        case AgreementEnd(asked_on=asked_on):
            return f"boardroom {'advisor part' if asked_on else 'letter renew'} {item.handle}"
        case PauseEnd():
            return f"boardroom advisor pause {item.handle} --until 1m"
        case ReviewDue(since=since) | ReviewInProgress(on=since):
            return _SNOOZE_REVIEW if (today - since).days >= _LONG_DUE_DAYS else ""
        case _:
            return ""


def phrase(item: Item, today: date) -> str:
    """An item in words, without the name."""
    match item.subject:
        case ActiveAdvisor() as advisor:
            parts = _last_met(advisor, today), window_phrase(advisor, today)
            return f"{', '.join(parts)}{_booked(advisor, today) or _busy(advisor)}"
        case PlannedMeeting() as plan:
            rest = f": {UNLOGGED}" if item.kind == "unlogged" else f", {_agenda(plan)}"
            return f"{_marked(f'{noun(plan.way)} {_when(plan, today)}', plan)}{rest}"
        case PauseEnd() | UnansweredAsk() | AgreementEnd() as subject:
            return _decision(subject, today)
        case OpenPromise() | OccasionDay() as subject:
            return (
                _promise(subject, today)
                if isinstance(subject, OpenPromise)
                else due_phrase(subject, item.on, today)
            )
        case GoalDate() as goal:
            day = _due_day(goal.on, today)
            return f"“{brief(goal.step)}” by {day}" if goal.step else f"target {day}"
        case ReviewDue() | ReviewInProgress() as review:
            return _review(review, today)


def window_phrase(advisor: ActiveAdvisor, today: date) -> str:
    """Where today is in an advisor's window."""
    return clock_words(advisor.meeting_clock, advisor.window, today)


def _last_met(advisor: ActiveAdvisor, today: date) -> str:
    met_on, returned_on = advisor.last_met_on, advisor.returned_on
    if returned_on is not None and (met_on is None or met_on < returned_on):
        return f"back since {short_day(returned_on, today)}"
    if met_on is None:
        return f"never met, joined {short_day(advisor.joined_on, today)}"
    met = f"last met {short_day(met_on, today)}"
    if met_on < advisor.joined_on:  # the window counts from the joining
        what = "on the board" if takes_seat(advisor.role) else "your mentee"
        return f"{met}, {what} since {short_day(advisor.joined_on, today)}"
    return met


def _booked(advisor: ActiveAdvisor, today: date) -> str:
    """The booking, and by how much it misses the window."""
    if advisor.booked_on is None:
        return ""
    delay = advisor.booking_delay
    missed = f", {plural(delay, 'day')} after the window" if delay else ""
    return f", booked {short_day(advisor.booked_on, today)}{missed}"


def _busy(advisor: ActiveAdvisor) -> str:
    words = always_busy_words(advisor.called_off_count) if takes_seat(advisor.role) else ""
    return f"; {words}" if words else ""


def _when(plan: PlannedMeeting, today: date) -> str:
    day = "today" if plan.on == today else f"on {short_day(plan.on, today)}"
    theirs = their_time_words(plan.on, plan.start_time, plan.timezone)
    at = f" at {plan.start_time}{theirs}" if plan.start_time else ""
    where = reach(plan.way, plan.phone, plan.link) if plan.on == today else "", plan.place
    return ", ".join(part for part in (f"{day}{at}", *where) if part)


def _agenda(plan: PlannedMeeting) -> str:
    if plan.agenda_count:
        return f"{plan.agenda_count} on the agenda"
    pieces = (split_mark(text) for text in plan.starters)
    starters = ", ".join(f"{brief(text, _STARTER)}{mark}" for text, mark in pieces)
    return f"nothing on the agenda{f' (to raise: {starters})' if starters else ''}"


def _decision(subject: PauseEnd | UnansweredAsk | AgreementEnd, today: date) -> str:
    """The decision to make about a person."""
    if isinstance(subject, PauseEnd):
        return f"pause ended {short_day(subject.until, today)}: resume, or pause on?"
    if isinstance(subject, UnansweredAsk):
        return unanswered_words(subject.on, subject.times, today)
    asked = f"asked {short_day(subject.asked_on, today)}; " if subject.asked_on else ""
    question = f"({asked}renew, or part?)"
    if subject.until > today:
        return f"your agreement ends {short_day(subject.until, today)} {question}"
    when = "ends today" if subject.until == today else f"ended {short_day(subject.until, today)}"
    return f"your agreement {when}: {hopes_and_outcome(subject)} {question}"


def _promise(promise: OpenPromise, today: date) -> str:
    """A promise in its own words. One of theirs gets a nudge, never a reproach."""
    by = f"by {_due_day(promise.on, today)}"
    text = brief(promise.text)
    if promise.by_whom == "them":
        reminded_on = promise.reminded_on
        nudge = f"reminded {short_day(reminded_on, today)}; another" if reminded_on else "a gentle"
        return f"they said they would {_marked(f'“{text}”', promise)} {by} ({nudge} nudge?)"
    if promise.kind == "promise":
        return f"you promised {_marked(f'“{text}”', promise)} {by}"
    return f"{_marked(text, promise)} {by}"


def _marked(text: str, subject: PlannedMeeting | OpenPromise | GoalDate) -> str:
    return marked(text, private_words(subject.private))


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
        if not review.of_count:
            return started
        return f"{started}: {review.done_count} of {review.of_count} done"
    clock = review.clock
    if clock.state == "overdue":
        when = f"{plural(clock.days_overdue(today), 'day')} past its window"
    elif clock.state == "due":
        when = f"due by {short_day(clock.due_by, today)}"
    else:
        when = f"due from {short_day(clock.due_from, today)}"
    return f"{when}{_names(review)}" if review.of_board else f"six-month review, {when}"


def _names(review: ReviewDue) -> str:
    return f": {', '.join(review.names)}" if review.names else ""


_STARTER = 32
_LONG_DUE_DAYS = 14
_SNOOZE_REVIEW = "boardroom snooze review --until 2w"
_NEXT = {
    "meeting": "plan {handle} WHEN",
    "usual": "plan {handle} next",
    "late": "meeting move {ref} WHEN",
    "unlogged": "log {handle} --meeting {ref}",
    "agenda": "agenda add {handle} TEXT",
    "upcoming": "prep {handle}",
    "pause": "advisor resume {handle}",
    "ask": "advisor ask {handle}",
    "no": "advisor decline {handle}",
    "agreement": "agreement set {handle} --until DATE",
    "promise": "done {ref}",
    "occasion": "done {ref}",
    "goal": "goal show {ref}",
    "step": "done {ref}",
}
