from __future__ import annotations

from uuid import uuid4

import pytest

from boardroom.actions.snooze import snooze_promise
from tests.boards import TODAY, Board
from tests.cli.typed import Ran, typed, typed_on_terminal

CONSEQUENCE = (
    "This removes Marcus Ojo, with 2 meetings, 1 agenda item, 2 promises, 2 pieces of advice,"
    " 1 exchange, 1 occasion, 1 agreement, 2 goal links, 1 rating."
)


@pytest.fixture(autouse=True)
def full(board: Board) -> Board:
    """A board with a row in every table, most of them Marcus's, and a few of Ana's beside."""
    marcus, ana = (
        board.advisor(perspectives=["industry=food"], nicknames=["Mo"]),
        board.advisor("Ana Lima"),
    )
    board.step(marcus, "paused", "2026-02-01", until="2026-03-01")
    board.step(marcus, "active", "2026-03-01")
    held = board.meeting(marcus, "2026-11-01", notes="The budget", private=True)
    board.meeting(marcus, "2026-12-01", "planned")
    goal = board.goal("Run a P&L", marcus, ana)
    board.goal("Speak", marcus)
    board.goal_step(goal)
    board.item(marcus, status="covered", answer="Ask", meeting_id=held, goal_id=goal)
    introduction = board.exchange(
        marcus, "received", "intro to Dana", kind="introduction", person="Dana", meeting_id=held
    )
    promise = board.promise(
        marcus, "Contact Dana", kind="follow_up", exchange_id=introduction, meeting_id=held
    )
    board.promise(marcus, by_whom="them")
    board.promise(ana)
    board.advice(marcus, meeting_id=held)
    board.advice(marcus, "Read the 10-K first")
    board.agreement(marcus)
    for sql in (
        "INSERT INTO agreement_term (agreement_id, recorded_on) VALUES (1, '2026-11-01')",
        "INSERT INTO confidential_period (advisor_id, from_on) VALUES (1, '2026-11-01')",
        "INSERT INTO plan_day (meeting_id, recorded_on) VALUES (2, '2026-11-01')",
    ):
        board.put(sql)
    board.put(
        "INSERT INTO criterion (uid, text, must) VALUES (?, 'Has run a P&L', 1)", str(uuid4())
    )
    for advisor_id in (marcus, ana):
        board.put(
            "INSERT INTO rating (advisor_id, criterion_id, meets) VALUES (?, 1, 1)", advisor_id
        )
    board.occasion(marcus)
    board.letter(marcus)
    board.snooze(marcus, "2026-12-24")
    board.snooze(None, "2027-01-10")
    with board.change() as work:
        snooze_promise(work, promise, until=TODAY.replace(month=12))
    board.review(marcus, ana, on="2026-07-01", of_board=True)
    board.setting("thanks", "off")
    return board


def test_what_goes_with_a_person_is_shown_before_a_yes(board: Board) -> None:
    before = board.dump()

    assert typed("advisor", "rm", "marcus") == Ran(
        2, "", f"{CONSEQUENCE} This needs confirmation. Confirm with --yes.\n"
    )
    assert typed_on_terminal("advisor", "rm", "marcus", answers="n\n") == Ran(
        5, "", f"{CONSEQUENCE} Continue? [y/N] Nothing changed.\n"
    )
    assert board.dump() == before


def test_a_record_added_meanwhile_is_asked_about(board: Board) -> None:
    ran = typed_on_terminal(
        "advisor",
        "rm",
        "marcus",
        answers="y\ny\n",
        meanwhile=lambda: board.meeting(1, "2026-11-02"),
    )

    question = f"{CONSEQUENCE} Continue? [y/N] "
    assert ran.err == question + question.replace("2 meetings", "3 meetings")
    assert (ran.code, board.sql("SELECT handle FROM advisor")) == (0, [("ana",)])


def test_their_records_go_with_them_and_come_back(board: Board) -> None:
    before = board.dump()
    empty = {table for table, rows in before.items() if not rows}
    assert empty == {"calendar_answer", "column_mapping", "source"}  # filled by imports alone

    assert typed("advisor", "rm", "marcus", "--yes").code == 0

    after = board.dump()
    assert {table: len(rows) for table, rows in after.items() if table not in empty} == {
        "advisor": 1,
        "advice": 0,
        "agenda_item": 0,
        "agreement": 0,
        "agreement_term": 0,
        "confidential_period": 0,
        "criterion": 1,
        "exchange": 0,
        "goal": 2,
        "goal_helper": 1,
        "goal_step": 1,
        "letter": 0,
        "meeting": 0,
        "occasion": 0,
        "plan_day": 0,
        "promise": 1,
        "rating": 1,
        "review": 1,
        "review_answer": 2,
        "setting": 1,
        "snooze": 1,
        "transition": 1,
    }
    assert typed("undo").code == 0
    assert board.dump() == before
    assert typed("redo").code == 0
    assert board.dump() == after


def test_a_completed_review_keeps_their_name(board: Board) -> None:
    typed("advisor", "rm", "marcus", "--yes")

    assert board.sql("SELECT advisor_id, handle, name FROM review_answer ORDER BY id") == [
        (None, "marcus", "Marcus Ojo"),
        (2, "ana", "Ana Lima"),
    ]
