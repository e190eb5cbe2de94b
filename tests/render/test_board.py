from __future__ import annotations

import pytest

from boardroom.queries.advisors import advisor
from boardroom.queries.board import board as board_view
from boardroom.render.advisors import advisor_record
from boardroom.render.board import board_json, board_page
from boardroom.render.page import Cell, Heading, Page, Prose, Table
from boardroom.store.file import reading
from tests.boards import TODAY, Board
from tests.render.drawing import piped


def page(board: Board) -> Page:
    with reading(board.path) as connection:
        return board_page(board_view(connection, today=TODAY))


def seats(board: Board) -> Table:
    return next(block for block in page(board).blocks if isinstance(block, Table))


def test_json_has_seats_clocks_and_gaps(board: Board) -> None:
    marcus, ana = board.advisor(seat="Finance"), board.advisor("Ana Lima", joined="2026-11-01")
    board.meeting(marcus, "2026-09-01")
    board.meeting(marcus, "2026-12-24", "planned")
    board.item(marcus)
    board.exchange(marcus, "given", on="2026-06-30")
    board.promise(marcus, by_whom="them")
    board.step(ana, "paused", "2026-11-10", until="2027-01-10")
    board.goal("Run a P&L", marcus)
    board.goal("Speak", ana)

    with reading(board.path) as connection:
        shown = board_json(board_view(connection, today=TODAY))
        records = [
            advisor_record(advisor(connection, row_id, today=TODAY)) for row_id in (marcus, ana)
        ]

    assert shown == {
        "schema": "boardroom.board/1",
        "as_of": "2026-11-21",
        "review_snoozed_until": None,
        "review": {
            "state": "due",
            "last_on": None,
            "begun_on": None,
            "due_from": "2026-07-10",
            "due_by": "2027-01-10",
        },
        "seats": {"taken": 1, "fewest": 3, "most": 5},
        "missing": {
            "seats": 2,
            "goal_ids": ["g2"],
            "alike": [],
            "idle": [],
            "unagreed": ["marcus"],
            "open_ended": [],
        },
        "advisors": [
            {
                **records[0],
                "state": "overdue",
                "due_from": "2026-09-29",
                "due_by": "2026-10-13",
                "last_met_on": "2026-09-01",
                "next_meeting_on": "2026-12-24",
                "agenda_count": 1,
                "promise_counts": {"mine": 0, "theirs": 1},
                "balance": {"given": 1, "received": 0, "since": "2026-06-30"},
                "goal_ids": ["g1"],
            },
            {
                **records[1],
                "state": None,
                "due_from": None,
                "due_by": None,
                "last_met_on": None,
                "next_meeting_on": None,
                "agenda_count": 0,
                "promise_counts": {"mine": 0, "theirs": 0},
                "balance": {"given": 0, "received": 0, "since": None},
                "goal_ids": ["g2"],
            },
        ],
    }


def test_below_each_seat_is_the_window_in_words(board: Board) -> None:
    overdue, long_overdue, due, on_track = (
        board.advisor(name, joined="2026-01-10") for name in ("Al", "Bo", "Cy", "Di")
    )
    for row_id, met in (
        (overdue, "2026-10-09"),
        (long_overdue, "2026-09-01"),
        (due, "2026-10-24"),
        (on_track, "2026-11-20"),
    ):
        board.meeting(row_id, met)
    snoozed, paused, back, away = (
        board.advisor(name, window="6w") for name in ("Ed", "Flo", "Gus", "Hal")
    )
    board.snooze(snoozed, "2026-12-01")
    board.step(paused, "paused", "2026-11-10", until="2027-01-10")
    board.step(back, "paused", "2026-11-10", until="2026-11-21")
    board.step(away, "paused", "2026-11-10")

    assert [pieces[0].text for pieces in seats(board).below] == [
        "1 day past 4-6w",
        "39 days past 4-6w",
        "due by Sat 5 Dec (4-6w)",
        "due from Fri 18 Dec (4-6w)",
        "snoozed until Tue 1 Dec (6w)",
        "paused until Sun 10 Jan 2027 (6w)",
        "pause ended Sat 21 Nov (6w)",
        "6w",
    ]


