from __future__ import annotations

import sqlite3
from pathlib import Path
from unittest.mock import patch

import pytest

from boardroom.formats.markup import note
from tests.boards import Board
from tests.cli.drafts import kept
from tests.cli.log_forms import CLOSING, EMPTY, FORM, HEADER, LOGGED, NEXT, WRITTEN
from tests.cli.typed import Ran, typed, typed_on_terminal
from tests.editors import Editor

UNDO = "boardroom undo takes it back"
MEETINGS = "SELECT status, met_on, way, minutes, notes, private FROM meeting ORDER BY id"


def _drafts(board: Board) -> list[str]:
    folder = Path(board.path).parent / "drafts"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def _log(*words: str) -> Ran:
    return typed_on_terminal("log", *words, answers="")


def test_on_a_terminal_log_opens_the_form_and_logs_it(with_agenda: Board, editor: Editor) -> None:
    editor.saves(FORM)

    assert _log("marcus") == Ran(0, f"{LOGGED} · {UNDO}\n", "")
    assert editor.shown == [
        HEADER
        + EMPTY.replace("## Notes", "- [ ] a1 Budget?\n- [ ] a2 Deck\n  > Half an answer\n## Notes")
    ]
    assert _drafts(with_agenda) == []
    assert with_agenda.sql(
        "SELECT id, text, status, answer FROM agenda_item WHERE advisor_id = 1"
    ) == [
        (1, "Budget?", "covered", "In autumn"),
        (2, "Deck", "open", "Half an answer"),
        (4, "And this", "open", None),
    ]


def test_the_form_of_a_plan_turns_it_into_the_meeting(with_agenda: Board, editor: Editor) -> None:
    with_agenda.meeting(
        1,
        "2026-11-19",
        "planned",
        way="lunch",
        minutes=90,
        start_time="12:30",
        notes="Bring the deck",
        private=True,
    )
    editor.replaces("Bring the deck", "Brought it")

    ran = _log("marcus")

    assert ran.out.startswith(
        "Logged m1: lunch with Marcus Ojo, Thu 19 Nov 2026 12:30 (2 days ago), p1: Thank"
    )
    assert editor.shown[0].startswith(
        note(
            f"Marcus Ojo · lunch · Thu 19 Nov 2026 12:30 · 90 min · private · {WRITTEN}. {CLOSING}"
        )
    )
    assert with_agenda.sql(MEETINGS) == [("held", "2026-11-19", "lunch", 90, "Brought it", 1)]


def test_the_header_counts_as_it_is_saved(with_agenda: Board, editor: Editor) -> None:
    with_agenda.meeting(1, "2026-11-19", "planned")
    editor.replaces("coffee · Thu 19 Nov 2026 · 60 min", "walk · Wed 18 Nov 2026 · 45 min")

    assert _log("marcus").code == 0
    assert with_agenda.sql(MEETINGS) == [("held", "2026-11-18", "walk", 45, None, None)]


def test_without_its_header_a_form_is_of_the_day_it_was_opened_for(
    with_agenda: Board, editor: Editor
) -> None:
    editor.saves("Only this.\n")

    assert (
        _log(
            "marcus",
            "--on",
            "fri",
            "--way",
            "walk",
            "--for",
            "1h30",
            "--place",
            "Park",
            "--private",
        ).code
        == 0
    )
    assert with_agenda.sql(MEETINGS) == [("held", "2026-11-20", "walk", 90, "Only this.", 1)]
    assert with_agenda.sql("SELECT place FROM meeting") == [("Park",)]


