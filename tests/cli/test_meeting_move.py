"""What `meeting move` and `meeting edit --on` say of a WHEN that can't be read."""

from __future__ import annotations

import re
import shlex

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_in_colour


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "move m1 20 Nov",
            (
                "20 Nov was yesterday. Log it: boardroom log marcus --meeting m1 --on '20 Nov',"
                " or write the year: boardroom meeting move m1 Sat 20 Nov 2027"
            ),
        ),
        (
            "edit m1 --on 20_Nov_15:00",
            (
                "20 Nov was yesterday. Log it: boardroom log marcus --meeting m1 --on '20 Nov 15:00',"
                " or write the year: boardroom meeting move m1 Sat 20 Nov 2027 15:00"
            ),
        ),
        (
            "move m1 tue 15:30 at Blue Bottle",
            (
                "'at Blue Bottle' is not part of the date 'tue 15:30'. Way, place and length are options:"
                " boardroom meeting edit m1 --on 'tue 15:30' --place 'Blue Bottle'"
            ),
        ),
        (
            "move marcus lunch tue",
            (
                "'lunch' is not part of the date 'tue'. Way, place and length are options:"
                " boardroom meeting edit m1 --on tue --way lunch"
            ),
        ),
        ("move tue mar", "WHO comes before WHEN. Write: boardroom meeting move marcus tue"),
        ("move next tue m1", "The id comes before WHEN. Write: boardroom meeting move m1 next tue"),
    ],
)
def test_a_move_that_cannot_be_read_is_answered_with_commands_that_work(
    board: Board, words: str, message: str
) -> None:
    board.advisor()
    typed("plan", "marcus", "mon")

    ran = typed("meeting", *(word.replace("_", " ") for word in words.split()))

    assert ran == Ran(2, "", f"{message}\n")
    for command in reversed(re.findall(r"boardroom ([^,\n]+)", message)):
        assert typed(*shlex.split(command)).code == 0


def test_a_cancelled_meeting_is_planned_again_before_it_is_edited(board: Board) -> None:
    board.advisor()
    typed("plan", "marcus", "mon")
    typed("meeting", "cancel", "m1")

    assert typed("meeting", "move", "m1", "tue", "at", "Blue", "Bottle").err == (
        "'at Blue Bottle' is not part of the date 'tue'. Way, place and length are options:"
        " boardroom meeting move m1 tue, then boardroom meeting edit m1 --place 'Blue Bottle'\n"
    )
    assert typed("meeting", "move", "m1", "tue").code == 0
    assert typed("meeting", "edit", "m1", "--place", "Blue Bottle").code == 0


@pytest.mark.parametrize(
    ("line", "at", "minutes"),
    [
        ("meeting move m1 9:30", "09:30", 60),
        ("meeting move m1 10am", "10:00", 60),
        ("meeting move m1 at 10am", "10:00", 60),
        ("meeting move marcus 9:30-10:00", "09:30", 30),
        ("meeting move marcus ojo 9:30", "09:30", 60),
        ("meeting edit m1 --on 9:30", "09:30", 60),
    ],
)
def test_a_time_alone_keeps_the_day(board: Board, line: str, at: str, minutes: int) -> None:
    board.meeting(board.advisor(), "2026-12-15", status="planned", start_time="15:00")

    assert typed(*line.split()).code == 0
    assert board.sql("SELECT met_on, start_time, minutes FROM meeting") == [
        ("2026-12-15", at, minutes)
    ]


def test_a_time_alone_is_an_answer_too(board: Board) -> None:
    board.meeting(board.advisor(), "2026-12-15", status="planned", start_time="15:00")

    assert typed_in_colour("meeting", "move", "m1", stdin="9:30\n").code == 0
    assert board.sql("SELECT met_on, start_time FROM meeting") == [("2026-12-15", "09:30")]


def test_a_time_with_other_words_names_no_day(board: Board) -> None:
    board.meeting(board.advisor(), "2026-12-15", status="planned", start_time="15:00")

    assert typed("meeting", "move", "m1", "9:30", "at", "Mundy").err == (
        "'9:30 at Mundy' is not a date."
        " A time alone keeps the day: boardroom meeting move m1 09:30\n"
    )
