from __future__ import annotations

from datetime import date

import pytest

from boardroom.actions.meetings import log_meeting
from boardroom.errors import BadInput, NotFound
from boardroom.rules.dates import Moment
from boardroom.store import reversal
from boardroom.store.work import change
from tests.boards import TODAY, Board

STORED = "SELECT status, met_on, start_time, way, place, minutes, notes, private FROM meeting ORDER BY id"
ITEMS = "SELECT text, status, answer, meeting_id, closed_on FROM agenda_item ORDER BY id"


def _summary(board: Board) -> str:
    summary: str = board.sql("SELECT summary FROM operation ORDER BY id DESC LIMIT 1")[0][0]
    return summary


def _agree(board: Board, advisor_id: int, *, confidential: bool = True) -> None:
    with change(board.path, "agreement", today=TODAY) as work:
        work.connection.execute(
            "INSERT INTO agreement (uid, advisor_id, agreed_on, confidential) VALUES (?, ?, '2026-01-10', ?)",
            ("0" * 36, advisor_id, confidential),
        )


def test_a_log_on_the_day_of_a_plan_turns_the_plan_into_the_meeting(board: Board) -> None:
    marcus = board.advisor()
    plan = board.meeting(marcus, "2026-10-02", "planned", way="lunch", place="Canteen", start_time="12:30")

    with change(board.path, "log", today=TODAY) as work:
        meeting_id = log_meeting(work, marcus, on=Moment(date(2026, 10, 2), None), minutes="45m", text=" Margins \r\n per metre ")

    assert meeting_id == plan
    assert board.sql(STORED) == [("held", "2026-10-02", "12:30", "lunch", "Canteen", 45, "Margins \n per metre", 0)]
    assert _summary(board) == "Logged m1: lunch with Marcus Ojo, Fri 2 Oct 2026 12:30"


def test_a_log_without_a_day_takes_the_one_plan_not_yet_logged(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-16", "planned", start_time="09:00")
    board.meeting(marcus, "2026-11-17", "cancelled")
    board.meeting(marcus, "2026-12-16", "planned")

    with change(board.path, "log", today=TODAY) as work:
        log_meeting(work, marcus, way="walk")

    assert board.sql(STORED) == [
        ("held", "2026-11-16", "09:00", "walk", None, 60, None, 0),
        ("cancelled", "2026-11-17", None, "coffee", None, 60, None, 0),
        ("planned", "2026-12-16", None, "coffee", None, 60, None, 0),
    ]


def test_a_log_without_a_day_or_a_plan_is_of_today(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.meeting(ana, "2026-11-21", "planned")

    with change(board.path, "log", today=TODAY) as work:
        log_meeting(work, marcus)

    assert board.sql(STORED) == [
        ("planned", "2026-11-21", None, "coffee", None, 60, None, 0),
        ("held", "2026-11-21", None, "coffee", None, 60, None, 0),
    ]


def test_two_meetings_on_one_day_are_two_meetings(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-21")

    with change(board.path, "log", today=TODAY) as work:
        log_meeting(work, marcus)

    assert board.sql("SELECT status, met_on FROM meeting") == [("held", "2026-11-21")] * 2


def test_a_named_plan_that_took_place_on_another_day_loses_its_hour(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-19", "planned")
    plan = board.meeting(marcus, "2026-11-20", "planned", start_time="09:00")

    with change(board.path, "log", today=TODAY) as work:
        log_meeting(work, marcus, meeting_id=plan, on=Moment(date(2026, 11, 18), None))

    assert board.sql(STORED) == [
        ("planned", "2026-11-19", None, "coffee", None, 60, None, 0),
        ("held", "2026-11-18", None, "coffee", None, 60, None, 0),
    ]


def test_a_day_with_its_hour_goes_before_the_planned_hour(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-20", "planned", start_time="09:00")

    with change(board.path, "log", today=TODAY) as work:
        log_meeting(work, marcus, on=Moment(date(2026, 11, 20), "10:15"))

    assert board.sql("SELECT status, met_on, start_time FROM meeting") == [("held", "2026-11-20", "10:15")]


def test_what_was_covered_is_closed_in_the_meeting_and_the_rest_carries_over(board: Board) -> None:
    marcus = board.advisor()
    covered, _carried = board.item(marcus, "Budget"), board.item(marcus, "Pilot")

    with change(board.path, "log", today=TODAY) as work:
        meeting_id = log_meeting(work, marcus, on=Moment(date(2026, 11, 10), None), covered=[covered, covered])

    assert board.sql(ITEMS) == [("Budget", "covered", None, meeting_id, "2026-11-10"), ("Pilot", "open", None, None, None)]


def test_all_that_is_covered_is_what_is_open_with_that_advisor(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.item(marcus, "Budget")
    board.item(marcus, "Deck", status="dropped", closed_on=date(2026, 11, 2))
    board.item(ana, "Pilot")

    with change(board.path, "log", today=TODAY) as work:
        meeting_id = log_meeting(work, marcus, covered="all")

    assert board.sql(ITEMS) == [
        ("Budget", "covered", None, meeting_id, "2026-11-21"),
        ("Deck", "dropped", None, None, "2026-11-02"),
        ("Pilot", "open", None, None, None),
    ]


@pytest.mark.parametrize(("said", "agreed", "planned"), [(True, False, False), (False, True, False), (False, False, True)])
def test_a_meeting_is_private_where_one_says_so_or_it_was_agreed(board: Board, said: bool, agreed: bool, planned: bool) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-20", "planned", private=planned)
    _agree(board, marcus, confidential=agreed)

    with change(board.path, "log", today=TODAY) as work:
        log_meeting(work, marcus, private=said)

    assert board.sql("SELECT status, private FROM meeting") == [("held", 1)]


def test_an_agreement_without_confidentiality_keeps_a_meeting_open(board: Board) -> None:
    marcus = board.advisor()
    _agree(board, marcus, confidential=False)

    with change(board.path, "log", today=TODAY) as work:
        log_meeting(work, marcus)

    assert board.sql("SELECT status, private FROM meeting") == [("held", 0)]


def test_a_log_is_taken_back_whole(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-20", "planned")
    board.item(marcus)
    before = board.dump()

    with change(board.path, "log", today=TODAY) as work:
        log_meeting(work, marcus, text="Margins", covered="all", private=True)
    reversal.undo(board.path, 1, today=TODAY)

    assert board.dump() == before


def test_a_meeting_with_somebody_else_or_gone_is_not_logged(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    hers = board.meeting(ana, "2026-11-20", "planned")

    with pytest.raises(BadInput) as caught, change(board.path, "log", today=TODAY) as work:
        log_meeting(work, marcus, meeting_id=hers)
    with pytest.raises(NotFound) as gone, change(board.path, "log", today=TODAY) as work:
        log_meeting(work, marcus, meeting_id=99)

    assert caught.value.message == f"m{hers} is a meeting with Ana Lima, not with Marcus Ojo."
    assert caught.value.hint == f"Log it with them: boardroom log ana --meeting m{hers}"
    assert gone.value.message == "There is no meeting m99."
    assert board.sql("SELECT status FROM meeting") == [("planned",)]
