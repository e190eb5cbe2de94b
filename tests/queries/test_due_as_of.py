"""The list as of a past day: records of later days do not count."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from boardroom.actions.agreements import agree
from boardroom.actions.lifecycle import take_step
from boardroom.actions.logging import log_meeting
from boardroom.actions.meetings import cancel_meeting, miss_meeting, move_meeting, plan_meeting
from boardroom.queries.due import DueView
from boardroom.rules.dates import Moment
from boardroom.rules.due_items import PlannedMeeting, ReviewInProgress
from boardroom.rules.window_state import Clock
from boardroom.rules.windows import parse_span
from boardroom.store.work import Work
from tests.boards import Board

DAY = date(2026, 10, 14)


def past(board: Board) -> DueView:
    """The list as it stood at the end of the day."""
    return board.due(today=DAY, in_past=True)


def listed(view: DueView) -> list[tuple[str, str, str | None, str | None]]:
    return [(item.kind, item.severity, item.handle, item.ref) for item in view.items]


def test_a_meeting_held_later_does_not_count(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-09-01")
    board.meeting(marcus, "2026-10-15")

    active = past(board).advisors[0]

    assert (active.last_met_on, active.meeting_clock) == (
        date(2026, 9, 1),
        Clock("overdue", date(2026, 9, 29), date(2026, 10, 13)),
    )


def test_a_meeting_held_on_the_day_counts(board: Board) -> None:
    board.meeting(board.advisor(), "2026-10-14")

    assert past(board).advisors[0].last_met_on == DAY


def test_an_advisor_who_joined_later_is_not_listed(board: Board) -> None:
    board.advisor(joined="2026-10-15")

    view = past(board)

    assert (view.advisors, view.items, view.is_new) == ((), (), False)


def test_an_advisor_paused_later_is_still_active(board: Board) -> None:
    marcus = board.advisor()
    board.step(marcus, "paused", "2026-10-15", until="2026-10-20")

    assert listed(past(board)) == [
        ("meeting", "overdue", "marcus", None),
        ("review", "due", None, None),
    ]


def test_an_advisor_who_came_back_later_is_still_paused(board: Board) -> None:
    marcus = board.advisor()
    board.step(marcus, "paused", "2026-03-01", until="2026-10-01")
    board.step(marcus, "active", "2026-10-15")

    view = past(board)

    assert (view.advisors, listed(view)) == ((), [("pause", "due", "marcus", None)])


def test_agenda_items_are_counted_as_they_were(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-10-16", "planned")
    board.item(marcus, added="2026-10-14")
    board.item(marcus, added="2026-10-15")
    board.item(marcus, added="2026-10-01", status="covered", closed_on=date(2026, 10, 15))
    board.item(marcus, added="2026-10-01", status="dropped", closed_on=date(2026, 10, 14))
    board.item(marcus, added="2026-10-15", status="covered", closed_on=date(2026, 10, 16))

    plans = [item.subject for item in past(board).items if isinstance(item.subject, PlannedMeeting)]

    assert plans == [
        PlannedMeeting("m1", "marcus", "Marcus Ojo", date(2026, 10, 16), None, "coffee", None, 2)
    ]


def test_a_review_completed_later_does_not_count(board: Board) -> None:
    marcus = board.advisor(joined="2026-01-10")
    board.review(marcus, on="2026-10-15", of_board=True)

    view = past(board)

    assert view.advisors[0].reviewed_on is None
    assert [item.subject for item in view.items if item.kind == "review"] == [
        ReviewInProgress(None, None, date(2026, 1, 1), 0, 0)
    ]


def test_a_later_snooze_hides_nothing(board: Board) -> None:
    marcus = board.advisor()
    board.snooze(marcus, "2026-12-31", on="2026-10-15")

    assert past(board).advisors[0].snoozed_until is None


def test_a_goal_set_later_is_unknown_and_one_closed_later_open(
    board: Board,
) -> None:
    known = board.goal(
        added="2026-10-14", target_on="2026-10-20", status="achieved", closed_on="2026-10-15"
    )
    board.goal_step(known, due_on="2026-10-13", done_on="2026-10-15")
    board.goal_step(known, due_on="2026-10-13", done_on="2026-10-14")
    later = board.goal(added="2026-10-15", target_on="2026-10-16")
    board.goal_step(later, due_on="2026-10-13")
    board.goal(added="2026-10-01", target_on="2026-10-16", status="dropped", closed_on="2026-10-14")

    assert listed(past(board)) == [
        ("goal", "overdue", None, "s1"),
        ("goal", "soon", None, "g1"),
    ]


def test_the_future_can_be_asked_about_too(board: Board) -> None:
    board.meeting(board.advisor(), "2026-11-21")

    assert listed(board.due(today=date(2027, 1, 3))) == [
        ("meeting", "overdue", "marcus", None),
        ("review", "due", None, None),
    ]


LATER = date(2026, 10, 20)


def plans(board: Board, on: date = DAY) -> list[tuple[str, date]]:
    """The plans that are listed as of a day."""
    return [
        (item.kind, item.on)
        for item in board.due(today=on, in_past=True, within=parse_span("9w")).items
        if item.kind in ("upcoming", "unlogged")
    ]


def test_a_plan_made_later_does_not_count(board: Board) -> None:
    marcus = board.advisor(joined="2026-10-01")
    with board.change(LATER) as work:
        plan_meeting(work, marcus, Moment(date(2026, 11, 1), None))

    assert (plans(board), past(board).advisors[0].booked_on) == ([], None)
    assert plans(board, LATER) == [("upcoming", date(2026, 11, 1))]


def test_a_plan_counts_as_it_stood_at_the_end_of_the_day(board: Board) -> None:
    marcus = board.advisor(joined="2026-10-01")
    with board.change(DAY) as work:
        plan_meeting(work, marcus, Moment(date(2026, 11, 1), None))
    with board.change(DAY) as work:
        move_meeting(work, 1, Moment(date(2026, 11, 2), "15:30"))
    with board.change(LATER) as work:
        move_meeting(work, 1, Moment(date(2026, 11, 3), None))

    assert [plans(board, day) for day in (date(2026, 10, 13), DAY, LATER)] == [
        [],
        [("upcoming", date(2026, 11, 2))],
        [("upcoming", date(2026, 11, 3))],
    ]


@pytest.mark.parametrize("close", [cancel_meeting, miss_meeting])
def test_a_plan_closed_later_still_stands(
    board: Board, close: Callable[[Work, int], object]
) -> None:
    board.meeting(board.advisor(joined="2026-10-01"), "2026-10-12", "planned")
    with board.change(LATER) as work:
        close(work, 1)

    assert [plans(board, day) for day in (DAY, LATER)] == [[("unlogged", date(2026, 10, 12))], []]
    with board.change(date(2026, 10, 22)) as work:
        move_meeting(work, 1, Moment(date(2026, 11, 3), None))
    assert plans(board, date(2026, 10, 22)) == [("upcoming", date(2026, 11, 3))]


def test_a_meeting_counts_by_its_own_day_whenever_it_was_logged(board: Board) -> None:
    marcus = board.advisor(joined="2026-10-01")
    board.meeting(marcus, "2026-10-12", "planned")
    with board.change(LATER) as work:
        log_meeting(work, marcus, on=Moment(date(2026, 10, 12), None))

    assert plans(board, date(2026, 10, 11)) == [("upcoming", date(2026, 10, 12))]
    assert (plans(board), past(board).advisors[0].last_met_on) == ([], date(2026, 10, 12))


def test_a_pause_counts_from_the_day_it_was_recorded(board: Board) -> None:
    marcus = board.advisor(joined="2026-10-01")
    with board.change(LATER) as work:
        take_step(work, marcus, "paused", on=date(2026, 10, 10), until=date(2026, 12, 1))
    with board.change(date(2026, 10, 22)) as work:
        take_step(work, marcus, "paused", until=date(2026, 10, 25))

    days = (DAY, LATER, date(2026, 10, 25))
    assert [len(board.due(today=day, in_past=True).advisors) for day in days] == [1, 0, 0]
    assert [listed(board.due(today=date(2026, 10, day), in_past=True)) for day in (21, 25)] == [
        [],
        [("pause", "due", "marcus", None)],
    ]


def test_an_agreement_ends_as_it_was_agreed_by_then(board: Board) -> None:
    marcus = board.advisor(joined="2026-10-01")
    board.meeting(marcus, "2026-10-13")
    for day, until in ((13, LATER), (15, date(2027, 6, 1)), (16, None)):
        with board.change(date(2026, 10, day)) as work:
            agree(work, marcus, until_on=until or "")

    ends = {
        day: [
            item.on
            for item in board.due(today=date(2026, 10, day), in_past=True).items
            if item.kind == "agreement"
        ]
        for day in (12, 13, 14, 15, 16)
    }
    assert ends == {12: [], 13: [LATER], 14: [LATER], 15: [], 16: []}
