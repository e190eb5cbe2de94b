from __future__ import annotations

from pathlib import Path
from shlex import split

import pytest

from boardroom.rules.text import join_words
from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_on_terminal, typed_with_typer


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
                "--org takes one value, so 'Bottle Coffee' after it may belong to it or not. Write"
                " boardroom advisor add Kim Lee --org 'Blue Bottle Coffee' or"
                " boardroom advisor add Kim Lee Bottle Coffee --org Blue"
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
            "promise edit p1 by next fri --note Late",
            (
                "'next fri' is unexpected here."
                " Write: boardroom promise edit p1 --by 'next fri' --note Late"
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


IN_DOUBT = {
    "log marcus --place Blue Bottle": [
        "boardroom log marcus --place 'Blue Bottle'",
        "boardroom log marcus Bottle --place Blue",
    ],
    "log marcus --on fri --place=Blue Bottle great chat": [
        "boardroom log marcus great chat --on fri --place 'Blue Bottle'",
        "boardroom log marcus --on fri --place 'Blue Bottle great chat'",
        "boardroom log marcus Bottle great chat --on fri --place Blue",
    ],
    "log marcus great --place blue bottle": [
        "boardroom log marcus great --place 'blue bottle'",
        "boardroom log marcus great bottle --place blue",
    ],
    "log marcus --advice Wait a year": [
        "boardroom log marcus year --advice 'Wait a'",
        "boardroom log marcus --advice 'Wait a year'",
        "boardroom log marcus a year --advice Wait",
    ],
    "give marcus --person Lena Vogt intro to pricing": [
        "boardroom give marcus intro to pricing --person 'Lena Vogt'",
        "boardroom give marcus Vogt intro to pricing --person Lena",
    ],
    "advisor add --org Blue Bottle Kim Lee": [
        "boardroom advisor add Kim Lee --org 'Blue Bottle'",
        "boardroom advisor add Bottle Kim Lee --org Blue",
    ],
    "advisor add Kim Lee --org Blue Bottle": [
        "boardroom advisor add Kim Lee --org 'Blue Bottle'",
        "boardroom advisor add Kim Lee Bottle --org Blue",
    ],
    "goal add --why fun Run it": [
        "boardroom goal add it --why 'fun Run'",
        "boardroom goal add Run it --why fun",
    ],
}
"""Command lines with a word that may belong to the value before it, and what each may mean."""


@pytest.mark.parametrize("words", IN_DOUBT)
def test_a_word_that_may_belong_to_the_value_before_it_is_refused_with_all_commands(
    board: Board, words: str
) -> None:
    board.advisor()
    before = board.dump()

    for ran in (typed(*words.split()), typed_with_typer(*words.split())):
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.endswith(f" Write {join_words(IN_DOUBT[words], 'or')}\n")
    assert board.dump() == before


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("log marcus --place Blue Bottle", 1),
        ("log marcus --on fri --place=Blue Bottle great chat", 0),
        ("log marcus great --place blue bottle", 0),
        ("log marcus --advice Wait a year", 1),
        ("give marcus --person Lena Vogt intro to pricing", 1),
        ("advisor add --org Blue Bottle Kim Lee", 0),
        ("goal add --why fun Run it", 1),
    ],
)
def test_a_terminal_asks_which_is_meant(
    board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, number: int
) -> None:
    board.advisor()
    other = Board(tmp_path / "other.db")
    other.advisor()

    asked = typed_on_terminal(*words.split(), answers=f"{number + 1}\n")

    monkeypatch.setenv("BOARDROOM_DB", other.path)
    meant = typed(*split(IN_DOUBT[words][number])[1:])
    assert (asked.code, asked.out) == (0, meant.out)


def test_the_question_lists_the_commands(board: Board) -> None:
    board.advisor()

    ran = typed_on_terminal("log", "marcus", "--place", "Blue", "Bottle", answers="no\n")

    question = (
        "--place takes one value, so 'Bottle' after it may belong to it or not.\n"
        "  1  boardroom log marcus --place 'Blue Bottle'\n"
        "  2  boardroom log marcus Bottle --place Blue\n"
        "Which is meant? [1-2] "
    )
    assert ran == Ran(
        5,
        "",
        f"{question}'no' is none of them. Type a number.\n{question}"
        "\nThere was no answer, so nothing changed.\n",
    )


@pytest.mark.parametrize(
    "argv",
    [
        ["log", "marcus", "--place", "Blue Bottle", "great", "chat"],
        ["log", "marcus", "--place", "Zoom", "great chat"],
        ["log", "marcus", "--way", "call", "great", "chat"],
        ["log", "marcus", "--on", "yesterday", "great", "chat"],
        ["log", "marcus", "--for", "45m", "great", "chat"],
        ["log", "marcus", "--covered", "none", "great", "chat"],
        ["log", "--place", "Zoom", "marcus", "great", "chat"],
    ],
)
def test_words_after_a_value_in_quotes_and_after_one_of_a_kind_are_notes(
    board: Board, argv: list[str]
) -> None:
    board.advisor()

    assert typed(*argv).code == 0
    assert board.sql("SELECT notes FROM meeting") == [("great chat",)]


@pytest.mark.parametrize(
    "argv",
    [
        ["log", "marcus", "--place", "Zoom", "-"],
        ["log", "marcus", "-", "--place", "Zoom"],
    ],
)
def test_a_dash_after_a_value_is_standard_input(board: Board, argv: list[str]) -> None:
    board.advisor()

    assert typed(*argv, stdin="great chat\n").code == 0
    assert board.sql("SELECT place, notes FROM meeting") == [("Zoom", "great chat")]


def test_one_word_after_a_value_is_the_name_that_the_command_needs(empty_board: Board) -> None:
    assert typed("advisor", "add", "--org", "Acme", "Kim").code == 0
    assert empty_board.sql("SELECT name, org FROM advisor") == [("Kim", "Acme")]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "plan marcus --place Blue Bottle tue",
            (
                "'Bottle' is not part of the date 'tue'."
                " If 'Bottle' belongs to --place, write --place 'Blue Bottle'."
            ),
        ),
        (
            "log --place Blue Bottle marcus great",
            (
                "Nobody matches 'Bottle'."
                " If 'Bottle' belongs to --place, write --place 'Blue Bottle'."
            ),
        ),
        (
            "done --note Great news a1",
            "'news' is not an id. If 'news' belongs to --note, write --note 'Great news'.",
        ),
    ],
)
def test_a_word_that_is_refused_may_belong_to_the_value_before_it(
    board: Board, words: str, message: str
) -> None:
    board.item(board.advisor())

    assert typed(*words.split()) == Ran(2 if "Nobody" not in message else 3, "", f"{message}\n")


def test_of_the_words_after_a_day_only_those_of_the_day_are_taken(board: Board) -> None:
    board.advisor()

    assert typed("log", "marcus", "--on", "31.", "Nov", "x") == Ran(
        2, "", "November has no 31st. Its last day is 30 Nov.\n"
    )
    assert typed("log", "marcus", "--on", "3.", "Nov", "x") == Ran(
        2,
        "",
        "'3.' is not a date. If 'Nov' belongs to it, write --on '3. Nov'.\n",
    )
