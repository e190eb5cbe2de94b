"""The next meetings to propose, as of Sat 21 Nov 2026."""

from __future__ import annotations

from datetime import date

from boardroom.queries.proposals import Proposal, proposal, proposals
from boardroom.rules.moments import Moment
from boardroom.store.file import reading
from tests.boards import TODAY, Board


def proposed(board: Board, advisor_id: int, count: int = 1) -> Proposal:
    with reading(board.path) as connection:
        return proposal(connection, advisor_id, today=TODAY, count=count)


def slots_of_all(board: Board) -> dict[str, str | None]:
    with reading(board.path) as connection:
        return {
            one.handle: one.slots[0].on.isoformat() if one.slots else None
            for one in proposals(connection, today=TODAY)
        }


def test_the_first_slot_inside_the_window_is_proposed(board: Board) -> None:
    ana = board.advisor("Ana Lima", usual="thu 16:00")
    board.meeting(ana, "2026-11-01")

    assert proposed(board, ana) == Proposal(
        id=ana,
        handle="ana",
        name="Ana Lima",
        way=None,
        timezone=None,
        window="4-6w",
        due_from=date(2026, 11, 29),
        due_by=date(2026, 12, 13),
        rule="FREQ=WEEKLY;BYDAY=TH;BYHOUR=16;BYMINUTE=0",
        is_habit=False,
        slots=(Moment(date(2026, 12, 3), "16:00"),),
    )


def test_a_day_with_a_plan_with_anybody_is_left_out(board: Board) -> None:
    ana = board.advisor("Ana Lima", usual="thu")
    board.meeting(ana, "2026-11-01")
    board.meeting(board.advisor(), "2026-12-03", "planned")

    assert proposed(board, ana, 3).slots == (
        Moment(date(2026, 12, 10), None),
        Moment(date(2026, 12, 17), None),
        Moment(date(2026, 12, 24), None),
    )


def test_without_a_usual_slot_it_is_that_of_the_last_meetings(board: Board) -> None:
    ana = board.advisor("Ana Lima")
    board.meeting(ana, "2026-10-29", start_time="16:00")
    board.meeting(ana, "2026-10-01", start_time="09:00")
    board.meeting(ana, "2026-11-04")
    board.meeting(ana, "2026-11-20", "cancelled")

    found = proposed(board, ana)

    assert (found.is_habit, found.slots) == (True, (Moment(date(2026, 12, 3), "16:00"),))


def test_without_a_slot_or_a_meeting_nothing_is_proposed(board: Board) -> None:
    found = proposed(board, board.advisor("Ana Lima"))

    assert (found.rule, found.slots) == (None, ())


def test_whoever_is_not_active_is_met_within_the_window_from_today(board: Board) -> None:
    noor = board.prospect("Noor Haddad")
    board.put("UPDATE advisor SET usual = 'FREQ=WEEKLY;BYDAY=MO'")

    found = proposed(board, noor)

    assert (found.due_from, found.due_by, found.slots[0].on) == (
        TODAY,
        date(2027, 1, 2),
        date(2026, 11, 23),
    )


def test_slots_are_counted_from_the_end_of_a_pause_or_snooze(board: Board) -> None:
    ana = board.advisor("Ana Lima", usual="thu")
    board.step(ana, "paused", "2026-11-10", until="2027-01-10")
    marcus = board.advisor(usual="thu")
    board.snooze(marcus, "2027-01-20")

    assert proposed(board, ana).slots == (Moment(date(2027, 1, 14), None),)
    assert proposed(board, marcus).slots == (Moment(date(2027, 1, 21), None),)


def test_everybody_has_a_day_of_their_own(board: Board) -> None:
    for name, met in (
        ("Ana Lima", "2026-11-03"),
        ("Marcus Ojo", "2026-11-01"),
        ("Tom Reed", "2026-11-02"),
    ):
        board.meeting(board.advisor(name, usual="thu"), met)

    assert slots_of_all(board) == {
        "marcus": "2026-12-03",
        "tom": "2026-12-10",
        "ana": "2026-11-26",
    }


def test_the_booked_and_those_who_are_away_are_left_alone(board: Board) -> None:
    board.meeting(board.advisor("Ana Lima", usual="thu"), "2026-12-24", "planned")
    board.step(board.advisor("Tom Reed", usual="thu"), "paused", "2026-11-10")
    board.prospect("Noor Haddad")
    board.meeting(board.advisor(usual="thu"), "2026-11-20", "planned")
    board.advisor("Priya Rao", role="mentee")

    assert slots_of_all(board) == {"marcus": "2026-11-26", "priya": None}
