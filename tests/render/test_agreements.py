from __future__ import annotations

from collections.abc import Callable
from typing import Any

from boardroom.actions.demo_people import MARCUS, PRIYA
from boardroom.queries.advisors import advisor
from boardroom.queries.agreements import agreement
from boardroom.render.agreements import agreement_json, agreement_page
from boardroom.render.page import Cell, Fields, Page
from boardroom.store.file import reading
from tests.boards import TODAY, Board
from tests.render.test_screens import faces


def _page(board: Board, advisor_id: int) -> Page:
    with reading(board.path) as connection:
        return agreement_page(
            advisor(connection, advisor_id, today=TODAY), agreement(connection, advisor_id), TODAY
        )


def _json(board: Board, advisor_id: int) -> dict[str, Any]:
    with reading(board.path) as connection:
        return agreement_json(
            advisor(connection, advisor_id, today=TODAY), agreement(connection, advisor_id)
        )


def _fields(page: Page) -> dict[str, Cell]:
    return next(dict(block.rows) for block in page.blocks if isinstance(block, Fields))


def test_an_agreement_on_the_screen(board: Board, golden: Callable[[str, str], None]) -> None:
    board.lay_demo()

    golden("agreement", faces(_page(board, MARCUS)))
    golden("agreement-none", faces(_page(board, PRIYA)))


def test_an_agreement_has_every_documented_key(board: Board) -> None:
    board.agreement(board.advisor(window="6-8w", minutes="45"))

    assert _json(board, 1) == {
        "schema": "boardroom.agreement/1",
        "uid": board.sql("SELECT uid FROM agreement")[0][0],
        "advisor": "marcus",
        "agreed_on": "2026-01-10",
        "hopes": "a seat at the table",
        "focus": ["pricing", "P&L"],
        "until_on": "2027-06-01",
        "confidential": True,
        "boundaries": "no weekends",
        "programme": None,
        "outcome": None,
        "window": "6-8w",
        "minutes": 45,
    }


def test_without_an_agreement_every_key_is_empty(board: Board) -> None:
    board.advisor()

    assert _json(board, 1) == {
        "schema": "boardroom.agreement/1",
        "uid": None,
        "advisor": "marcus",
        "agreed_on": None,
        "hopes": None,
        "focus": [],
        "until_on": None,
        "confidential": False,
        "boundaries": None,
        "programme": None,
        "outcome": None,
        "window": "4-6w",
        "minutes": 60,
    }


def test_an_agreement_may_be_over_or_open_ended(board: Board) -> None:
    board.agreement(board.advisor(), until="2026-11-20", confidential=False)
    board.agreement(board.advisor("Ana Lima"), until=None)

    marcus, ana = _fields(_page(board, 1)), _fields(_page(board, 2))

    assert marcus["until"] == Cell("Fri 20 Nov 2026 (yesterday)", "overdue")
    assert "private" not in marcus
    assert ana["until"] == Cell("open-ended", "quiet")
    assert ana["private"] == Cell("what happens from Sat 10 Jan 2026 on is confidential")
