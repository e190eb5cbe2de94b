from __future__ import annotations

import sqlite3
from pathlib import Path
from unittest.mock import patch

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_on_terminal
from tests.editors import Editor

UNDO = "boardroom undo takes it back"
CLOSING = "Save and close to log it; empty the file to cancel."
HEADER = f"<!-- Marcus Ojo · coffee · Sat 21 Nov 2026 · 60 min. {CLOSING} -->\n"
EMPTY = "## Agenda\n## Notes\n## Advice\n## Promises\n## Exchange\n"
FORM = f"""\
{HEADER}## Agenda
- [x] a1 Budget?
  In autumn
- [ ] a2 Deck
- And this
## Notes
Free text.
## Advice
- Ask to shadow the budget round
## Promises
- me: send the revised deck by 1 Dec
- them: introduce Dana Reyes
## Exchange
- got: introduction to Dana Reyes (head of FP&A)
"""
SAID = (
    "Logged m1: coffee with Marcus Ojo, Sat 21 Nov 2026 (today), 1 agenda item covered, 1 new on the agenda, 1 piece of advice (v1),"
    " 1 exchange (x1), p1: send the revised deck by Tue 1 Dec, p2, theirs: introduce Dana Reyes,"
    " p3: Contact Dana Reyes by Sat 28 Nov, p4: Thank Marcus Ojo by Sun 22 Nov"
)
ALREADY = (
    "Nothing changed: m1, coffee with Marcus Ojo on Sat 21 Nov 2026, holds just that already.\n"
)
MEETINGS = "SELECT status, met_on, way, minutes, notes, private FROM meeting ORDER BY id"


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Editor:
    return Editor(tmp_path / "editor", monkeypatch)


@pytest.fixture
def raised(board: Board) -> Board:
    """Two things to raise with Marcus, and one with Ana."""
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.item(marcus, "Budget?")
    board.item(marcus, "Deck", answer="Half an answer")
    board.item(ana, "Pilot")
    return board


def _drafts(board: Board) -> list[str]:
    folder = Path(board.path).parent / "drafts"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def _log(*words: str) -> Ran:
    return typed_on_terminal("log", *words, answers="")


def test_on_a_terminal_log_opens_the_form_and_what_it_says_is_logged(
    raised: Board, editor: Editor
) -> None:
    editor.saves(FORM)

    assert _log("marcus") == Ran(0, f"{SAID} · {UNDO}\n", "")
    assert editor.shown == [
        HEADER
        + EMPTY.replace("## Notes", "- [ ] a1 Budget?\n- [ ] a2 Deck\n  Half an answer\n## Notes")
    ]
    assert _drafts(raised) == []
    assert raised.sql("SELECT id, text, status, answer FROM agenda_item WHERE advisor_id = 1") == [
        (1, "Budget?", "covered", "In autumn"),
        (2, "Deck", "open", None),
        (4, "And this", "open", None),
    ]


def test_the_same_form_by_a_pipe_is_logged_once_however_often_it_comes(raised: Board) -> None:
    assert typed("log", "marcus", "-", stdin="\ufeff" + FORM.replace("\n", "\r\n")) == Ran(
        0, f"{SAID} · {UNDO}\n", ""
    )
    logged = raised.dump()

    assert typed("log", "marcus", "-", stdin=FORM) == Ran(0, ALREADY, "")
    again = typed("log", "marcus", "-", "--json", stdin=FORM).json
    assert (again["id"], [promise["id"] for promise in again["promises"]]) == (
        "m1",
        ["p1", "p2", "p3", "p4"],
    )
    assert raised.dump() == logged


