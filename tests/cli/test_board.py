from __future__ import annotations

import shlex

from boardroom.queries.board import board as board_view
from boardroom.render.board_gaps import gap_blocks
from boardroom.render.page import Table
from boardroom.store.file import reading
from tests.boards import TODAY, Board
from tests.cli.typed import typed, typed_at_screen

VALUES = {
    "NAME": "Noor",
    "WHO": "marcus",
    "gID": "g1",
    "TEXT": "Another industry",
    "DATE": "2027-03-01",
}


def commands(board: Board) -> list[str]:
    """The commands that the board suggests for what is missing."""
    with reading(board.path) as connection:
        view = board_view(connection, today=TODAY)
    return [
        row[1].text
        for block in gap_blocks(view.gaps, view.seats, has_prospects=view.has_prospects)
        if isinstance(block, Table)
        for row in block.rows
    ]


def test_the_suggested_commands_fill_the_gaps(board: Board) -> None:
    for name in ("Marcus Ojo", "Ana Lima"):
        board.advisor(name, perspectives=["industry=food"])
    board.agreement(1, until=None)
    board.agreement(2)
    board.goal("Run a P&L", 1)
    board.goal("Speak")
    before = typed("board", "--json").json["missing"]

    suggested = commands(board)
    for command in suggested:
        words = [VALUES.get(word, word) for word in shlex.split(command)]
        assert typed(*words[1:]).code == 0, words

    assert [words.split()[:3] for words in suggested] == [
        ["boardroom", "advisor", "list"],
        ["boardroom", "goal", "link"],
        ["boardroom", "criterion", "add"],
        ["boardroom", "goal", "link"],
        ["boardroom", "agreement", "set"],
    ]
    assert before == {
        "seats": 1,
        "goal_ids": ["g2"],
        "alike": [{"dimension": "industry", "value": "food"}],
        "idle": ["ana"],
        "unagreed": [],
        "open_ended": ["marcus"],
    }
    assert {**before, "goal_ids": [], "idle": [], "open_ended": []} == typed(
        "board", "--json"
    ).json["missing"]


def test_the_board_of_a_past_day_says_which_day_it_is(board: Board) -> None:
    board.advisor(joined="2026-01-10")

    assert "Your board on Sun 1 Feb 2026" in typed_at_screen("board", "--as-of", "1 Feb").out
    assert typed("board", "--as-of", "9 Jan 2026", "--json").json["advisors"] == []
    assert typed("board", "--as-of", "today", "--json").out == typed("board", "--json").out


def test_a_past_day_says_what_is_of_today(board: Board) -> None:
    board.advisor("Ana Lima")
    of_today = "with today's names, windows and settings"

    past = [typed_at_screen(*f"{noun} --as-of yesterday".split()).out for noun in ("board", "due")]
    others = [
        typed_at_screen(*f"{noun} --as-of {day}".split()).out
        for noun in ("board", "due")
        for day in ("today", "tomorrow")
    ]

    assert [of_today in " ".join(out.split()) for out in past] == [True, True]
    assert [out for out in others if "settings" in out] == []
