from __future__ import annotations

import pytest

from boardroom.rules.calendar_dates import FORMS
from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_on_terminal

UNDO = "boardroom undo takes it back"


def test_a_plan_says_its_day(board: Board) -> None:
    board.advisor()

    ran = typed("plan", "marcus", "next", "tue", "15:30", "--place", "Blue Bottle")

    assert ran == Ran(
        0, f"Planned m1: coffee with Marcus Ojo, Tue 24 Nov 2026 15:30 (in 3 days) · {UNDO}\n", ""
    )
    assert board.sql("SELECT status, met_on, start_time, place FROM meeting") == [
        ("planned", "2026-11-24", "15:30", "Blue Bottle")
    ]


def test_a_plan_as_json_is_the_meeting(board: Board) -> None:
    board.advisor()

    ran = typed("plan", "marcus", "24", "Nov", "--way", "lunch", "--for", "45m", "--json")

    assert ran.json == {
        "schema": "boardroom.meeting/1",
        "id": "m1",
        "uid": board.sql("SELECT uid FROM meeting")[0][0],
        "advisor": "marcus",
        "status": "planned",
        "on": "2026-11-24",
        "at": None,
        "way": "lunch",
        "place": None,
        "minutes": 45,
        "notes": None,
        "private": False,
    }


def test_a_plans_day_looks_forward_from_today(board: Board) -> None:
    board.advisor()

    assert typed("plan", "marcus", "2", "Jan").out.startswith(
        "Planned m1: coffee with Marcus Ojo, Sat 2 Jan 2027 (in 42 days)"
    )
    assert typed("plan", "marcus", "sat").out.startswith(
        "Planned m2: coffee with Marcus Ojo, Sat 21 Nov 2026 (today)"
    )


def test_the_order_of_day_and_month_is_the_boards(board: Board) -> None:
    board.advisor()
    typed("config", "set", "date_order", "dmy")

    assert typed("plan", "marcus", "03/04/2027").out.startswith(
        "Planned m1: coffee with Marcus Ojo, Sat 3 Apr 2027 (in 133 days)"
    )


def test_on_a_terminal_who_and_when_are_asked_for(board: Board) -> None:
    board.advisor()

    ran = typed_on_terminal("plan", answers="marcus\n24 Nov 3pm\n")

    assert ran.err == "Who? When do you meet Marcus Ojo? "
    assert (
        ran.out
        == f"Planned m1: coffee with Marcus Ojo, Tue 24 Nov 2026 15:00 (in 3 days) · {UNDO}\n"
    )


def test_a_person_renamed_meanwhile_is_asked_about_by_the_new_name(board: Board) -> None:
    board.advisor()

    ran = typed_on_terminal(
        "plan",
        "marcus",
        answers="tue\nwed\n",
        meanwhile=lambda: board.put("UPDATE advisor SET name = 'Marcus Webb'"),
    )

    assert ran == Ran(
        0,
        f"Planned m1: coffee with Marcus Webb, Wed 25 Nov 2026 (in 4 days) · {UNDO}\n",
        "When do you meet Marcus Ojo? When do you meet Marcus Webb? ",
    )


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        ([], 2, "WHO is missing. See the usage with -h."),
        (["marcus"], 2, "WHEN is missing. See the usage with -h."),
        (
            ["nobody", "tue"],
            3,
            "Nobody matches 'nobody'. List everybody with: boardroom advisor list --all",
        ),
        (
            ["ana", "tue"],
            4,
            (
                "'ana' matches 2 people: ana-lima (Ana Lima), ana-ray (Ana Ray). Use one of these"
                " handles."
            ),
        ),
        (
            ["marcus", "yesterday"],
            2,
            (
                "Fri 20 Nov 2026 has passed, so nothing can be planned then. Use today or a later day, or log it: boardroom log."
            ),
        ),
        (["marcus", "31", "Feb"], 2, "February has no 31st. Its last day is 28 Feb."),
        (
            ["marcus", "10"],
            2,
            (
                "'10' alone is not a date. Add the month, like 24 Nov, or say how long from now, like"
                " in 10d."
            ),
        ),
        (["marcus", "may"], 2, "'may' is a month, not a day. Say which day, like 24 May."),
        (
            ["marcus", "03/04/2027"],
            2,
            (
                "'03/04/2027' could be Sat 3 Apr 2027 or Thu 4 Mar 2027. Write Sat 3 Apr 2027, or set the order: "
                "boardroom config set date_order dmy (or mdy)."
            ),
        ),
        (["marcus", "15:30"], 2, "'15:30' is a time without a day. Add the day: today 15:30."),
        (["marcus", "some", "day"], 2, f"'some day' is not a date. {FORMS}"),
        (
            ["marcus", "tue", "--way", "tea"],
            2,
            "'tea' is not a way to meet. Use one of coffee, lunch, call, video, walk, other.",
        ),
        (
            ["marcus", "tue", "--for", "0m"],
            2,
            "'0m' is no time at all. Write it like 45m, 90, 1h or 1h30.",
        ),
        (
            ["marcus", "tue", "--for", ""],
            2,
            "A length in minutes can't be empty. Write it like 45m, 90, 1h or 1h30.",
        ),
        (
            ["marcus", "tue", "--place", " "],
            2,
            "The place can't be empty. Write at least one word.",
        ),
        (
            ["marcus", "tue", "--place", "x" * 10_001],
            2,
            (
                "The place can't be longer than 10,000 characters; this has 10,001. Shorten or split it."
            ),
        ),
    ],
)
def test_a_refused_plan_changes_nothing(
    board: Board, words: list[str], code: int, message: str
) -> None:
    board.advisor()
    board.advisor("Ana Lima", handle="ana-lima")
    board.advisor("Ana Ray", handle="ana-ray")
    before = board.dump()

    assert typed("plan", *words) == Ran(code, "", f"{message}\n")
    assert board.dump() == before
