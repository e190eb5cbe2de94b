"""The list as of a past day: records of later days do not count."""

from __future__ import annotations

from datetime import date

from boardroom.queries.due import DueView
from boardroom.rules.due_items import PlannedMeeting
from boardroom.rules.window_state import Clock
from tests.boards import Board

DAY = date(2026, 10, 14)


def listed(view: DueView) -> list[tuple[str, str, str | None, str | None]]:
    return [(item.kind, item.severity, item.handle, item.ref) for item in view.items]


def test_a_meeting_held_later_does_not_count(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-09-01")
    board.meeting(marcus, "2026-10-15")

    active = board.due(today=DAY).advisors[0]

    assert (active.last_met_on, active.meeting_clock) == (
        date(2026, 9, 1),
        Clock("overdue", date(2026, 9, 29), date(2026, 10, 13)),
    )


def test_a_meeting_held_on_the_day_counts(board: Board) -> None:
    board.meeting(board.advisor(), "2026-10-14")

    assert board.due(today=DAY).advisors[0].last_met_on == DAY


def test_an_advisor_who_joined_later_is_not_listed(board: Board) -> None:
    board.advisor(joined="2026-10-15")

    view = board.due(today=DAY)

    assert (view.advisors, view.items, view.is_new) == ((), (), False)


def test_an_advisor_paused_later_is_still_active(board: Board) -> None:
    marcus = board.advisor()
    board.step(marcus, "paused", "2026-10-15", until="2026-10-20")

    assert listed(board.due(today=DAY)) == [
        ("meeting", "overdue", "marcus", None),
        ("review", "due", None, None),
    ]


def test_an_advisor_who_came_back_later_is_still_paused(board: Board) -> None:
    marcus = board.advisor()
    board.step(marcus, "paused", "2026-03-01", until="2026-10-01")
    board.step(marcus, "active", "2026-10-15")

    view = board.due(today=DAY)

    assert (view.advisors, listed(view)) == ((), [("pause", "due", "marcus", None)])


def test_agenda_items_are_counted_as_they_were(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-10-16", "planned")
    board.item(marcus, added="2026-10-14")
    board.item(marcus, added="2026-10-15")
    board.item(marcus, added="2026-10-01", status="covered", closed_on=date(2026, 10, 15))
    board.item(marcus, added="2026-10-01", status="dropped", closed_on=date(2026, 10, 14))
    board.item(marcus, added="2026-10-15", status="covered", closed_on=date(2026, 10, 16))

    plans = [
        item.subject
        for item in board.due(today=DAY).items
        if isinstance(item.subject, PlannedMeeting)
    ]

    assert plans == [
        PlannedMeeting("m1", "marcus", "Marcus Ojo", date(2026, 10, 16), None, "coffee", None, 2)
    ]


def test_a_review_completed_later_does_not_count(board: Board) -> None:
    marcus = board.advisor(joined="2026-01-10")
    board.review(marcus, on="2026-10-15", of_board=True)

    view = board.due(today=DAY)

    assert (view.advisors[0].reviewed_on, ("review", "due", None, None) in listed(view)) == (
        None,
        True,
    )


def test_a_later_snooze_hides_nothing(board: Board) -> None:
    marcus = board.advisor()
    board.snooze(marcus, "2026-12-31", on="2026-10-15")

    assert board.due(today=DAY).advisors[0].snoozed_until is None


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

    assert listed(board.due(today=DAY)) == [
        ("goal", "overdue", None, "s1"),
        ("goal", "soon", None, "g1"),
    ]


def test_the_future_can_be_asked_about_too(board: Board) -> None:
    board.meeting(board.advisor(), "2026-11-21")

    assert listed(board.due(today=date(2027, 1, 3))) == [
        ("meeting", "overdue", "marcus", None),
        ("review", "due", None, None),
    ]
