from __future__ import annotations

import re
from datetime import date

import pytest

from boardroom.actions.logging import log_meeting
from boardroom.formats.markup import note
from boardroom.rules.dates import Moment
from boardroom.rules.log_entry import (
    LogEntry,
    LoggedAdvice,
    LoggedExchange,
    LoggedItem,
    LoggedPromise,
)
from tests.boards import Board
from tests.cli.log_forms import HINT
from tests.cli.typed import Ran, typed, typed_on_terminal
from tests.editors import Editor

NOTES = "Notes: “Margins” → "
UNDO = "boardroom undo takes it back"
HEADER = (
    "<!-- Marcus Ojo · coffee · Thu 19 Nov 2026 · 60 min · m1 · written Sat 21\n"
    "Nov 2026. Save and close to change it; empty the file to cancel. Records\n"
    "that you leave out stay; remove them with boardroom promise rm pID, advice\n"
    f"rm vID or exchange rm xID. -->\n{HINT}"
)
FORM = f"""\
{HEADER}## Agenda
- [x] a1 Budget?
  > In autumn
- [ ] a2 Deck
## Notes
Margins
## Advice
- v1 Shadow the round
## Promises
- p1 me: Send the deck by 2026-12-01
## Exchange
- x1 gave: Notes on the stack
"""
ENTRY = LogEntry(
    "Margins",
    (LoggedItem(1, answer="In autumn"),),
    (LoggedAdvice(None, "Shadow the round"),),
    (LoggedPromise(None, "me", "Send the deck", date(2026, 12, 1)),),
    (LoggedExchange(None, "given", "Notes on the stack"),),
)


@pytest.fixture
def logged(board: Board) -> Board:
    """A coffee with Marcus, logged with records of each kind."""
    marcus = board.advisor()
    board.item(marcus, "Budget?")
    board.item(marcus, "Deck")
    with board.change() as work:
        log_meeting(work, marcus, on=Moment(date(2026, 11, 19), None), entry=ENTRY)
    return board


def without_form_id(shown: str) -> str:
    """A form as it was shown, without its id."""
    header, _, form = shown.partition(" -->\n")
    words = " ".join(header.removeprefix("<!-- ").split())
    return note(re.sub(r" · form [0-9a-f]{8}(?=\. Save and )", "", words)) + form


def _edit(*words: str) -> Ran:
    return typed_on_terminal("meeting", "edit", "m1", *words, answers="")


def test_a_form_saved_as_it_is_changes_nothing(logged: Board, editor: Editor) -> None:
    before = logged.dump()
    editor.saves_as_it_is()

    assert _edit() == Ran(0, "Nothing changed: already up to date.\n", "")
    assert [without_form_id(text) for text in editor.shown] == [FORM]
    assert logged.dump() == before


def test_an_edited_form_is_stored_as_one_change(logged: Board, editor: Editor) -> None:
    before = logged.dump()
    editor.saves(
        FORM.replace("- [x] a1 Budget?\n  > In autumn\n", "- [ ] a1\n- [x] New?\n")
        .replace("[ ] a2", "[x] a2")
        .replace("Margins", "Other\n# Own")
        .replace("v1 Shadow", "v1 Read")
        .replace(
            "- p1 me: Send the deck by 2026-12-01\n",
            "- p1 them: Send the deck\n- me: read it by tomorrow\n",
        )
        .replace("- x1 gave", "- got: help\n- x1 gave")
        .replace("Thu 19", "Wed 18")
    )

    ran = _edit()

    assert ran == Ran(
        0,
        "Changed m1, coffee with Marcus Ojo: day Thu 19 Nov 2026 → Wed 18 Nov 2026,"
        " notes; reopened a1 (Budget?), answer “In autumn” → none; covered a2 (Deck);"
        " new a3 (New?), covered; v1: text “Shadow the round” → “Read the round”;"
        " p1 (Send the deck): by whom me → them, by Tue 1 Dec 2026 → none;"
        f" new p3 (read it), by Sun 22 Nov 2026; new x2 (help) · 3 days ago · {UNDO}\n"
        f"{NOTES}“Other…”\n",
        "",
    )
    assert logged.sql("SELECT met_on, notes FROM meeting") == [("2026-11-18", "Other\n# Own")]
    assert logged.sql("SELECT text, status, answer, closed_on FROM agenda_item") == [
        ("Budget?", "open", None, None),
        ("Deck", "covered", None, "2026-11-18"),
        ("New?", "covered", None, "2026-11-18"),
    ]
    assert logged.sql("SELECT id, text FROM advice") == [(1, "Read the round")]
    assert logged.sql("SELECT id, by_whom, text, due_on FROM promise WHERE kind = 'promise'") == [
        (1, "them", "Send the deck", None),
        (3, "me", "read it", "2026-11-22"),
    ]
    assert logged.sql("SELECT id, text FROM exchange") == [(1, "Notes on the stack"), (2, "help")]
    assert typed("undo").code == 0
    assert logged.dump() == before


