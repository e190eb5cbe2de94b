from __future__ import annotations

from typing import Any

import pytest

from boardroom.queries.advisors import advisor, advisors
from boardroom.render.advisor_page import advisor_page
from boardroom.render.advisors import advisor_record, advisors_page
from boardroom.render.page import Cell, Fields, Heading, Page, Prose, Text
from boardroom.store.file import reading
from tests.boards import TODAY, Board
from tests.render.drawing import piped

KNOWN: dict[str, Any] = {
    "seat": "Finance",
    "org": "Northgate Foods",
    "how_met": "Alumni dinner",
    "kind": "formal",
    "strengths": ["P&L", "pricing"],
    "perspectives": ["industry=food", "function=finance"],
    "their_goals": "A second board seat",
    "email": "marcus@example.com",
    "phone": "+351 21 000",
    "link": "https://example.com/m",
    "city": "Porto",
    "way": "lunch",
    "window": "6-8w",
    "minutes": "45",
    "nicknames": ["Marc", "Mo"],
    "notes": "Two\nlines",
    "role": "both",
    "title": "CFO",
    "timezone": "Europe/Lisbon",
    "usual": "every thursday 4pm",
}


def shown(board: Board, advisor_id: int) -> Page:
    with reading(board.path) as connection:
        return advisor_page(advisor(connection, advisor_id, today=TODAY), TODAY)


def fields(board: Board, advisor_id: int) -> dict[str, Cell]:
    return next(
        dict(block.rows) for block in shown(board, advisor_id).blocks if isinstance(block, Fields)
    )


def test_a_record_has_every_documented_key(board: Board) -> None:
    marcus = board.advisor(joined="2025-01-10", **KNOWN)
    board.snooze(marcus, "2026-12-01")

    with reading(board.path) as connection:
        record = advisor_record(advisor(connection, marcus, today=TODAY))

    assert record == {
        "handle": "marcus",
        "uid": board.sql("SELECT uid FROM advisor")[0][0],
        "name": "Marcus Ojo",
        "nicknames": ["Marc", "Mo"],
        "status": "active",
        "seat": "Finance",
        "org": "Northgate Foods",
        "how_met": "Alumni dinner",
        "kind": "formal",
        "strengths": ["P&L", "pricing"],
        "perspectives": {"industry": "food", "function": "finance"},
        "their_goals": "A second board seat",
        "email": "marcus@example.com",
        "phone": "+351 21 000",
        "link": "https://example.com/m",
        "city": "Porto",
        "way": "lunch",
        "window": "6-8w",
        "minutes": 45,
        "joined_on": "2025-01-10",
        "ended_on": None,
        "paused_until": None,
        "snoozed_until": "2026-12-01",
        "snoozed_why": None,
        "notes": "Two\nlines",
        "role": "both",
        "title": "CFO",
        "timezone": "Europe/Lisbon",
        "usual": "thu 16:00",
    }


def test_a_record_of_a_name_alone_has_empty_lists(board: Board) -> None:
    noor = board.prospect("Noor Haddad")

    with reading(board.path) as connection:
        record = advisor_record(advisor(connection, noor, today=TODAY))

    assert {key: value for key, value in record.items() if value is not None and key != "uid"} == {
        "handle": "noor",
        "name": "Noor Haddad",
        "role": "advisor",
        "nicknames": [],
        "status": "prospect",
        "kind": "informal",
        "strengths": [],
        "perspectives": {},
        "window": "4-6w",
        "minutes": 60,
    }


def test_a_record_has_the_days_of_a_pause_and_a_parting(board: Board) -> None:
    marcus, ana = board.advisor(joined="2026-01-10"), board.advisor("Ana Lima", joined="2026-01-10")
    board.step(marcus, "paused", "2026-06-01", until="2026-12-01")
    board.step(ana, "alumni", "2026-06-01")

    with reading(board.path) as connection:
        records = [advisor_record(view) for view in advisors(connection, today=TODAY)]

    assert [
        (
            record["handle"],
            record["status"],
            record["joined_on"],
            record["ended_on"],
            record["paused_until"],
        )
        for record in records
    ] == [
        ("ana", "alumni", "2026-01-10", "2026-06-01", None),
        ("marcus", "paused", "2026-01-10", None, "2026-12-01"),
    ]


