from __future__ import annotations

from datetime import date

from boardroom.queries.advisors import advisor
from boardroom.queries.promises import promises
from boardroom.render.page import Cell, Fields, Heading
from boardroom.render.shared_history import shared_history_page
from boardroom.rules.shared_history import Piece, SharedHistory
from boardroom.store.file import reading
from tests.boards import TODAY, Board

NOTHING = SharedHistory(date(2026, 1, 10), TODAY, 0, 0, (), (), 0, 0)


def fields(board: Board, advisor_id: int, history: SharedHistory) -> dict[str, str]:
    with reading(board.path) as connection:
        view = advisor(connection, advisor_id, today=TODAY)
        page = shared_history_page(
            view, history, tuple(promises(connection, advisor_id=advisor_id).promises), TODAY
        )
    heading, block = page.blocks
    assert heading == Heading("Marcus Ojo", (Cell("what you did together", "quiet"),))
    assert isinstance(block, Fields)
    return {label: cell.text for label, cell in block.rows}


def test_a_page_shows_the_newest_first(board: Board) -> None:
    marcus = board.advisor()
    board.promise(marcus)
    board.promise(marcus)
    board.promise(marcus, by_whom="them")
    board.promise(marcus, done_on="2026-11-02")
    board.meeting(marcus, "2026-12-03", "planned")
    advice = tuple(Piece(number, f"Advice {number}") for number in range(1, 6))
    history = SharedHistory(
        date(2026, 1, 10), TODAY, 7, 435, (Piece(1, "Run a P&L"),), advice, 0, 3
    )

    assert fields(board, marcus, history) == {
        "since": "Sat 10 Jan 2026 (315 days ago)",
        "met": "7 times, 7 hours 15 minutes",
        "achieved": "g1 Run a P&L",
        "worked": "v5 Advice 5; v4 Advice 4; v3 Advice 3; and 2 more",
        "give, take": "you gave nothing, got 3",
        "still open": "you promised p2, p1; they promised p3; you meet on Thu 3 Dec 2026",
    }


def test_an_empty_history(board: Board) -> None:
    marcus = board.advisor()

    assert fields(board, marcus, NOTHING) == {
        "since": "Sat 10 Jan 2026 (315 days ago)",
        "met": "no meetings",
        "give, take": "nothing given or got",
    }
    assert (
        fields(board, marcus, NOTHING._replace(meetings_count=1, minutes=60))["met"]
        == "1 time, 1 hour"
    )