def test_a_missing_section_stays_and_empty_notes_are_cleared(logged: Board, editor: Editor) -> None:
    editor.saves("## Advice\n").saves(FORM.replace("Margins\n", ""))

    assert _edit().out == "Nothing changed: already up to date.\n"
    assert logged.sql("SELECT notes FROM meeting") == [("Margins",)]
    assert _edit("--json").json["notes"] is None
    assert logged.sql("SELECT count(*) FROM promise") == [(2,)]


def test_text_without_a_heading_is_the_notes(logged: Board, editor: Editor) -> None:
    editor.saves("Only this")

    assert _edit().out == (
        f"Changed m1, coffee with Marcus Ojo: notes · {UNDO}\n{NOTES}“Only this”\n"
    )
    assert logged.sql("SELECT notes FROM meeting") == [("Only this",)]


@pytest.mark.usefixtures("logged")
def test_an_unknown_id_opens_the_form_again(editor: Editor) -> None:
    editor.replaces("- p1 me", "- p99 me").replaces("- p99 me", "- p1 me")

    assert _edit().code == 0
    assert editor.shown[1].startswith(
        "<!-- Not stored yet: There is no promise p99. List the ids with:\nboardroom promise list"
        " -->\n<!-- Marcus Ojo"
    )


def test_the_form_of_another_meeting_is_not_taken(logged: Board, editor: Editor) -> None:
    logged.meeting(1, "2026-11-01")
    before = logged.dump()
    editor.replaces("· m1 ·", "· m2 ·").saves_as_it_is()

    ran = _edit()

    assert (ran.code, ran.err.partition(" Your text")[0]) == (
        2,
        (
            "This is the form of m2, which is already logged. Edit it with: boardroom meeting"
            " edit m2 - < FILE."
        ),
    )
    assert logged.dump() == before


def test_a_change_made_in_another_window_stays(logged: Board, editor: Editor) -> None:
    editor.replaces("- v1 Shadow the round", "- v1 Shadow two rounds").meanwhile(
        logged.path, "UPDATE meeting SET notes = 'Of the other window', way = 'walk', private = 1"
    )

    assert _edit().code == 0
    assert logged.sql("SELECT notes, way, private FROM meeting") == [
        ("Of the other window", "walk", 1)
    ]
    assert logged.sql("SELECT text FROM advice") == [("Shadow two rounds",)]


def test_a_meeting_no_longer_held_meanwhile_is_not_changed(logged: Board, editor: Editor) -> None:
    editor.replaces("Margins", "Mine").meanwhile(
        logged.path, "UPDATE meeting SET status = 'planned', met_on = '2026-11-21'"
    ).closes()

    ran = _edit()

    assert (ran.code, ran.err.partition(" Use")[0]) == (
        2,
        "m1 was not held, so it has no form to edit.",
    )
    assert logged.sql("SELECT notes FROM meeting") == [("Margins",)]


