"""No letter holds what was marked private, what is only the user's, or what is another's."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

import pytest

from boardroom.rules.letters import KINDS
from tests.boards import Board
from tests.cli.typed import Ran, typed

MARKS = (None, True, False)
"""By the agreement, which is confidential; marked private; released."""


class Words:
    """A word of its own for every text: `kept` ones are in some letter, `secret` ones in none."""

    def __init__(self) -> None:
        self._count = 0
        self.kept: list[str] = []
        self.secret: list[str] = []

    def new(self, *, secret: bool, told: bool = True) -> str:
        """A new word; one that is neither secret nor `told` may be in a letter or not."""
        self._count += 1
        word = f"canary{self._count:03}x"
        if secret:
            self.secret.append(word)
        elif told:
            self.kept.append(word)
        return word


@pytest.fixture
def words() -> Words:
    return Words()


@pytest.fixture
def full_board(board: Board, words: Words) -> Board:
    """Records with Ana, marked and made in every way there is, and with Bea, all in confidence."""
    ana = board.advisor("Ana Lima", email="ana@example.org", notes=words.new(secret=True))
    bea = board.advisor("Bea Cruz")
    for row_id in (ana, bea):
        board.agreement(row_id, until=None)
        board.put("UPDATE confidential_period SET from_on = '2026-01-01'")
    marked = board.meeting(ana, "2026-11-02", private=True, notes=words.new(secret=True))
    last = board.meeting(ana, "2026-11-10", notes=words.new(secret=True))
    board.meeting(ana, "2026-11-24", "planned", private=True, place=words.new(secret=True))
    for mark, (meeting_id, from_marked) in product(
        MARKS, ((None, False), (last, False), (marked, True))
    ):
        is_secret = from_marked if mark is None else mark
        made: dict[str, Any] = {"meeting_id": meeting_id, "private": mark}
        board.advice(
            ana,
            words.new(secret=is_secret),
            given="2026-11-11",
            status="worked",
            outcome_on="2026-11-20",
            outcome=words.new(secret=is_secret),
            **made,
        )
        board.exchange(ana, "received", words.new(secret=is_secret), on="2026-11-11", **made)
        board.promise(ana, words.new(secret=is_secret), by_whom="them", made="2026-11-11", **made)
        # What the user promised and what was answered is told of the last meeting alone.
        board.promise(
            ana, words.new(secret=is_secret, told=not from_marked), made="2026-11-11", **made
        )
        board.item(
            ana,
            words.new(secret=mark is True, told=not from_marked),
            answer=words.new(secret=is_secret, told=not from_marked),
            status="covered",
            closed_on=date(2026, 11, 11),
            **made,
        )
    for mark in MARKS:
        board.item(ana, words.new(secret=mark is True), private=mark)
        board.goal(words.new(secret=mark is True), ana, private=mark)
        board.goal(
            words.new(secret=mark is True),
            ana,
            private=mark,
            status="achieved",
            closed_on="2026-11-01",
        )
    board.item(ana, words.new(secret=True), goal_id=3)  # of a private goal
    _of_bea(board, words, bea)
    return board


def _of_bea(board: Board, words: Words, bea: int) -> None:
    """What Ana is never to read."""
    meeting_id = board.meeting(bea, "2026-11-12", notes=words.new(secret=True))
    board.meeting(bea, "2026-11-24", "planned", place=words.new(secret=True))
    made: dict[str, Any] = {"meeting_id": meeting_id}
    board.advice(
        bea,
        words.new(secret=True),
        status="worked",
        outcome_on="2026-11-20",
        outcome=words.new(secret=True),
        **made,
    )
    board.exchange(bea, "received", words.new(secret=True), **made)
    board.promise(bea, words.new(secret=True), by_whom="them", **made)
    board.item(bea, words.new(secret=True), goal_id=1)
    board.item(bea, words.new(secret=True), answer=words.new(secret=True), status="covered", **made)


def _letters() -> dict[str, Ran]:
    letters = {kind: typed("letter", kind, "ana") for kind in KINDS if kind != "ask"}
    typed("advisor", "part", "ana", "--yes", "--note", "canary-note")
    return letters | {
        "ask": typed("letter", "ask", "ana"),
        "parted": typed("letter", "part", "ana"),
    }


@pytest.mark.usefixtures("full_board")
def test_no_letter_holds_a_secret_and_together_they_hold_all_else(words: Words) -> None:
    letters = _letters()

    assert {ran.code for ran in letters.values()} == {0}
    text = "".join(ran.out for ran in letters.values())
    everything = text + "".join(ran.err for ran in letters.values())
    assert [w for w in [*words.secret, "canary-note", "Bea"] if w in everything] == []
    assert [word for word in words.kept if word not in text] == []


@pytest.mark.usefixtures("full_board")
def test_what_is_left_out_is_counted() -> None:
    letters = _letters()

    said = {
        kind: next(
            (line for line in ran.err.splitlines() if line.startswith("Left out as private: ")), ""
        )
        for kind, ran in letters.items()
    }
    assert said == {
        "ask": "Left out as private: 1 goal.",
        "agenda": "Left out as private: 2 agenda items and 1 meeting's place.",
        "thanks": (
            "Left out as private: 2 agenda items, 2 pieces of advice, 2 promises and 2 exchanges."
        ),
        "news": "Left out as private: 4 pieces of advice.",
        "nudge": "Left out as private: 4 promises.",
        "renew": "Left out as private: 4 pieces of advice, 4 exchanges and 1 goal.",
        "part": "Left out as private: 4 pieces of advice, 4 exchanges and 1 goal.",
        "parted": "Left out as private: 4 pieces of advice, 4 exchanges and 1 goal.",
    }


@pytest.mark.usefixtures("full_board")
def test_the_json_of_a_letter_counts_too() -> None:
    letter = typed("letter", "nudge", "ana", "--json")

    assert (letter.json["left_out_count"], letter.err) == (4, "")
