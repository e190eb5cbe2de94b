from __future__ import annotations

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_with_typer


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "log marcus --on last fri",
            "'last' is not a date. If 'fri' belongs to it, write --on 'last fri'.",
        ),
        (
            "log marcus great --on last fri",
            (
                "--on takes one value, so 'fri' after it may belong to it or to the words before it."
                " Write --on 'last fri', or all other words before the options."
            ),
        ),
        (
            "advisor add Kim Lee --org Blue Bottle Coffee",
            (
                "--org takes one value, so 'Bottle Coffee' after it may belong to it or to the words"
                " before it. Write --org 'Blue Bottle Coffee', or all other words before the options."
            ),
        ),
        (
            "plan marcus tue --for 1 hour",
            (
                "--for takes one value, so 'hour' after it may belong to it or to the words before it."
                " Write --for '1 hour', or all other words before the options."
            ),
        ),
        (
            "promise edit p1 --by next fri",
            "--by takes one value, but 'fri' follows it. Write --by 'next fri'.",
        ),
        (
            "log marcus great --on=last fri",
            (
                "--on takes one value, so 'fri' after it may belong to it or to the words before it."
                " Write --on 'last fri', or all other words before the options."
            ),
        ),
        (
            "advisor pause marcus --until next fri",
            (
                "--until takes one value, so 'fri' after it may belong to it or to the words before"
                " it. Write --until 'next fri', or all other words before the options."
            ),
        ),
        (
            "advisor rate marcus ojo c1 yes",
            (
                "'yes' is unexpected here. A name of several words goes in"
                " quotes. Usage: boardroom advisor rate [OPTIONS] [WHO] [cID]"
                " [yes|no|unknown]. See: boardroom advisor rate -h"
            ),
        ),
        (
            "goal show g1 now",
            (
                "'now' is unexpected here."
                " Usage: boardroom goal show [OPTIONS] [gID]. See: boardroom goal show -h"
            ),
        ),
    ],
)
def test_words_after_a_value_are_named_with_its_option(
    board: Board, words: str, message: str
) -> None:
    board.promise(board.advisor())
    before = board.dump()

    assert typed(*words.split()) == Ran(2, "", f"{message}\n")
    assert typed_with_typer(*words.split()) == Ran(2, "", f"{message}\n")
    assert board.dump() == before


@pytest.mark.parametrize(
    "words",
    [
        "log marcus --on yesterday great chat",
        "log --on yesterday marcus great chat",
        "log marcus great --private chat",
        "log marcus great chat --on yesterday",
    ],
)
def test_words_in_one_piece_may_stand_before_or_after_an_option(board: Board, words: str) -> None:
    board.advisor()

    assert typed(*words.split()).code == 0
    assert board.sql("SELECT notes FROM meeting") == [("great chat",)]
