"""The form of a record, taken from a pipe: a draft that was refused, or a text of one's own."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.boards import Board
from tests.cli.drafts import kept_in
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


def test_days_in_a_form_count_from_the_day_it_was_written(filled: Board) -> None:
    text = "<!-- p1, mine · written Thu 12 Nov 2026. Save and close to change it -->\nby: in 3w\n"

    assert typed("promise", "edit", "p1", "-", stdin=text).code == 0
    assert filled.sql("SELECT due_on FROM promise") == [("2026-12-03",)]


def test_a_form_older_than_a_change_of_its_record_is_refused(filled: Board, editor: Editor) -> None:
    editor.closes()
    typed_at_screen("promise", "edit", "p1")
    [text] = editor.shown
    typed("promise", "edit", "p1", "--by", "1 Dec", "--note", "By post")

    ran = typed("promise", "edit", "p1", "-", stdin=text.replace("Send the deck", "Send it all"))

    form_id = text.partition("form ")[2][:8]
    assert ran == Ran(
        6,
        "",
        "This form is older than the last change of p1. On file: by 2026-12-01, text Send the deck"
        f" and note By post. To take the form's words for them, remove “form {form_id}” from the"
        f" comment at its top.{kept_in(_folder(filled) / 'p1.md', 'boardroom promise edit p1 -')}\n",
    )
    assert filled.sql("SELECT text, due_on FROM promise") == [("Send the deck", "2026-12-01")]


def test_without_its_id_an_older_form_is_taken(filled: Board, editor: Editor) -> None:
    editor.closes()
    typed_at_screen("promise", "edit", "p1")
    [text] = editor.shown
    typed("promise", "edit", "p1", "--by", "1 Dec")
    form_id = text.partition("form ")[2][:8]

    ran = typed("promise", "edit", "p1", "-", stdin=text.replace(f"form {form_id}", ""))

    assert ran.code == 0
    assert filled.sql("SELECT due_on FROM promise") == [(None,)]


def test_a_field_changed_in_another_window_is_shown_once_before_it_is_overwritten(
    filled: Board, editor: Editor
) -> None:
    sql = "UPDATE promise SET text = 'Send the slides'"
    editor.replaces("Send the deck", "Send the book").meanwhile(filled.path, sql).saves_as_it_is()

    ran = typed_at_screen("promise", "edit", "p1")

    assert ran.code == 0
    assert editor.shown[1].startswith(
        "<!-- Not stored yet: Meanwhile it was changed in another window: text Send\n"
        "the slides. The next save overwrites it. -->\n"
    )
    assert filled.sql("SELECT text FROM promise") == [("Send the book",)]


def test_a_field_left_alone_keeps_what_another_window_gave_it(
    filled: Board, editor: Editor
) -> None:
    sql = "UPDATE promise SET note = 'By post'"
    editor.replaces("Send the deck", "Send the book").meanwhile(filled.path, sql)

    assert typed_at_screen("promise", "edit", "p1").code == 0
    assert filled.sql("SELECT text, note FROM promise") == [("Send the book", "By post")]


@pytest.mark.parametrize(
    ("words", "again"),
    [
        ("advisor edit marcus -", ""),
        ("advisor edit nobody -", "advisor edit WHO -"),
        ("agreement set marcus -", ""),
        ("agreement set nobody -", "agreement set WHO -"),
        ("promise edit p1 -", ""),
        ("promise edit p99 -", ""),
        ("goal step edit s1 -", ""),
        ("meeting edit m99 -", ""),
    ],
)
def test_a_form_from_a_pipe_that_cannot_be_stored_is_kept(
    filled: Board, words: str, again: str
) -> None:
    ran = typed(*words.split(), stdin="such a line: is not in it\n")

    [draft] = _folder(filled).iterdir()
    assert ran.code in (2, 3)
    assert ran.err.endswith(f"{kept_in(draft, f'boardroom {again or words}')}\n")
    assert draft.read_text(encoding="utf-8") == "such a line: is not in it\n"