@pytest.mark.usefixtures("raised")
def test_a_draft_logged_that_is_piped_in_later_changes_nothing(
    editor: Editor, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor.saves(FORM)
    assert _log("marcus").code == 0
    monkeypatch.setenv("BOARDROOM_TODAY", "2026-11-23")

    assert typed("log", "marcus", "-", stdin=FORM).out == ALREADY


def test_a_form_of_a_plan_is_of_its_day_and_turns_it_into_the_meeting(
    raised: Board, editor: Editor
) -> None:
    raised.meeting(
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
        f"<!-- Marcus Ojo · lunch · Thu 19 Nov 2026 12:30 · 90 min · private. {CLOSING} -->\n"
    )
    assert raised.sql(MEETINGS) == [("held", "2026-11-19", "lunch", 90, "Brought it", 1)]


def test_the_first_line_counts_as_it_is_saved(raised: Board, editor: Editor) -> None:
    raised.meeting(1, "2026-11-19", "planned")
    editor.replaces("coffee · Thu 19 Nov 2026 · 60 min", "walk · Wed 18 Nov 2026 · 45 min")

    assert _log("marcus").code == 0
    assert raised.sql(MEETINGS) == [("held", "2026-11-18", "walk", 45, None, 0)]


def test_a_form_without_its_first_line_is_of_the_day_it_was_opened_for(
    raised: Board, editor: Editor
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
    assert raised.sql(MEETINGS) == [("held", "2026-11-20", "walk", 90, "Only this.", 1)]
    assert raised.sql("SELECT place FROM meeting") == [("Park",)]


def test_edit_starts_the_form_from_what_is_given(raised: Board, editor: Editor) -> None:
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
        HEADER.replace("Sat 21", "Fri 20")
        + "## Agenda\n- [ ] a1 Budget?\n- [x] a2 Deck\n  Half an answer\n## Notes\nTwo ways\n"
        "## Advice\n- \\v2 of the deck\n## Promises\n- me: send it by 2026-12-01\n- them: read it\n"
        "## Exchange\n- gave: notes\n- got: help\n- got: time\n"
    ]
    assert raised.sql("SELECT text FROM advice") == [("v2 of the deck",)]
    assert raised.sql("SELECT direction, text FROM exchange") == [
        ("given", "notes"),
        ("received", "help"),
        ("received", "time"),
    ]
    assert raised.sql("SELECT text, answer, status FROM agenda_item WHERE id = 2") == [
        ("Deck", "Half an answer", "covered")
    ]


def test_options_alone_log_without_an_editor(raised: Board, editor: Editor) -> None:
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
            f" 2 pieces of advice (v1, v2), 1 exchange (x1), p1: send it by Tue 1 Dec, p2: Thank Marcus Ojo by Sun 22 Nov · {UNDO}\n"
        ),
        "",
    )
    assert editor.shown == []
    assert raised.sql("SELECT due_on FROM promise WHERE id = 1") == [("2026-12-01",)]


@pytest.mark.parametrize("words", [("--covered", "none"), ("--no-input",)])
def test_covering_nothing_or_no_input_opens_no_editor(
    raised: Board, editor: Editor, words: tuple[str, ...]
) -> None:
    assert _log("marcus", *words).code == 0
    assert editor.shown == []
    assert raised.sql(MEETINGS) == [("held", "2026-11-21", "coffee", 60, None, 0)]


def test_a_log_with_all_of_it_is_taken_back_and_comes_back_ids_and_all(raised: Board) -> None:
    before = raised.dump()
    assert typed("log", "marcus", "-", stdin=FORM).code == 0
    logged = raised.dump()

    assert typed("undo").code == 0
    assert raised.dump() == before
    assert typed("redo").code == 0
    assert raised.dump() == logged


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ("- [x] a99 Budget?", "There is no agenda item a99."),
        (
            "- [x] a3 Pilot",
            "a3 is on the agenda with Ana Lima, not with Marcus Ojo. See theirs with: boardroom agenda list marcus",
        ),
        ("- me: send it @ never", None),
    ],
)
def test_what_cannot_be_logged_opens_again_with_the_reason(
    raised: Board, editor: Editor, wrong: str, reason: str | None
) -> None:
    section = "## Promises" if reason is None else "## Agenda"
    editor.replaces(f"{section}\n", f"{section}\n{wrong}\n").replaces(f"{wrong}\n", "")

    assert _log("marcus").code == 0
    told = editor.shown[1]
    assert told.startswith("<!-- Not stored yet: ")
    assert (reason or "Line 9: '- me: send it @ never'") in " ".join(told.split())
    assert wrong in told
    assert raised.sql("SELECT count(*) FROM meeting") == [(1,)]


def test_an_item_covered_meanwhile_opens_the_form_again(raised: Board, editor: Editor) -> None:
    raised.item(1, "Old", status="covered", closed_on=None)
    editor.replaces("## Agenda\n", "## Agenda\n- [x] a4 Old\n").saves_as_it_is()

    ran = _log("marcus")

    draft = Path(raised.path).parent / "drafts" / "log-marcus-2026-11-21.md"
    assert ran == Ran(
        6,
        "",
        f"a4 was covered already. To raise it again: boardroom agenda add marcus TEXT. Your text is kept in {draft}."
        f" To store it: boardroom log marcus - < {draft}\n",
    )
    assert "- [x] a4 Old" in draft.read_text(encoding="utf-8")
    assert raised.sql("SELECT count(*) FROM meeting") == [(0,)]


