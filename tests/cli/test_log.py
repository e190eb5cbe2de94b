from __future__ import annotations

import json

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_on_terminal

UNDO = "boardroom undo takes it back"
THANK = "Thank Marcus Ojo by Sat 21 Nov"


def test_a_log_says_its_day_and_what_was_covered(board: Board) -> None:
    marcus = board.advisor()
    board.item(marcus)
    board.item(marcus, "Pilot")

    ran = typed(
        "log", "marcus", "Two ways", "to get it", "--on", "fri", "--covered", "A1, a2", "--private"
    )

    assert ran == Ran(
        0,
        "Logged m1: coffee with Marcus Ojo, Fri 20 Nov 2026 (yesterday), 2 agenda items covered,"
        f" p1: {THANK}, private; the next is due from Fri 18 Dec (4-6w), say Fri 18 Dec: boardroom plan marcus next"
        f" · {UNDO}\n",
        "",
    )
    assert board.sql("SELECT status, met_on, notes, private FROM meeting") == [
        ("held", "2026-11-20", "Two ways to get it", 1)
    ]


def test_a_log_without_a_day_says_the_day_of_its_plan(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-16", "planned", start_time="09:00")

    ran = typed("log", "marcus", "Fine")

    assert ran == Ran(
        0,
        f"Logged m1: coffee with Marcus Ojo, Mon 16 Nov 2026 09:00 (5 days ago), p1: {THANK};"
        f" the next is due from Mon 14 Dec (4-6w), say Mon 14 Dec 09:00:"
        f" boardroom plan marcus next · {UNDO}\n",
        "",
    )


def test_a_log_as_json_is_the_whole_meeting(board: Board) -> None:
    marcus = board.advisor()
    board.item(marcus, "Budget")
    board.item(marcus, "Pilot")

    ran = typed("log", "marcus", "--on", "2026-11-10 9:00", "--covered", "a1", "--json")

    assert ran.json == {
        "schema": "boardroom.meeting/1",
        "id": "m1",
        "uid": board.sql("SELECT uid FROM meeting")[0][0],
        "advisor": "marcus",
        "status": "held",
        "on": "2026-11-10",
        "at": "09:00",
        "way": "coffee",
        "place": None,
        "minutes": 60,
        "notes": None,
        "private": False,
        "agenda_items": [
            {
                "id": "a1",
                "uid": board.sql("SELECT uid FROM agenda_item WHERE id = 1")[0][0],
                "advisor": "marcus",
                "kind": "topic",
                "text": "Budget",
                "status": "covered",
                "answer": None,
                "goal": None,
                "meeting": "m1",
                "private": False,
            }
        ],
        "promises": [],
        "advice_list": [],
        "exchanges": [],
    }


def test_notes_come_from_a_pipe_as_they_are(board: Board) -> None:
    board.advisor()
    notes = "First [/bold] line\r\n\n\x1b[31mred\t😀 O'Brien; DROP TABLE meeting\n"

    assert typed("log", "marcus", "-", stdin=notes).code == 0
    assert board.sql("SELECT notes FROM meeting") == [
        ("First [/bold] line\n\n\x1b[31mred\t😀 O'Brien; DROP TABLE meeting",)
    ]


def test_notes_may_have_a_million_characters(board: Board) -> None:
    board.advisor()

    assert typed("log", "marcus", "-", stdin="x" * 1_000_000).code == 0
    assert board.sql("SELECT length(notes) FROM meeting") == [(1_000_000,)]


def test_a_namesake_added_meanwhile_is_asked_about(board: Board) -> None:
    board.advisor("Ana Lima", handle="lima")
    board.advisor("Ana Ray", handle="ray")

    ran = typed_on_terminal(
        "log",
        "ana",
        "Went well",
        answers="2\n1\n",
        meanwhile=lambda: board.advisor("Ana Abt", handle="abt"),
    )

    assert (ran.code, ran.err) == (
        0,
        (
            "  1  Ana Lima (lima)\n  2  Ana Ray (ray)\nWhich ana? [1-2]"
            "   1  Ana Abt (abt)\n  2  Ana Lima (lima)\n  3  Ana Ray (ray)\nWhich ana? [1-3] "
        ),
    )
    assert board.sql("SELECT advisor_id, notes FROM meeting") == [(3, "Went well")]


def test_of_several_fitting_plans_one_can_be_chosen(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-16", "planned")
    board.meeting(marcus, "2026-11-19", "planned")
    before = board.dump()

    ran = typed("log", "marcus", "Fine", "--json")

    assert (ran.code, ran.out) == (4, "")
    assert json.loads(ran.err) == {
        "error": {
            "code": "ambiguous",
            "exit": 4,
            "message": "2 planned meetings match: m1 on Mon 16 Nov 2026, m2 on Thu 19 Nov 2026.",
            "hint": "Choose the one that took place, like --meeting m1.",
            "candidates": ["m1", "m2"],
        }
    }
    assert board.dump() == before
    named = typed("log", "marcus", "--meeting", "m2")
    assert (
        named.out
        == f"Logged m2: coffee with Marcus Ojo, Thu 19 Nov 2026 (2 days ago), p1: {THANK} ·"
        f" {UNDO}\n"
    )


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (
            [],
            2,
            (
                "WHO is missing. "
                "Usage: boardroom log [OPTIONS] WHO [NOTES...|-] · "
                "Example: boardroom log marcus"
            ),
        ),
        (
            ["nobody"],
            3,
            "Nobody matches 'nobody'. List everybody with: boardroom advisor list --all",
        ),
        (
            ["marcus", "--on", "tomorrow"],
            2,
            (
                "Sun 22 Nov 2026 is in the future, so no meeting was held then. Use today or an earlier day, or plan it: boardroom plan marcus 2026-11-22"
            ),
        ),
        (
            ["marcus", "--on", "2026-02-31"],
            2,
            "February 2026 has no 31st. Its last day is 28 Feb 2026.",
        ),
        (["marcus", "--on", ""], 2, None),
        (
            ["marcus", "--meeting", "m1"],
            2,
            (
                "Tue 24 Nov 2026 is in the future, so no meeting was held then. Use today or an earlier day, or plan it: boardroom plan marcus 2026-11-24"
            ),
        ),
        (
            ["marcus", "--on", "2026-11-10", "--way", "call"],
            6,
            (
                "m2 is on file already: coffee with Marcus Ojo, Tue 10 Nov 2026. New would be: way"
                " coffee → call. To add that: boardroom log marcus --meeting m2 --way call; if it"
                " was another meeting, add --another."
            ),
        ),
        (
            ["marcus", "--meeting", "m3"],
            6,
            "m3 was cancelled, so it can't be logged. Possible commands: boardroom meeting move m3 WHEN",
        ),
        (
            ["ana", "--meeting", "m1"],
            2,
            (
                "m1 is a meeting with Marcus Ojo, not with Ana Lima. Log it with: boardroom log"
                " marcus --meeting m1"
            ),
        ),
        (
            ["marcus", "--meeting", "m99"],
            3,
            "There is no meeting m99. List the ids with: boardroom meeting list",
        ),
        (
            ["marcus", "--meeting", "a1"],
            2,
            "a1 is an agenda item, not a meeting. Use instead: boardroom agenda list",
        ),
        (
            ["marcus", "--meeting", "3"],
            2,
            "'3' is not an id. An id is a letter and a number, like m12.",
        ),
        (
            ["marcus", "--covered", "a1,a2"],
            6,
            (
                "a2 was dropped, so it can't be covered. To raise it again: boardroom agenda add"
                " marcus TEXT"
            ),
        ),
        (
            ["marcus", "--covered", "a1,a3"],
            2,
            (
                "a3 is on the agenda with Ana Lima, not with Marcus Ojo. See their agenda with: boardroom agenda list marcus"
            ),
        ),
        (
            ["marcus", "--covered", "a1,a99"],
            3,
            "There is no agenda item a99. List the ids with: boardroom agenda list",
        ),
        (
            ["marcus", "--covered", "a1,m1"],
            2,
            "m1 is a meeting, not an agenda item. Use instead: boardroom meeting show m1",
        ),
        (
            ["marcus", "--covered", ""],
            2,
            "'' is not an id. An id is a letter and a number, like m12.",
        ),
        (["marcus", ""], 2, "The notes can't be empty. Write at least one word."),
        (
            ["marcus", "a\0b"],
            2,
            (
                "The notes can't contain a NUL character. Remove it; it often comes from a file that is"
                " not text."
            ),
        ),
        (
            ["marcus", "--way", ""],
            2,
            "'' is not a way to meet. Use one of coffee, lunch, call, video, walk, other.",
        ),
        (
            ["marcus", "--for", "25h"],
            2,
            "'25h' is longer than a day. Write it like 45m, 90, 1h or 1h30.",
        ),
    ],
)
def test_a_refused_log_changes_nothing(
    board: Board, words: list[str], code: int, message: str | None
) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    for on, status in (
        ("2026-11-24", "planned"),
        ("2026-11-10", "held"),
        ("2026-11-11", "cancelled"),
    ):
        board.meeting(marcus, on, status)
    board.item(marcus)
    board.item(marcus, "Deck", status="dropped", closed_on=None)
    board.item(ana, "Pilot")
    before = board.dump()

    ran = typed("log", *words)

    expected = (
        "The date is empty. Write it like 24 Nov, 2026-11-24, tue, next tue, in 3w or 3 weeks ago."
        if message is None
        else message
    )
    assert ran == Ran(code, "", f"{expected}\n")
    assert board.dump() == before


def test_notes_past_their_limit_change_nothing(board: Board) -> None:
    board.advisor()
    before = board.dump()

    ran = typed("log", "marcus", "-", stdin="x" * 1_000_001)

    assert ran.code == 2
    assert ran.err.startswith(
        "The notes can't be longer than 1,000,000 characters; this has 1,000,001."
        " Shorten or split it. Your text is kept in "
    )
    assert board.dump() == before


def test_a_plan_that_a_log_leaves_unlogged_is_named(board: Board) -> None:
    ana = board.advisor("Ana Lima")
    board.meeting(ana, "2026-11-12", "planned")
    board.meeting(ana, "2026-11-01", "planned")
    notice = (
        "Not logged yet: m1, coffee with Ana Lima, Thu 12 Nov 2026"
        " (boardroom log ana --meeting m1 or boardroom meeting cancel m1)\n"
    )

    assert typed("log", "ana", "Fine", "--on", "2026-11-17").err == notice
    assert typed("log", "ana", "Fine", "--on", "2026-11-12").err == ""
