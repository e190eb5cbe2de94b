"""Edits that would give a record the words of another one on file."""

from __future__ import annotations

import shlex

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed

ADDED = {
    "a": "agenda add ana {}",
    "p": "promise add ana {}",
    "g": "goal add {}",
    "s": "goal step add g1 {}",
    "c": "criterion add --must {}",
}
EDITED = {
    "a": "agenda edit a{} --text '  second? '",
    "p": "promise edit p{} --text '  second? '",
    "g": "goal edit g{} --title '  second? '",
    "s": "goal step edit s{} --text '  second? '",
    "c": "criterion edit c{} --text '  second? '",
}
REMOVED = {"a": "agenda", "p": "promise", "g": "goal", "s": "goal step", "c": "criterion"}


@pytest.fixture
def filled(ana_and_marcus: Board) -> Board:
    """A board of Ana with two of each kind of record: a first one, and “Second?”."""
    for letter in "agspc":
        for words in ("First", "Second?"):
            assert typed(*ADDED[letter].format(words).split()).code == 0
    return ana_and_marcus


@pytest.mark.parametrize("letter", "apgsc")
def test_a_record_is_not_given_the_words_of_another(filled: Board, letter: str) -> None:
    before = filled.dump()

    ran = typed(*shlex.split(EDITED[letter].format(1)))

    assert ran == Ran(
        6,
        "",
        f"{letter}2 has these words already: second?. To keep that one alone: boardroom"
        f" {REMOVED[letter]} rm {letter}1\n",
    )
    assert filled.dump() == before


@pytest.mark.parametrize("letter", "apgsc")
@pytest.mark.usefixtures("filled")
def test_a_record_may_get_its_own_words_in_another_case(letter: str) -> None:
    assert typed(*shlex.split(EDITED[letter].format(2))).code == 0


def test_a_line_of_a_form_is_not_given_the_words_of_another(filled: Board) -> None:
    before = filled.dump()

    ran = typed("log", "ana", "-", stdin="## Agenda\n- [x] a1 Second?\n")

    assert (ran.code, ran.err.partition(".")[0]) == (6, "a2 has these words already: Second?")
    assert filled.dump() == before


def test_words_of_a_closed_record_are_free(filled: Board) -> None:
    typed("done", "a2")

    assert typed("agenda", "edit", "a1", "--text", "Second?").code == 0
    assert filled.sql("SELECT text FROM agenda_item") == [("Second?",), ("Second?",)]