@pytest.mark.parametrize(
    ("form", "code", "said"),
    [
        (FORM.replace("a1", "a99"), 3, "There is no agenda item a99. The ids are in: boardroom agenda list"),
        (
            FORM.replace("a1", "a3"),
            2,
            "a3 is on the agenda with Ana Lima, not with Marcus Ojo. See theirs with: boardroom agenda list marcus",
        ),
        (FORM.replace("a1", "a4"), 6, "a4 was covered already. To raise it again: boardroom agenda add marcus TEXT."),
        (FORM.replace("1 Dec", "1 Dec\n- they: x"), 2, None),
        (FORM.replace("- Ask", "- v9 Ask"), 3, "There is no advice v9. The ids are in: boardroom advice list"),
        (
            FORM.replace("Marcus", "Ana"),
            2,
            (
                "This form is about Ana Ojo, not about Marcus Ojo."
                " Log it with them; if it is about Marcus Ojo all the same, take its first line out."
            ),
        ),
        (
            FORM.replace("60 min", "60 min · m7"),
            3,
            "There is no meeting m7. The ids are in: boardroom meeting list",
        ),
        (
            FORM.replace("Sat 21", "Sun 22"),
            2,
            "Sun 22 Nov 2026 is still to come, so nobody was met then. Give a day up to today, or plan it: boardroom plan.",
        ),
        (HEADER, 5, "There is nothing in the form, so nothing changed."),
        ("", 2, "The notes can't be empty. Write at least one word."),
    ],
)  # fmt: skip
def test_a_form_from_a_pipe_that_cannot_be_logged_changes_nothing(
    raised: Board, form: str, code: int, said: str | None
) -> None:
    raised.item(1, "Old", status="covered", closed_on=None)
    before = raised.dump()

    ran = typed("log", "marcus", "-", stdin=form)

    expected = said or (
        "Line 13: '- they: x': It does not say whose promise it is: begin it with “me:” or “them:”."
        " Free words go under ## Notes, anything else on a line that begins with “- ”."
    )
    assert ran == Ran(code, "", f"{expected}\n")
    assert raised.dump() == before


def test_an_option_goes_before_the_first_line_of_a_form(raised: Board) -> None:
    words = ("--on", "fri", "--way", "call", "--for", "20m", "--advice", "More")

    assert (
        typed(
            "log",
            "marcus",
            "-",
            *words,
            stdin=HEADER.replace(" min", " min · private") + "## Advice\n- One\n",
        ).code
        == 0
    )
    assert raised.sql(MEETINGS) == [("held", "2026-11-20", "call", 20, None, 1)]
    assert raised.sql("SELECT text FROM advice ORDER BY id") == [("One",), ("More",)]


def test_a_form_of_somebody_with_a_name_like_anothers_is_theirs_alone(board: Board) -> None:
    board.advisor("Ana Lima")
    board.advisor("Ana")

    assert (
        typed("log", "ana-2", "-", stdin=HEADER.replace("Marcus Ojo", "Ana Lima") + EMPTY).code == 2
    )
    assert typed("log", "ana", "-", stdin=HEADER.replace("Marcus Ojo", "Ana") + EMPTY).code == 2
    assert typed("log", "ana", "-", stdin=HEADER.replace("Marcus Ojo", "lima") + EMPTY).code == 0


@pytest.mark.parametrize(
    ("saved", "said"),
    [
        ("", "The file was empty, so nothing changed.\n"),
        (HEADER, "The file was empty, so nothing changed.\n"),
    ],
)
def test_an_empty_file_cancels(raised: Board, editor: Editor, saved: str, said: str) -> None:
    before = raised.dump()
    editor.saves(saved)

    assert _log("marcus") == Ran(5, "", said)
    assert (raised.dump(), _drafts(raised)) == (before, [])


