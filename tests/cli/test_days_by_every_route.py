"""A text that ends in a day means the same wherever it is written, and the echo names the day."""

from __future__ import annotations

import re
import shlex
from datetime import date

import pytest

from boardroom.render.formatting import short_day
from tests.boards import TODAY, Board
from tests.cli.typed import typed

PROMISES = "SELECT text, due_on FROM promise WHERE kind = 'promise' ORDER BY id DESC"
STEPS = "SELECT text, due_on FROM goal_step ORDER BY id DESC"
GOALS = "SELECT title, target_on FROM goal ORDER BY id DESC"

ROUTES = {
    "promise add marcus TEXT": PROMISES,
    "promise add marcus WORDS": PROMISES,
    "promise add marcus --theirs WORDS": PROMISES,
    "promise edit p1 --text TEXT": PROMISES,
    "log marcus --i-owe TEXT": PROMISES,
    "log marcus --they-owe TEXT": PROMISES,
    "log marcus -": PROMISES,
    "goal step add g1 WORDS": STEPS,
    "goal step edit s1 --text TEXT": STEPS,
    "goal add WORDS": GOALS,
    "goal edit g1 --title TEXT": GOALS,
}
TEXTS = {
    "send it By Fri": ("send it", "2026-11-27"),
    "send it (by 1 dec)": ("send it", "2026-12-01"),
    "send it by Dec 1st.": ("send it", "2026-12-01"),
    "send it by 1 dec 5pm": ("send it at 5pm", "2026-12-01"),
    "send it @ tomorrow!": ("send it", "2026-11-22"),
    "send it by end of month": ("send it", "2026-11-30"),
    "send it before Friday": ("send it before Friday", None),
    "send it by June": ("send it by June", None),
    "send it by 20 Nov": ("send it by 20 Nov", None),
    "call Tom tomorrow": ("call Tom tomorrow", None),
    "coffee @ Blue Bottle": ("coffee @ Blue Bottle", None),
}


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("route", ROUTES)
def test_every_route_stores_the_same_day_and_names_it(board: Board, route: str, text: str) -> None:
    board.promise(board.advisor(), "Read the deck")
    board.goal_step(board.goal())
    argv = [
        word
        for part in route.split()
        for word in ([text] if part == "TEXT" else text.split() if part == "WORDS" else [part])
    ]

    ran = typed(*argv, stdin=f"## Promises\n- me: {text}\n")

    words, day = TEXTS[text]
    assert (ran.code, board.sql(ROUTES[route])[0]) == (0, (words, day)), ran.err
    if day is None:
        [command] = re.findall(r"\(no day: boardroom (.+) DATE\)", ran.out)
        assert typed(*shlex.split(command), "fri").code == 0
        assert board.sql(ROUTES[route])[0] == (words, "2026-11-27")
    else:
        assert short_day(date.fromisoformat(day), TODAY) in ran.out


@pytest.mark.parametrize(
    "words",
    [
        ["promise", "add", "marcus", "--theirs", "Marcus will send the contract"],
        ["promise", "add", "marcus", "--theirs", "he’ll send the contract"],
        ["promise", "add", "marcus", "I will send the contract"],
        ["promise", "edit", "p1", "--text", "I'll send the contract"],
        ["promise", "edit", "p1", "--theirs", "--text", "marcus ojo shall send the contract"],
        ["log", "marcus", "--i-owe", "i will send the contract"],
        ["log", "marcus", "--they-owe", "Marcus will send the contract"],
    ],
)
def test_who_promises_is_not_said_twice(board: Board, words: list[str]) -> None:
    board.promise(board.advisor(), "Deck")

    ran = typed(*words)

    assert "send the contract" in ran.out
    assert ("send the contract",) in board.sql("SELECT text FROM promise")


def test_who_promises_is_not_said_twice_in_a_form(board: Board) -> None:
    board.advisor()

    typed("log", "marcus", "-", stdin="## Promises\n- them: Marcus will ask\n- me: I'll read\n")

    assert board.sql("SELECT by_whom, text FROM promise WHERE kind = 'promise'") == [
        ("them", "ask"),
        ("me", "read"),
    ]
