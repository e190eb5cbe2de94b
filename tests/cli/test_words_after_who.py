"""Words after a name that an option is meant for, and several ids where one is taken."""

from __future__ import annotations

import shlex

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed


@pytest.mark.parametrize(
    ("typed_words", "words", "command"),
    [
        ("snooze p1 next friday", "next friday", "snooze p1 --until 'next friday'"),
        ("snooze marcus until friday", "until friday", "snooze marcus --until friday"),
        ("snooze marcus in 3w", "in 3w", "snooze marcus --until 'in 3w'"),
        ("snooze review for 2w", "for 2w", "snooze review --until 2w"),
        ("advisor pause marcus until 1 feb", "until 1 feb", "advisor pause marcus --until '1 feb'"),
        ("advisor part marcus last fri", "last fri", "advisor part marcus --on 'last fri'"),
        ("snooze marcus 3w he left", "3w he left", "snooze marcus --until 3w --why 'he left'"),
        ("snooze p1 3w ill", "3w ill", "snooze p1 --until 3w --why ill"),
        ("advisor part marcus he left", "he left", "advisor part marcus --note 'he left'"),
        ("advisor pause marcus 3w ill", "3w ill", "advisor pause marcus --until 3w --note ill"),
        (
            "agreement set marcus confidential",
            "confidential",
            "agreement set marcus --confidential",
        ),
    ],
)
def test_words_meant_as_an_option_are_answered_with_the_command(
    board: Board, typed_words: str, words: str, command: str
) -> None:
    board.promise(board.advisor())

    assert typed(*typed_words.split()) == Ran(
        2, "", f"'{words}' is not part of a name. Write: boardroom {command}\n"
    )
    assert typed(*shlex.split(command), *(["--yes"] if "part" in command else [])).code == 0


@pytest.mark.parametrize(
    ("typed_words", "command", "beginning"),
    [
        ("snooze p1,p2 --until fri", "snooze", "snooze p1 --until DATE"),
        ("snooze p1 p2 --until fri", "snooze", "snooze p1 --until DATE"),
        ("meeting missed m1,m2", "meeting missed", "meeting missed m1"),
        ("meeting move m1,m2 fri", "meeting move", "meeting move m1 WHEN"),
        ("promise edit p1,p2 --by fri", "promise edit", "promise edit p1"),
    ],
)
def test_several_ids_where_one_is_taken(
    board: Board, typed_words: str, command: str, beginning: str
) -> None:
    board.promise(board.advisor())

    assert typed(*typed_words.split()) == Ran(
        2, "", f"boardroom {command} takes one id at a time. Begin with: boardroom {beginning}\n"
    )


def test_a_seat_after_a_name_is_named_with_its_option(board: Board) -> None:
    board.advisor("Noor Khan")

    assert typed("advisor", "seat", "noor", "Logistics").err == (
        "'Logistics' is not part of a name. Write: boardroom advisor seat noor --seat Logistics\n"
    )


def test_a_slip_in_a_name_is_no_text(board: Board) -> None:
    board.advisor("Marcus Ojo")

    assert typed("advisor", "part", "marcus", "oho").err == (
        "Nobody matches 'marcus oho'. Did you mean marcus (Marcus Ojo)?\n"
    )


def test_words_after_a_name_that_are_no_day_name_the_option(board: Board) -> None:
    board.advisor()

    assert typed("snooze", "marcus", "next", "week").err == (
        "'next week' is neither part of a name nor a day."
        " Write: boardroom snooze marcus --until DATE\n"
    )
