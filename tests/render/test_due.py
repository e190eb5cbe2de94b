from __future__ import annotations

import json
from datetime import date

import pytest

from boardroom.render.due import due_json, due_page, welcome_page
from boardroom.render.due_words import item_text
from boardroom.render.formatting import prompt_line
from boardroom.render.page import Entries, Entry, Heading, Page, Prose
from tests.boards import TODAY, Board
from tests.render.drawing import piped

AS_DOCUMENTED = """
{"schema": "boardroom.due/1", "as_of": "2026-11-21",
 "counts": {"overdue": 1, "due": 1, "soon": 0},
 "advisors": [{"handle": "marcus", "name": "Marcus Ojo", "seat": "Finance", "state": "overdue",
   "last_met_on": "2026-09-01", "days_since": 81, "due_from": "2026-09-29", "due_by": "2026-10-13",
   "days_overdue": 39,
   "next_meeting_on": null, "snoozed_until": null,
   "review": {"state": "due", "last_on": null, "due_from": "2026-07-10", "due_by": "2027-01-10"}}],
 "items": [
  {"kind": "meeting", "severity": "overdue", "advisor": "marcus", "ref": null, "on": "2026-10-13",
   "days": -39, "booked_on": null, "text": "Marcus Ojo: last met Tue 1 Sep, 39 days past 4-6w",
   "next": "boardroom plan marcus WHEN"},
  {"kind": "review", "severity": "due", "advisor": null, "ref": null, "on": "2027-01-10",
   "days": 50, "booked_on": null,
   "text": "Six-month review of the board: Marcus Ojo", "next": "boardroom review"}]}
"""

SATURDAY = Heading("Saturday 21 November 2026")
NOTHING = Prose("Nothing is due.")


def entries(board: Board) -> tuple[Entry, ...]:
    """The entries on a screen."""
    return next(block.rows for block in due_page(board.due()).blocks if isinstance(block, Entries))


def soon(board: Board) -> str:
    """The closing paragraph of a screen."""
    last = due_page(board.due()).blocks[-1]
    assert isinstance(last, Prose)
    return last.text


def test_the_json_is_as_documented(board: Board) -> None:
    board.meeting(board.advisor(seat="Finance", joined="2026-01-10"), "2026-09-01")

    assert json.dumps(due_json(board.due())) == json.dumps(json.loads(AS_DOCUMENTED))


def test_an_advisor_never_met_has_no_last_day(board: Board) -> None:
    board.advisor(joined="2026-11-10")

    assert due_json(board.due())["advisors"] == [
        {
            "handle": "marcus",
            "name": "Marcus Ojo",
            "seat": None,
            "state": "due",
            "last_met_on": None,
            "days_since": None,
            "due_from": "2026-11-10",
            "due_by": "2026-12-22",
            "days_overdue": 0,
            "next_meeting_on": None,
            "snoozed_until": None,
            "review": {
                "state": "on_track",
                "last_on": None,
                "due_from": "2027-05-10",
                "due_by": "2027-11-10",
            },
        }
    ]


def test_a_booking_a_snooze_and_a_review_show_in_the_advisor(board: Board) -> None:
    marcus = board.advisor(joined="2026-01-10")
    board.meeting(marcus, "2026-12-24", "planned")
    board.snooze(marcus, "2026-12-01")
    board.review(marcus, on="2026-10-31", of_board=True)

    advisor = due_json(board.due())["advisors"][0]

    assert (advisor["next_meeting_on"], advisor["snoozed_until"], advisor["review"]) == (
        "2026-12-24",
        "2026-12-01",
        {
            "state": "on_track",
            "last_on": "2026-10-31",
            "due_from": "2027-04-30",
            "due_by": "2027-10-31",
        },
    )


def test_an_empty_board_has_lists_and_no_nulls(board: Board) -> None:
    assert due_json(board.due()) == {
        "schema": "boardroom.due/1",
        "as_of": "2026-11-21",
        "counts": {"overdue": 0, "due": 0, "soon": 0},
        "advisors": [],
        "items": [],
    }


