from __future__ import annotations

from datetime import date

import pytest

from boardroom.actions.meetings import (
    cancel_meeting,
    edit_meeting,
    miss_meeting,
    move_meeting,
    plan_meeting,
    remove_meeting,
)
from boardroom.rules.dates import Moment
from boardroom.store import reversal
from boardroom.store.work import change
from tests.boards import TODAY, Board

STORED = (
    "SELECT status, met_on, start_time, way, place, minutes, notes, coalesce(private, 0) FROM meeting"
    " ORDER BY id"
)
ITEMS = "SELECT text, status, answer, meeting_id, closed_on FROM agenda_item ORDER BY id"
TUESDAY = Moment(date(2026, 11, 24), "15:30")


def test_a_plan_has_the_advisors_usual_way_and_length(board: Board) -> None:
    ana = board.advisor("Ana Lima", way="walk", minutes="45m")

    with change(board.path, "plan", today=TODAY) as work:
        plan_meeting(work, ana, TUESDAY)

    assert board.sql(STORED) == [("planned", "2026-11-24", "15:30", "walk", None, 45, None, 0)]
    assert board.summary() == "Planned m1: walk with Ana Lima, Tue 24 Nov 2026 15:30"


def test_a_plan_is_coffee_of_the_default_length(board: Board) -> None:
    marcus = board.advisor()
    board_minutes = "INSERT INTO setting (key, value) VALUES ('minutes', '50')"
    with change(board.path, "config set", today=TODAY) as work:
        work.connection.execute(board_minutes)

    with change(board.path, "plan", today=TODAY) as work:
        plan_meeting(work, marcus, Moment(TODAY, None))

    assert board.sql(STORED) == [("planned", "2026-11-21", None, "coffee", None, 50, None, 0)]


def test_a_way_and_a_length_given_go_before_the_usual(board: Board) -> None:
    marcus = board.advisor()

    with change(board.path, "plan", today=TODAY) as work:
        plan_meeting(work, marcus, TUESDAY, way="Video", place=" Zoom ", minutes="1h30")

    assert board.sql(STORED) == [("planned", "2026-11-24", "15:30", "video", "Zoom", 90, None, 0)]
    assert board.summary() == "Planned m1: video call with Marcus Ojo, Tue 24 Nov 2026 15:30"


def test_a_prospect_can_be_planned_with(board: Board) -> None:
    noor = board.prospect("Noor Haddad")

    with change(board.path, "plan", today=TODAY) as work:
        plan_meeting(work, noor, TUESDAY)

    assert board.sql(STORED) == [("planned", "2026-11-24", "15:30", "coffee", None, 60, None, 0)]


def test_a_meeting_can_be_released_from_a_confidential_agreement(board: Board) -> None:
    marcus = board.advisor()
    board.agreement(marcus)
    meeting_id = board.meeting(marcus, "2026-11-20")

    with board.change() as work:
        edit_meeting(work, meeting_id, private=False)

    assert board.summary() == "Changed m1, coffee with Marcus Ojo: private yes → no"
    assert board.sql("SELECT private FROM meeting") == [(0,)]


def test_every_field_of_a_meeting_can_be_changed(board: Board) -> None:
    marcus = board.advisor()
    meeting_id = board.meeting(marcus, "2026-11-20", start_time="09:00", private=True)

    with change(board.path, "meeting edit", today=TODAY) as work:
        edit_meeting(
            work,
            meeting_id,
            on=Moment(date(2026, 11, 19), None),
            at="10:30",
            way="call",
            place="Phone",
            minutes="30",
            notes="Short",
            private=False,
        )

    assert board.sql(STORED) == [("held", "2026-11-19", "10:30", "call", "Phone", 30, "Short", 0)]
    assert board.summary() == (
        "Changed m1, call with Marcus Ojo: day Fri 20 Nov 2026 → Thu 19 Nov 2026,"
        " time 09:00 → 10:30, way coffee → call, place none → Phone, minutes 60 → 30,"
        " notes, private yes → no"
    )


