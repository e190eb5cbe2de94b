from __future__ import annotations

import pytest

from boardroom.actions.meetings import cancel_meeting
from boardroom.render.due import due_json
from tests.boards import Board

NOTHING_CAME = (
    "hoped for “a seat at the table” (private); came of it: nothing on file yet (renew, or part?)"
)


def lines(board: Board) -> list[tuple[str, str, str]]:
    """The severity, the text and the next command of each item."""
    return [
        (item["severity"], item["text"], item["next"]) for item in due_json(board.due())["items"]
    ]


@pytest.mark.parametrize(
    ("joined", "met", "severity", "text"),
    [
        (
            "2026-11-10",
            None,
            "due",
            "Marcus Ojo: never met, joined Tue 10 Nov, due by Tue 22 Dec (4-6w)",
        ),
        (
            "2025-12-31",
            None,
            "overdue",
            "Marcus Ojo: never met, joined Wed 31 Dec 2025, 283 days past 4-6w",
        ),
        ("2026-01-10", "2026-10-09", "overdue", "Marcus Ojo: last met Fri 9 Oct, 1 day past 4-6w"),
        (
            "2026-01-10",
            "2026-10-10",
            "due",
            "Marcus Ojo: last met Sat 10 Oct, due by Sat 21 Nov (4-6w)",
        ),
        (
            "2026-01-10",
            "2026-11-07",
            "soon",
            "Marcus Ojo: last met Sat 7 Nov, due from Sat 5 Dec (4-6w)",
        ),
    ],
)
def test_a_meeting_says_the_last_one_and_the_window(
    board: Board, joined: str, met: str | None, severity: str, text: str
) -> None:
    marcus = board.advisor(joined=joined)
    board.review(marcus, on="2026-11-01", of_board=True)
    if met is not None:
        board.meeting(marcus, met)

    assert lines(board) == [(severity, text, "boardroom plan marcus WHEN")]


def test_a_booking_says_by_how_much_it_misses_the_window(board: Board) -> None:
    marcus = board.advisor(joined="2026-06-10")
    board.meeting(marcus, "2026-09-01")
    board.meeting(marcus, "2027-01-05", "planned")

    booked = "booked Tue 5 Jan 2027, 84 days after the window"
    assert lines(board)[0] == (
        "overdue",
        f"Marcus Ojo: last met Tue 1 Sep, 39 days past 4-6w, {booked}",
        "boardroom meeting move m2 WHEN",
    )


@pytest.mark.parametrize("met", ["2026-03-01", None])
def test_after_a_return_it_says_since_when_they_are_back(board: Board, met: str | None) -> None:
    marcus = board.advisor(joined="2026-02-10")
    if met is not None:
        board.meeting(marcus, met)
    board.step(marcus, "paused", "2026-04-01")
    board.step(marcus, "active", "2026-11-01")

    assert lines(board)[0] == (
        "due",
        "Marcus Ojo: back since Sun 1 Nov, due by Sun 13 Dec (4-6w)",
        "boardroom plan marcus WHEN",
    )


@pytest.mark.parametrize(
    ("role", "since"), [("advisor", "on the board since"), ("mentee", "your mentee since")]
)
def test_whoever_was_met_before_they_joined_counts_from_the_joining(
    board: Board, role: str, since: str
) -> None:
    mentee = role == "mentee"
    marcus = (board.mentee if mentee else board.advisor)("Marcus Ojo", joined="2026-11-15")
    board.meeting(marcus, "2026-11-10")

    assert lines(board)[0][1].endswith(
        f": last met Tue 10 Nov, {since} Sun 15 Nov, due by Sun 27 Dec (4-6w)"
    )


def test_a_meeting_on_the_day_of_the_return_is_the_last_one(board: Board) -> None:
    marcus = board.advisor(joined="2026-02-10")
    board.step(marcus, "paused", "2026-04-01")
    board.step(marcus, "active", "2026-10-20")
    board.meeting(marcus, "2026-10-20")

    assert lines(board)[0] == (
        "due",
        "Marcus Ojo: last met Tue 20 Oct, due by Tue 1 Dec (4-6w)",
        "boardroom plan marcus WHEN",
    )


def test_plans_say_when_where_and_what_is_on_the_agenda(board: Board) -> None:
    marcus = board.prospect("Marcus Ojo")
    board.meeting(marcus, "2026-11-19", "planned", way="call")
    board.meeting(marcus, "2026-11-21", "planned", start_time="15:30", place="Blue Bottle")
    board.meeting(marcus, "2026-11-25", "planned", way="lunch")

    assert lines(board) == [
        (
            "due",
            "Marcus Ojo: call on Thu 19 Nov: log it, or was it moved, cancelled, missed?",
            "boardroom log marcus --meeting m1",
        ),
        (
            "due",
            "Marcus Ojo: coffee today at 15:30, Blue Bottle, nothing on the agenda",
            "boardroom agenda add marcus TEXT",
        ),
        (
            "due",
            "Marcus Ojo: coffee today at 15:30, Blue Bottle, nothing on the agenda",
            "boardroom prep marcus",
        ),
        ("soon", "Marcus Ojo: lunch on Wed 25 Nov, nothing on the agenda", "boardroom prep marcus"),
    ]


