"""Two windows on one meeting: neither loses its words, and none makes the meeting twice."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_on_terminal
from tests.editors import Editor

_STORED_ELSEWHERE = "UPDATE meeting SET status = 'held', notes = 'Ours' WHERE id = 1"
_LOGGED_ELSEWHERE = (
    "INSERT INTO meeting (uid, advisor_id, status, met_on, way, minutes, notes)"
    " VALUES (lower(hex(randomblob(18))), 1, 'held', '2026-11-21', 'coffee', 60, 'Ours')"
)


def _log(*words: str, answers: str = "") -> Ran:
    return typed_on_terminal("log", *words, answers=answers)


def _as_printed(error: str) -> Ran:
    """Runs the command that stores the draft, as a shell would."""
    command = error.partition("To store it: ")[2].partition(";")[0]
    words, _, path = command.partition(" < ")
    return typed(*shlex.split(words)[1:], stdin=Path(*shlex.split(path)).read_text("utf-8"))


@pytest.fixture
def planned(with_agenda: Board) -> Board:
    """A board with a plan of today, whose notes both windows show."""
    with_agenda.meeting(1, "2026-11-21", "planned", start_time="15:00", notes="Bring the deck")
    return with_agenda


def test_the_second_save_adds_to_the_meeting_that_the_plan_became(
    planned: Board, editor: Editor
) -> None:
    editor.replaces("## Advice\n", "\nMine\n## Advice\n- Wait\n").meanwhile(
        planned.path, _STORED_ELSEWHERE
    ).saves_as_it_is()

    ran = _log("marcus")

    assert ran.out.startswith("Changed m1, coffee with Marcus Ojo: notes; new v1 (Wait)")
    assert " ".join(editor.shown[1].split()).startswith(
        "<!-- Not stored yet: Meanwhile m1 was logged in another window. See it with:"
    )
    assert planned.sql("SELECT status, notes FROM meeting") == [
        ("held", "Ours\n\nBring the deck\n\nMine")
    ]


def test_a_form_left_after_the_other_window_is_stored_by_the_printed_command(
    planned: Board, editor: Editor
) -> None:
    editor.replaces("## Advice\n", "\nMine\n## Advice\n").meanwhile(
        planned.path, _STORED_ELSEWHERE
    ).closes()

    ran = _log("marcus")

    assert (ran.code, "boardroom log marcus --meeting m1 - < " in ran.err) == (6, True)
    assert _as_printed(ran.err).code == 0
    assert planned.sql("SELECT notes FROM meeting") == [("Ours\n\nBring the deck\n\nMine",)]


def test_both_windows_notes_follow_those_of_the_plan_once(planned: Board) -> None:
    notes = "## Notes\nBring the deck\n\n{}\n"
    typed("log", "marcus", "-", stdin=notes.format("Ours"))

    typed("log", "marcus", "--meeting", "m1", "-", stdin=notes.format("Mine"))

    assert planned.sql("SELECT notes FROM meeting") == [("Bring the deck\n\nOurs\n\nMine",)]


@pytest.mark.parametrize(
    ("answer", "notes"), [("y", [("Ours",), ("Mine",)]), ("", [("Ours\n\nMine",)])]
)
def test_a_meeting_logged_meanwhile_is_another_or_is_added_to(
    with_agenda: Board, editor: Editor, answer: str, notes: list[tuple[str]]
) -> None:
    editor.replaces("## Notes\n", "## Notes\nMine\n").meanwhile(with_agenda.path, _LOGGED_ELSEWHERE)

    ran = _log("marcus", answers=f"{answer}\n")

    assert "Is this another meeting? [y/N]" in ran.err
    assert ran.code == 0 or (ran.code, _as_printed(ran.err).code) == (5, 0)
    assert with_agenda.sql("SELECT notes FROM meeting") == notes


def test_an_untouched_form_of_a_day_logged_meanwhile_stores_nothing(
    with_agenda: Board, editor: Editor
) -> None:
    editor.saves_as_it_is().meanwhile(with_agenda.path, _LOGGED_ELSEWHERE)

    ran = _log("marcus")

    assert (ran.code, "left as it was, so nothing changed." in ran.err) == (5, True)
    assert with_agenda.sql("SELECT notes FROM meeting") == [("Ours",)]


def test_without_a_terminal_the_form_of_a_day_logged_meanwhile_names_what_is_new(
    with_agenda: Board, editor: Editor
) -> None:
    editor.replaces("## Notes\n", "## Notes\nMine\n").meanwhile(with_agenda.path, _LOGGED_ELSEWHERE)

    ran = typed("log", "marcus", "--edit")

    assert ran.err.partition(" Your text")[0] == (
        "m1 is on file already: coffee with Marcus Ojo, Sat 21 Nov 2026. New would be: the notes."
        " If it was another meeting, use --another in place of --meeting m1."
    )
    assert _as_printed(ran.err).code == 0
    assert with_agenda.sql("SELECT notes FROM meeting") == [("Ours\n\nMine",)]


@pytest.mark.usefixtures("editor", "with_agenda")
@pytest.mark.parametrize(
    ("options", "hint"),
    [
        ([], "To add to it: boardroom meeting edit m1"),
        (
            ["--advice", "Wait"],
            (
                "New would be: the advice “Wait”."
                " To add that: boardroom log marcus --meeting m1 --advice Wait"
            ),
        ),
    ],
)
def test_without_a_terminal_no_form_opens_for_a_logged_day(options: list[str], hint: str) -> None:
    typed("log", "marcus", "--on", "today")

    assert typed("log", "marcus", "--edit", *options).err == (
        f"m1 is on file already: coffee with Marcus Ojo, Sat 21 Nov 2026. {hint};"
        " if it was another meeting, add --another.\n"
    )


@pytest.mark.parametrize(("answer", "code", "count"), [("n", 5, 1), ("y", 0, 2)])
def test_a_logged_day_is_asked_about_before_the_form_opens(
    with_agenda: Board, editor: Editor, answer: str, code: int, count: int
) -> None:
    typed("log", "marcus", "--on", "today")
    editor.saves_as_it_is()

    ran = _log("marcus", answers=f"{answer}\n")

    assert (ran.code, len(editor.shown)) == (code, count - 1)
    assert ("To add to it: boardroom meeting edit m1" in ran.err) == (code == 5)
    assert with_agenda.sql("SELECT count(*) FROM meeting") == [(count,)]
