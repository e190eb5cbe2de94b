from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from boardroom.actions.advice import edit_advice, note_advice
from boardroom.actions.advisors import remove_advisor
from boardroom.actions.agenda import add_items, edit_item
from boardroom.actions.agreements import agree
from boardroom.actions.exchanges import edit_exchange, note_exchange
from boardroom.actions.goals import achieve_goal, add_goal, edit_goal, remove_goal
from boardroom.actions.lifecycle import take_step
from boardroom.actions.meetings import edit_meeting, plan_meeting
from boardroom.actions.new_promises import add_promise
from boardroom.actions.parting import part
from boardroom.actions.promises import edit_promise
from boardroom.queries.promises import promises
from boardroom.rules.dates import Moment
from boardroom.store.file import reading
from tests.boards import TODAY, Board

PERIODS = "SELECT from_on, until_on FROM confidential_period ORDER BY from_on"


def _agreed(board: Board, *, on: str = "2026-11-21", **given: Any) -> None:  # noqa: ANN401  the keywords of agree
    with board.change(date.fromisoformat(on)) as work:
        agree(work, 1, **given)


def test_confidentiality_begins_today_and_ends_today(board: Board) -> None:
    board.agreement(board.advisor(), confidential=False)

    _agreed(board, on="2026-11-01", confidential=True)
    _agreed(board, on="2026-11-10", confidential=False)
    _agreed(board, on="2026-11-21", confidential=True)

    assert board.sql(PERIODS) == [("2026-11-01", "2026-11-10"), ("2026-11-21", None)]


def test_confidentiality_begins_on_the_day_of_the_agreement(board: Board) -> None:
    board.advisor()

    _agreed(board, agreed_on=date(2026, 11, 1), confidential=True)
    _agreed(board, hopes="A seat")

    assert board.sql(PERIODS) == [("2026-11-01", None)]


def test_confidentiality_of_the_same_day_goes_on(board: Board) -> None:
    board.advisor()

    for confidential in (True, False, True):
        _agreed(board, confidential=confidential)

    assert board.sql(PERIODS) == [("2026-11-21", None)]


def test_an_earlier_day_takes_in_the_periods_since(board: Board) -> None:
    board.advisor()
    _agreed(board, on="2026-10-01", confidential=True)
    _agreed(board, on="2026-10-10", confidential=False)
    _agreed(board, on="2026-11-01", confidential=True)

    _agreed(board, agreed_on=date(2026, 10, 5), confidential=True)

    assert board.sql(PERIODS) == [("2026-10-01", None)]


def test_a_plan_made_in_confidence_stays_private(board: Board) -> None:
    marcus = board.advisor()
    _agreed(board, on="2026-11-01", confidential=True)
    board.meeting(marcus, "2026-11-24", "planned", place="Her kitchen")
    board.meeting(marcus, "2026-11-25", "planned", private=False)

    _agreed(board, confidential=False)

    assert board.sql("SELECT private FROM meeting") == [(1,), (0,)]


def test_ending_what_never_began_changes_nothing(board: Board) -> None:
    board.agreement(board.advisor(), confidential=False)

    _agreed(board, confidential=False)

    assert board.sql(PERIODS) == []


@pytest.mark.parametrize("private", [True, None])
def test_every_record_can_be_marked_as_private(board: Board, private: bool | None) -> None:
    marcus = board.advisor()

    with board.change() as work:
        plan_meeting(work, marcus, Moment(TODAY, None), private=private)
        add_items(work, marcus, ["Budget"], private=private)
        add_promise(work, marcus, "Deck", by_whom="me", private=private)
        note_advice(work, marcus, "Wait", private=private)
        note_exchange(work, marcus, "given", "Notes", private=private)
        add_goal(work, "Run a P&L", private=private)

    assert _marks(board) == [private] * 6


def test_every_record_can_be_released(board: Board) -> None:
    marcus = board.advisor()
    board.agreement(marcus)
    board.meeting(marcus, "2026-11-20")
    board.item(marcus)
    board.promise(marcus)
    board.advice(marcus)
    board.exchange(marcus)
    board.goal(private=True)

    summaries = []
    for edit in (edit_meeting, edit_item, edit_promise, edit_advice, edit_exchange, edit_goal):
        with board.change() as work:
            summaries.append(edit(work, 1, private=False).summary)

    assert [summary.rpartition(": ")[2] for summary in summaries] == ["private yes → no"] * 6
    assert _marks(board) == [False] * 6