def test_a_form_saved_untouched_is_a_meeting_without_notes(raised: Board, editor: Editor) -> None:
    editor.saves_as_it_is()

    assert _log("marcus").code == 0
    assert raised.sql(MEETINGS) == [("held", "2026-11-21", "coffee", 60, None, 0)]
    assert raised.sql("SELECT DISTINCT status FROM agenda_item") == [("open",)]


@pytest.mark.parametrize(
    "words",
    [
        ("--on", "tomorrow"),
        ("--covered", "a99"),
        ("--edit", "--i-owe", "x @ never"),
        ("--edit", "--way", "swim"),
    ],
)
def test_what_is_given_is_refused_before_the_editor_opens(
    raised: Board, editor: Editor, words: tuple[str, ...]
) -> None:
    before = raised.dump()

    ran = _log("marcus", *words)

    assert (ran.code, ran.out, editor.shown) == ({"a99": 3}.get(words[-1], 2), "", [])
    assert raised.dump() == before


def test_several_plans_that_fit_open_no_editor(raised: Board, editor: Editor) -> None:
    raised.meeting(1, "2026-11-18", "planned")
    raised.meeting(1, "2026-11-19", "planned")

    assert (_log("marcus").code, editor.shown) == (4, [])
    editor.saves_as_it_is()
    assert _log("marcus", "--meeting", "m1").code == 0
    assert raised.sql("SELECT status FROM meeting ORDER BY id") == [("held",), ("planned",)]


def test_edit_without_a_terminal_says_so(raised: Board) -> None:
    before = raised.dump()
    said = "--edit opens an editor, and there is no terminal for it. Give NOTES and options, or pipe a form in with -.\n"

    assert typed("log", "marcus", "--edit") == Ran(2, "", said)
    assert typed_on_terminal("log", "marcus", "--edit", "--no-input", answers="") == Ran(
        2, "", said
    )
    assert raised.dump() == before


def test_a_board_that_fills_up_while_storing_keeps_the_draft(raised: Board, editor: Editor) -> None:
    before = raised.dump()
    editor.saves(FORM)
    full = sqlite3.OperationalError("database or disk is full")
    full.sqlite_errorname = "SQLITE_FULL"

    with patch("boardroom.actions.logging.thank", side_effect=[None, full]):
        ran = _log("marcus", "--json")

    draft = Path(raised.path).parent / "drafts" / "log-marcus-2026-11-21.md"
    assert ran.code == 23
    assert f"Your text is kept in {draft}" in ran.err
    assert ran.err.count("\n") == 1  # one JSON object, and nothing beside it
    assert draft.read_text(encoding="utf-8") == FORM
    assert raised.dump() == before
    assert (
        typed("log", "marcus", "-", stdin=draft.read_text(encoding="utf-8")).out
        == f"{SAID} · {UNDO}\n"
    )


@pytest.mark.usefixtures("raised")
def test_the_json_of_a_log_from_the_editor_is_the_meeting_whole(editor: Editor) -> None:
    editor.saves(FORM)

    found = _log("marcus", "--json").json

    assert [found[key] for key in ("schema", "id", "notes")] == [
        "boardroom.meeting/1",
        "m1",
        "Free text.",
    ]
    assert [
        [record["id"] for record in found[key]]
        for key in ("agenda", "promises", "advice", "exchanges")
    ] == [
        ["a1"],
        ["p1", "p2", "p3", "p4"],
        ["v1"],
        ["x1"],
    ]


def test_notes_follow_those_that_the_plan_had(raised: Board, editor: Editor) -> None:
    for day in ("17", "18", "19", "20"):
        raised.meeting(1, f"2026-11-{day}", "planned", notes="Bring the deck")
    editor.saves_as_it_is().replaces("Bring the deck\n\nTyped", "Typed alone")

    assert typed("log", "marcus", "Went", "well", "--on", "17 Nov").code == 0
    assert typed("log", "marcus", "-", "--on", "18 Nov", stdin="## Notes\nFrom a form\n").code == 0
    assert _log("marcus", "Typed", "--edit", "--on", "19 Nov").code == 0
    assert _log("marcus", "Typed", "--edit", "--on", "20 Nov").code == 0
    assert raised.sql("SELECT notes FROM meeting ORDER BY met_on") == [
        ("Bring the deck\n\nWent well",),
        ("Bring the deck\n\nFrom a form",),
        ("Bring the deck\n\nTyped",),
        ("Typed alone",),
    ]