def test_edit_starts_the_form_from_what_is_given(with_agenda: Board, editor: Editor) -> None:
    editor.saves_as_it_is()

    ran = _log(
        *(
            "marcus",
            "Two",
            "ways",
            "--covered",
            "a2",
            "--advice",
            "v2 of the deck",
            "--i-owe",
            "send it @ 1 Dec",
            "--they-owe",
            "read it",
        ),
        *("--gave", "notes", "--got", "help", "--got", "time", "--edit", "--on", "fri"),
    )

    assert ran.code == 0
    assert editor.shown == [
        HEADER.replace("Sat 21", "Fri 20", 1)
        + "## Agenda\n- [ ] a1 Budget?\n- [x] a2 Deck\n  > Half an answer\n## Notes\nTwo ways\n"
        "## Advice\n- \\v2 of the deck\n## Promises\n- me: send it by 2026-12-01\n- them: read it\n"
        "## Exchange\n- gave: notes\n- got: help\n- got: time\n"
    ]
    assert with_agenda.sql("SELECT text FROM advice") == [("v2 of the deck",)]
    assert with_agenda.sql("SELECT direction, text FROM exchange") == [
        ("given", "notes"),
        ("received", "help"),
        ("received", "time"),
    ]
    assert with_agenda.sql("SELECT text, answer, status FROM agenda_item WHERE id = 2") == [
        ("Deck", "Half an answer", "covered")
    ]


def test_options_alone_log_without_an_editor(with_agenda: Board, editor: Editor) -> None:
    ran = _log(
        "marcus",
        "--advice",
        "Do it",
        "--advice",
        "Do that",
        "--i-owe",
        "send it @ 1 Dec",
        "--gave",
        "notes",
        "--covered",
        "all",
    )

    assert ran == Ran(
        0,
        (
            "Logged m1: coffee with Marcus Ojo, Sat 21 Nov 2026 (today), 2 agenda items covered,"
            " 2 pieces of advice (v1, v2), 1 exchange (x1), p1: send it by Tue 1 Dec, p2: Thank"
            f" Marcus Ojo by Sun 22 Nov{NEXT} · {UNDO}\n"
        ),
        "",
    )
    assert editor.shown == []
    assert with_agenda.sql("SELECT due_on FROM promise WHERE id = 1") == [("2026-12-01",)]


@pytest.mark.parametrize("words", [("--covered", "none"), ("Fine", "--no-input")])
def test_covering_nothing_or_no_input_opens_no_editor(
    with_agenda: Board, editor: Editor, words: tuple[str, ...]
) -> None:
    assert _log("marcus", *words).code == 0
    assert editor.shown == []
    assert with_agenda.sql("SELECT status FROM meeting") == [("held",)]


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ("- [x] a99 Budget?", "There is no agenda item a99."),
        (
            "- [x] a3 Pilot",
            (
                "a3 is on the agenda with Ana Lima, not with Marcus Ojo. See their agenda with: boardroom agenda list marcus"
            ),
        ),
        ("- send it", None),
    ],
)
def test_a_refused_form_opens_again_with_the_reason(
    with_agenda: Board, editor: Editor, wrong: str, reason: str | None
) -> None:
    section = "## Promises" if reason is None else "## Agenda"
    editor.replaces(f"{section}\n", f"{section}\n{wrong}\n").replaces(f"{wrong}\n", "")

    assert _log("marcus").code == 0
    shown = editor.shown[1]
    assert shown.startswith("<!-- Not stored yet: ")
    number = shown.split("\n").index(wrong) + 1  # as an editor counts
    assert (reason or f"Line {number}: '- send it'") in " ".join(shown.split())
    assert wrong in shown
    assert with_agenda.sql("SELECT count(*) FROM meeting") == [(1,)]


def test_a_form_that_covers_a_closed_item_opens_again(with_agenda: Board, editor: Editor) -> None:
    with_agenda.item(1, "Old", status="covered", closed_on=None)
    editor.replaces("## Agenda\n", "## Agenda\n- [x] a4 Old\n").saves_as_it_is()

    ran = _log("marcus")

    draft = Path(with_agenda.path).parent / "drafts" / "log-marcus-2026-11-21.md"
    assert ran == Ran(
        6,
        "",
        "a4 was already covered. To raise it again: boardroom agenda add marcus TEXT. Your text"
        f" is kept in {kept(draft, 'boardroom log marcus -')}\n",
    )
    assert "- [x] a4 Old" in draft.read_text(encoding="utf-8")
    assert with_agenda.sql("SELECT count(*) FROM meeting") == [(0,)]