def test_a_pause_asks_whether_to_resume(board: Board) -> None:
    board.step(board.advisor(), "paused", "2026-10-01", until="2026-11-20")

    assert lines(board) == [
        (
            "due",
            "Marcus Ojo: pause ended Fri 20 Nov: resume, or pause on?",
            "boardroom advisor resume marcus",
        ),
    ]


@pytest.mark.parametrize(
    ("reviewed", "expected"),
    [
        (
            "2025-11-20",
            (
                "overdue",
                "Marcus Ojo: six-month review, 1 day past its window",
                "boardroom review --advisor marcus",
            ),
        ),
        (
            "2026-01-15",
            (
                "due",
                "Marcus Ojo: six-month review, due by Fri 15 Jan 2027",
                "boardroom review --advisor marcus",
            ),
        ),
        (
            "2026-06-05",
            (
                "soon",
                "Marcus Ojo: six-month review, due from Sat 5 Dec",
                "boardroom review --advisor marcus",
            ),
        ),
    ],
)
def test_one_advisors_review_says_where_its_window_stands(
    board: Board, reviewed: str, expected: tuple[str, str, str]
) -> None:
    marcus = board.advisor(joined="2025-01-10")
    board.meeting(marcus, "2026-11-20")
    board.review(marcus, on=reviewed)
    board.review(on="2026-11-01", of_board=True)

    assert lines(board) == [expected]


@pytest.mark.parametrize(
    ("promised", "due_on", "severity", "text"),
    [
        (
            "my promise",
            "2026-11-10",
            "overdue",
            "Marcus Ojo: you promised “Send the deck” by Tue 10 Nov, 11 days ago",
        ),
        ("my promise", "2026-11-21", "due", "Marcus Ojo: you promised “Send the deck” by today"),
        (
            "my promise",
            "2026-11-24",
            "soon",
            "Marcus Ojo: you promised “Send the deck” by Tue 24 Nov",
        ),
        (
            "their promise",
            "2026-11-20",
            "due",
            (
                "Marcus Ojo: they said they would “Send the deck” by Fri 20 Nov, yesterday"
                " (a gentle nudge?)"
            ),
        ),
        (
            "their promise",
            "2026-11-21",
            "due",
            "Marcus Ojo: they said they would “Send the deck” by today (a gentle nudge?)",
        ),
        ("my thanks", "2026-11-22", "soon", "Marcus Ojo: Send the deck by Sun 22 Nov"),
        ("my follow_up", "2026-11-21", "due", "Marcus Ojo: Send the deck by today"),
    ],
)
def test_a_promise_is_said_in_its_own_words_and_theirs_gently(
    board: Board, promised: str, due_on: str, severity: str, text: str
) -> None:
    marcus = board.advisor(joined="2026-11-20")
    board.meeting(marcus, "2026-11-20")
    whose, kind = promised.split()
    board.promise(marcus, by_whom="me" if whose == "my" else "them", kind=kind, due_on=due_on)

    assert lines(board) == [(severity, text, "boardroom done p1")]


@pytest.mark.parametrize(
    ("on", "severity", "by"),
    [
        ("2026-11-20", "overdue", "Fri 20 Nov, yesterday"),
        ("2026-11-10", "overdue", "Tue 10 Nov, 11 days ago"),
        ("2026-11-21", "due", "today"),
        ("2026-12-01", "soon", "Tue 1 Dec"),
    ],
)
def test_a_goal_says_its_target_and_a_step_its_text(
    board: Board, on: str, severity: str, by: str
) -> None:
    board.goal_step(board.goal(target_on=on), due_on=on)

    assert lines(board) == [
        (severity, f"Run a P&L: target {by}", "boardroom goal show g1"),
        (severity, f"Run a P&L: “Shadow the budget round” by {by}", "boardroom done s1"),
    ]


def test_a_long_goal_and_a_long_step_are_said_briefly(board: Board) -> None:
    board.goal_step(board.goal("Run\na P&L"), "Shadow\nit", due_on="2026-11-21")

    assert lines(board) == [("due", "Run…: “Shadow…” by today", "boardroom done s1")]


def test_an_unanswered_ask_says_its_day_and_what_to_decide(board: Board) -> None:
    board.step(board.prospect("Noor Haddad", since="2026-10-01"), "asked", "2026-11-03")

    assert lines(board) == [
        (
            "due",
            "Noor Haddad: asked Tue 3 Nov, no answer yet: ask again, or accept a no?",
            "boardroom advisor ask noor",
        )
    ]


