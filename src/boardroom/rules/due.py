"""The rules of `boardroom due`: which items are on the morning list, and their severity and order.

The functions turn facts into items; `render` puts them into words.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from boardroom.rules.due_items import (
    SEVERITIES,
    ActiveAdvisor,
    AgreementEnd,
    GoalDate,
    Item,
    OccasionDay,
    OpenPromise,
    PauseEnd,
    PlannedMeeting,
    ReviewInProgress,
    UnansweredAsk,
    can_be_overdue,
)
from boardroom.rules.due_reviews import clock_day, clock_severity, reviews_due
from boardroom.rules.occasions import to_remember
from boardroom.rules.window_state import Clock
from boardroom.rules.windows import Span


def items(
    advisors: Sequence[ActiveAdvisor],
    planned: Iterable[PlannedMeeting],
    pauses: Iterable[PauseEnd],
    promises: Iterable[OpenPromise],
    board_clock: Clock | None,
    *,
    asks: Iterable[UnansweredAsk] = (),
    agreements: Iterable[AgreementEnd] = (),
    within: Span,
    agenda_notice: Span,
    agreement_notice: Span,
    ask_wait: Span,
    today: date,
    review_snoozed: bool = False,
    goals: Iterable[GoalDate] = (),
    in_progress: Sequence[ReviewInProgress] = (),
    occasions: Iterable[OccasionDay] = (),
    mentees: Collection[str] = (),
) -> list[Item]:
    """The items of the morning list, sorted by severity, then most overdue, then handle.

    Among equals, the items of `mentees`, by handle, come last. Meetings planned for the same day
    keep their order.
    """
    horizon = within.after(today)
    reviews = (
        () if review_snoozed else reviews_due(advisors, board_clock, in_progress, horizon, today)
    )
    found = [
        *_meetings(advisors, horizon, today),
        *_plans(planned, horizon, agenda_notice.after(today), today),
        *_pauses(pauses, today),
        *_asks(asks, ask_wait, today),
        *_agreements(agreements, agreement_notice.after(today), today),
        *_promises(promises, horizon, ask_wait, today),
        *_goals(goals, horizon, today),
        *_occasions(occasions, today),
        *reviews,
    ]
    return sorted(
        (item._replace(is_mentee=item.handle in mentees) for item in found),
        key=lambda item: (
            SEVERITIES.index(item.severity),
            item.days,
            item.is_mentee,
            item.handle or "",
        ),
    )


def is_booked(item: Item) -> bool:
    """Whether an item is about somebody's window, and they are booked in time for it."""
    return (
        isinstance(item.subject, ActiveAdvisor)
        and item.booked_on is not None
        and not item.subject.booking_delay
    )


def _meetings(advisors: Iterable[ActiveAdvisor], horizon: date, today: date) -> Iterable[Item]:
    for advisor in advisors:
        severity = clock_severity(advisor.meeting_clock, horizon)
        if severity is None or advisor.snoozed_until is not None:
            continue
        on = clock_day(advisor.meeting_clock, severity)
        booked = advisor.booked_on
        if booked is not None and not advisor.booking_delay:
            severity = "soon"  # nothing else is to be done, but they stay on the list
        days = (on - today).days
        yield Item("meeting", severity, advisor.handle, None, on, days, booked, advisor)


def _plans(
    planned: Iterable[PlannedMeeting], horizon: date, notice: date, today: date
) -> Iterable[Item]:
    for plan in planned:
        days = (plan.on - today).days
        values = plan.handle, plan.ref, plan.on, days, None, plan
        if days < 0:
            yield Item("unlogged", "due", *values)
            continue
        if plan.on <= notice and plan.agenda_count == 0:
            yield Item("agenda", "due", *values)
        if days == 0 or plan.on <= horizon:
            yield Item("upcoming", "due" if days == 0 else "soon", *values)


def _pauses(pauses: Iterable[PauseEnd], today: date) -> Iterable[Item]:
    for pause in pauses:
        days = (pause.until - today).days
        if days <= 0:
            yield Item("pause", "due", pause.handle, None, pause.until, days, None, pause)


def _asks(asks: Iterable[UnansweredAsk], wait: Span, today: date) -> Iterable[Item]:
    """Asks unanswered for longer than `wait`.

    Source: take no for an answer; someone always busy means look elsewhere (articles 003, 004).
    """
    for ask in asks:
        on = wait.after(ask.on)
        if on < today:
            yield Item("ask", "due", ask.handle, None, on, (on - today).days, None, ask)


def _agreements(agreements: Iterable[AgreementEnd], notice: date, today: date) -> Iterable[Item]:
    """Agreements that end by `notice`, or have ended.

    One of whom the user asked whether to go on is left out until the end.

    Source: agreed for a time, not open-ended (articles 002, 003).
    """
    for end in agreements:
        if end.until <= notice and (end.asked_on is None or end.until <= today):
            severity, days = _day_severity(end.until, today), (end.until - today).days
            yield Item("agreement", severity, end.handle, None, end.until, days, None, end)


def _promises(
    promises: Iterable[OpenPromise], horizon: date, wait: Span, today: date
) -> Iterable[Item]:
    """The user's promises up to the horizon, and theirs once due.

    Theirs are never overdue, nor is a thank-you. One that they were reminded of is left out for as
    long as an answer is waited for.
    """
    for promise in promises:
        theirs = promise.by_whom == "them"
        if promise.on > (today if theirs else horizon):
            continue
        if promise.reminded_on is not None and today <= wait.after(promise.reminded_on):
            continue
        severity = _day_severity(promise.on, today)
        if severity == "overdue" and not can_be_overdue(promise.by_whom, promise.kind):
            severity = "due"
        on, days = promise.on, (promise.on - today).days
        yield Item("promise", severity, promise.handle, promise.ref, on, days, None, promise)


def _goals(goals: Iterable[GoalDate], horizon: date, today: date) -> Iterable[Item]:
    for goal in goals:
        if goal.on <= horizon:
            severity, days = _day_severity(goal.on, today), (goal.on - today).days
            yield Item("goal", severity, None, goal.ref, goal.on, days, None, goal)


def _occasions(occasions: Iterable[OccasionDay], today: date) -> Iterable[Item]:
    """Occasions from a week before to three days after; one that is past is never late."""
    for occasion in occasions:
        on = to_remember(occasion.occurs_on, occasion.yearly, occasion.done_on, today)
        if on is not None:
            severity, days = "due" if on == today else "soon", (on - today).days
            yield Item(
                "occasion", severity, occasion.handle, occasion.ref, on, days, None, occasion
            )


def _day_severity(on: date, today: date) -> str:
    return "overdue" if on < today else "due" if on == today else "soon"
