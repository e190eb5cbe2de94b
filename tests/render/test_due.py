from __future__ import annotations

import json
from datetime import date

import pytest

from boardroom.queries.due import coming_item
from boardroom.render.due import due_json, due_page, welcome_page
from boardroom.render.due_words import item_text
from boardroom.render.formatting import prompt_line
from boardroom.render.page import Cell, Entries, Entry, Heading, Page, Prose
from boardroom.store.file import reading
from tests.boards import TODAY, Board
from tests.render.drawing import piped

AS_DOCUMENTED = """
{"schema": "boardroom.due/1", "as_of": "2026-11-21",
 "counts": {"overdue": 1, "due": 1, "soon": 0},
 "advisors": [{"handle": "marcus", "name": "Marcus Ojo", "role": "advisor", "seat": "Finance", "state": "overdue",
   "last_met_on": "2026-09-01", "days_since": 81, "due_from": "2026-09-29", "due_by": "2026-10-13",
   "days_overdue": 39,
   "next_meeting_on": null, "snoozed_until": null,
   "review": {"state": "due", "last_on": null, "due_from": "2026-07-10", "due_by": "2027-01-10"}}],
 "entries": [{"severity": "overdue", "advisor": "marcus", "goal": null, "items": [0],
   "next": "boardroom plan marcus WHEN"},
  {"severity": "due", "advisor": null, "goal": null, "items": [1], "next": "boardroom review"}],
 "items": [
  {"kind": "meeting", "severity": "overdue", "advisor": "marcus", "ref": null, "on": "2026-10-13",
   "days": -39, "booked_on": null, "text": "Marcus Ojo: last met Tue 1 Sep, 39 days past 4-6w",
   "next": "boardroom plan marcus WHEN"},
  {"kind": "review", "severity": "due", "advisor": null, "ref": null, "on": "2027-01-10",
   "days": 50, "booked_on": null,
   "text": "Six-month review of the board: Marcus Ojo", "next": "boardroom review"}]}
"""

NOTHING = Prose("Nothing is due.")


def entries(board: Board, today: date = TODAY) -> tuple[Entry, ...]:
    """The entries on a screen."""
    blocks = due_page(board.due(today=today)).blocks
    return next(block.rows for block in blocks if isinstance(block, Entries))


def soon(board: Board) -> tuple[str, ...]:
    """The parts of the closing paragraph of a screen."""
    last = due_page(board.due()).blocks[-1]
    assert isinstance(last, Entries)
    return last.folded


def heading(overdue: int = 0, due: int = 0, soon: int = 0) -> Heading:
    """The heading of a screen, with its counts."""
    counts = {"overdue": overdue, "due": due, "soon": soon}
    return Heading(
        "Saturday 21 November 2026",
        tuple(Cell(f"{count} {word}", word) for word, count in counts.items() if count),
    )


def test_the_json_is_as_documented(board: Board) -> None:
    board.meeting(board.advisor(seat="Finance", joined="2026-01-10"), "2026-09-01")

    assert json.dumps(due_json(board.due())) == json.dumps(json.loads(AS_DOCUMENTED))


