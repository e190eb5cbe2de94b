"""The reviews on the morning list, and the severity of a clock, which they share with meetings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from boardroom.rules.due_items import SEVERITIES, ActiveAdvisor, Item, ReviewDue, ReviewInProgress
from boardroom.rules.window_state import Clock


def reviews_due(
    advisors: Sequence[ActiveAdvisor],
    board_clock: Clock | None,
    in_progress: Sequence[ReviewInProgress],
    horizon: date,
    today: date,
) -> Iterable[Item]:
    """The reviews in progress and those due.

    If the board's review is as near as an advisor's, one item stands for both. A review in progress
    stands for everybody it covers.
    """
    for review in in_progress:
        clocks = [
            advisor.review_clock for advisor in advisors if review.handle in (None, advisor.handle)
        ]
        if board_clock and review.handle is None:
            clocks.append(board_clock)
        severity = "overdue" if any(clock.state == "overdue" for clock in clocks) else "due"
        days = (review.on - today).days
        yield Item("review", severity, review.handle, None, review.on, days, None, review)
    under_review = {review.handle for review in in_progress}
    if None in under_review:
        return
    to_review = [
        (pressing, advisor)
        for advisor in advisors
        if advisor.handle not in under_review
        and (pressing := clock_severity(advisor.review_clock, horizon))
    ]
    board_severity = board_clock and clock_severity(board_clock, horizon)
    if board_clock and board_severity:
        with_board = [
            (severity, advisor)
            for severity, advisor in to_review
            if board_severity != "soon" or severity == "soon"
        ]
        to_review = [pair for pair in to_review if pair not in with_board]
        names = tuple(
            advisor.name
            for severity, advisor in with_board
            if severity != "soon" or board_severity == "soon"
        )
        clocks_due = [(severity, advisor.review_clock) for severity, advisor in with_board]
        severity, clock = min(
            [(board_severity, board_clock), *clocks_due],
            key=lambda pair: (SEVERITIES.index(pair[0]), pair[1].due_by),
        )
        since = min(clock.due_from for _, clock in [(severity, board_clock), *clocks_due])
        yield _review(severity, None, ReviewDue(names, clock, since, of_board=True), today)
    for severity, advisor in to_review:
        clock = advisor.review_clock
        due = ReviewDue((advisor.name,), clock, clock.due_from)
        yield _review(severity, advisor.handle, due, today)


def _review(severity: str, handle: str | None, due: ReviewDue, today: date) -> Item:
    on = clock_day(due.clock, severity)
    return Item("review", severity, handle, None, on, (on - today).days, None, due)


def clock_severity(clock: Clock, horizon: date) -> str | None:
    """The severity of a clock; None if it is on track beyond the horizon."""
    if clock.state != "on_track":
        return clock.state
    return "soon" if clock.due_from <= horizon else None


def clock_day(clock: Clock, severity: str) -> date:
    """The day that an item with this clock is listed under."""
    return clock.due_from if severity == "soon" else clock.due_by