def test_what_another_window_changed_meanwhile_stays_on_the_agenda(
    raised: Board, editor: Editor
) -> None:
    editor.replaces("- [ ] a2 Deck", "- [x] a2 Deck").meanwhile(
        raised.path, "UPDATE agenda_item SET text = 'Which budget?' WHERE id = 1"
    )

    assert _log("marcus").code == 0
    assert raised.sql("SELECT text, status FROM agenda_item WHERE advisor_id = 1 ORDER BY id") == [
        ("Which budget?", "open"),
        ("Deck", "covered"),
    ]


def test_what_both_windows_changed_is_asked_about_before_it_is_logged(
    raised: Board, editor: Editor
) -> None:
    editor.replaces("a2 Deck", "a2 My deck").meanwhile(
        raised.path, "UPDATE agenda_item SET text = 'Slides' WHERE id = 2"
    )

    ran = _log("marcus")

    assert (ran.code, ran.err.partition(" Look")[0]) == (
        6,
        "Meanwhile a2 changed in another window.",
    )
    assert "boardroom agenda list marcus; the next save" in " ".join(editor.shown[1].split())
    assert raised.sql("SELECT count(*) FROM meeting") == [(0,)]


def test_an_item_covered_in_a_form_from_a_pipe_keeps_the_answer_it_has(raised: Board) -> None:
    assert typed("log", "marcus", "-", stdin="## Agenda\n- [x] a2\n").code == 0
    assert raised.sql("SELECT text, status, answer FROM agenda_item WHERE id = 2") == [
        ("Deck", "covered", "Half an answer")
    ]


def test_private_and_the_hour_count_as_the_first_line_is_saved(
    raised: Board, editor: Editor
) -> None:
    raised.meeting(1, "2026-11-19", "planned", start_time="12:30", private=True)
    editor.replaces(" 12:30", "").replaces(" · private", "")
    raised.meeting(1, "2026-11-20", "planned", start_time="12:30", private=True)

    assert _log("marcus", "--meeting", "m1").code == 0
    assert _log("marcus", "--meeting", "m2").code == 0
    assert raised.sql("SELECT start_time, private FROM meeting ORDER BY id") == [
        (None, 1),
        ("12:30", 0),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Marcus Ojo · coffee · 60 min",
        "Marcus Ojo, coffee. Save and close to log it",
        "Marcus · coffee · sat · 1.5h",
    ],
)
def test_a_first_line_that_cannot_be_read_is_never_passed_over(raised: Board, line: str) -> None:
    before = raised.dump()

    ran = typed("log", "marcus", "-", stdin=f"<!-- {line} -->\n{EMPTY}")

    assert (ran.code, ran.err.partition(": ")[0]) == (2, "Line 1")
    assert "1.5h" in line or repr(line) in ran.err
    assert raised.dump() == before


def test_the_same_few_words_a_week_later_are_another_meeting(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.advisor()
    form = "## Notes\nGood talk.\n"
    assert typed("log", "marcus", "-", stdin=form).code == 0
    assert typed("agenda", "add", "marcus", "Budget").code == 0

    monkeypatch.setenv("BOARDROOM_TODAY", "2026-11-28")

    assert typed("log", "marcus", "-", stdin=form).code == 0
    assert board.sql("SELECT met_on, notes FROM meeting ORDER BY id") == [
        ("2026-11-21", "Good talk."),
        ("2026-11-28", "Good talk."),
    ]


def test_the_same_words_over_a_plan_are_that_plan(board: Board) -> None:
    board.advisor()
    form = "## Notes\nGood talk.\n"
    board.meeting(1, "2026-11-21", notes="Good talk.")
    board.meeting(1, "2026-11-21", "planned")

    assert typed("log", "marcus", "-", stdin=form).code == 0
    assert (
        board.sql("SELECT status, notes FROM meeting ORDER BY id") == [("held", "Good talk.")] * 2
    )


def test_a_form_of_a_plan_without_a_day_read_twice_is_logged_once(board: Board) -> None:
    board.advisor()
    board.meeting(1, "2026-11-17", "planned")
    form = "## Notes\nGood talk.\n"

    assert typed("log", "marcus", "-", stdin=form).code == 0
    logged = board.dump()

    assert typed("log", "marcus", "-", stdin=form).out == (
        "Nothing changed: m1, coffee with Marcus Ojo on Tue 17 Nov 2026, holds just that already.\n"
    )
    assert board.dump() == logged