def test_below_each_seat_are_the_dealings(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.item(marcus)
    board.promise(marcus)
    board.promise(marcus, by_whom="them")
    board.promise(ana, by_whom="them")
    board.exchange(marcus, "given", on="2026-05-20")
    board.exchange(marcus, "received", on="2026-06-30")
    board.goal("Run a P&L", marcus)
    board.goal("Speak", marcus, ana)

    assert [[piece.text for piece in pieces[1:]] for pieces in seats(board).below] == [
        ["they owe 1", "no give and take", "goal g2"],
        ["agenda 1", "you owe 1, they owe 1", "gave 0, got 1", "goals g1, g2"],
    ]


def test_a_bar_starts_at_the_return_and_is_not_for_the_away(board: Board) -> None:
    met, back, snoozed, paused = (board.advisor(name) for name in ("Al", "Bo", "Cy", "Di"))
    for row_id in (met, back):
        board.meeting(row_id, "2026-10-24")
    board.step(back, "paused", "2026-11-01")
    board.step(back, "active", "2026-11-20")
    board.snooze(snoozed, "2026-12-01")
    board.step(paused, "paused", "2026-11-10")

    assert [row[2] for row in seats(board).rows] == [
        Cell("······●━━━", "due", drawn=True),
        Cell("·●━━━━━━━━", "due", drawn=True),
        Cell("", "quiet", drawn=True),
        Cell("", "quiet", drawn=True),
    ]


def test_a_snoozed_review_is_shown_below_the_seats(board: Board) -> None:
    board.setting("seats", "0-5")
    board.agreement(board.advisor())
    board.snooze(None, "2027-01-05")

    assert page(board).blocks[2:] == (
        Prose("The six-month review is snoozed until Tue 5 Jan 2027.", "quiet"),
    )


@pytest.mark.parametrize(
    ("joined", "alone", "reviewed", "started", "expected"),
    [
        ("2026-10-05", None, None, False, "review from 5 Apr 2027"),
        ("2026-10-05", "2026-11-01", None, False, "review from 1 May 2027"),
        ("2026-01-10", "2026-11-01", "2026-05-20", False, "review by 20 May 2027"),
        ("2025-01-10", None, None, False, "review 315 days past due"),
        ("2025-01-10", None, None, True, "review started: 0 of 1 done"),
    ],
)
def test_the_heading_has_the_next_review(
    board: Board,
    joined: str,
    alone: str | None,
    reviewed: str | None,
    *,
    started: bool,
    expected: str,
) -> None:
    marcus = board.advisor(joined=joined)
    if alone:
        board.review(marcus, on=alone)
    if reviewed:
        board.review(on=reviewed, of_board=True)
    if started:
        board.review(marcus, on=None, of_board=True)

    heading = page(board).blocks[0]

    assert isinstance(heading, Heading)
    assert heading.aside[1].text == expected


def test_a_board_with_enough_people_wants_nobody(board: Board) -> None:
    board.setting("seats", "1-2")
    board.agreement(board.advisor())

    shown = page(board)

    review, *legend = (
        Cell(text, "quiet", drawn=text != "review by 10 Jan 2027")
        for text in ("review by 10 Jan 2027", "━ time to meet", "● today")
    )
    assert (len(shown.blocks), shown.blocks[0]) == (
        2,
        Heading("Your board", (Cell("1 of 2 seats", "quiet"), review, *legend)),
    )


def test_a_pipe_is_given_handles_and_days_in_iso(board: Board) -> None:
    marcus, ana = board.advisor(seat="Finance"), board.advisor("Ana Lima", joined="2026-11-21")
    board.meeting(marcus, "2026-09-01")
    board.meeting(marcus, "2026-12-24", "planned")
    board.item(marcus)
    board.snooze(ana, "2026-12-01")
    board.exchange(marcus, "received", on="2026-06-30")
    board.promise(ana, by_whom="them")
    board.goal("Run a P&L", marcus)
    board.goal("Speak", marcus)

    assert piped(page(board)) == (
        "ana\tAna Lima\t\tsnoozed\t4-6w\t\t\t0\t2026-12-01\t0\t0\t\t0\t1\t\n"
        "marcus\tMarcus Ojo\tFinance\toverdue\t4-6w\t2026-09-01\t2026-12-24\t1"
        "\t\t0\t1\t2026-06-30\t0\t0\tg1,g2\n"
    )  # fmt: skip


def test_an_empty_board_leaves_a_pipe_empty(board: Board) -> None:
    board.prospect("Noor Haddad")

    assert page(board) == Page(
        (
            Heading("Your board", (Cell("0 of 5 seats", "quiet"),)),
            Prose('Nobody is on the board yet. Start with: boardroom advisor add "NAME"'),
        ),
        (),
    )


def test_a_state_is_a_word_with_an_accent_of_its_own(board: Board) -> None:
    overdue, due, on_track, snoozed, paused = (
        board.advisor(name) for name in ("Al", "Bo", "Cy", "Di", "Ed")
    )
    for row_id, met in (
        (overdue, "2026-09-01"),
        (due, "2026-10-24"),
        (on_track, "2026-11-20"),
        (snoozed, "2026-09-01"),
    ):
        board.meeting(row_id, met)
    board.snooze(snoozed, "2026-12-01")
    board.step(paused, "paused", "2026-11-01")

    states = [row[3] for row in seats(board).rows]

    assert states == [
        Cell("overdue", "overdue"),
        Cell("due", "due"),
        Cell("on track", "good"),
        Cell("snoozed", "quiet"),
        Cell("paused", "quiet"),
    ]