def test_an_advisor_never_met_has_no_last_day(board: Board) -> None:
    board.advisor(joined="2026-11-10")

    assert due_json(board.due())["advisors"] == [
        {
            "handle": "marcus",
            "name": "Marcus Ojo",
            "role": "advisor",
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
        "entries": [],
        "items": [],
    }


def test_the_boards_review_names_nobody_if_nobody_is_due(board: Board) -> None:
    marcus = board.advisor(joined="2026-01-10")
    board.meeting(marcus, "2026-11-20")
    board.review(on="2026-01-10", of_board=True)
    board.review(marcus, on="2026-11-01")

    assert entries(board) == (
        Entry(
            "due",
            "Six-month review",
            "due by Sun 10 Jan 2027",
            "boardroom review",
            "boardroom snooze review --until 2w",
        ),
    )


def test_several_promises_of_one_person_have_their_ids(board: Board) -> None:
    marcus = board.advisor(joined="2026-11-20")
    board.meeting(marcus, "2026-11-20")
    board.promise(marcus, "Send the deck", due_on="2026-11-16")
    board.promise(marcus, "Introduce Dana", by_whom="them", due_on="2026-11-10")

    assert entries(board) == (
        Entry(
            "overdue",
            "Marcus Ojo",
            "you promised “Send the deck” by Mon 16 Nov, 5 days ago (p1); they said they would"
            " “Introduce Dana” by Tue 10 Nov, 11 days ago (a gentle nudge?) (p2)",
            "boardroom done p1",
            "boardroom letter nudge marcus",
        ),
    )


def test_more_than_three_facts_are_counted_with_the_command_that_shows_them(board: Board) -> None:
    marcus = board.advisor(joined="2026-11-20")
    board.meeting(marcus, "2026-11-20")
    for day in range(10, 15):
        board.promise(marcus, "Ask", by_whom="them", due_on=f"2026-11-{day}")
    goal_id = board.goal("Speak")
    for _ in range(5):
        board.goal_step(goal_id, "Ask", due_on="2026-11-25")

    (entry,) = entries(board)
    assert entry.what.endswith("(p3); and 2 more: boardroom prep marcus")
    assert soon(board)[0].endswith("(s3); and 2 more: boardroom goal show g1")


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


def test_an_unlogged_meeting_comes_before_the_one_of_today(board: Board) -> None:
    marcus = board.advisor(joined="2026-06-10")
    board.meeting(marcus, "2026-09-01")
    board.meeting(marcus, "2026-11-19", "planned")
    board.meeting(marcus, "2026-11-21", "planned")
    board.item(marcus)

    assert entries(board) == (
        Entry(
            "due",
            "Marcus Ojo",
            "coffee today, 1 on the agenda; coffee on Thu 19 Nov: log it, or was it moved,"
            " cancelled, missed? 39 days past 4-6w",
            "boardroom log marcus --meeting m2",
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
            "boardroom snooze review --until 2w",
        ),
    )


def test_a_review_in_progress_says_how_far_it_is(board: Board) -> None:
    ana, *_ = (
        board.advisor("Ana Lima", joined="2026-11-01"),
        board.advisor("Tom Berg", joined="2026-11-01"),
    )
    board.answer(ana, on="2026-11-03")

    assert entries(board)[0] == Entry(
        "due",
        "Six-month review",
        "started Tue 3 Nov: 1 of 2 done",
        "boardroom review",
        "boardroom snooze review --until 2w",
    )
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
        "six-month review started Sat 21 Nov; never met, joined Sat 21 Nov,"
        " due by Sat 2 Jan 2027 (4-6w)",
        "boardroom review --advisor marcus",
    ) in entries(board)
    assert [item_text(item, TODAY) for item in view.items if item.kind == "review"] == [
        "Marcus Ojo: six-month review started Sat 21 Nov"
    ]


def test_one_advisors_review_is_a_part_of_their_entry(board: Board) -> None:
    marcus = board.advisor(joined="2026-01-10")
    board.meeting(marcus, "2026-09-01")
    board.review(on="2026-11-01", of_board=True)

    assert entries(board) == (
        Entry(
            "overdue",
            "Marcus Ojo",
            "last met Tue 1 Sep, 39 days past 4-6w; six-month review, due by Sun 10 Jan 2027",
            "boardroom plan marcus WHEN",
            "boardroom snooze review --until 2w",
        ),
    )


def test_what_is_merely_soon_is_folded(board: Board) -> None:
    marcus, ana, tom = (
        board.advisor(name, joined="2026-06-01") for name in ("Marcus Ojo", "Ana Lima", "Tom Berg")
    )
    board.meeting(marcus, "2026-09-01")
    board.meeting(marcus, "2026-11-28", "planned")
    board.item(marcus)
    board.meeting(ana, "2026-11-02")
    board.meeting(tom, "2026-11-20")

    assert due_page(board.due()).blocks == (
        heading(soon=3),
        NOTHING,
        Entries(
            (),
            (
                "Marcus Ojo: 39 days past 4-6w; coffee on Sat 28 Nov, 1 on the agenda",
                "Ana Lima: last met Mon 2 Nov, due from Mon 30 Nov (4-6w)",
                "Six-month review: due from Tue 1 Dec: Ana Lima, Marcus Ojo, Tom Berg",
            ),
            "boardroom due --all",
        ),
    )