def test_the_boards_review_names_nobody_if_nobody_is_due(board: Board) -> None:
    marcus = board.advisor(joined="2026-01-10")
    board.meeting(marcus, "2026-11-20")
    board.review(marcus, on="2026-11-01")

    assert entries(board) == (
        Entry("due", "Six-month review", "due by Sun 10 Jan 2027", "boardroom review"),
    )


def test_one_persons_promises_are_one_entry_that_names_three(board: Board) -> None:
    marcus = board.advisor(joined="2026-11-20")
    board.meeting(marcus, "2026-11-20")
    board.promise(marcus, "Send the revised deck and the notes on pricing", due_on="2026-11-16")
    board.promise(marcus, "Introduce Dana", by_whom="them", due_on="2026-11-10")
    board.promise(marcus, "Call Lena", due_on="2026-11-21")

    two = "p1 “Send the revised deck…”, p2 “Introduce Dana” (theirs)"
    three = f"3 promises, the first by Tue 10 Nov: {two}, p3 “Call Lena”"
    assert entries(board) == (
        Entry("overdue", "Marcus Ojo", three, "boardroom promise list marcus"),
    )
    board.promise(marcus, "Ask for the slides", by_whom="them", due_on="2026-11-20")
    board.promise(marcus, "Look at the draft", due_on="2026-11-25")
    assert soon(board) == "Soon · Marcus Ojo: you promised “Look at the draft” by Wed 25 Nov"
    third = "p4 “Ask for the slides” (theirs)"
    four = f"4 promises, the first by Tue 10 Nov: {two}, {third}, and 1 more"
    assert entries(board) == (
        Entry("overdue", "Marcus Ojo", four, "boardroom promise list marcus"),
    )
    in_pipe = due_page(board.due()).pipe
    assert in_pipe is not None
    assert [row.next for row in in_pipe[0].rows] == [  # type: ignore[union-attr]
        f"boardroom done p{number}" for number in (1, 2, 4, 3, 5)
    ]


def test_promises_that_are_merely_soon_are_counted_together(board: Board) -> None:
    marcus = board.advisor(joined="2026-11-20")
    board.meeting(marcus, "2026-11-20")
    for day in ("2026-11-22", "2026-11-23"):
        board.promise(marcus, "Send the deck", due_on=day)

    assert (
        soon(board) == "Soon · Marcus Ojo: 2 promises, the first by Sun 22 Nov:"
        " p1 “Send the deck”, p2 “Send the deck”"
    )


def test_one_coffee_is_one_entry_on_a_screen(board: Board) -> None:
    marcus = board.advisor(joined="2026-06-10")
    board.meeting(marcus, "2026-09-01")
    board.meeting(marcus, "2026-11-21", "planned", start_time="15:30", place="Blue Bottle")

    assert entries(board) == (
        Entry(
            "due",
            "Marcus Ojo",
            "coffee today at 15:30, Blue Bottle, nothing on the agenda; 39 days past 4-6w",
            "boardroom agenda add marcus TEXT",
        ),
    )


def test_a_pipe_keeps_every_item(board: Board) -> None:
    marcus = board.advisor(joined="2026-06-10")
    board.meeting(marcus, "2026-10-17")
    board.meeting(marcus, "2026-11-23", "planned")

    assert due_page(board.due()).pipe == (
        Entries(
            (
                Entry(
                    "due",
                    "marcus",
                    "Marcus Ojo: coffee on Mon 23 Nov, nothing on the agenda",
                    "boardroom agenda add marcus TEXT",
                ),
                Entry(
                    "soon",
                    "marcus",
                    "Marcus Ojo: coffee on Mon 23 Nov, nothing on the agenda",
                    "boardroom prep marcus",
                ),
                Entry(
                    "soon",
                    "marcus",
                    "Marcus Ojo: last met Sat 17 Oct, due by Sat 28 Nov (4-6w), booked Mon 23 Nov",
                    "boardroom prep marcus",
                ),
            )
        ),
    )