@pytest.mark.parametrize(
    ("saved", "message"),
    [
        ("", "The file was empty, so nothing changed.\n"),
        (HEADER, "The file was empty, so nothing changed.\n"),
    ],
)
def test_an_empty_file_cancels(
    with_agenda: Board, editor: Editor, saved: str, message: str
) -> None:
    before = with_agenda.dump()
    editor.saves(saved)

    assert _log("marcus") == Ran(5, "", message)
    assert (with_agenda.dump(), _drafts(with_agenda)) == (before, [])


def test_a_form_saved_untouched_is_a_meeting_without_notes(
    with_agenda: Board, editor: Editor
) -> None:
    editor.saves_as_it_is()

    assert _log("marcus").code == 0
    assert with_agenda.sql(MEETINGS) == [("held", "2026-11-21", "coffee", 60, None, None)]
    assert with_agenda.sql("SELECT DISTINCT status FROM agenda_item") == [("open",)]


@pytest.mark.parametrize(
    "words",
    [
        ("--on", "tomorrow"),
        ("--covered", "a99"),
        ("--edit", "--i-owe", " "),
        ("--edit", "--way", "swim"),
    ],
)
def test_wrong_options_are_refused_before_the_editor_opens(
    with_agenda: Board, editor: Editor, words: tuple[str, ...]
) -> None:
    before = with_agenda.dump()

    ran = _log("marcus", *words)

    assert (ran.code, ran.out, editor.shown) == ({"a99": 3}.get(words[-1], 2), "", [])
    assert with_agenda.dump() == before


def test_several_plans_that_fit_open_no_editor(with_agenda: Board, editor: Editor) -> None:
    with_agenda.meeting(1, "2026-11-18", "planned")
    with_agenda.meeting(1, "2026-11-19", "planned")

    assert (_log("marcus").code, editor.shown) == (4, [])
    editor.saves_as_it_is()
    assert _log("marcus", "--meeting", "m1").code == 0
    assert with_agenda.sql("SELECT status FROM meeting ORDER BY id") == [("held",), ("planned",)]


def test_edit_without_a_terminal_or_an_editor_says_so(with_agenda: Board) -> None:
    before = with_agenda.dump()
    message = (
        "--edit needs a terminal, or an editor in BOARDROOM_EDITOR, VISUAL or EDITOR."
        " Use NOTES and options, or pipe in a form with -.\n"
    )

    assert typed("log", "marcus", "--edit") == Ran(2, "", message)
    assert typed_on_terminal("log", "marcus", "--edit", "--no-input", answers="") == Ran(
        2, "", message
    )
    assert with_agenda.dump() == before


def test_edit_with_an_editor_needs_no_terminal(with_agenda: Board, editor: Editor) -> None:
    editor.replaces("## Notes\n", "## Notes\nFrom a script.\n")

    assert typed("log", "marcus", "--edit").code == 0
    assert with_agenda.sql("SELECT notes FROM meeting") == [("From a script.",)]


def test_a_board_that_fills_up_keeps_the_draft(with_agenda: Board, editor: Editor) -> None:
    before = with_agenda.dump()
    editor.saves(FORM)
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorname = "SQLITE_FULL"

    with patch("boardroom.actions.logging.promise_thanks", side_effect=[None, full]):
        ran = _log("marcus", "--json")

    draft = Path(with_agenda.path).parent / "drafts" / "log-marcus-2026-11-21.md"
    assert ran.code == 23
    assert f"Your text is kept in {draft}" in ran.err
    assert ran.err.count("\n") == 1  # one JSON object, and nothing beside it
    assert draft.read_text(encoding="utf-8") == FORM
    assert with_agenda.dump() == before
    assert (
        typed("log", "marcus", "-", stdin=draft.read_text(encoding="utf-8")).out
        == f"{LOGGED} · {UNDO}\n"
    )