def test_a_change_in_both_windows_is_refused_once(logged: Board, editor: Editor) -> None:
    meanwhile = "UPDATE meeting SET notes = 'Of the other window'"
    editor.replaces("Margins", "Mine").meanwhile(logged.path, meanwhile).replaces(
        "Mine", "Mine, and of the other window"
    )

    assert _edit().code == 0
    assert " ".join(editor.shown[1].split()).startswith(
        "<!-- Not stored yet: Meanwhile the notes changed in another window. See the change with boardroom meeting show m1; the next save overwrites it. -->"
    )
    assert logged.sql("SELECT notes FROM meeting") == [("Mine, and of the other window",)]


def test_a_change_of_blanks_alone_is_none(logged: Board, editor: Editor) -> None:
    editor.replaces("- v1 Shadow the round", "- v1 Shadow\nthe   round")
    before = logged.dump()

    assert _edit().out == "Nothing changed: already up to date.\n"
    assert logged.dump() == before


@pytest.mark.parametrize(
    ("old", "new", "stored"),
    [
        ("60 min", "60 min · private", ("09:00", 60, 1)),
        (" 09:00", "", (None, 60, None)),
        (" 09:00", " 10:15", ("10:15", 60, None)),
        ("60 min", "1h30", ("09:00", 90, None)),
    ],
)
def test_the_header_of_a_meeting_counts_as_it_is_saved(
    logged: Board, editor: Editor, old: str, new: str, stored: tuple[str | None, int, int]
) -> None:
    logged.put("UPDATE meeting SET start_time = '09:00'")
    editor.replaces(old, new)

    assert _edit().code == 0
    assert logged.sql("SELECT start_time, minutes, private FROM meeting") == [stored]


def test_private_removed_from_the_header_opens_the_meeting(logged: Board, editor: Editor) -> None:
    logged.put("UPDATE meeting SET private = 1")
    editor.replaces(" · private", "")

    assert _edit().code == 0
    assert logged.sql("SELECT private FROM meeting") == [(0,)]


def test_a_form_older_than_a_change_of_the_meeting_is_refused(
    logged: Board, editor: Editor
) -> None:
    editor.closes()
    _edit()
    old = editor.shown[0].replace("Margins", "Margins, mine")
    typed("meeting", "edit", "m1", "--notes", "Theirs")
    before = logged.dump()

    ran = typed("meeting", "edit", "m1", "-", stdin=old)

    assert (ran.code, logged.dump()) == (6, before)
    assert ran.err.startswith("This form is older than the last change of m1. See what is on file")
    assert typed("meeting", "edit", "m1", "-", stdin=without_form_id(old)).out.endswith(
        "Notes: “Theirs” → “Margins, mine”\n"
    )


def test_the_draft_of_another_window_is_added_and_replaces_nothing(logged: Board) -> None:
    logged.put("UPDATE agenda_item SET answer = 'Ours' WHERE id = 1")
    draft = (
        "<!-- Marcus Ojo · lunch · Thu 19 Nov 2026 · 60 min · written Sat 21 Nov 2026 ·"
        " form 00000001. Save and close to log it. -->\n## Agenda\n- [ ] a1 Budget?\n  > Mine\n"
        "## Notes\nBring figures\n"
    )

    ran = typed("meeting", "edit", "m1", "-", stdin=draft)

    assert ran.out.endswith("Notes: “Margins” → “Margins Bring figures”\n")
    assert logged.sql("SELECT notes, way FROM meeting") == [("Margins\n\nBring figures", "coffee")]
    assert logged.sql("SELECT status, answer FROM agenda_item WHERE id = 1") == [
        ("covered", "Ours\n\nMine")
    ]
    again = typed("meeting", "edit", "m1", "-", stdin=draft)
    assert again == Ran(0, "Nothing changed: already up to date.\n", "")


