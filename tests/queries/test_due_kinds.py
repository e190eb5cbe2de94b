from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from boardroom.actions.advisors import remove_advisor
from boardroom.actions.agreements import agree
from boardroom.queries.due import DueView
from boardroom.rules.due_items import AgreementEnd, GoalDate, ReviewDue
from boardroom.rules.windows import parse_span
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


def on_leave(board: Board, status: str, name: str = "Marcus Ojo") -> int:
    """Somebody who would be overdue if they were active."""
    advisor_id = board.advisor(name, joined="2026-01-10")
    board.meeting(advisor_id, "2026-03-01")
    board.step(advisor_id, status, "2026-04-01")
    return advisor_id


@pytest.mark.parametrize("status", ["paused", "alumni"])
def test_planned_meetings_are_listed_whatever_the_status(board: Board, status: str) -> None:
    marcus = on_leave(board, status)
    board.meeting(marcus, "2026-11-20", "planned")
    board.meeting(marcus, "2026-11-22", "planned")

    assert listed(board.due()) == [
        ("unlogged", "due", "marcus", "m2", "2026-11-20"),
        ("agenda", "due", "marcus", "m3", "2026-11-22"),
        ("upcoming", "soon", "marcus", "m3", "2026-11-22"),
    ]


def test_a_planned_meeting_with_a_prospect_is_listed(board: Board) -> None:
    board.meeting(board.prospect("Noor Haddad"), "2026-11-21", "planned")

    assert listed(board.due(), "upcoming") == [("upcoming", "due", "noor", "m1", "2026-11-21")]


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2026-11-20", "2026-11-20"),
        ("2026-11-21", "2026-11-21"),
        ("2026-11-22", None),
        (None, None),
    ],
)
def test_a_pause_is_listed_from_its_last_day_until_it_is_ended(
    board: Board, until: str | None, expected: str | None
) -> None:
    board.step(board.advisor(), "paused", "2026-11-01", until=until)

    assert listed(board.due()) == (
        [] if expected is None else [("pause", "due", "marcus", None, expected)]
    )


@pytest.mark.parametrize(
    ("booked", "severity", "delay"), [("2026-12-05", "soon", 0), ("2026-12-06", "overdue", 54)]
)
def test_a_booking_is_enough_by_the_later_of_the_windows_end_and_the_look_ahead(
    board: Board, booked: str, severity: str, delay: int
) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-09-01")
    board.meeting(marcus, booked, "planned")

    view = board.due(within=parse_span("90d"))

    assert listed(view, "meeting") == [("meeting", severity, "marcus", None, "2026-10-13")]
    assert (view.advisors[0].booked_ref, view.advisors[0].booking_delay) == ("m2", delay)


