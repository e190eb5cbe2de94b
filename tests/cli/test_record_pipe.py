"""The form of a record, taken from a pipe: a draft that was refused, or a text of one's own."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_at_screen
from tests.editors import Editor

EMPTY = "The form is empty, so nothing changed.\n"


def _folder(board: Board) -> Path:
    return Path(board.path).parent / "drafts"


@pytest.fixture
def filled(board: Board) -> Board:
    """A board with one record of each kind that has a form."""
    marcus = board.advisor()
    board.item(marcus, "Budget")
    board.promise(marcus)
    board.advice(marcus)
    board.exchange(marcus)
    board.goal_step(board.goal())
    board.criterion()
    board.agreement(marcus)
    return board


@pytest.mark.parametrize(
    ("command", "right", "wrong"),
    [
        ("advisor edit marcus", "window:", "window: 6-4w"),
        ("agreement set marcus", "until: 2027-06-01", "until: soonish"),
        ("agenda edit a1", "kind: topic", "kind: joke"),
        ("promise edit p1", "by:", "by: soonish"),
        ("advice edit v1", "on: 2026-11-01", "on: soonish"),
        ("exchange edit x1", "kind: other", "kind: joke"),
        ("goal edit g1", "term: near", "term: soon"),
        ("goal step edit s1", "by:", "by: soonish"),
        ("criterion edit c1", "kind: must", "kind: joke"),
    ],
)
def test_a_refused_draft_is_taken_back_by_the_command_it_names(
    filled: Board, editor: Editor, command: str, right: str, wrong: str
) -> None:
    editor.replaces(f"{right}\n", f"{wrong}\n").saves_as_it_is()

    ran = typed_at_screen(*command.split())

    [draft] = _folder(filled).iterdir()
    assert ran.code == 2
    assert ran.err.endswith(
        f"Your text is kept in {draft}. To store it: boardroom {command} - < {draft};"
        f" to discard it: rm {draft}\n"
    )
    printed = shlex.split(f"{command} -")
    assert typed(*printed, stdin=draft.read_text(encoding="utf-8")).code == 2
    text = draft.read_text(encoding="utf-8").replace(f"{wrong}\n", f"{right}\n")
    draft.write_text(text, encoding="utf-8")
    assert typed(*printed, stdin=text).out.startswith("Nothing changed")
    assert list(_folder(filled).iterdir()) == []


def test_a_form_from_a_pipe_changes_the_fields_that_differ(filled: Board) -> None:
    text = "<!-- p1, your promise to Marcus Ojo. Save and close to change it; -->\nby: 1 Dec\n"

    ran = typed("promise", "edit", "p1", "-", stdin=text)

    assert (ran.code, ran.out.partition(" · ")[0]) == (
        0,
        "Changed p1 (Send the deck), your promise to Marcus Ojo: by none → Tue 1 Dec 2026",
    )
    assert filled.sql("SELECT text FROM promise") == [("Send the deck",)]


@pytest.mark.parametrize("command", ["promise edit p1", "advisor edit marcus"])
def test_the_form_of_another_record_is_refused(filled: Board, command: str) -> None:
    before = filled.dump()
    closing = "Save and close to change it; empty the file to cancel."

    ran = typed(*command.split(), "-", stdin=f"<!-- p2, promised by Ana. {closing} -->\nby: fri\n")

    assert (ran.code, ran.err.partition(", not")[0]) == (2, "This is the form of p2")
    assert filled.dump() == before


def test_an_empty_form_from_a_pipe_cancels(filled: Board) -> None:
    before = filled.dump()

    assert typed("promise", "edit", "p1", "-", stdin="\ufeff\n") == Ran(5, "", EMPTY)
    assert filled.dump() == before


@pytest.mark.parametrize("words", [["now"], ["-", "--by", "fri"]])
def test_a_word_that_is_no_dash_or_an_option_beside_it_is_refused(
    filled: Board, words: list[str]
) -> None:
    before = filled.dump()

    ran = typed("promise", "edit", "p1", *words, stdin="by: fri\n")

    assert (ran.code, ran.err.partition(".")[0]) == (2, f"'{words[0]}' is an unexpected argument")
    assert filled.dump() == before