def test_a_form_from_a_pipe_changes_the_meeting(logged: Board) -> None:
    form = FORM.replace("Margins", "Margins per metre").replace(
        "- [x] a1 Budget?\n  > In autumn\n", "- [x] a1 Budget?\n"
    )

    ran = typed("meeting", "edit", "m1", "-", stdin=form)

    assert ran == Ran(
        0,
        f"Changed m1, coffee with Marcus Ojo: notes · {UNDO}\n{NOTES}“Margins per metre”\n",
        "",
    )
    assert logged.sql("SELECT notes FROM meeting") == [("Margins per metre",)]
    assert logged.sql("SELECT answer FROM agenda_item WHERE id = 1") == [("In autumn",)]
    assert (
        typed("meeting", "edit", "m1", "-", stdin=form).out
        == "Nothing changed: already up to date.\n"
    )


@pytest.mark.parametrize("words", [("now",), ("-", "--way", "walk")])
def test_any_word_beside_the_id_but_a_dash_is_refused(
    logged: Board, words: tuple[str, ...]
) -> None:
    before = logged.dump()

    assert typed("meeting", "edit", "m1", *words, stdin=FORM) == Ran(
        2,
        "",
        f"'{words[0]}' is an unexpected argument. Use options, or - alone to read the form from a pipe.\n",
    )
    assert logged.dump() == before


def test_a_form_of_a_logged_meeting_is_not_logged_again(logged: Board) -> None:
    before = logged.dump()

    ran = typed("log", "marcus", "-", stdin=FORM)

    assert (ran.code, logged.dump()) == (2, before)


def test_only_a_held_meeting_has_a_form(logged: Board, editor: Editor) -> None:
    logged.meeting(1, "2026-11-24", "planned")
    options = "Use --on, --at, --way, --place, --for, --notes, --private or --no-private; or pipe in the form with -.\n"

    assert typed_on_terminal("meeting", "edit", "m2", answers="") == Ran(
        2, "", f"m2 was not held, so it has no form to edit. {options}"
    )
    assert typed("meeting", "edit", "m1") == Ran(2, "", f"No change was given. {options}")
    assert typed_on_terminal("meeting", "edit", "m9", answers="").code == 3
    assert editor.shown == []


@pytest.mark.usefixtures("logged")
def test_show_has_all_that_came_of_a_meeting() -> None:
    assert typed("meeting", "show", "m1").out == (
        "Coffee with Marcus Ojo  m1 · held\n"
        "day\tThu 19 Nov 2026 (2 days ago)\n"
        "length\t60 minutes\n"
        "Covered\n"
        "a1\ttopic\tBudget? → In autumn\n"
        "Notes\n"
        "Margins\n"
        "Advice\n"
        "v1\tnew\tShadow the round\n"
        "Promises\n"
        "p1\tyou, Tue 1 Dec\tSend the deck\n"
        "p2\tyou, today\tThank Marcus Ojo\n"
        "Exchange\n"
        "x1\tgave\tNotes on the stack\n"
    )
    shown = typed("meeting", "show", "m1", "--json").json
    assert [
        [record["id"] for record in shown[key]]
        for key in ("agenda_items", "promises", "advice_list", "exchanges")
    ] == [
        ["a1"],
        ["p1", "p2"],
        ["v1"],
        ["x1"],
    ]


def test_what_came_of_advice_of_that_meeting_is_not_told_in_it(
    logged: Board, editor: Editor
) -> None:
    earlier = logged.advice(1, "Ask for a line", given="2026-10-01")
    editor.replaces(
        "- v1 Shadow the round",
        f"- v1 Shadow the round → worked: twice\n- v{earlier} -> set aside: no time",
    )

    ran = _edit()

    assert (
        f"; v{earlier}: status new → set aside, outcome none → “no time”, told in the meeting"
        in (ran.out)
    )
    assert logged.sql("SELECT status, outcome_on, reported_on FROM advice") == [
        ("worked", "2026-11-19", None),
        ("set_aside", "2026-11-19", "2026-11-19"),
    ]