def test_a_window_joins_an_unlogged_meeting_and_its_command(
    board: Board,
) -> None:
    marcus = board.advisor(joined="2026-06-10")
    board.meeting(marcus, "2026-09-01")
    board.meeting(marcus, "2026-11-19", "planned")

    assert entries(board) == (
        Entry(
            "overdue",
            "Marcus Ojo",
            "39 days past 4-6w; coffee on Thu 19 Nov: log it, or was it moved, cancelled, missed?",
            "boardroom log marcus --meeting m2",
        ),
    )


def test_a_window_joins_the_next_of_two_meetings(
    board: Board,
) -> None:
    marcus = board.advisor(joined="2026-06-10")
    board.meeting(marcus, "2026-09-01")
    board.meeting(marcus, "2026-11-19", "planned")
    board.meeting(marcus, "2026-11-21", "planned")
    board.item(marcus)

    assert entries(board) == (
        Entry(
            "due",
            "Marcus Ojo",
            "coffee on Thu 19 Nov: log it, or was it moved, cancelled, missed?",
            "boardroom log marcus --meeting m2",
        ),
        Entry(
            "due",
            "Marcus Ojo",
            "coffee today, 1 on the agenda; 39 days past 4-6w",
            "boardroom prep marcus",
        ),
    )


def test_an_empty_agenda_is_an_entry_if_its_meeting_is_none(board: Board) -> None:
    board.setting("soon", "0d")
    board.meeting(board.prospect("Marcus Ojo"), "2026-11-23", "planned")

    assert entries(board) == (
        Entry(
            "due",
            "Marcus Ojo",
            "coffee on Mon 23 Nov, nothing on the agenda",
            "boardroom agenda add marcus TEXT",
        ),
    )


def test_the_boards_review_is_one_entry_with_its_names(board: Board) -> None:
    for name in ("Marcus Ojo", "Ana Lima"):
        board.meeting(board.advisor(name, joined="2025-11-10"), "2026-11-20")

    assert entries(board) == (
        Entry(
            "overdue",
            "Six-month review",
            "11 days past its window: Ana Lima, Marcus Ojo",
            "boardroom review",
        ),
    )


def test_a_review_in_progress_says_how_far_it_is(board: Board) -> None:
    ana, *_ = (
        board.advisor("Ana Lima", joined="2026-11-01"),
        board.advisor("Tom Berg", joined="2026-11-01"),
    )
    board.answer(ana, on="2026-11-03")

    assert Entry(
        "due", "Six-month review", "started Tue 3 Nov: 1 of 2 done", "boardroom review"
    ) in entries(board)
    assert [item for item in due_json(board.due())["items"] if item["kind"] == "review"] == [
        {
            "kind": "review",
            "severity": "due",
            "advisor": None,
            "ref": None,
            "on": "2026-11-03",
            "days": -18,
            "booked_on": None,
            "text": "Six-month review started Tue 3 Nov: 1 of 2 done",
            "next": "boardroom review",
        }
    ]


def test_an_advisors_review_in_progress_names_them(board: Board) -> None:
    marcus = board.advisor(joined="2026-11-21")
    board.answer(marcus, alone=True)

    view = board.due()

    assert Entry(
        "due",
        "Marcus Ojo",
        "six-month review started Sat 21 Nov",
        "boardroom review --advisor marcus",
    ) in entries(board)
    assert [item_text(item, TODAY) for item in view.items if item.kind == "review"] == [
        "Marcus Ojo: six-month review started Sat 21 Nov"
    ]


def test_one_advisors_review_stands_apart_from_their_coffee(board: Board) -> None:
    marcus = board.advisor(joined="2026-01-10")
    board.meeting(marcus, "2026-09-01")
    board.review(on="2026-11-01", of_board=True)

    assert entries(board) == (
        Entry(
            "overdue",
            "Marcus Ojo",
            "last met Tue 1 Sep, 39 days past 4-6w",
            "boardroom plan marcus WHEN",
        ),
        Entry(
            "due",
            "Marcus Ojo",
            "six-month review, due by Sun 10 Jan 2027",
            "boardroom review --advisor marcus",
        ),
    )


