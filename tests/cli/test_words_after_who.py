"""Words after a name that an option is meant for, and several ids where one is taken."""

from __future__ import annotations

import shlex

import pytest

from tests.boards import TODAY, Board
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
            "agreement set marcus honest feedback",
            "honest feedback",
            "agreement set marcus --hopes 'honest feedback'",
        ),
        (
            "agreement set marcus honest feedback until 1 jun",
            "honest feedback until 1 jun",
            "agreement set marcus --hopes 'honest feedback' --until '1 jun'",
        ),
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
    ("typed_words", "beginning"),
    [
        ("snooze p1,p2 --until fri", "snooze p1 --until DATE"),
        ("snooze p1 p2 --until fri", "snooze p1 --until DATE"),
        ("meeting missed m1,m2", "meeting missed m1"),
        ("meeting missed m1 m2 m3", "meeting missed m1"),
        ("meeting move m1,m2 fri", "meeting move m1 WHEN"),
        ("meeting rm m1 m2 --yes", "meeting rm m1 --yes"),
        ("promise edit p1,p2 --by fri", "promise edit p1"),
        ("goal drop g1 g2", "goal drop g1"),
        ("goal step add g1 g2", "goal step add g1 TEXT"),
        ("advice reported v1 v2", "advice reported v1"),
        ("purge p1,p2 --yes", "purge p1"),
    ],
)
def test_several_ids_where_one_is_taken(board: Board, typed_words: str, beginning: str) -> None:
    board.promise(board.advisor())

    assert typed(*typed_words.split()) == Ran(
        2, "", f"This takes one id at a time. Begin with: boardroom {beginning}\n"
    )


@pytest.mark.parametrize("reason", ["m2", "m2 m3", "m2,m3", "tom", "tom berg"])
@pytest.mark.parametrize("which", ["m1", "marcus"])
def test_another_meeting_is_no_reason_to_cancel_one(board: Board, which: str, reason: str) -> None:
    marcus = board.advisor()
    board.advisor("Tom Berg")
    board.meeting(marcus, str(TODAY), status="planned")
    before = board.dump()

    assert typed("meeting", "cancel", which, *reason.split()) == Ran(
        2,
        "",
        f"This takes one meeting at a time, and '{reason}' is no reason."
        " Begin with: boardroom meeting cancel m1\n",
    )
    assert board.dump() == before
    assert typed("meeting", "cancel", which, *reason.split(), "is ill").code == 0


@pytest.mark.parametrize(
    "line",
    [
        "prep marcus tom",
        "prep marcus,tom",
        "snooze marcus and tom --until 3w",
        "advisor decline marcus ojo, tom berg",
        "advisor rm marcus tom --yes",
        "meeting missed marcus tom",
    ],
)
def test_several_people_where_one_is_taken(board: Board, line: str) -> None:
    board.advisor()
    board.advisor("Tom Berg")

    assert typed(*line.split()).err.endswith(
        "names several people. Name one of them, like marcus.\n"
    )


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("log marcus m1", "log marcus --meeting m1"),
        ("log marcus m1 Yes it is", "log marcus Yes it is --meeting m1"),
        ("log m1 Yes", "log marcus --meeting m1"),
    ],
)
def test_the_id_of_a_meeting_is_no_note(board: Board, line: str, meant: str) -> None:
    board.meeting(board.advisor(), str(TODAY), status="planned")

    assert typed(*line.split()).err.endswith(f"Write: boardroom {meant}\n")
    assert typed(*f"{meant} --no-input --way call".split()).code == 0


def test_a_note_may_begin_like_an_id(board: Board) -> None:
    board.meeting(board.advisor("Tom Berg"), str(TODAY), status="planned")
    board.advisor()

    assert typed("log", "marcus", "m1", "is", "a", "fast", "chip").code == 0


def test_a_day_of_an_agreement_that_is_none_is_left_to_be_written(board: Board) -> None:
    board.advisor()

    assert typed("agreement", "set", "marcus", "product sense, until summer").err == (
        "'product sense, until summer' is not part of a name. Write: boardroom agreement set marcus"
        " --hopes 'product sense' --until DATE\n"
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