def test_a_page_has_every_field(board: Board) -> None:
    marcus = board.advisor(joined="2026-10-10", **KNOWN)
    board.meeting(marcus, "2026-10-10")
    board.meeting(marcus, "2026-11-20")
    board.meeting(marcus, "2026-11-24", "planned")
    board.item(marcus)

    assert shown(board, marcus) == Page(
        (
            Heading("Marcus Ojo", (Cell("marcus", "quiet"), Cell("Finance", "quiet"))),
            Fields(
                (
                    ("status", Cell("on the board, since Sat 10 Oct 2026")),
                    ("seen", Cell("on track, due from Fri 1 Jan 2027", "good")),
                    ("last met", Cell("Fri 20 Nov 2026 (yesterday), 2 meetings in all")),
                    ("next", Cell("Tue 24 Nov 2026 (in 3 days)")),
                    ("agenda", Cell("1 open")),
                    ("window", Cell("6-8w, 45 minutes, lunch")),
                    ("usually", Cell("thu 16:00")),
                    ("review", Cell("on track, due from Sat 10 Apr 2027", "good")),
                    ("also called", Cell("Marc, Mo")),
                    ("role", Cell("advisor and mentee")),
                    ("title", Cell("CFO")),
                    ("works at", Cell("Northgate Foods")),
                    ("relationship", Cell("formal")),
                    ("how met", Cell("Alumni dinner")),
                    ("strengths", Cell("P&L, pricing")),
                    ("perspectives", Cell("industry: food, function: finance")),
                    ("their goals", Cell("A second board seat")),
                    ("email", Cell("marcus@example.com")),
                    ("phone", Cell("+351 21 000")),
                    ("link", Cell("https://example.com/m")),
                    ("city", Cell("Porto")),
                    ("timezone", Cell("Europe/Lisbon")),
                )
            ),
            Text("Two\nlines"),
        )
    )


def test_a_page_leaves_out_empty_fields(board: Board) -> None:
    noor = board.prospect("Noor Haddad")

    assert shown(board, noor) == Page(
        (
            Heading("Noor Haddad", (Cell("noor", "quiet"),)),
            Fields(
                (
                    ("status", Cell("a prospect, since Sat 21 Nov 2026")),
                    ("last met", Cell("never")),
                    ("window", Cell("4-6w, 60 minutes")),
                )
            ),
        )
    )


@pytest.mark.parametrize(
    ("joined", "met", "seen"),
    [
        ("2026-01-10", "2026-10-09", Cell("overdue by 1 day, since Fri 20 Nov 2026", "overdue")),
        ("2026-01-10", "2026-10-10", Cell("due by Sat 21 Nov 2026 (today)", "due")),
        ("2026-11-20", None, Cell("due by Fri 1 Jan 2027 (in 41 days)", "due")),
    ],
)
def test_a_page_has_the_clock_of_the_window(
    board: Board, joined: str, met: str | None, seen: Cell
) -> None:
    marcus = board.advisor(joined=joined)
    if met is not None:
        board.meeting(marcus, met)

    assert fields(board, marcus)["seen"] == seen


@pytest.mark.parametrize(
    ("joined", "review"),
    [
        ("2025-11-20", Cell("overdue by 1 day, since Fri 20 Nov 2026", "overdue")),
        ("2026-05-21", Cell("due by Fri 21 May 2027 (in 181 days)", "due")),
    ],
)
def test_a_page_has_the_clock_of_the_review(board: Board, joined: str, review: Cell) -> None:
    assert fields(board, board.advisor(joined=joined))["review"] == review


def test_a_page_has_a_snooze_and_the_end_of_a_pause(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.snooze(marcus, "2026-12-01")
    board.step(ana, "paused", "2026-11-01", until="2027-02-28")

    assert (fields(board, marcus)["snoozed"], fields(board, ana)["status"]) == (
        Cell("until Tue 1 Dec 2026"),
        Cell("paused until Sun 28 Feb 2027, since Sun 1 Nov 2026"),
    )


def test_a_pipe_gets_a_row_a_person(board: Board) -> None:
    marcus, ana = board.advisor(seat="Finance"), board.advisor("Ana Lima")
    board.prospect("Noor Haddad")
    board.meeting(marcus, "2026-09-01")
    board.meeting(marcus, "2027-01-05", "planned")
    board.step(ana, "alumni", "2026-11-01")

    with reading(board.path) as connection:
        page = advisors_page(advisors(connection, today=TODAY), TODAY, "Nobody.")

    assert piped(page) == (
        "ana\tAna Lima\t\talumni\t\t\n"
        "marcus\tMarcus Ojo\tFinance\toverdue\t2026-09-01\t2027-01-05\n"
        "noor\tNoor Haddad\t\tprospect\t\t\n"
    )  # fmt: skip


def test_an_empty_list_says_so_on_a_screen_only() -> None:
    assert advisors_page([], TODAY, "There are no former advisors.") == Page(
        (Prose("There are no former advisors."),), ()
    )