def test_a_plan_that_has_passed_books_nobody(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-09-01")
    board.meeting(marcus, "2026-11-20", "planned")

    assert listed(board.due(), "meeting", "unlogged") == [
        ("meeting", "overdue", "marcus", None, "2026-10-13"),
        ("unlogged", "due", "marcus", "m2", "2026-11-20"),
    ]


def test_of_several_plans_the_next_is_the_booking(board: Board) -> None:
    marcus = board.advisor()
    for on in ("2026-12-24", "2026-11-20", "2026-12-01"):
        board.meeting(marcus, on, "planned")

    assert board.due().advisors[0].booked_on == day("2026-12-01")


def test_a_plan_counts_the_open_items_of_its_own_advisor(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.meeting(marcus, "2026-11-22", "planned", start_time="15:30", place="Blue Bottle")
    for status, closed in (
        ("open", None),
        ("open", None),
        ("covered", "2026-11-10"),
        ("dropped", "2026-11-21"),
    ):
        board.item(marcus, status=status, closed_on=None if closed is None else day(closed))
    board.item(ana)

    about: Any = next(item.subject for item in board.due().items if item.kind == "upcoming")

    assert about == (
        "m1",
        "marcus",
        "Marcus Ojo",
        day("2026-11-22"),
        "15:30",
        "coffee",
        "Blue Bottle",
        2,
        (),
        False,
        None,
        None,
        None,
    )


def test_plans_of_one_day_go_by_their_time(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-21", "planned", start_time="15:30")
    board.meeting(marcus, "2026-11-21", "planned", start_time="09:00")

    assert [ref for _, _, _, ref, _ in listed(board.due(), "upcoming")] == ["m2", "m1"]


@pytest.mark.parametrize(
    ("within", "expected"),
    [(None, ["2026-12-05"]), ("0d", []), ("13d", []), ("1m", ["2026-12-05", "2026-12-21"])],
)
def test_within_says_how_far_ahead_soon_looks(
    board: Board, within: str | None, expected: list[str]
) -> None:
    marcus = board.advisor()
    for on in ("2026-12-05", "2026-12-21", "2026-12-22"):
        board.meeting(marcus, on, "planned")

    view = board.due(within=None if within is None else parse_span(within))

    assert [on for *_, on in listed(view, "upcoming")] == expected


def test_the_settings_of_the_board_hold(board: Board) -> None:
    marcus = board.advisor(joined="2026-09-21")
    board.meeting(marcus, "2026-11-01")
    board.meeting(marcus, "2026-11-24", "planned")
    for key, value in (
        ("window", "1w"),
        ("review", "1-2m"),
        ("soon", "3d"),
        ("agenda_notice", "2d"),
    ):
        board.setting(key, value)

    assert listed(board.due()) == [
        ("review", "due", None, None, "2026-11-21"),
        ("meeting", "soon", "marcus", None, "2026-11-08"),
        ("upcoming", "soon", "marcus", "m2", "2026-11-24"),
    ]


def test_an_advisor_is_reviewed_alone_until_the_board_is_due(board: Board) -> None:
    marcus = board.advisor(joined="2026-01-10")
    board.review(marcus, on="2026-02-01")
    board.review(on="2026-07-01", of_board=True)

    assert listed(board.due(), "review") == [("review", "due", "marcus", None, "2027-02-01")]


def test_when_the_board_is_due_one_item_stands_for_all(board: Board) -> None:
    ana, *_ = (
        board.advisor("Ana Lima", joined="2025-10-01"),
        board.advisor(),
        board.advisor("Tom Berg", joined="2026-10-01"),
    )
    board.review(ana, on="2025-11-20")

    view = board.due()

    assert listed(view, "review") == [("review", "overdue", None, None, "2026-11-20")]
    assert [item.subject.names for item in view.items if isinstance(item.subject, ReviewDue)] == [
        ("Ana Lima", "Marcus Ojo")
    ]


def test_a_board_review_in_progress_stands_for_all_reviews(board: Board) -> None:
    ana, marcus = board.advisor("Ana Lima", joined="2025-10-01"), board.advisor()
    board.answer(ana, on="2026-11-03")
    board.answer(marcus, value=4, on="2026-11-04")

    assert listed(board.due(), "review") == [("review", "overdue", None, None, "2026-11-03")]
    assert listed(board.due(today=date(2026, 11, 2)), "review") == [
        ("review", "overdue", None, None, "2026-10-01")
    ]
    board.snooze(None, "2026-12-01")
    assert listed(board.due(), "review") == []


def test_an_advisors_review_in_progress_stands_for_theirs(board: Board) -> None:
    marcus, dana = (
        board.advisor(joined="2026-01-10"),
        board.advisor("Dana Reyes", joined="2026-01-20"),
    )
    board.review(on="2026-11-01", of_board=True)
    board.answer(marcus, alone=True, on="2026-11-03")

    expected = [
        ("review", "due", "marcus", None, "2026-11-03"),
        ("review", "due", "dana", None, "2027-01-20"),
    ]
    assert listed(board.due(), "review") == expected
    board.step(marcus, "paused", "2026-11-10")
    assert listed(board.due(), "review") == expected[1:]
    board.complete(board.answer(dana, alone=True))
    assert listed(board.due(), "review") == []


def test_an_open_review_is_no_last_review(board: Board) -> None:
    marcus = board.advisor(joined="2025-10-01")
    board.answer(marcus)
    with board.change() as work:
        remove_advisor(work, marcus)
    board.advisor("Ana Lima", joined="2025-10-01")

    assert listed(board.due(), "review") == [("review", "overdue", None, None, "2026-11-21")]
    assert [active.reviewed_on for active in board.due().advisors] == [None]


def test_a_board_without_active_advisors_has_no_review(board: Board) -> None:
    on_leave(board, "paused")

    assert board.due().items == ()


@pytest.mark.parametrize(
    ("joined", "expected"),
    [("2026-05-21", "2027-05-21"), ("2026-06-05", "2026-12-05"), ("2026-06-06", None)],
)
def test_a_review_comes_with_its_window(board: Board, joined: str, expected: str | None) -> None:
    board.meeting(board.advisor(joined=joined), "2026-11-21")

    assert [on for *_, on in listed(board.due())] == ([] if expected is None else [expected])


def test_open_promises_are_listed_whatever_the_status(board: Board) -> None:
    gone = on_leave(board, "alumni")
    board.promise(gone, due_on="2026-11-20")
    board.promise(gone, by_whom="them", due_on="2026-11-21")
    board.promise(board.prospect("Noor Haddad"), due_on="2026-12-05")
    board.promise(gone, due_on="2026-12-06")
    board.promise(gone, due_on="2026-11-20", done_on="2026-11-21")
    board.promise(gone)

    assert listed(board.due()) == [
        ("promise", "overdue", "marcus", "p1", "2026-11-20"),
        ("promise", "due", "marcus", "p2", "2026-11-21"),
        ("promise", "soon", "noor", "p3", "2026-12-05"),
    ]


def test_a_promise_made_later_is_unknown_and_one_kept_later_open(
    board: Board,
) -> None:
    marcus = board.advisor(joined="2026-11-01")
    board.promise(marcus, made="2026-11-11", due_on="2026-11-12")
    board.promise(marcus, made="2026-11-10", due_on="2026-11-09", done_on="2026-11-11")

    assert listed(board.due(today=day("2026-11-10")), "promise") == [
        ("promise", "overdue", "marcus", "p2", "2026-11-09")
    ]
    assert listed(board.due(today=day("2026-11-11")), "promise") == [
        ("promise", "soon", "marcus", "p1", "2026-11-12")
    ]


def test_open_goals_and_steps_are_listed_by_their_own_days(board: Board) -> None:
    goal_id = board.goal(target_on="2026-12-05")
    board.goal_step(goal_id, due_on="2026-11-20")
    board.goal_step(goal_id, due_on="2026-11-21")
    board.goal_step(goal_id, due_on="2026-12-06")
    board.goal_step(goal_id, due_on="2026-11-01", done_on="2026-11-21")
    board.goal_step(goal_id)
    for status in ("achieved", "dropped"):
        closed = board.goal(target_on="2026-11-20", status=status, closed_on="2026-11-21")
        board.goal_step(closed, due_on="2026-11-20")
    board.goal(target_on="2026-12-06")
    board.goal()

    view = board.due()

    assert listed(view) == [
        ("goal", "overdue", None, "s1", "2026-11-20"),
        ("goal", "due", None, "s2", "2026-11-21"),
        ("goal", "soon", None, "g1", "2026-12-05"),
    ]
    assert [item.subject for item in view.items if item.ref in ("s1", "g1")] == [
        GoalDate("s1", "Run a P&L", "Shadow the budget round", day("2026-11-20"), "g1"),
        GoalDate("g1", "Run a P&L", None, day("2026-12-05"), "g1"),
    ]
    assert [ref for *_, ref, _ in listed(board.due(within=parse_span("15d")))] == [
        "s1",
        "s2",
        "g1",
        "g4",
        "s3",
    ]


def test_a_board_with_a_due_goal_alone_is_not_new(board: Board) -> None:
    board.goal()
    assert board.due().is_new
    board.goal(target_on="2026-11-21")
    assert not board.due().is_new


def test_an_ask_is_listed_until_it_is_answered_or_repeated(board: Board) -> None:
    noor = board.prospect("Noor Haddad", since="2026-10-01")
    board.step(noor, "asked", "2026-10-31")

    assert listed(board.due(today=day("2026-11-14"))) == []
    assert listed(board.due(today=day("2026-11-15"))) == [
        ("ask", "due", "noor", None, "2026-11-14")
    ]
    board.step(noor, "asked", "2026-11-16")
    assert listed(board.due()) == []
    assert listed(board.due(today=day("2026-12-01"))) == [
        ("ask", "due", "noor", None, "2026-11-30")
    ]
    board.setting("ask_wait", "3d")
    assert listed(board.due()) == [("ask", "due", "noor", None, "2026-11-19")]
    board.step(noor, "declined", "2026-11-20")
    assert listed(board.due()) == []
    assert listed(board.due(today=day("2026-11-15"))) == [
        ("ask", "due", "noor", None, "2026-11-03")
    ]


def test_a_prospect_not_asked_owes_no_answer(board: Board) -> None:
    board.prospect("Noor Haddad", since="2026-01-10")

    assert board.due().items == ()


def test_an_agreement_is_listed_while_its_advisor_is_active(board: Board) -> None:
    marcus = board.advisor()
    board.agreement(marcus, until="2026-12-21")
    board.agreement(board.advisor("Ana Lima"), until=None)
    board.agreement(board.prospect("Noor Haddad"), until="2026-11-22")

    assert listed(board.due(), "agreement") == [("agreement", "soon", "marcus", None, "2026-12-21")]
    assert listed(board.due(today=day("2026-11-20")), "agreement") == []
    assert listed(board.due(today=day("2026-12-21")), "agreement") == [
        ("agreement", "due", "marcus", None, "2026-12-21")
    ]
    assert listed(board.due(today=day("2026-12-22")), "agreement") == [
        ("agreement", "overdue", "marcus", None, "2026-12-21")
    ]
    assert listed(board.due(today=day("2026-01-09")), "agreement") == []
    board.setting("agreement_notice", "29d")
    assert listed(board.due(), "agreement") == []
    board.setting("agreement_notice", "30d")
    board.step(marcus, "paused", "2026-11-21")
    assert listed(board.due(), "agreement") == []


def test_an_occasion_is_soon_due_on_its_day_and_soon_again_after_it(board: Board) -> None:
    board.occasion(board.prospect("Noor Haddad"), on="2026-11-28")

    severities = {
        on: [(item.severity, item.days) for item in board.due(today=day(on)).items]
        for on in ("2026-11-20", "2026-11-21", "2026-11-28", "2026-11-30", "2026-12-02")
    }

    assert severities == {
        "2026-11-20": [],
        "2026-11-21": [("soon", 7)],
        "2026-11-28": [("due", 0)],
        "2026-11-30": [("soon", -2)],
        "2026-12-02": [],
    }


def test_an_occasion_of_a_past_day_is_listed_as_it_stood_then(board: Board) -> None:
    noor = board.prospect("Noor Haddad")
    board.occasion(noor, on="2026-11-10", added="2026-11-05", done="2026-11-12")

    seen = {
        on: [item.ref for item in board.due(today=day(on), in_past=True).items]
        for on in ("2026-11-04", "2026-11-11", "2026-11-12")
    }

    assert seen == {"2026-11-04": [], "2026-11-11": ["o1"], "2026-11-12": []}


@pytest.mark.parametrize(
    ("due_on", "sent_on", "listed_on"),
    [
        ("2026-11-01", "2026-11-06", []),
        ("2026-11-01", "2026-11-07", []),  # the last day to wait for an answer
        ("2026-11-01", "2026-11-05", ["2026-11-01"]),
        ("2026-11-09", "2026-11-08", ["2026-11-09"]),  # it was not due then, so not in the letter
    ],
)
def test_a_reminder_that_was_sent_quiets_the_promise_while_an_answer_is_waited_for(
    board: Board, due_on: str, sent_on: str, listed_on: list[str]
) -> None:
    marcus = board.advisor(joined="2026-11-20")
    board.promise(marcus, "Send the list", by_whom="them", due_on=due_on)
    board.promise(marcus, "Send the deck", due_on="2026-11-21")  # one's own stays
    board.setting("ask_wait", "15d")
    board.letter(marcus, "nudge", sent_on)

    items = listed(board.due(), "promise")

    assert [on for *_, ref, on in items if ref == "p1"] == listed_on
    assert [ref for *_, ref, _ in items if ref == "p2"] == ["p2"]


def test_a_question_whether_to_go_on_that_was_sent_quiets_the_agreement_until_it_ends(
    board: Board,
) -> None:
    marcus = board.advisor(joined="2026-01-10")
    board.agreement(marcus, until="2026-12-10", confidential=False)
    before = [board.due(today=day("2026-11-22"))]
    board.letter(marcus, "renew", "2026-11-22")

    after = [board.due(today=day(on)) for on in ("2026-11-21", "2026-11-22", "2026-12-09")]
    ended = board.due(today=day("2026-12-10"))

    as_listed = [("agreement", "soon", "marcus", None, "2026-12-10")]
    assert [listed(view, "agreement") for view in before] == [as_listed]
    assert [listed(view, "agreement") for view in after] == [as_listed, [], []]
    assert listed(ended, "agreement") == [("agreement", "due", "marcus", None, "2026-12-10")]
    [ends] = [item.subject for item in ended.items if isinstance(item.subject, AgreementEnd)]
    assert ends.asked_on == day("2026-11-22")


def test_a_renewed_agreement_asks_again_at_its_new_end(board: Board) -> None:
    marcus = board.advisor(joined="2026-01-10")
    board.agreement(marcus, until="2026-12-10")
    board.letter(marcus, "renew", "2026-11-22")
    with board.change(day("2026-11-23")) as work:
        agree(work, marcus, until_on=day("2026-12-20"))

    assert listed(board.due(today=day("2026-11-24")), "agreement") == [
        ("agreement", "soon", "marcus", None, "2026-12-20")
    ]