@pytest.mark.usefixtures("with_agenda")
def test_a_log_from_the_editor_as_json_is_the_whole_meeting(editor: Editor) -> None:
    editor.saves(FORM)

    record = _log("marcus", "--json").json

    assert [record[key] for key in ("schema", "id", "notes")] == [
        "boardroom.meeting/1",
        "m1",
        "Free text.",
    ]
    assert [
        [item["id"] for item in record[key]]
        for key in ("agenda_items", "promises", "advice_list", "exchanges")
    ] == [
        ["a1"],
        ["p1", "p2", "p3", "p4"],
        ["v1"],
        ["x1"],
    ]


def test_notes_follow_those_that_the_plan_had(with_agenda: Board, editor: Editor) -> None:
    for day in ("17", "18", "19", "20"):
        with_agenda.meeting(1, f"2026-11-{day}", "planned", notes="Bring the deck")
    editor.saves_as_it_is().replaces("Bring the deck\n\nTyped", "Typed alone")

    assert typed("log", "marcus", "Went", "well", "--on", "17 Nov").code == 0
    assert typed("log", "marcus", "-", "--on", "18 Nov", stdin="## Notes\nFrom a form\n").code == 0
    assert _log("marcus", "Typed", "--edit", "--on", "19 Nov").code == 0
    assert _log("marcus", "Typed", "--edit", "--on", "20 Nov").code == 0
    assert with_agenda.sql("SELECT notes FROM meeting ORDER BY met_on") == [
        ("Bring the deck\n\nWent well",),
        ("Bring the deck\n\nFrom a form",),
        ("Bring the deck\n\nTyped",),
        ("Typed alone",),
    ]


def test_a_change_made_while_the_form_is_open_stays(with_agenda: Board, editor: Editor) -> None:
    editor.replaces("- [ ] a2 Deck", "- [x] a2 Deck").meanwhile(
        with_agenda.path, "UPDATE agenda_item SET text = 'Which budget?' WHERE id = 1"
    )

    assert _log("marcus").code == 0
    assert with_agenda.sql(
        "SELECT text, status FROM agenda_item WHERE advisor_id = 1 ORDER BY id"
    ) == [
        ("Which budget?", "open"),
        ("Deck", "covered"),
    ]


def test_a_person_renamed_while_the_form_is_open_is_logged_with(
    with_agenda: Board, editor: Editor
) -> None:
    editor.saves_as_it_is().meanwhile(
        with_agenda.path, "UPDATE advisor SET name = 'Marc Webb' WHERE id = 1"
    )

    ran = _log("marcus")

    assert (ran.code, ran.out.partition(",")[0]) == (0, "Logged m1: coffee with Marc Webb")


def test_an_item_changed_in_both_windows_opens_the_form_again(
    with_agenda: Board, editor: Editor
) -> None:
    editor.replaces("a2 Deck", "a2 My deck").meanwhile(
        with_agenda.path, "UPDATE agenda_item SET text = 'Slides' WHERE id = 2"
    )

    ran = _log("marcus")

    assert (ran.code, ran.err.partition(" See")[0]) == (
        6,
        "Meanwhile a2 changed in another window.",
    )
    assert "boardroom agenda list marcus; the next save" in " ".join(editor.shown[1].split())
    assert with_agenda.sql("SELECT count(*) FROM meeting") == [(0,)]


def test_notes_of_the_plan_changed_in_both_windows_are_shown_by_the_plan(
    with_agenda: Board, editor: Editor
) -> None:
    with_agenda.meeting(1, "2026-11-20", "planned", notes="Bring the deck")
    editor.replaces("Bring the deck", "Brought the deck").meanwhile(
        with_agenda.path, "UPDATE meeting SET notes = 'Bring figures' WHERE id = 1"
    )

    assert _log("marcus").err.startswith(
        "Meanwhile the notes changed in another window."
        " See the change with boardroom meeting show m1; the next save"
    )