def test_the_whole_list_is_cut_nowhere(board: Board) -> None:
    board.meeting(board.advisor(joined="2026-06-01"), "2026-09-01")

    (_, shown), (_, whole) = (
        due_page(board.due(), rest_command=command).blocks
        for command in ("boardroom due --all", "")
    )

    assert isinstance(shown, Entries)
    assert whole == shown._replace(all_command="")


def test_a_quiet_morning_says_what_comes_next(board: Board) -> None:
    board.meeting(board.advisor(joined="2026-11-01"), "2026-11-20")

    with reading(board.path) as connection:
        coming = coming_item(connection, today=TODAY)

    assert due_page(board.due(), coming=coming) == Page(
        (
            heading(),
            Prose(
                "Nothing is due. Next: Marcus Ojo: last met Fri 20 Nov, due from Fri 18 Dec (4-6w)."
            ),
        ),
        (Entries(()),),
    )


def test_what_comes_next_after_a_booking_in_time_is_its_meeting(board: Board) -> None:
    marcus = board.advisor(joined="2026-11-01")
    board.meeting(marcus, "2026-11-20")
    board.meeting(marcus, "2026-12-26", "planned")

    with reading(board.path) as connection:
        coming = coming_item(connection, today=TODAY)

    assert coming is not None
    assert (coming.kind, coming.on) == ("upcoming", date(2026, 12, 26))


def test_a_list_of_what_is_overdue_says_what_is_due_besides(board: Board) -> None:
    board.meeting(board.advisor(joined="2026-06-10"), "2026-10-17")

    page = due_page(board.due().at_least("overdue"))

    assert page.blocks[1] == Prose("Nothing is overdue; 1 due.")


def test_nothing_comes_next_for_prospects(board: Board) -> None:
    board.prospect("Noor Haddad")

    with reading(board.path) as connection:
        assert coming_item(connection, today=TODAY) is None
    assert due_page(board.due()) == Page((heading(), NOTHING), (Entries(()),))


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


def test_a_goal_is_an_entry_with_its_steps(board: Board) -> None:
    marcus = board.advisor(joined="2026-11-01")
    board.meeting(marcus, "2026-11-20")
    goal_id = board.goal("Run a P&L", marcus, target_on="2026-12-05")
    board.goal_step(goal_id, due_on="2026-11-20")
    board.goal_step(goal_id, "Own one line", due_on="2026-12-01")
    board.goal("Speak", target_on="2026-12-02")

    assert entries(board) == (
        Entry(
            "overdue",
            "Run a P&L",
            "“Shadow the budget round” by Fri 20 Nov, yesterday (s1);"
            " “Own one line” by Tue 1 Dec (s2); target Sat 5 Dec (g1)",
            "boardroom done s1",
        ),
    )
    assert soon(board) == ("Speak: target Wed 2 Dec (g2)",)
    assert (
        piped(due_page(board.due())).splitlines()[0].startswith("overdue\tgoal\tRun a P&L: “Shadow")
    )
    assert [(item["advisor"], item["ref"]) for item in due_json(board.due())["items"]] == [
        (None, "s1"),
        (None, "s2"),
        (None, "g2"),
        (None, "g1"),
    ]


def test_a_question_has_its_command_beside_that_of_another_item(board: Board) -> None:
    marcus = board.advisor(joined="2026-01-10")
    board.agreement(marcus, until="2026-12-10")

    before = next(entry for entry in entries(board) if entry.who == "Marcus Ojo")
    board.letter(marcus, "renew", "2026-11-22")
    days = entries(board, today=date(2026, 12, 10))
    ended = next(entry for entry in days if entry.who == "Marcus Ojo")

    assert (before.next, before.also) == (
        "boardroom plan marcus WHEN",
        "boardroom letter renew marcus",
    )
    assert "(asked Sun 22 Nov; renew, or part?)" in ended.what
    assert ended.also == "boardroom advisor part marcus"


def test_a_promise_that_they_were_reminded_of_says_so_once_the_wait_is_over(board: Board) -> None:
    marcus = board.advisor(joined="2026-11-20")
    board.meeting(marcus, "2026-11-20")
    board.promise(marcus, "Introduce Dana", by_whom="them", due_on="2026-11-01")
    board.letter(marcus, "nudge", "2026-11-02")

    [entry] = entries(board)

    assert entry.what.endswith("20 days ago (reminded Mon 2 Nov; another nudge?)")