@pytest.mark.parametrize(
    ("until", "severity", "text"),
    [
        ("2026-11-20", "overdue", f"your agreement ended Fri 20 Nov: {NOTHING_CAME}"),
        ("2026-11-21", "due", f"your agreement ends today: {NOTHING_CAME}"),
        ("2026-12-01", "soon", "your agreement ends Tue 1 Dec (renew, or part?)"),
    ],
)
def test_an_agreement_says_when_it_ends_and_what_to_decide(
    board: Board, until: str, severity: str, text: str
) -> None:
    marcus = board.advisor(joined="2026-11-01")
    board.meeting(marcus, "2026-11-20")
    board.agreement(marcus, until=until)

    assert lines(board) == [
        (severity, f"Marcus Ojo: {text}", "boardroom agreement set marcus --until DATE")
    ]


@pytest.mark.parametrize(
    ("what", "on", "severity", "text"),
    [
        ("board exam", "2026-11-27", "soon", "board exam on Fri 27 Nov"),
        ("board exam", "2026-11-22", "soon", "board exam tomorrow"),
        ("board exam", "2026-11-21", "due", "board exam today: wish them luck"),
        ("Birthday", "2026-11-21", "due", "Birthday today: wish them well"),
        ("board exam", "2026-11-20", "soon", "board exam yesterday: ask how it went"),
        ("board exam", "2026-11-19", "soon", "board exam on Thu 19 Nov: ask how it went"),
        ("Birthday", "2026-11-20", "soon", "Birthday yesterday: wish them well, late"),
    ],
)
def test_an_occasion_says_what_to_wish_or_ask(
    board: Board, what: str, on: str, severity: str, text: str
) -> None:
    board.occasion(board.prospect("Ana Lima"), what, on=on)

    assert lines(board) == [(severity, f"Ana Lima: {text}", "boardroom done o1")]


def test_a_yearly_occasion_is_for_good_wishes(board: Board) -> None:
    board.occasion(board.prospect("Ana Lima"), "Founding day", on="1990-11-21", yearly=True)

    assert lines(board) == [
        ("due", "Ana Lima: Founding day today: wish them well", "boardroom done o1")
    ]


def test_an_agreement_that_ends_says_what_came_of_what_was_hoped_for(board: Board) -> None:
    marcus = board.advisor(joined="2026-11-01")
    board.review(marcus, on="2026-11-01", of_board=True)
    board.meeting(marcus, "2026-11-20")
    board.agreement(marcus, until="2026-11-21", confidential=False)
    board.goal("Run a P&L", marcus, status="achieved", closed_on="2026-10-01")
    board.goal("Earlier", marcus, status="achieved", closed_on="2026-01-09")
    board.advice(marcus, status="worked", outcome_on="2026-11-21")
    board.advice(marcus, status="trying")

    texts = [text for _, text, _ in lines(board)]

    assert texts == [
        (
            "Marcus Ojo: your agreement ends today: hoped for “a seat at the table”;"
            " came of it: 1 goal achieved, 1 piece of advice worked (renew, or part?)"
        )
    ]


def test_a_second_ask_without_an_answer_says_to_look_elsewhere(board: Board) -> None:
    noor = board.prospect("Noor Haddad", since="2026-09-01")
    board.step(noor, "asked", "2026-10-01")
    board.step(noor, "asked", "2026-11-03")

    assert lines(board) == [
        (
            "due",
            (
                "Noor Haddad: asked 2 times, last Tue 3 Nov, no answer yet: accept a no, and look"
                " elsewhere?"
            ),
            "boardroom advisor decline noor",
        )
    ]


def test_meetings_that_fell_through_ask_whether_they_are_always_busy(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-09-30", "missed")
    board.meeting(marcus, "2026-10-01")
    board.meeting(marcus, "2026-10-20", "missed")
    met = "Marcus Ojo: last met Thu 1 Oct, 9 days past 4-6w"
    assert [text for _, text, _ in lines(board)][:1] == [met]

    board.meeting(marcus, "2026-12-01", "cancelled")
    busy = "2 meetings fell through: always busy? Look elsewhere"
    assert [text for _, text, _ in lines(board)][:1] == [f"{met}; {busy}"]

    # Nobody who has found a day is asked about, nor is anybody about the time before they came back.
    planned = board.meeting(marcus, "2026-11-24", "planned")
    assert all("always busy" not in text for _, text, _ in lines(board))
    with board.change() as work:
        cancel_meeting(work, planned)
    assert "3 meetings fell through" in lines(board)[0][1]
    board.step(marcus, "paused", "2026-11-01")
    board.step(marcus, "active", "2026-12-02")
    assert all("always busy" not in text for _, text, _ in lines(board))


def test_a_mentee_is_never_said_to_be_always_busy(board: Board) -> None:
    zoe = board.mentee()
    board.meeting(zoe, "2026-10-20", "missed")
    board.meeting(zoe, "2026-10-21", "missed")

    assert all("always busy" not in text for _, text, _ in lines(board))