def test_an_edit_says_how_private_a_record_was_in_effect(board: Board) -> None:
    marcus = board.advisor()
    board.agreement(marcus)
    board.advice(marcus)

    def said(**given: Any) -> str:  # noqa: ANN401  the keywords of edit_advice
        with board.change() as work:
            return edit_advice(work, 1, **given).summary.rpartition(": ")[2]

    assert said(private=True) == "private yes"
    assert said(private=False) == "private yes → no"
    assert said(private=False) == ""
    assert said(private=True) == "private no → yes"


def test_moving_a_record_to_an_open_day_says_that_it_is_private_no_more(board: Board) -> None:
    marcus = board.advisor()
    _agreed(board, on="2026-11-01", confidential=True)
    board.advice(marcus, given="2026-11-05")

    with board.change() as work:
        summary = edit_advice(work, 1, given_on=date(2026, 10, 30)).summary

    assert summary.endswith("on Thu 5 Nov 2026 → Fri 30 Oct 2026, private yes → no")


@pytest.mark.parametrize("private", [True, None])
def test_the_promise_to_tell_of_a_private_goal_is_private(
    board: Board, private: bool | None
) -> None:
    marcus = board.advisor()
    goal_id = board.goal("Run a P&L", marcus, private=private)

    with board.change() as work:
        achieve_goal(work, goal_id, tell=True)

    assert board.sql("SELECT private FROM promise") == [(private,)]


def test_the_follow_up_of_a_private_introduction_is_private_too(board: Board) -> None:
    marcus = board.advisor()
    with board.change() as work:
        note_exchange(work, marcus, "received", "intro to Dana Reyes", private=True)
        edit_promise(work, 1, done_on=TODAY)

    with reading(board.path) as connection:
        listed = promises(connection, closed=True).promises
        assert [(view.text, view.private) for view in listed] == [
            ("Tell Marcus Ojo how it went with Dana Reyes", True),
            ("Contact Dana Reyes", True),
        ]


def test_a_parting_thanks_for_no_private_goal(board: Board) -> None:
    marcus = board.advisor()
    for title, private in (("Open one", None), ("Secret one", True)):
        board.goal(title, marcus, status="achieved", closed_on="2026-11-01", private=private)

    with board.change() as work:
        part(work, marcus)

    assert board.sql("SELECT text FROM promise") == [
        ("Thank Marcus Ojo for helping with Open one",)
    ]


def test_confidentiality_outlasts_a_parting(board: Board) -> None:
    marcus = board.advisor()
    board.agreement(marcus)
    board.advice(marcus)
    with board.change() as work:
        take_step(work, marcus, "alumni")
        note_advice(work, marcus, "Write to me")

    assert board.sql(PERIODS) == [("2026-01-10", None)]


@pytest.mark.parametrize(("on", "private"), [("2026-10-01", None), ("2026-11-10", True)])
def test_answers_about_somebody_removed_stay_private(
    board: Board, on: str, private: bool | None
) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.answer(ana, note="Ours", on=on, decision="keep")
    board.complete(board.answer(marcus, note="Between us", on=on, decision="keep"), on)
    _agreed(board, on="2026-11-01", confidential=True)

    with board.change() as work:
        remove_advisor(work, marcus)

    [answer] = [answer for answer in board.reviewed().answers if answer.handle == "marcus"]
    assert (answer.advisor_id, answer.private) == (None, bool(private))
    assert board.sql("SELECT private FROM review_answer ORDER BY handle") == [(None,), (private,)]


@pytest.mark.parametrize("removed", [True, False])
def test_the_title_of_a_private_goal_stays_private_in_old_reviews(
    board: Board, removed: bool
) -> None:
    board.goal("Run a P&L")
    goal_id = board.goal("Speak")
    board.complete(board.answer(board.advisor()))

    with board.change() as work:
        edit_goal(work, goal_id, private=True)
    if removed:
        with board.change() as work:
            remove_goal(work, goal_id)

    facts = board.reviewed().board_facts
    assert facts is not None
    assert [(goal.title, goal.private) for goal in facts.goals_without_help] == [
        ("Run a P&L", False),
        ("Speak", True),
    ]


def _marks(board: Board) -> list[bool | None]:
    tables = ("meeting", "agenda_item", "promise", "advice", "exchange", "goal")
    marks = [board.sql(f"SELECT private FROM {table}")[0][0] for table in tables]  # noqa: S608  the tables above
    return [None if mark is None else bool(mark) for mark in marks]