def test_private_and_time_count_as_the_header_is_saved(with_agenda: Board, editor: Editor) -> None:
    with_agenda.meeting(1, "2026-11-19", "planned", start_time="12:30", private=True)
    editor.replaces(" 12:30", "").replaces(" · private", "")
    with_agenda.meeting(1, "2026-11-20", "planned", start_time="12:30", private=True)

    assert _log("marcus", "--meeting", "m1").code == 0
    assert _log("marcus", "--meeting", "m2").code == 0
    assert with_agenda.sql("SELECT start_time, private FROM meeting ORDER BY id") == [
        (None, 1),
        ("12:30", 0),
    ]


def test_advice_without_an_outcome_is_in_the_form(with_agenda: Board, editor: Editor) -> None:
    for text, status in (("Ask", "new"), ("Wait", "trying"), ("Run", "worked")):
        with_agenda.advice(1, text, status=status)
    editor.replaces("- v1 Ask", "- v1 Ask → worked: got it").replaces(
        "- v2 Wait → trying", "- v2 Wait\n  > did not work: too slow"
    )

    ran = _log("marcus")

    assert "## Advice\n- v1 Ask\n- v2 Wait → trying\n## Promises" in editor.shown[0]
    told = "; v1: status new → worked, outcome none → “got it”, told in the meeting"
    assert ran.out.endswith(f"{told}{NEXT} · {UNDO}\n")
    assert _log("marcus", "--on", "fri").code == 0
    assert with_agenda.sql("SELECT status, outcome, outcome_on, reported_on FROM advice") == [
        ("worked", "got it", "2026-11-21", "2026-11-21"),
        ("did_not_work", "too slow", "2026-11-20", "2026-11-20"),
        ("worked", None, None, None),
    ]
    assert typed("undo").code == 0
    assert typed("undo").code == 0
    assert with_agenda.sql("SELECT status FROM advice") == [("new",), ("trying",), ("worked",)]


def test_what_is_being_tried_is_not_told_yet(with_agenda: Board, editor: Editor) -> None:
    with_agenda.advice(1, "Ask")
    editor.replaces("- v1 Ask", "- v1 Ask -> trying: asked twice")

    ran = _log("marcus")

    assert f"; v1: status new → trying, outcome none → “asked twice”{NEXT}" in ran.out
    assert with_agenda.sql("SELECT status, reported_on FROM advice") == [("trying", None)]


def test_a_slip_in_what_came_of_advice_opens_the_form_again(
    with_agenda: Board, editor: Editor
) -> None:
    with_agenda.advice(1, "Ask")
    editor.replaces("- v1 Ask", "- v1 Ask → wroked: got it").replaces(
        "\n- v1 Ask → wroked", "\n- v1 Ask → worked"
    )

    ran = _log("marcus")

    assert "'wroked' is not what can come of advice." in " ".join(editor.shown[1].split())
    assert (ran.code, with_agenda.sql("SELECT status, outcome FROM advice")) == (
        0,
        [("worked", "got it")],
    )


def test_an_empty_agenda_names_what_could_be_on_it(board: Board, editor: Editor) -> None:
    marcus = board.advisor()
    board.goal("Run a P&L", marcus)
    board.advice(marcus, "Say --less", status="worked", outcome_on="2026-11-10")
    editor.replaces("## Notes", "## Notes\nx")

    ran = _log("marcus")

    assert (
        "## Agenda\n<!-- Nothing was on the agenda. Raised after all, or for next time? Run a\n"
        "P&L: what should I do next? · What came of “Say - -less” -->\n## Notes\n"
    ) in editor.shown[0]
    assert (ran.code, board.sql("SELECT count(*) FROM agenda_item")) == (0, [(0,)])


def test_the_words_of_advice_from_another_meeting_stay(with_agenda: Board, editor: Editor) -> None:
    with_agenda.advice(1, "Ask")
    editor.replaces("- v1 Ask", "- v1 Ask twice").saves_as_it_is()

    ran = _log("marcus")

    assert (ran.code, ran.err.partition(" Change")[0]) == (2, "v1 was not noted in m1.")
