"""`agreement list`."""

from __future__ import annotations

import pytest

from tests.boards import Board
from tests.cli.typed import typed


@pytest.fixture
def agreed(board: Board) -> Board:
    """An open-ended agreement, and a confidential one that ends."""
    board.agreement(board.advisor("Ana Lima"), until=None, focus=(), confidential=False)
    board.agreement(board.advisor(window="6-8w"), until="2026-12-01")
    board.advisor("Tom Berg")
    return board


@pytest.mark.usefixtures("agreed")
def test_the_first_to_end_comes_first_and_privacy_is_said() -> None:
    lines = typed("agreement", "list").out.splitlines()

    assert [line.split("\t") for line in lines] == [
        ["marcus", "2026-12-01", "6-8w", "60", "2026-01-10", "pricing, P&L", "private"],
        ["ana", "", "4-6w", "60", "2026-01-10", "a seat at the table", ""],
    ]


@pytest.mark.usefixtures("agreed")
def test_each_record_is_that_of_show() -> None:
    marcus, _ = typed("agreement", "list", "--json").json["agreements"]

    assert {"schema": "boardroom.agreement/1", **marcus} == (
        typed("agreement", "show", "marcus", "--json").json
    )


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.mark.usefixtures("agreed", "plain_screen", "screen")
def test_a_screen_says_until_when_and_what_for() -> None:
    words = [" ".join(line.split()) for line in typed("agreement", "list").out.splitlines()]

    assert words[-4:] == [
        "Marcus Ojo Tue 1 Dec 6-8w pricing, P&L (private)",
        "Ana Lima open-ended 4-6w a seat at the table",
        "",
        "Open-ended; to give it an end: boardroom agreement set ana --until DATE",
    ]


@pytest.mark.usefixtures("plain_screen", "screen")
def test_nothing_agreed_names_the_command(board: Board) -> None:
    board.advisor()

    assert " ".join(typed("agreement", "list").out.split()) == (
        "Nothing is agreed with anybody yet. Write it down: boardroom agreement set WHO"
    )