def test_what_is_merely_soon_is_one_closing_paragraph(board: Board) -> None:
    marcus, ana, tom = (
        board.advisor(name, joined="2026-06-01") for name in ("Marcus Ojo", "Ana Lima", "Tom Berg")
    )
    board.meeting(marcus, "2026-09-01")
    board.meeting(marcus, "2026-11-28", "planned")
    board.item(marcus)
    board.meeting(ana, "2026-11-02")
    board.meeting(tom, "2026-11-20")

    assert due_page(board.due()).blocks == (
        SATURDAY,
        NOTHING,
        Prose(
            "Soon · Marcus Ojo: coffee on Sat 28 Nov, 1 on the agenda; 39 days past 4-6w"
            " · Ana Lima: last met Mon 2 Nov, due from Mon 30 Nov (4-6w)"
            " · Six-month review of the board: Ana Lima, Marcus Ojo, Tom Berg"
        ),
    )


def test_a_booking_beyond_the_look_ahead_is_said_with_its_day(board: Board) -> None:
    marcus = board.advisor(joined="2026-06-10")
    board.meeting(marcus, "2026-09-01")
    board.meeting(marcus, "2026-12-24", "planned")

    assert (
        soon(board) == "Soon · Marcus Ojo: last met Tue 1 Sep, 39 days past 4-6w, booked Thu 24 Dec"
    )


def test_a_quiet_morning_says_so_on_a_screen_alone(board: Board) -> None:
    board.meeting(board.advisor(joined="2026-11-01"), "2026-11-20")

    assert due_page(board.due()) == Page((SATURDAY, NOTHING), (Entries(()),))


def test_a_new_board_is_welcomed(board: Board) -> None:
    board.setting("soon", "7d")

    assert due_page(board.due()) == welcome_page()


def test_the_list_of_another_day_is_headed_by_it(board: Board) -> None:
    board.prospect("Noor Haddad")

    assert due_page(board.due(today=date(2028, 2, 29))).blocks == (
        Heading("Tuesday 29 February 2028"),
        NOTHING,
    )


@pytest.mark.parametrize(
    ("overdue", "due", "line"),
    [(2, 1, "2 overdue, 1 due"), (1, 0, "1 overdue"), (0, 3, "3 due"), (0, 0, "")],
)
def test_the_prompt_line_counts_what_is_due_and_overdue(overdue: int, due: int, line: str) -> None:
    assert prompt_line({"overdue": overdue, "due": due, "soon": 9}) == line


def test_a_goal_is_an_entry_and_soon_joined_by_its_steps(board: Board) -> None:
    marcus = board.advisor(joined="2026-11-01")
    board.meeting(marcus, "2026-11-20")
    goal_id = board.goal("Run a P&L", marcus, target_on="2026-12-05")
    board.goal_step(goal_id, due_on="2026-11-20")
    board.goal_step(goal_id, "Own one line", due_on="2026-12-01")
    board.goal("Speak", target_on="2026-12-02")

    assert entries(board) == (
        Entry(
            "overdue",
            "Goal",
            "Run a P&L: “Shadow the budget round” by Fri 20 Nov, yesterday",
            "boardroom done s1",
        ),
    )
    assert (
        soon(board) == "Soon · Run a P&L: “Own one line” by Tue 1 Dec; target Sat 5 Dec"
        " · Speak: target Wed 2 Dec"
    )
    assert (
        piped(due_page(board.due())).splitlines()[0].startswith("overdue\tgoal\tRun a P&L: “Shadow")
    )
    assert [(item["advisor"], item["ref"]) for item in due_json(board.due())["items"]] == [
        (None, "s1"),
        (None, "s2"),
        (None, "g2"),
        (None, "g1"),
    ]
