from __future__ import annotations

from datetime import date

import pytest

from boardroom.queries.due import DueView
from boardroom.rules.window_state import Clock
from tests.boards import Board

Listed = tuple[str, str, str | None, str | None, str]


def day(text: str) -> date:
    return date.fromisoformat(text)


def listed(view: DueView, *kinds: str) -> list[Listed]:
    """The items, or those of the given kinds, without their subjects."""
    return [
        (item.kind, item.severity, item.handle, item.ref, item.on.isoformat())
        for item in view.items
        if not kinds or item.kind in kinds
    ]


def seen(view: DueView) -> dict[str, Clock]:
    return {active.handle: active.meeting_clock for active in view.advisors}


def on_leave(board: Board, status: str, name: str = "Marcus Ojo") -> int:
    """Somebody who would be overdue if they were active."""
    advisor_id = board.advisor(name, joined="2026-01-10")
    board.meeting(advisor_id, "2026-03-01")
    board.step(advisor_id, status, "2026-04-01")
    return advisor_id


def test_an_advisor_ages_into_overdue_without_a_write(board: Board) -> None:
    board.meeting(board.advisor(), "2026-09-01")
    days = ("2026-09-28", "2026-09-29", "2026-10-13", "2026-10-14", "2026-11-21")

    states = [seen(board.due(today=day(on)))["marcus"].state for on in days]

    assert states == ["on_track", "due", "due", "overdue", "overdue"]


def test_a_meeting_logged_late_counts_by_its_own_day(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-01")
    board.meeting(marcus, "2026-09-01")

    assert seen(board.due()) == {"marcus": Clock("on_track", day("2026-11-29"), day("2026-12-13"))}


@pytest.mark.parametrize("status", ["planned", "cancelled", "missed"])
def test_only_a_held_meeting_counts_as_seen(board: Board, status: str) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-09-01")
    board.meeting(marcus, "2026-11-20", status)

    assert seen(board.due()) == {"marcus": Clock("overdue", day("2026-09-29"), day("2026-10-13"))}


def test_a_meeting_of_today_is_seen_today(board: Board) -> None:
    board.meeting(board.advisor(), "2026-11-21")

    assert seen(board.due()) == {"marcus": Clock("on_track", day("2026-12-19"), day("2027-01-02"))}


def test_an_advisor_never_met_is_due_from_joining(board: Board) -> None:
    board.advisor(joined="2026-11-20")

    assert listed(board.due()) == [("meeting", "due", "marcus", None, "2027-01-01")]


def test_an_advisor_keeps_to_a_window_of_their_own(board: Board) -> None:
    board.meeting(board.advisor(window="2-3m"), "2026-08-31")
    board.meeting(board.advisor("Ana Lima"), "2026-08-31")

    assert seen(board.due()) == {
        "ana": Clock("overdue", day("2026-09-28"), day("2026-10-12")),
        "marcus": Clock("due", day("2026-10-31"), day("2026-11-30")),
    }


def test_the_window_starts_anew_on_the_return_from_a_pause(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-03-01")
    board.step(marcus, "paused", "2026-04-01")
    board.step(marcus, "active", "2026-11-01")

    assert seen(board.due()) == {"marcus": Clock("due", day("2026-11-01"), day("2026-12-13"))}


def test_coming_back_from_the_alumni_keeps_the_joining_day(
    board: Board,
) -> None:
    marcus = on_leave(board, "alumni")
    board.step(marcus, "prospect", "2026-09-01")
    board.step(marcus, "active", "2026-10-01")

    active = board.due().advisors[0]

    assert (active.joined_on, active.returned_on, active.meeting_clock) == (
        day("2026-01-10"),
        day("2026-10-01"),
        Clock("overdue", day("2026-10-01"), day("2026-11-12")),
    )


@pytest.mark.parametrize("status", ["paused", "alumni"])
def test_a_paused_or_former_advisor_needs_neither(board: Board, status: str) -> None:
    on_leave(board, status)

    view = board.due()

    assert (view.advisors, view.items) == ((), ())


@pytest.mark.parametrize("steps", [(), ("asked",), ("asked", "declined")])
def test_a_prospect_needs_neither_meeting_nor_review(board: Board, steps: tuple[str, ...]) -> None:
    noor = board.prospect("Noor Haddad")
    for step in steps:
        board.step(noor, step, "2026-11-21")

    view = board.due()

    assert (view.advisors, view.items) == ((), ())


@pytest.mark.parametrize(("until", "expected"), [("2026-11-21", "meeting"), ("2026-11-22", None)])
def test_a_snooze_hides_the_meeting_until_its_day(
    board: Board, until: str, expected: str | None
) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-09-01")
    board.snooze(marcus, until, on="2026-11-01")

    view = board.due()

    assert [kind for kind, *_ in listed(view, "meeting")] == (
        [] if expected is None else [expected]
    )
    assert (view.advisors[0].snoozed_until, view.advisors[0].meeting_clock.state) == (
        None if expected else day(until),
        "overdue",
    )


def test_a_held_meeting_ends_a_snooze(board: Board) -> None:
    marcus = board.advisor(window="1-2d")
    board.snooze(marcus, "2026-12-31", on="2026-11-01")
    board.meeting(marcus, "2026-11-10")

    assert listed(board.due(), "meeting") == [("meeting", "overdue", "marcus", None, "2026-11-12")]


def test_of_two_snoozes_the_newer_holds_for_its_own_advisor(board: Board) -> None:
    marcus, _ = board.advisor(), board.advisor("Ana Lima")
    board.snooze(marcus, "2026-12-31", on="2026-11-01")
    board.snooze(marcus, "2026-11-23", on="2026-11-02")
    board.snooze(None, "2026-12-31", on="2026-11-01")

    assert {active.handle: active.snoozed_until for active in board.due().advisors} == {
        "ana": None,
        "marcus": day("2026-11-23"),
    }


def test_the_counts_are_those_of_the_entries(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima", joined="2026-11-21")
    board.meeting(marcus, "2026-09-01")
    board.meeting(ana, "2026-11-30", "planned")

    view = board.due()

    assert (view.as_of, view.counts, len(view.items), view.is_new) == (
        day("2026-11-21"),
        {"overdue": 1, "due": 1, "soon": 1},
        4,
        False,
    )


def test_a_board_with_nobody_on_file_is_new(board: Board) -> None:
    board.setting("soon", "7d")

    assert board.due() == DueView(
        day("2026-11-21"), {"overdue": 0, "due": 0, "soon": 0}, (), (), (), is_new=True
    )
