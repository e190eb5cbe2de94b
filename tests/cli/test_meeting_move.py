"""What `meeting move` and `meeting edit --on` say of a WHEN that can't be read."""

from __future__ import annotations

import re
import shlex

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed


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
