"""Ids for completion, each with a few words."""

from __future__ import annotations

import pytest

from boardroom.queries.completions import ids_with_words
from boardroom.rules.ids import KINDS
from boardroom.store.file import reading
from tests.boards import TODAY, Board


@pytest.fixture
def demo(board: Board) -> Board:
    board.lay_demo()
    return board


def test_open_records_come_first_and_the_most_urgent_of_them(board: Board) -> None:
    ana = board.advisor("Ana Lima")
    board.promise(ana, "Kept", done_on="2026-11-02")
    board.promise(ana, "No day")
    board.promise(ana, "Late", due_on="2026-11-10")

    with reading(board.path) as connection:
        assert list(ids_with_words(connection, "p", today=TODAY).items()) == [
            ("p3", "Late"),
            ("p2", "No day"),
            ("p1", "Kept"),
        ]
        assert list(ids_with_words(connection, "p", today=TODAY, open_only=True)) == ["p3", "p2"]


def test_a_meeting_says_with_whom_and_when(board: Board) -> None:
    board.meeting(board.advisor("Ana Lima"), "2026-11-24", "planned", way="walk")

    with reading(board.path) as connection:
        assert ids_with_words(connection, "m", today=TODAY) == {
            "m1": "walk with Ana Lima Tue 24 Nov 2026"
        }


def test_one_persons_records_are_chosen(board: Board) -> None:
    board.item(board.advisor("Ana Lima"), "Hers")
    ada = board.advisor("Ada Kern")
    board.item(ada, "Ada's")

    with reading(board.path) as connection:
        assert ids_with_words(connection, "a", today=TODAY, advisor_id=ada) == {"a2": "Ada's"}


def test_a_screenful_is_offered(board: Board) -> None:
    ana = board.advisor("Ana Lima")
    for number in range(60):
        board.promise(ana, f"Number {number}")

    with reading(board.path) as connection:
        assert len(ids_with_words(connection, "p", today=TODAY)) == 50


@pytest.mark.parametrize("letter", KINDS)
@pytest.mark.parametrize("open_only", [False, True])
def test_every_kind_has_words(letter: str, open_only: bool, demo: Board) -> None:
    with reading(demo.path) as connection:
        offered = ids_with_words(
            connection, letter, today=TODAY, open_only=open_only, advisor_id=None
        )

    assert all(ref[0] == letter and words for ref, words in offered.items())


def test_occasions_that_may_be_asked_after_now_are_open(board: Board) -> None:
    ana = board.advisor("Ana Lima")
    board.occasion(ana, "exam", on="2026-11-16")
    board.occasion(ana, "launch", on="2026-11-16", done="2026-11-17")
    board.occasion(ana, "birthday", on="1980-11-24", yearly=True)
    board.occasion(ana, "name day", on="2026-11-10", yearly=True, done="2026-11-09")
    board.occasion(ana, "wedding", on="2027-05-01")

    with reading(board.path) as connection:
        assert ids_with_words(connection, "o", today=TODAY, open_only=True) == {
            "o1": "exam Mon 16 Nov 2026",
            "o3": "birthday 24 Nov, yearly",
        }
        assert len(ids_with_words(connection, "o", today=TODAY)) == 5