def test_an_empty_text_clears_an_optional_field(board: Board) -> None:
    marcus = board.advisor()
    meeting_id = board.meeting(
        marcus, "2026-11-20", start_time="09:00", place="Canteen", notes="Margins"
    )

    with change(board.path, "meeting edit", today=TODAY) as work:
        edit_meeting(work, meeting_id, at="", place="", notes="")

    assert board.sql(STORED) == [("held", "2026-11-20", None, "coffee", None, 60, None, 0)]


def test_the_closing_day_of_covered_items_moves_along(board: Board) -> None:
    marcus = board.advisor()
    meeting_id = board.meeting(marcus, "2026-11-20")
    board.item(
        marcus, "Budget", status="covered", meeting_id=meeting_id, closed_on=date(2026, 11, 20)
    )

    with change(board.path, "meeting edit", today=TODAY) as work:
        edit_meeting(work, meeting_id, on=Moment(date(2026, 11, 18), None))

    assert board.sql(ITEMS) == [("Budget", "covered", None, meeting_id, "2026-11-18")]


@pytest.mark.parametrize("status", ["planned", "cancelled", "missed"])
def test_a_moved_meeting_keeps_its_time(board: Board, status: str) -> None:
    meeting_id = board.meeting(board.advisor(), "2026-11-16", status, start_time="09:00")

    with change(board.path, "meeting move", today=TODAY) as work:
        move_meeting(work, meeting_id, Moment(date(2026, 11, 26), None))

    assert board.sql("SELECT status, met_on, start_time FROM meeting") == [
        ("planned", "2026-11-26", "09:00")
    ]
    assert board.summary() == "Moved m1: coffee with Marcus Ojo, Thu 26 Nov 2026 09:00"


def test_a_plan_is_cancelled_or_missed(board: Board) -> None:
    marcus = board.advisor()
    ahead, behind = (
        board.meeting(marcus, "2026-11-24", "planned"),
        board.meeting(marcus, "2026-11-16", "planned"),
    )

    with change(board.path, "meeting cancel", today=TODAY) as work:
        cancel_meeting(work, ahead)
    with change(board.path, "meeting missed", today=TODAY) as work:
        miss_meeting(work, behind)

    assert board.sql("SELECT status, met_on FROM meeting") == [
        ("cancelled", "2026-11-24"),
        ("missed", "2026-11-16"),
    ]


def test_removing_a_meeting_reopens_its_agenda(
    board: Board,
) -> None:
    marcus = board.advisor()
    meeting_id = board.meeting(marcus, "2026-11-20")
    board.item(
        marcus,
        "Budget",
        status="covered",
        answer="Ask Dana",
        meeting_id=meeting_id,
        closed_on=date(2026, 11, 20),
    )
    board.item(marcus, "Pilot", status="covered", answer="It is live", closed_on=date(2026, 11, 20))
    with change(board.path, "promise", today=TODAY) as work:
        work.connection.execute(
            "INSERT INTO promise (uid, advisor_id, by_whom, text, made_on, meeting_id) VALUES (?,"
            " ?, 'me', 'Deck', '2026-11-20', ?)",
            ("0" * 36, marcus, meeting_id),
        )
    before = board.dump()

    with change(board.path, "meeting rm", today=TODAY) as work:
        remove_meeting(work, meeting_id)

    assert board.sql("SELECT id FROM meeting UNION ALL SELECT id FROM promise") == []
    assert board.sql(ITEMS) == [
        ("Budget", "open", None, None, None),
        ("Pilot", "covered", "It is live", None, "2026-11-20"),
    ]
    assert board.summary() == "Removed m1: coffee with Marcus Ojo, Fri 20 Nov 2026"
    reversal.undo(board.path, 1, today=TODAY)
    assert board.dump() == before
