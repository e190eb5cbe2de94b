from __future__ import annotations

from datetime import date

from boardroom.queries.agreements import AgreementView
from boardroom.queries.offers import Offer
from boardroom.queries.prep import PrepView, prep
from boardroom.rules.balance import NOTHING, Balance
from boardroom.store.file import reading
from tests.boards import TODAY, Board


def brief(board: Board, advisor_id: int, *, last: int = 2) -> PrepView:
    with reading(board.path) as connection:
        return prep(connection, advisor_id, today=TODAY, notes_count=last)


def test_the_next_plan_is_the_first_from_today_on(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-20", "planned")
    board.meeting(marcus, "2026-11-25", "planned")
    today = board.meeting(marcus, "2026-11-21", "planned", start_time="15:30")
    board.meeting(marcus, "2026-11-21", "cancelled")
    board.meeting(board.advisor("Ana Lima"), "2026-11-21", "planned")

    planned = brief(board, marcus).planned

    assert planned is not None
    assert (planned.id, planned.on, planned.at) == (today, TODAY, "15:30")


def test_advice_is_listed_until_its_outcome_is_told(board: Board) -> None:
    marcus = board.advisor()
    new = board.advice(marcus, "new")
    worked = board.advice(marcus, "worked", status="worked", outcome="Yes", outcome_on="2026-11-05")
    board.advice(marcus, "told", status="worked", outcome_on="2026-11-05", reported_on="2026-11-06")
    trying = board.advice(marcus, "trying", status="trying", outcome_on="2026-11-05")
    board.advice(board.advisor("Ana Lima"), "hers", status="worked", outcome_on="2026-11-05")

    assert [piece.id for piece in brief(board, marcus).advice] == [worked, trying, new]


def test_promises_both_ways_and_the_agenda_are_the_open_ones(board: Board) -> None:
    marcus = board.advisor()
    board.item(marcus, "covered", status="covered", closed_on=date(2026, 11, 2))
    raise_it = board.item(marcus, "open")
    later = board.promise(marcus, "later")
    board.promise(marcus, "kept", done_on="2026-11-03")
    theirs = board.promise(marcus, "theirs", by_whom="them", due_on="2026-11-03")

    view = brief(board, marcus)

    assert ([item.id for item in view.agenda], [promise.id for promise in view.promises]) == (
        [raise_it],
        [theirs, later],
    )


def test_notes_are_those_of_the_last_meetings_that_have_some(board: Board) -> None:
    marcus = board.advisor()
    oldest = board.meeting(marcus, "2026-08-01", notes="oldest")
    board.meeting(marcus, "2026-10-01")
    newest = board.meeting(marcus, "2026-11-01", notes="newest")
    middle = board.meeting(marcus, "2026-09-01", notes="middle")
    board.meeting(marcus, "2026-12-01", notes="from the future")
    board.meeting(marcus, "2026-11-25", "planned", notes="a plan's")

    assert [meeting.id for meeting in brief(board, marcus).meetings] == [newest, middle]
    assert [meeting.id for meeting in brief(board, marcus, last=9).meetings] == [
        newest,
        middle,
        oldest,
    ]
    assert brief(board, marcus, last=0).meetings == ()


def test_new_steps_are_those_taken_since_the_last_meeting(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.meeting(marcus, "2026-11-01")
    board.goal("Nobody's")
    board.goal("Hers", ana)
    board.goal("Dropped", marcus, status="dropped", closed_on="2026-11-05")
    board.goal("Long achieved", marcus, status="achieved", closed_on="2026-10-31")
    undated = board.goal("Undated", marcus)
    goal_id = board.goal("Run a P&L", marcus, ana, target_on="2027-03-01")
    achieved = board.goal("Achieved", marcus, status="achieved", closed_on="2026-11-01")
    board.goal_step(goal_id, "Any day")
    board.goal_step(goal_id, "Before", done_on="2026-10-31")
    board.goal_step(goal_id, "Since", due_on="2026-11-10", done_on="2026-11-01")

    goals = brief(board, marcus).goals

    assert [helped.goal.id for helped in goals] == [goal_id, undated, achieved]
    assert [step.text for step in goals[0].goal.steps] == ["Since", "Any day", "Before"]
    assert [[step.text for step in helped.new_steps] for helped in goals] == [["Since"], [], []]


def test_what_was_agreed_and_how_give_and_take_stand(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.agreement(marcus)
    board.exchange(marcus, "received", on="2026-06-03")
    board.exchange(marcus, "given", on="2026-11-03")

    view, hers = brief(board, marcus), brief(board, ana)

    agreed = AgreementView(
        board.sql("SELECT uid FROM agreement")[0][0],
        "a seat at the table",
        ("pricing", "P&L"),
        "no weekends",
        confidential_since=date(2026, 1, 10),
        agreed_on=date(2026, 1, 10),
        until_on=date(2027, 6, 1),
        private=True,
    )
    assert (view.agreement, view.balance) == (agreed, Balance(1, 1, date(2026, 6, 3)))
    assert (hers.agreement, hers.balance) == (None, NOTHING)


def test_somebody_never_met_has_a_brief_all_the_same(board: Board) -> None:
    noor = board.prospect("Noor Haddad")
    goal_id = board.goal("Run a P&L", noor)
    board.goal_step(goal_id, "Done", done_on="2026-02-01")

    view = brief(board, noor)

    assert (view.advisor.last_met_on, view.planned, view.meetings) == (None, None, ())
    assert [step.text for step in view.goals[0].new_steps] == ["Done"]


def test_an_empty_agenda_has_starters_unless_they_left(board: Board) -> None:
    marcus, ana, ines = board.advisor(), board.advisor("Ana Lima"), board.advisor("Inês")
    board.step(ines, "alumni", "2026-11-01")
    board.goal("Run a P&L")
    board.item(ana)

    found = [[starter.ref for starter in brief(board, one).starters] for one in (marcus, ana, ines)]

    assert found == [["g1"], [], []]


def test_something_to_offer_is_sought_while_they_gave_more(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-01")
    balanced = brief(board, marcus).offer
    board.exchange(marcus, "received", on="2026-11-01")
    behind = brief(board, marcus).offer
    board.exchange(marcus, "given", on="2026-11-02")

    assert (balanced, behind, brief(board, marcus).offer) == (None, Offer(), None)


def test_something_to_offer_is_sought_before_a_first_meeting(board: Board) -> None:
    noor = board.prospect("Noor")
    ines = board.advisor("Inês")
    board.step(ines, "alumni", "2026-11-01")

    assert (brief(board, noor).offer, brief(board, ines).offer) == (Offer(), None)


def test_must_haves_are_unknown_until_they_are_rated_or_the_two_have_met(board: Board) -> None:
    noor = board.prospect("Noor")
    board.criterion("Has run a P&L", noor=True)
    board.criterion("Has time now")
    board.criterion("Lives near", must=False)

    before = [criterion.text for criterion in brief(board, noor).unrated]
    board.meeting(noor, "2026-11-01")

    assert (before, brief(board, noor).unrated) == (["Has time now"], ())


def test_a_mentee_is_not_asked_what_an_advisor_is(board: Board) -> None:
    rui = board.advisor("Rui Reis", role="mentee")
    board.criterion("Has run a P&L")

    view = brief(board, rui)

    assert (view.offer, view.unrated) == (None, ())
